"""The zip: its order, names, sameness, what it refuses."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable

import pytest

from builders.model.artefacts import Kind
from builders.model.curriculum import Curriculum
from builders.targets.packaging.profiles import PROFILES

Editions = dict[str, Curriculum]


def test_the_manifest_comes_first_and_nothing_else_at_the_root(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
    assert names[0] == "imsmanifest.xml"
    assert [name for name in names if "/" not in name] == ["imsmanifest.xml", "index.html"]


def test_names_are_ascii_lower_case(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert [name for name in archive.namelist() if not re.fullmatch(r"[a-z0-9._/-]+", name)] == []


def test_same_input_same_bytes(data: bytes, editions: Editions, standard: Kind, packed: Callable[..., bytes]) -> None:
    assert packed(editions["en"], standard=standard) == data


def test_nothing_for_trainers(data: bytes, unpacked: Callable[[bytes], dict[str, bytes]]) -> None:
    assert [name for name, content in unpacked(data).items() if b"TRAINERONLY" in content] == []


def test_carries_only_its_own_standard(data: bytes, standard: Kind, unpacked: Callable[[bytes], dict[str, bytes]]) -> None:
    calls = {Kind.SCORM12: b"LMSInitialize", Kind.SCORM2004: b"API_1484_11"}
    script = unpacked(data)["player/player.js"]
    assert [kind for kind, call in calls.items() if call in script] == [standard]


@pytest.mark.parametrize(
    ("profile", "told"),
    [
        ("generic", {"passed": "completed", "failed": "incomplete"}),
        ("moodle", {"passed": "completed", "failed": "failed"}),
        ("igot", {"passed": "completed", "failed": "incomplete", "answers": "loose", "closing": "when-done"}),
        ("openedx", {"passed": "completed", "failed": "incomplete"}),
    ],
)
def test_the_scripts_are_told_of_the_system(
    editions: Editions,
    packed: Callable[..., bytes],
    unpacked: Callable[[bytes], dict[str, bytes]],
    profile: str,
    told: dict[str, str],
) -> None:
    page = unpacked(packed(editions["en"], profile=PROFILES[profile]))["index.html"].decode()
    found = re.search(r'id="data">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    assert json.loads(found[1])["settings"] == told


def test_another_kind_is_refused(editions: Editions, packed: Callable[..., bytes]) -> None:
    with pytest.raises(KeyError):
        packed(editions["en"], standard=Kind.HANDBOOK)
