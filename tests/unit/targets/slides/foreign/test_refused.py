"""Presentations that nothing can be written onto: each is refused in words, and never with a traceback."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

from builders.targets.slides.foreign.failure import UnusableError
from builders.targets.slides.foreign.look import template_in
from builders.targets.slides.foreign.report import report
from builders.targets.slides.looks import look_of

LAYOUT, MASTER = "ppt/slideLayouts/slideLayout1.xml", "ppt/slideMasters/slideMaster1.xml"
THEME = "application/vnd.openxmlformats-officedocument.theme+xml"


def _refused(data: bytes) -> UnusableError:
    with pytest.raises(UnusableError) as caught:
        report(data, {})
    assert caught.value.fix
    return caught.value


def _changed(data: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """The same package with one part changed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, change(content.decode()) if name == part else content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("kind", "target", "words"),
    [
        ("oleObject", "../embeddings/object.bin", "an embedded object"),
        ("control", "../activeX/activeX1.xml", "a control"),
        ("video", "../media/film.mp4", "a video"),
        ("chart", "../charts/chart1.xml", "a chart"),
        ("slide", "../slides/slide1.xml", "a part of the kind `slide`"),
    ],
)
def test_what_runs_or_plays_is_refused(tools: Any, kind: str, target: str, words: str) -> None:
    sketch = tools.office(parts={f"ppt/{target.removeprefix('../')}": ("application/octet-stream", b"x")})
    sketch.layouts[1].related = (("rId9", kind, target, False),)
    assert words in str(_refused(sketch.made()))


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("image", "https://example.org/logo.png"),
        ("image", "file:///C:/logo.png"),
        ("hyperlink", "file:///C:/a.exe"),
        ("hyperlink", "\\\\server\\share\\a.docx"),
        ("oleObject", "https://example.org/sheet.xlsx"),
    ],
)
def test_what_lies_elsewhere_is_refused(tools: Any, kind: str, target: str) -> None:
    sketch = tools.office(related=(("rId50", kind, target, True),))
    assert "which is not in the file" in str(_refused(sketch.made()))


def test_macros_are_refused(tools: Any) -> None:
    assert "macros" in str(_refused(tools.office(kind="presentation.macroEnabled").made()))
    hidden = tools.office(parts={"ppt/vbaProject.bin": ("application/vnd.ms-office.vbaProject", b"x")})
    assert "macros" in str(_refused(hidden.made()))
    mail = tools.office(kind="presentation")
    data = _changed(
        mail.made(), "[Content_Types].xml", lambda text: text.replace("presentation.main", "template.macroEnabled.main")
    )
    assert "macros" in str(_refused(data))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no PowerPoint file"),
        (b"# Title\n", "no PowerPoint file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "password"),
        (b"PK\x03\x04" + b"\0" * 60, "damaged"),
    ],
)
def test_what_is_no_presentation_is_refused(data: bytes, words: str) -> None:
    assert words in str(_refused(data))


def test_another_kind_of_package_is_refused(tools: Any) -> None:
    assert "no PowerPoint file" in str(_refused(tools.packed({"word/document.xml": ("application/xml", b"<w/>")})))
    data = _changed(tools.office().made(), "[Content_Types].xml", lambda text: text.replace("presentationml.presentation", "sheet"))
    assert "no PowerPoint file" in str(_refused(data))


def test_a_zip_that_grows_without_limit_is_refused(tools: Any) -> None:
    sketch = tools.office(parts={"ppt/media/bomb.bin": ("application/octet-stream", b"\0" * (40 << 20))})
    assert "times its size" in str(_refused(sketch.made()))


def test_entities_are_never_expanded(tools: Any) -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
    for part in (LAYOUT, MASTER, "ppt/theme/theme1.xml", "ppt/presentation.xml", "[Content_Types].xml", "_rels/.rels"):
        data = _changed(tools.office().made(), part, lambda text: bomb + text.partition("?>")[2] if "?>" in text else bomb + text)
        assert "DOCTYPE" in str(_refused(data)), part


