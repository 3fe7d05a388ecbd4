"""How decks look, from the command line: a template is judged by itself, and a theme changes decks, no handbook and no package."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from builders.targets.slides.theme import theme

Run = Callable[..., Any]
Snapshot = Callable[[Path], dict[str, str]]

LOGO = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000040000000208020000007ef09e520000000e4944415478da63f80f060c708a01004f0a0bf5c5f1a0a1"
    "b20000000049454e44ae426082"
)
THEME = """colours: {main: "#C9A0DC", deep: "#3B1F4A"}
ground: dark
logo: brand/logo.png
footer: State Police Academy
"""


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """python-pptx's own template, in which one layout has another name and one slide is left."""
    presentation: Any = Presentation()
    presentation.slide_layouts.get_by_name("Title and Content").name = "Lecture"
    presentation.slides.add_slide(presentation.slide_layouts[0])
    path = tmp_path / "academy.pptx"
    presentation.save(str(path))
    return path


def test_a_template_is_told_by_what_fits_and_what_is_used_instead(template: Path, curriculum: Run) -> None:
    result = curriculum("theme", "check", template)
    assert (result.returncode, result.stderr) == (0, "")
    first, _, rest = result.stdout.partition("\n")
    assert first == "academy.pptx: “Office Theme”, 10.0 × 7.5 inches, 11 layouts, Calibri, Mangal"
    fits, _, missing = rest.partition("missing         used instead\n")
    told = [line.split("  ")[1] for line in (fits + missing).splitlines() if line.startswith("  ") and line[2] != " "]
    layouts = [name for name in told if name in theme().layouts]
    assert sorted(layouts) == sorted(theme().layouts)
    assert "  title         Title Slide                     its name\n" in fits
    assert "  bullets       Lecture                         its kind\n" in fits
    assert "  activity      Title Only\n" in missing
    assert "note V016" in missing
    assert "V015" not in missing  # the list says it
    assert result.stdout.endswith("\n2 notes.\n")


def test_the_same_for_programs(template: Path, curriculum: Run) -> None:
    result = curriculum("theme", "check", template, "--format", "json")
    assert (result.returncode, result.stderr) == (0, "")
    found = {finding["code"]: finding for finding in json.loads(result.stdout)}
    assert set(found) == {"V015", "V016", "V017"}
    assert found["V016"]["severity"] == "note"
    assert found["V016"]["file"] == template.as_posix()
    assert "1 slide" in found["V016"]["message"]


def _cut_short(path: Path) -> bytes:
    return path.read_bytes()[: path.stat().st_size // 2]


def _another_zip(path: Path) -> bytes:
    del path
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "<document/>")
    return buffer.getvalue()


UNUSABLE: dict[str, tuple[Callable[[Path], bytes], str]] = {
    "words": (lambda _path: b"Not a presentation at all.\n", "it is no PowerPoint file"),
    "nothing": (lambda _path: b"", "it is no PowerPoint file"),
    "cut short": (_cut_short, "the file is damaged"),
    "another zip": (_another_zip, "it is no PowerPoint file"),
    "old or locked": (lambda _path: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "protected by a password or saved as .ppt"),
    "too large": (lambda path: path.read_bytes() + bytes(25 << 20), "at most 20,971,520 are read"),
}


@pytest.mark.parametrize("name", UNUSABLE)
def test_a_file_that_is_none_is_a_finding_and_never_our_fault(template: Path, curriculum: Run, name: str) -> None:
    make, words = UNUSABLE[name]
    template.write_bytes(make(template))
    text = curriculum("theme", "check", template)
    assert (text.returncode, text.stderr) == (1, "")
    assert text.stdout.startswith(f"{template.as_posix()}: error V011 ")
    assert words in text.stdout
    assert text.stdout.endswith("\n1 error.\n")
    coded = curriculum("theme", "check", template, "--format", "json")
    assert (coded.returncode, coded.stderr) == (1, "")
    (finding,) = json.loads(coded.stdout)
    assert (finding["code"], finding["severity"]) == ("V011", "error")
    assert finding["fix"]


@pytest.mark.parametrize("name", ["missing.pptx", "."])
def test_what_is_no_file_is_wrong_usage(tmp_path: Path, curriculum: Run, name: str) -> None:
    result = curriculum("theme", "check", name, cwd=tmp_path)
    assert (result.returncode, result.stdout) == (2, "")
    assert "FILE.pptx" in result.stderr
    assert "Traceback" not in result.stderr


def _themed(root: Path) -> None:
    (root / "curriculum/brand").mkdir()
    (root / "curriculum/brand/logo.png").write_bytes(LOGO)
    (root / "curriculum/theme.yaml").write_text(THEME, encoding="utf-8")


def test_a_theme_changes_decks_and_no_handbook_and_no_package(academy: Path, curriculum: Run, snapshot: Snapshot) -> None:
    assert curriculum("build", "--root", academy).returncode == 0
    before = snapshot(academy / "dist")
    _themed(academy)
    result = curriculum("build", "--root", academy)
    assert result.returncode == 0, result.stdout
    after = snapshot(academy / "dist")
    changed = {path for path in before | after if before.get(path) != after.get(path)}
    assert {path for path in after if path.startswith("decks/")} <= changed
    others = {path for path in before if path.startswith(("handbook/", "lms/"))}
    assert len(others) > 20
    assert others & changed == set()


def test_the_same_theme_is_the_same_bytes_everywhere(academy: Path, tmp_path: Path, curriculum: Run, snapshot: Snapshot) -> None:
    _themed(academy)
    other = tmp_path / "elsewhere"
    shutil.copytree(academy, other)
    for root, zone in ((academy, "Asia/Kolkata"), (other, "America/St_Johns")):
        assert curriculum("build", "--root", root, "--only", "decks", timezone=zone).returncode == 0
    assert snapshot(academy / "dist/decks") == snapshot(other / "dist/decks")


def test_a_curriculum_on_a_template_is_judged_at_its_line(academy: Path, template: Path, curriculum: Run) -> None:
    (academy / "curriculum/templates").mkdir()
    template.rename(academy / "curriculum/templates/academy.pptx")
    programme = academy / "curriculum/curriculum.yaml"
    line = len(programme.read_text(encoding="utf-8").splitlines()) + 1
    with programme.open("a", encoding="utf-8") as file:
        file.write("template: templates/academy.pptx\n")
    (academy / "curriculum/theme.yaml").write_text("layouts: {quote: Quotaton, section: Title Only}\n", encoding="utf-8")
    result = curriculum("check", "--root", academy, "--format", "json")
    assert result.returncode == 1
    found = {finding["code"]: finding for finding in json.loads(result.stdout) if finding["code"].startswith("V01")}
    assert (found["V013"]["file"], found["V013"]["line"]) == ("curriculum/theme.yaml", 1)
    assert "has no layout `Quotaton`" in found["V013"]["message"]
    assert (found["V016"]["file"], found["V016"]["line"]) == ("curriculum/curriculum.yaml", line)
