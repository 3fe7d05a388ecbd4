"""Files that are no package, or no sound one: a word about it, whatever the bytes."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

from builders.comparison import NotAPackageError, open_package
from builders.comparison.opening import archive
from builders.comparison.opening.tree import parse

Repacked = Callable[..., bytes]


def zipped(**files: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in files.items():
            made.writestr(name, text)
    return buffer.getvalue()


def refused(data: bytes) -> str:
    with pytest.raises(NotAPackageError) as error:
        open_package("file.zip", data)
    return str(error.value)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "this is neither a zip nor an item bank"),
        (b"Just words.", "neither a zip nor an item bank"),
        (b"\x00\xff" * 100, "neither a zip nor an item bank"),
        (b"<html></html>", "no item bank"),
        (b"<html>", "cannot be read"),
        (b"PK\x03\x04 and nothing else", "the zip is damaged"),
        (zipped(**{"a.txt": "words"}), "no manifest"),
        (zipped(**{"imsmanifest.xml": "<manifest"}), "`imsmanifest.xml` cannot be read"),
        (zipped(**{"imsmanifest.xml": "<manifest/>"}), "does not say which standard"),
        (zipped(**{"index.html": "<p>Hello</p>"}), "is one of this program's player"),
        (zipped(**{"index.html": '<script id="data">{</script>'}), "the data of `index.html` cannot be read"),
    ],
)
def test_refused(data: bytes, why: str) -> None:
    assert why in refused(data)


def test_a_package_of_somebody_else() -> None:
    manifest = (
        "<manifest><metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>"
        '<organizations><organization identifier="o"><item identifier="i" identifierref="r"/></organization></organizations>'
        '<resources><resource identifier="r" href="a.html"/></resources></manifest>'
    )
    assert "player" in refused(zipped(**{"imsmanifest.xml": manifest, "a.html": "<p>Hello</p>"}))


def test_a_zip_that_is_cut_off(kit: bytes) -> None:
    for length in range(0, len(kit), len(kit) // 50):
        refused(kit[:length])


def test_a_zip_with_wrong_bytes(kit: bytes) -> None:
    """Every one of them is refused or read; none is a fault of ours."""
    refusals = 0
    for at in range(100, len(kit), len(kit) // 60):
        data = kit[:at] + bytes([kit[at] ^ 0xFF]) + kit[at + 1 :]
        try:
            open_package("file.zip", data)
        except NotAPackageError:
            refusals += 1
    assert refusals > 30


@pytest.mark.parametrize("path", ["index.html", "imsmanifest.xml"])
def test_texts_with_pieces_missing(path: str, kit: bytes, repacked: Repacked) -> None:
    """As above: refused or read."""
    with zipfile.ZipFile(io.BytesIO(kit)) as made:
        text = made.read(path).decode()
    seen = set()
    for at in range(0, len(text), len(text) // 40):
        try:
            seen.add(open_package("file.zip", repacked(kit, **{path: lambda text, at=at: text[:at] + text[at + 7 :]})).side.id)
        except NotAPackageError as error:
            seen.add(str(error)[:9])
    assert "kit" in seen


def test_bombs(monkeypatch: pytest.MonkeyPatch, kit: bytes) -> None:
    assert f"{archive.MOST_TEXT} are read" in refused(zipped(**{"index.html": " " * (archive.MOST_TEXT + 1)}))
    monkeypatch.setattr(archive, "_MOST_FILES", 3)
    assert "3 are read at the most" in refused(kit)
    monkeypatch.undo()
    monkeypatch.setattr(archive, "MOST_UNPACKED", 1000)
    assert "1000 are read at the most" in refused(kit)
    monkeypatch.undo()
    monkeypatch.setattr(archive, "_MOST_TEXTS", 1000)
    assert "more than 1000 bytes" in refused(kit)


def test_xml_that_is_not_trusted() -> None:
    for text, why in [
        ('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "declares the entity `b`"),
        ("<a>" * 300 + "</a>" * 300, "more elements than are read"),
        ('<?xml version="1.0" encoding="nonsense"?><a>', "cannot be read"),
        ("", "cannot be read"),
    ]:
        with pytest.raises(NotAPackageError, match=re.escape(why)):
            parse(text.encode(), "imsmanifest.xml")


def _edited(edit: Callable[[dict[str, Any]], object]) -> Callable[[str], str]:
    def change(text: str) -> str:
        before, begin, rest = text.partition('id="data">')
        block, end, after = rest.partition("</script>")
        data = json.loads(block)
        edit(data)
        return before + begin + json.dumps(data) + end + after

    return change


@pytest.mark.parametrize(
    ("edit", "why"),
    [
        (lambda data: data.update(questions=[]), "questions is not a mapping"),
        (lambda data: data.update(counted={}), "counted is not a list"),
        (lambda data: data.update(id=3), "id is not a text"),
        (lambda data: data["tests"][0].update(mastery="high"), "mastery is not a number"),
        (lambda data: data["tests"][0].update(drawn=float("inf")), "drawn is not a number"),
        (lambda data: data.update(id="\ud800"), "cannot be read"),
        (lambda data: data["questions"]["YwD4"].update(options=[["lQ"]]), "is not a key and an id"),
        (lambda data: data["scenarios"]["VHjU"]["nodes"]["dK"].update(choices=[[]]), "is no decision"),
    ],
)
def test_data_of_another_shape(edit: Callable[[dict[str, Any]], object], why: str, kit: bytes, repacked: Repacked) -> None:
    assert why in refused(repacked(kit, **{"index.html": _edited(edit)}))


def test_data_with_things_missing(kit: bytes, repacked: Repacked) -> None:
    """What an earlier or later version of the program does not write counts as nothing."""
    package = open_package("file.zip", repacked(kit, **{"index.html": _edited(lambda data: data.pop("objectives"))}))
    assert package.units["kit"].first.objectives == {}


def test_the_form_of_0_1_0(kit: bytes, repacked: Repacked, told: Any) -> None:
    """One test, whose figures stood beside it; one language; no list of pages."""
    from builders.comparison import compare_bytes  # noqa: PLC0415 - used here alone

    def former(data: dict[str, Any]) -> None:
        test = data.pop("tests")[0]
        data |= {"final": test["questions"], "drawn": test["drawn"], "mastery": 70, "attempts": 3, "assessment": test["key"]}
        for name in ("documents", "pages", "kind"):
            data.pop(name)
        for question in data["questions"].values():
            question.pop("level")

    comparison = compare_bytes(("old", repacked(kit, **{"index.html": _edited(former)})), ("new", kit))
    assert comparison.changes == ()
    assert comparison.old
    assert comparison.old.languages == ("en",)
    more = compare_bytes(("old", repacked(kit, **{"index.html": _edited(former)})), ("new", _raised(kit, repacked)))
    assert told(more, "test")[0][1] == "the pass mark is raised from 70 to 80 %"


def _raised(kit: bytes, repacked: Repacked) -> bytes:
    return repacked(kit, **{"index.html": lambda text: text.replace('"mastery":70', '"mastery":80')})
