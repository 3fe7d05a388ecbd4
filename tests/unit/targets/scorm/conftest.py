"""Packages of a small curriculum, unpacked."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from builders.model.artefacts import Kind
from builders.model.curriculum import Curriculum
from builders.reading.curriculum import read

LEARNER = Path(__file__).parents[3] / "curricula" / "valid" / "learner"


@pytest.fixture(scope="session")
def editions() -> dict[str, Curriculum]:
    return dict(read(LEARNER).editions)


@pytest.fixture(params=[Kind.SCORM12, Kind.SCORM2004])
def standard(request: pytest.FixtureRequest) -> Kind:
    return Kind(request.param)


@pytest.fixture
def data(editions: dict[str, Curriculum], standard: Kind, packed: Callable[..., bytes]) -> bytes:
    return packed(editions["en"], standard=standard)


@pytest.fixture
def unpacked() -> Callable[[bytes], dict[str, bytes]]:
    def unpack(data: bytes) -> dict[str, bytes]:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    return unpack
