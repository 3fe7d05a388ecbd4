"""``theme.yaml`` and the template that curriculum.yaml names become one node of every edition."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from builders.model.artefacts import Kind, day_deck, handbook, package, session_deck
from builders.model.digest import Digester
from builders.model.slices import Slicer
from builders.model.theme import DARK, LIGHT, Fonts, Theme
from builders.reading.curriculum import Reading, read

SMALL = Path(__file__).resolve().parents[2] / "curricula/valid/small"
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(20)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(SMALL, tmp_path, dirs_exist_ok=True)
    return tmp_path


def _with(root: Path, text: str, name: str = "theme.yaml") -> Reading:
    (root / "curriculum" / name).write_text(text, encoding="utf-8")
    return read(root)


def test_without_a_file_everything_is_as_usual(root: Path) -> None:
    assert read(root).editions["en"].theme == Theme()
    assert Theme().palette == dict(LIGHT)
    assert Theme(ground="dark").palette == dict(DARK)


def test_what_the_file_says_goes_before_what_is_usual(root: Path) -> None:
    (root / "curriculum/brand").mkdir()
    (root / "curriculum/brand/logo.png").write_bytes(PICTURE)
    text = """ground: dark
colours: {main: "#8fb8f2", ink: "#101820"}
fonts: {latin: Noto Sans, scripts: {Beng: Noto Sans Bengali}}
logo: brand/logo.png
footer: State Police Academy
layouts: {quote: Zitat}
"""
    reading = _with(root, text)
    assert reading.findings == ()
    theme = reading.editions["en"].theme
    assert theme.palette == {**DARK, "main": "8FB8F2", "ink": "101820"}
    scripts = (("Deva", "Noto Sans Devanagari"), ("Beng", "Noto Sans Bengali"))
    assert theme.fonts == Fonts(latin="Noto Sans", scripts=scripts)
    assert theme.logo is not None
    assert theme.logo.data == PICTURE
    assert (theme.logo.at.line, theme.logo.at.column) == (4, 7)
    assert theme.footer is not None
    assert theme.footer.value == "State Police Academy"
    assert theme.layouts == (("quote", "Zitat"),)


def test_the_template_is_read_as_bytes(root: Path) -> None:
    (root / "curriculum/templates").mkdir()
    (root / "curriculum/templates/academy.potx").write_bytes(b"PK\xff\xfe")
    programme = root / "curriculum/curriculum.yaml"
    programme.write_text(programme.read_text(encoding="utf-8") + "template: templates/academy.potx\n", encoding="utf-8")
    reading = read(root)
    assert reading.findings == ()
    for edition in reading.editions.values():
        assert edition.theme.template is not None
        assert edition.theme.template.data == b"PK\xff\xfe"


def test_the_footer_is_translated_like_other_words(root: Path) -> None:
    (root / "curriculum/theme.yaml").write_text("footer: State Police Academy\n", encoding="utf-8")
    unstamped = _with(root, "footer: राज्य पुलिस अकादमी\n", "theme.hi.yaml")
    assert [finding.code for finding in unstamped.findings] == ["L005"]
    footer = unstamped.editions["hi"].theme.footer
    assert footer is not None
    assert (footer.value, footer.language) == ("राज्य पुलिस अकादमी", "hi")
    (stamp,) = (stamp for stamp in unstamped.stamps if stamp.at.file.endswith("theme.hi.yaml"))
    stamped = _with(root, f"from: {stamp.digest}\nfooter: राज्य पुलिस अकादमी\n", "theme.hi.yaml")
    assert stamped.findings == ()


def test_a_theme_touches_decks_and_nothing_else(root: Path) -> None:
    before, after = read(root).editions["en"], _with(root, 'colours: {main: "#6B2D82"}\n').editions["en"]
    session = before.modules[0].sessions[0].id
    decks = (session_deck("en", before.courses[0].id, session, "1"), day_deck("en", before.courses[0].id, 1))
    others = (handbook("en"), package(Kind.SCORM12, ("en",), "1", module=before.modules[0].id),
              package(Kind.CMI5, ("en",), "1", course=before.courses[0].id))  # fmt: skip
    for artefact in (*decks, *others):
        one, other = (Digester().digest(Slicer(edition).slice_for(artefact)) for edition in (before, after))
        assert (one != other) == (artefact in decks), artefact.path


def test_where_a_colour_stands_does_not_build_decks_again(root: Path) -> None:
    one = _with(root, 'colours: {main: "#6B2D82"}\n').editions["en"].theme
    other = _with(root, '# violet\n\ncolours:\n  main: "#6b2d82"\n').editions["en"].theme
    assert one == other
    assert Digester().digest(one) == Digester().digest(other)