def test_a_reference_out_of_the_package_is_refused(tools: Any) -> None:
    for target in ("../../../../etc/passwd", "/etc/passwd", "../media/none.png"):
        sketch = tools.office(related=(("rId50", "image", target, False),))
        assert "no such part" in str(_refused(sketch.made())), target


def test_two_parts_of_one_name_are_refused(tools: Any) -> None:
    buffer = io.BytesIO(tools.office().made())
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("PPT/Theme/theme1.xml", "<x/>")
    assert "two parts" in str(_refused(buffer.getvalue()))


def test_a_broken_theme_is_refused(tools: Any) -> None:
    cut = _changed(tools.office().made(), "ppt/theme/theme1.xml", lambda text: text[: len(text) // 2])
    assert "theme1.xml" in str(_refused(cut))
    colours = {name: value for name, value in tools.colours.items() if name != "accent4"}
    assert "`accent4`" in str(_refused(tools.office(colours=colours).made()))
    rels = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
    gone = _changed(tools.office().made(), rels, lambda text: text.replace('/theme"', '/tags"'))
    assert "no theme" in str(_refused(gone))


def test_strict_open_xml_is_refused(tools: Any) -> None:
    data = _changed(tools.office().made(), "ppt/_rels/presentation.xml.rels", lambda text: text.replace(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slideMaster",
        "http://purl.oclc.org/ooxml/officeDocument/relationships/slideMaster",
    ))  # fmt: skip
    assert "Strict" in str(_refused(data))


def test_slides_too_small_for_words_are_refused(tools: Any) -> None:
    assert "4.0 by 3.0 inches" in str(_refused(tools.office(size=(288, 216)).made()))


def test_layouts_without_any_room_are_refused(tools: Any) -> None:
    sketch = tools.sketch([tools.layout("Seal", "", (("title", 0, (20, 20, 400, 40)), ("body", 1, (20, 80, 90, 60))))])
    assert "room" in str(_refused(sketch.made()))
    assert "no slide master" in str(
        _refused(_changed(tools.office().made(), "ppt/presentation.xml", lambda text: text.replace("sldMasterId ", "other ")))
    )


def test_what_is_no_picture_is_refused(tools: Any) -> None:
    sketch = tools.office(related=(("rId50", "image", "../media/logo.svgz", False),), parts={"ppt/media/logo.svgz": ("", b"x")})
    assert "no picture" in str(_refused(sketch.made()))


def test_a_part_as_large_as_a_book_is_refused(tools: Any) -> None:
    many = "".join(f'<a:ext uri="{at}"/>' for at in range(120_000))
    assert "elements" in str(_refused(tools.office(in_theme=f"<a:extLst>{many}</a:extLst>").made()))
    long = " ".join(str(at * 7919 % 1_000_003) for at in range(1_300_000))
    assert "bytes" in str(_refused(tools.office(in_theme=f"<!--{long}-->").made()))


def test_whatever_is_broken_is_said_in_words(tools: Any) -> None:
    """Bytes changed by chance: a template is read, or refused with a remedy."""
    whole = tools.office(notes=True).made()
    chance = random.Random(7)  # noqa: S311 - nothing here is a secret
    remedies = []
    for _ in range(120):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 30)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        cut = bytes(data[: chance.randrange(len(data))]) if chance.random() < 0.3 else bytes(data)
        try:
            report(cut, {})
        except UnusableError as error:
            remedies.append(error.fix)
    assert len(remedies) > 60
    assert all(remedies)


def test_the_look_of_a_broken_template_is_refused_as_well(onto: Callable[..., Any]) -> None:
    with pytest.raises(UnusableError):
        look_of(onto(b"PK\x03\x04"))


def test_a_template_is_read_once(tools: Any) -> None:
    data = tools.office().made()
    assert template_in(data) is template_in(bytes(bytearray(data)))
