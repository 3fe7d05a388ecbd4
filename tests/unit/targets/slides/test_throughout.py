"""A deck with every layout names no colour and no font but those of its theme: who changes the theme changes every slide."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from PIL import Image
from pptx import Presentation

from builders.diagnostics.location import Location
from builders.model.theme import Attached, Colour, Fonts, Theme
from builders.targets.slides import session_deck
from builders.targets.slides.theme import theme

AT = Location("curriculum/theme.yaml", 1, 1)
TABLE = "| We do | They hear |\n| --- | --- |\n| Write [@law] | The form matters |\n"
FIGURES = "| Kind | 2023 | 2024 |\n| --- | --- | --- |\n| Fraud | 12 | 15 |\n| Theft | 3 | 2 |\n"
TWO = "::: columns\n::: column\n{}- left\n:::\n::: column\n{}- right\n:::\n:::"
BODIES = {
    "section": "Some words.",
    "bullets": "- one\n    - deeper\n- [two](https://example.org/)",
    "two-content": TWO.format("", ""),
    "comparison": TWO.format("### A\n", "### B\n"),
    "picture": "![A desk](media/desk.png)",
    "picture-text": "- one\n\n![A desk](media/desk.png)",
    "full-picture": "![A desk](media/desk.png)",
    "table": TABLE,
    "timetable": TABLE,
    "quote": "> Nobody listens.\n\nA complainant",
    "grid": "- A\n- B\n- C\n- D",
    "process": "1. Look\n2. Listen\n3. Link",
    "bar-chart": FIGURES,
    "line-chart": FIGURES,
    "keypoints": "- one\n- two",
}
SEGMENTS = (
    "## First {#first minutes=60 depth=core}\n\n"
    + "".join(f"::: slide {{layout={layout}}}\n### Title {layout}\n{body}\n:::\n\n" for layout, body in BODIES.items())
    + "::: activity {#try title=Try method=pairs minutes=5}\n1. Sit down.\n2. Talk.\n:::\n\n"
    + ":: question m.q\n\n:: scenario m.angry\n\n:: sop m.zero\n"
)
QUESTIONS = """questions:
  - id: m.q
    stem: What comes first?
    objective: m.hear
    difficulty: easy
    kind: choice
    choices:
      - {id: wait, text: Wait for her, correct: true, feedback: Silence helps.}
      - {id: read, text: Read it back, feedback: That comes later.}
"""
SCENARIO = """title: The man at the counter
summary: A loud complainant.
role: You are the duty officer.
minutes: 15
objectives: [m.hear]
mastery: 60
roles:
  - {id: officer, title: Duty officer, card: You have had a long shift.}
start: counter
nodes:
  - id: counter
    scene: A man hits the counter.
    speaker: Complainant
    says: Nobody listens!
    choices:
      - {id: sit, text: Offer a chair, score: {m.hear: 2}, next: trust}
      - {id: shout, text: Shout back, next: gone}
endings:
  - {id: trust, grade: good, title: He trusts you, text: He comes again.}
  - {id: gone, grade: poor, title: He leaves, text: He never comes again.}
debrief: [What made him sit down?]
"""
SOP = """title: Zero FIR
version: 1.0.0
status: draft
approved-by: ""
review-by: ""
jurisdiction: India
purpose: Nobody is sent away.
scope: All stations.
who: [Duty officer]
clock: {starts: When she comes, limit: 2 h}
legal-basis: By law [@law].
records: []
steps:
  - {id: ask, title: Ask, actor: Duty officer, action: Ask., decision: {question: Is she hurt?, yes: help, no: help}}
  - {id: help, title: Help, actor: Duty officer, action: Help her., say: Please sit., next: end}
recall: {never: [Ask her to come back tomorrow]}
"""
OTHER_COLOURS = {
    "dk1": "3A0A0A", "lt1": "F4F0C8", "dk2": "0A4A1A", "lt2": "E8F8D8", "accent1": "7A1FA2", "accent2": "2FD6C0",
    "accent3": "8A3A00", "accent4": "00337A", "accent5": "444400", "accent6": "705070", "hlink": "005050", "folHlink": "303080",
}  # fmt: skip
_COLOURS = {"srgbClr", "sysClr", "prstClr", "scrgbClr", "hslClr"}


@pytest.fixture
def deck(workshop: Any, picture: bytes) -> Callable[..., bytes]:
    """A session's deck with every layout, as a theme wants it."""
    files = {
        "modules/m/media/desk.png": picture,
        "modules/m/questions.yaml": QUESTIONS,
        "modules/m/scenarios/angry.yaml": SCENARIO,
        "modules/m/sops/zero.yaml": SOP,
    }

    def make(wanted: Theme) -> bytes:
        curriculum = replace(workshop.curriculum(SEGMENTS, files=files), theme=wanted)
        session, course = curriculum.modules[0].sessions[0], curriculum.courses[0]
        return session_deck(session, course=course, curriculum=curriculum, page="https://example.org/talk/")

    return make


