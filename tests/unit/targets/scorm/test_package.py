"""The zip: its order, names, sameness, what it refuses."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest

from builders.model.artefacts import Kind
from builders.model.blocks import Reference
from builders.model.curriculum import Curriculum
from builders.targets.player.saved_state import SavedStateTooLarge
from builders.targets.scorm import package

Editions = dict[str, Curriculum]


def test_the_manifest_comes_first_and_nothing_else_at_the_root(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
    assert names[0] == "imsmanifest.xml"
    assert [name for name in names if "/" not in name] == ["imsmanifest.xml", "index.html"]


def test_names_are_ascii_lower_case(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert [name for name in archive.namelist() if not re.fullmatch(r"[a-z0-9._/-]+", name)] == []


def test_same_input_same_bytes(data: bytes, editions: Editions, standard: Kind) -> None:
    assert package(editions["en"].modules[0], standard=standard, curriculum=editions["en"]) == data


def test_nothing_for_trainers(data: bytes, unpacked: Callable[[bytes], dict[str, bytes]]) -> None:
    assert [name for name, content in unpacked(data).items() if b"TRAINERONLY" in content] == []


def test_carries_only_its_own_standard(data: bytes, standard: Kind, unpacked: Callable[[bytes], dict[str, bytes]]) -> None:
    other = {Kind.SCORM12: "2004", Kind.SCORM2004: "12.js"}[standard]
    assert [name for name in unpacked(data) if other in name] == []


def test_another_kind_is_refused(editions: Editions) -> None:
    with pytest.raises(KeyError):
        package(editions["en"].modules[0], standard=Kind.HANDBOOK, curriculum=editions["en"])


def _with_questions(curriculum: Curriculum, count: int) -> Curriculum:
    """The module with so many more questions, each asked once in its first segment."""
    module = curriculum.modules[0]
    question = module.question("kit.q-order")
    assert question
    more = tuple(replace(question, id=f"kit.q-more-{number}") for number in range(count))
    session = module.sessions[0]
    segment = session.segments[0]
    asked = tuple(Reference("question", each.id, each.at) for each in more)
    first = replace(session, segments=(replace(segment, blocks=segment.blocks + asked), *session.segments[1:]))
    sessions = (first, *module.sessions[1:])
    return replace(curriculum, modules=(replace(module, questions=module.questions + more, sessions=sessions),))


def test_progress_that_cannot_fit_fails_the_build(editions: Editions) -> None:
    large = _with_questions(editions["en"], 300)
    with pytest.raises(SavedStateTooLarge, match="kit"):
        package(large.modules[0], standard=Kind.SCORM12, curriculum=large)
    assert package(large.modules[0], standard=Kind.SCORM2004, curriculum=large)
