"""A small curriculum with every kind of item, packed before and after a change, and what is said of the two packages."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from builders.comparison import Comparison, Verdict, Weight, compare_bytes
from builders.model.artefacts import Kind
from builders.model.curriculum import Curriculum
from builders.model.modules import Module
from builders.model.questions import Question
from builders.reading.curriculum import read

LEARNER = Path(__file__).parents[2] / "curricula" / "valid" / "learner"

Edit = Callable[[Module], Module]


@pytest.fixture(scope="session")
def editions() -> dict[str, Curriculum]:
    return dict(read(LEARNER).editions)


@pytest.fixture(scope="session")
def edition(editions: dict[str, Curriculum]) -> Curriculum:
    return editions["en"]


@pytest.fixture(scope="session")
def module(edition: Curriculum) -> Module:
    return edition.modules[0]


@pytest.fixture(scope="session")
def kit(edition: Curriculum, packed: Callable[..., bytes]) -> bytes:
    """The module as a SCORM 1.2 package, before any change."""
    return packed(edition)


@pytest.fixture
def changed(edition: Curriculum, kit: bytes, packed: Callable[..., bytes]) -> Callable[..., Comparison]:
    """Compare the module with what an edit makes of it: ``changed(edit)``. ``first`` is an edit of the former package."""

    def compare(edit: Edit, *, first: Edit | None = None) -> Comparison:
        def pack(wanted: Edit) -> bytes:
            return packed(replace(edition, modules=(wanted(edition.modules[0]),)))

        return compare_bytes(("old.zip", pack(first) if first else kit), ("new.zip", pack(edit)))

    return compare


@pytest.fixture(scope="session")
def question() -> Callable[..., Edit]:
    """An edit of one question: ``question("kit.q-choice", edit)``, an edit to None removes it."""

    def make(id: str, edit: Callable[[Question], Question | None]) -> Edit:
        def edited(module: Module) -> Module:
            found = (edit(each) if each.id == id else each for each in module.questions)
            return replace(module, questions=tuple(each for each in found if each))

        return edited

    return make


@pytest.fixture(scope="session")
def told() -> Callable[..., list[tuple[str, str, str, str]]]:
    """Id, what, weight and verdict of each change of a topic that is more than words."""

    def tell(comparison: Comparison, topic: str) -> list[tuple[str, str, str, str]]:
        short = {Weight.RECORDS: "records", Weight.STRUCTURE: "structure"}
        advice = {Verdict.REPLACE: "replace", Verdict.CARE: "care", Verdict.NEW: "new"}
        return [
            (change.id, change.what, short[change.weight], advice[change.verdict])
            for change in comparison.changes
            if change.topic == topic and change.weight is not Weight.TEXT
        ]

    return tell


@pytest.fixture(scope="session")
def repacked() -> Callable[..., bytes]:
    """A zip with some of its texts replaced, some files added (from nothing) or removed (by None)."""

    def edit(data: bytes, **edits: Callable[[str], str | None]) -> bytes:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            files: dict[str, bytes | None] = {name: archive.read(name) for name in archive.namelist()}
        for path, change in edits.items():
            made = change((files.get(path) or b"").decode())
            files[path] = None if made is None else made.encode()
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            for path, content in files.items():
                if content is not None:
                    archive.writestr(path, content)
        return buffer.getvalue()

    return edit


@pytest.fixture(params=[Kind.SCORM12, Kind.SCORM2004])
def standard(request: pytest.FixtureRequest) -> Kind:
    return Kind(request.param)