def own(logo: bytes) -> Theme:
    """Everything that a theme file may say."""
    fonts = Fonts(latin="Noto Sans", headings="Georgia", complex="Kokila", scripts=(("Beng", "Noto Sans Bengali"),))
    return Theme((Colour("main", "6B2D82", AT),), "dark", fonts, Attached("logo.png", logo, AT), at=AT)


def parts(data: bytes) -> Iterator[tuple[str, ElementTree.Element]]:
    archive = zipfile.ZipFile(io.BytesIO(data))
    for name in archive.namelist():
        if name.endswith(".xml"):
            yield name, ElementTree.fromstring(archive.read(name))  # noqa: S314 - our own deck


def test_the_deck_has_every_layout_and_charts(deck: Any) -> None:
    slides = Presentation(io.BytesIO(deck(Theme()))).slides
    assert {slide.slide_layout.name for slide in slides} == {layout.label for layout in theme().layouts.values()}
    assert sum(shape.has_chart for slide in slides for shape in slide.shapes) == 2


@pytest.mark.parametrize("name", ["light", "dark", "own"])
def test_colours_and_fonts_are_named_in_themes_alone(deck: Any, picture: bytes, name: str) -> None:
    wanted = {"light": Theme(), "dark": Theme(ground="dark"), "own": own(picture)}[name]
    seen = set()
    for part, root in parts(deck(wanted)):
        seen.add(part.split("/")[1] if "/" in part else part)
        if part.startswith("ppt/theme/theme"):
            continue
        assert not [element.tag for element in root.iter() if element.tag.rpartition("}")[2] in _COLOURS], part
        faces = {element.get("typeface", "+") for element in root.iter()}
        assert all(face.startswith("+") for face in faces), (part, faces)
    assert {"slides", "slideLayouts", "slideMasters", "charts", "tableStyles.xml", "notesMasters", "handoutMasters"} <= seen


def test_no_part_has_a_theme_or_a_map_of_its_own_in_place_of_the_master_s(deck: Any) -> None:
    for part, root in parts(deck(Theme(ground="dark"))):
        assert "themeOverride" not in part
        assert not [element for element in root.iter() if element.tag.endswith("}overrideClrMapping")], part


def exchanged(data: bytes, colours: Mapping[str, str], old: str, new: str) -> bytes:
    """A deck in whose first theme somebody chose other colours and another font."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            text = source.read(name)
            if name == "ppt/theme/theme1.xml":
                for slot, value in colours.items():
                    text = re.sub(rf'(<a:{slot}><a:srgbClr val=")\w+'.encode(), rf"\g<1>{value}".encode(), text)
                text = text.replace(f'typeface="{old}"'.encode(), f'typeface="{new}"'.encode())
            target.writestr(name, text)
    return buffer.getvalue()


@pytest.mark.office
def test_who_changes_the_theme_changes_every_slide(deck: Any, soffice: str, tmp_path: Path) -> None:
    poppler = [shutil.which(program) for program in ("pdftoppm", "pdffonts")]
    if None in poppler:
        message = "poppler is not installed: for example `apt-get install poppler-utils`"
        if os.environ.get("REQUIRE_ALL") == "1":
            pytest.fail(message, pytrace=False)
        pytest.skip(message)
    before = deck(Theme())
    (tmp_path / "before.pptx").write_bytes(before)
    (tmp_path / "after.pptx").write_bytes(exchanged(before, OTHER_COLOURS, "Arial", "Liberation Serif"))
    files = [str(tmp_path / f"{name}.pptx") for name in ("before", "after")]
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    shown = {name: _colours(str(poppler[0]), tmp_path / f"{name}.pdf") for name in ("before", "after")}
    usual, other = set(theme().colours.values()), set(OTHER_COLOURS.values())
    assert len(shown["before"]) == len(shown["after"]) == len(Presentation(io.BytesIO(before)).slides)
    for number, (one, two) in enumerate(zip(shown["before"], shown["after"], strict=True), start=1):
        assert len(one & usual) >= 3, number
        assert len(two & other) >= 3, number
        assert two & usual <= {"FFFFFF"}, number  # the paper of the QR code
    assert "LiberationSans" in _fonts(str(poppler[1]), tmp_path / "before.pdf")
    assert "LiberationSans" not in _fonts(str(poppler[1]), tmp_path / "after.pdf")


def _colours(pdftoppm: str, pdf: Path) -> list[set[str]]:
    """The colours of each page that fill more than one in two thousand of its dots, as RRGGBB."""
    subprocess.run([pdftoppm, "-png", "-r", "36", str(pdf), str(pdf.with_suffix(""))], check=True, timeout=120)
    found = []
    for path in sorted(pdf.parent.glob(f"{pdf.stem}-*.png")):
        picture = Image.open(path).convert("RGB")
        counts = picture.getcolors(picture.width * picture.height) or []
        least = picture.width * picture.height / 2000
        found.append({"{:02X}{:02X}{:02X}".format(*colour) for count, colour in counts if count > least})  # type: ignore[misc]  # RGB has three
    return found


def _fonts(pdffonts: str, pdf: Path) -> str:
    return subprocess.run([pdffonts, str(pdf)], check=True, capture_output=True, timeout=60).stdout.decode()
