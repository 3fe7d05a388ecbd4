"""Whatever authors write, Typst reads none of it as code, and nothing stops the press."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from PIL import Image

from builders.rendering.paragraphs import Run, to_paragraphs
from builders.targets.printables.prose import content
from builders.targets.printables.typesetting.press import pdf
from builders.targets.printables.typesetting.source import call, joined, string


def _runs(runs: tuple[Run, ...]) -> str:
    return joined(string(run.text) for run in runs)


def _sheet(markdown: str, media: dict[str, bytes] | None = None) -> bytes:
    body = [call("title", string("Title")), content(to_paragraphs(markdown), _runs, media or {})]
    return pdf("Title", body, code="en", author="")


@pytest.mark.parametrize(
    "words",
    [
        'He said "stop" and #panic("x")',
        r"a \ backslash \n and \u{41}",
        "$ 5 @name <label> [link] {code} = no heading",
        "// no comment /* at all */",
        "+ one",
        "क्‍ष and ऱ्ह",
    ],
)
def test_words_stay_words(words: str, opened: Callable[[bytes], Any]) -> None:
    sheet = pdf("Title", [call("title", string("Title")), call("p", string(words))], code="en", author=words)
    assert "".join(words.split()).replace("\u200d", "") in opened(sheet).words.replace("\u200d", "")


@pytest.mark.parametrize("sign", ["\ufeff", "\x07", "\U0010ffff", "\ue000", "\u200b"])
def test_signs_without_a_shape_stop_nothing(sign: str, opened: Callable[[bytes], Any]) -> None:
    words = opened(
        pdf("Title", [call("title", string("Title")), call("p", string(f"before{sign} after"))], code="en", author="")
    ).words
    assert "before" in words
    assert "after" in words


def test_lists_are_nested(opened: Callable[[bytes], Any]) -> None:
    words = opened(_sheet("3. three\n4. four\n    - inner one\n    - inner two\n\n        deep words\n5. five\n\n- other")).words
    assert (
        words.index("3.three") < words.index("4.four") < words.index("innertwo") < words.index("deepwords") < words.index("5.five")
    )
    assert "•other" in words


def test_tables_quotes_headings(opened: Callable[[bytes], Any]) -> None:
    words = opened(_sheet("### Deep\n\n> quoted\n\n| a | b |\n| --- | --- |\n| one | two |\n| three |\n")).words
    for expected in ("Deep", "quoted", "one", "two", "three"):
        assert expected in words


def _png() -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (40, 20), "navy").save(stream, "PNG")
    return stream.getvalue()


def test_a_picture_is_printed_with_its_words_for_screen_readers() -> None:
    sheet = _sheet("![A plan of the station](media/plan.png)", {"media/plan.png": _png()})
    assert b"/Image" in sheet


@pytest.mark.parametrize("media", [{}, {"media/plan.png": b"no picture"}, {"media/plan.png": b"\x00\x00\x00\x20ftypmp42"}])
def test_what_cannot_be_printed_leaves_its_words(media: dict[str, bytes], opened: Callable[[bytes], Any]) -> None:
    assert "Aplanofthestation" in opened(_sheet("![A plan of the station](media/plan.png)", media)).words
