"""The small curriculum with every kind of question as a publication, and its cartridges unpacked."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from builders.model.curriculum import Curriculum
from builders.model.modules import Module
from builders.model.publications import Publication, of_course, of_module
from builders.reading.curriculum import read
from builders.targets.cartridge import package
from builders.targets.packaging.wording import Wording

LEARNER = Path(__file__).parents[3] / "curricula" / "valid" / "learner"


@pytest.fixture(scope="session")
def editions() -> dict[str, Curriculum]:
    return dict(read(LEARNER).editions)


@pytest.fixture(scope="session")
def curriculum(editions: dict[str, Curriculum]) -> Curriculum:
    return editions["en"]


@pytest.fixture(scope="session")
def module(curriculum: Curriculum) -> Module:
    return curriculum.modules[0]


@pytest.fixture(scope="session")
def publication(module: Module) -> Publication:
    return of_module(module)


@pytest.fixture(scope="session")
def course(curriculum: Curriculum) -> Publication:
    return of_course(curriculum.courses[0], curriculum)


@pytest.fixture(scope="session")
def wording(curriculum: Curriculum) -> Wording:
    return Wording(curriculum, area="cartridge")


@pytest.fixture(scope="session")
def tree() -> Callable[[bytes], Element]:
    """A function from the bytes of a document to its outermost element."""

    def parsed(data: bytes) -> Element:
        return ElementTree.fromstring(data)  # noqa: S314 - our own output

    return parsed


@pytest.fixture(scope="session")
def unpacked() -> Callable[[bytes], dict[str, bytes]]:
    """A function from a zip to its files by name, in their order."""

    def files(data: bytes) -> dict[str, bytes]:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    return files


@pytest.fixture(scope="session")
def cartridge(publication: Publication, curriculum: Curriculum, unpacked: Callable[[bytes], dict[str, bytes]]) -> dict[str, bytes]:
    """The files of a Common Cartridge 1.3."""
    return unpacked(package((publication, curriculum), version="1.3")[1])


@pytest.fixture(scope="session")
def hindi(editions: dict[str, Curriculum], unpacked: Callable[[bytes], dict[str, bytes]]) -> dict[str, bytes]:
    edition = editions["hi"]
    return unpacked(package((of_module(edition.modules[0]), edition), version="1.1")[1])
