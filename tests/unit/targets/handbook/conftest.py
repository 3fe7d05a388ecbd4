"""The small curriculum in English and Hindi, whole and with holes, and its handbook."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from builders.model.artefacts import Kind, day_deck, package, session_deck
from builders.model.curriculum import Curriculum
from builders.reading.curriculum import read
from builders.targets.handbook import build
from builders.targets.handbook.pages.all_pages import all_pages
from builders.targets.handbook.pages.edition import edition_of

DOWNLOADS = tuple(
    artefact
    for language in ("en", "hi")
    for artefact in (
        day_deck(language, "one-day", 1),
        session_deck(language, "one-day", "empathy.listening", "1.0.0"),
        package(Kind.SCORM12, (language,), "1.0.0", module="empathy"),
    )
)


@pytest.fixture(scope="session")
def small(repository: Path) -> Mapping[str, Curriculum]:
    """The editions of tests/curricula/valid/small."""
    return read(repository / "tests/curricula/valid/small").editions


@pytest.fixture
def changed(repository: Path, tmp_path: Path) -> Callable[..., Mapping[str, Curriculum]]:
    """The small curriculum after ``change(file, old, new)``; without ``old`` the file is taken away. Changes add up."""

    def change(file: str, old: str = "", new: str = "") -> Mapping[str, Curriculum]:
        root = tmp_path / "changed"
        if not root.exists():
            shutil.copytree(repository / "tests/curricula/valid/small", root)
        path = root / "curriculum" / file
        if not old:
            path.unlink()
            return read(root).editions
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        return read(root).editions

    return change


@pytest.fixture(scope="session")
def markdown(small: Mapping[str, Curriculum]) -> Mapping[str, str]:
    """The English pages by path."""
    return all_pages(edition_of(small["en"], DOWNLOADS))


@pytest.fixture(scope="session")
def sites(small: Mapping[str, Curriculum], tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Mapping[str, str]]:
    """The finished pages of both editions by language and path."""
    return {
        language: {
            file.path: file.data.decode(errors="replace")
            for file in build(curriculum, downloads=DOWNLOADS, scratch=tmp_path_factory.mktemp(language))
        }
        for language, curriculum in small.items()
    }
