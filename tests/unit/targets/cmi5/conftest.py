"""cmi5 packages of a small curriculum, unpacked."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from builders.model.curriculum import Curriculum
from builders.reading.curriculum import read
from builders.targets.cmi5 import package
from builders.targets.packaging.assemble import publications
from builders.targets.packaging.content import Content

LEARNER = Path(__file__).parents[3] / "curricula" / "valid" / "learner"


@pytest.fixture(scope="session")
def editions() -> dict[str, Curriculum]:
    return dict(read(LEARNER).editions)


@pytest.fixture
def packed5() -> Callable[..., tuple[Content, bytes]]:
    """Content and package of editions: of the module ``kit`` where nothing else is named."""

    def make(*chosen: Curriculum, module: str = "kit", course: str = "", granularity: str = "") -> tuple[Content, bytes]:
        wanted = publications(chosen, module="" if course else module, course=course)
        return package(wanted, granularity=granularity)

    return make


@pytest.fixture
def unpacked() -> Callable[[bytes], dict[str, bytes]]:
    def unpack(data: bytes) -> dict[str, bytes]:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    return unpack
