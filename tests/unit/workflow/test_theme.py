"""Findings about how decks will look, and what `curriculum theme check` tells of a presentation."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from builders.diagnostics.codes import CODES
from builders.diagnostics.finding import Finding, has_errors
from builders.diagnostics.location import Location
from builders.model.curriculum import Curriculum
from builders.model.text import Named
from builders.model.theme import Attached, Colour, Fonts, Theme
from builders.workflow import theme as judged
from builders.workflow.theme import check_theme, looks

AT = Location("curriculum/curriculum.yaml", 6, 11)
THEME_AT = Location("curriculum/theme.yaml", 1, 1)


def presentation(change: Callable[[Any], object] = id) -> bytes:
    """python-pptx's own template, 4:3 and in Calibri, changed."""
    found = Presentation()
    change(found)
    buffer = io.BytesIO()
    found.save(buffer)
    return buffer.getvalue()


def _without_two_layouts(found: Any) -> None:
    for name in ("Section Header", "Two Content"):
        found.slide_layouts.remove(found.slide_layouts.get_by_name(name))


def heavy() -> bytes:
    """A template with a picture on its master that nobody shrank."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(presentation())) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "ppt/slideMasters/_rels/slideMaster1.xml.rels":
                kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
                entry = f'<Relationship Id="rId90" Type="{kind}" Target="../media/photo.jpeg"/></Relationships>'
                data = data.replace(b"</Relationships>", entry.encode())
            target.writestr(name, data)
        target.writestr("ppt/media/photo.jpeg", b"\xff\xd8\xff" + bytes(4 << 20))
    return buffer.getvalue()


def _found(edition: Curriculum, wanted: Theme) -> list[Finding]:
    return sorted(looks(replace(edition, theme=wanted)))


@pytest.fixture(scope="module")
def edition(reading: Any) -> Curriculum:
    found: Curriculum = reading.editions["en"]
    return found


def onto(data: bytes, **others: Any) -> Theme:
    return Theme(template=Attached("templates/academy.potx", data, AT), at=THEME_AT, **others)


def test_our_own_look_has_no_findings(edition: Curriculum) -> None:
    assert _found(edition, Theme()) == []
    assert _found(edition, Theme(ground="dark", fonts=Fonts(latin="Noto Sans", headings="Times New Roman"))) == []


MAPPED = Named("Quotation", Location("curriculum/theme.yaml", 9, 10))
SEEDED: dict[str, tuple[Theme, Location, str]] = {
    "V011": (onto(b"not a presentation"), AT, "it is no PowerPoint file"),
    "V012": (
        onto(presentation(_without_two_layouts)),
        AT,
        "`Title Slide` is used for section; `Title and Content` is used for two",
    ),
    "V013": (onto(presentation(), layouts=(("quote", MAPPED),)), MAPPED.at, "has no layout `Quotation`, which stands for `quote`"),
    "V014": (onto(heavy()), AT, "adds 4."),
    "V015": (onto(presentation()), AT, "`Title Only` is used for picture, full-picture, table, quote"),
    "V016": (onto(presentation(lambda found: found.slides.add_slide(found.slide_layouts[0]))), AT, "1 slide"),
    "V017": (Theme(fonts=Fonts(latin="Futura", complex="Kokila"), at=THEME_AT), THEME_AT, "`Futura` and `Kokila`"),
    "V018": (
        onto(presentation(), ground="dark", colours=(Colour("main", "112233", THEME_AT),)),
        THEME_AT,
        "`colours` and `ground`",
    ),
}


@pytest.mark.parametrize("code", SEEDED)
def test_every_code_is_found_at_its_place(edition: Curriculum, code: str) -> None:
    wanted, at, words = SEEDED[code]
    (found,) = (finding for finding in _found(edition, wanted) if finding.code == code)
    assert found.at == at
    assert words in found.message


def test_every_code_about_templates_is_seeded() -> None:
    assert set(SEEDED) == {code for code in CODES if code.startswith("V01")}


def test_a_mapping_is_taken_for_what_it_says(edition: Curriculum) -> None:
    named = (("section", Named("Title Only", AT)), ("two-content", Named("Comparison", AT)))
    found = _found(edition, onto(presentation(_without_two_layouts), layouts=named))
    assert "V012" not in {finding.code for finding in found}


def test_a_template_that_is_not_there_is_for_others_to_report(edition: Curriculum) -> None:
    assert _found(edition, onto(b"")) == []


def test_a_presentation_is_told_by_what_fits_and_what_is_used_instead(tmp_path: Path) -> None:
    path = tmp_path / "academy.pptx"
    path.write_bytes(presentation(_without_two_layouts))
    checked = check_theme(path)
    assert not has_errors(checked.findings)
    assert {finding.at.file for finding in checked.findings} == {path.as_posix()}
    text = "\n".join(checked.lines)
    assert checked.lines[0].startswith("academy.pptx: “Office Theme”, 10.0 × 7.5 inches, 9 layouts, Calibri")
    fits, _, missing = text.partition("missing")
    assert "  bullets       Title and Content               its name" in fits
    assert "  two-content   Title and Content" in missing
    assert "No master for notes pages: ours is used." in text


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"])
def test_what_cannot_be_used_is_an_error_without_lines(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "academy.pptx"
    path.write_bytes(data)
    checked = check_theme(path)
    assert [finding.code for finding in checked.findings] == ["V011"]
    assert has_errors(checked.findings)
    assert checked.findings[0].remedy
    assert checked.lines == ()


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judged, "MOST_BYTES", 10)
    path = tmp_path / "academy.pptx"
    path.write_bytes(b"x" * 11)
    assert "at most 10 are read" in check_theme(path).findings[0].message
