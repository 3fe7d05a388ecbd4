"""The small curriculum with every kind of question, and a module whose words attack every format that they are written in."""

from __future__ import annotations

import dataclasses
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from builders.model.curriculum import Curriculum
from builders.model.modules import Media, Module
from builders.model.questions import Question
from builders.model.text import Text
from builders.reading.curriculum import read
from builders.rendering.plain import to_plain

LEARNER = Path(__file__).parents[3] / "curricula" / "valid" / "learner"

ATTACK = (
    r"[plain]~50%=a->b#c{d}:e\n\\=\# // /* ::x:: &&058; %50% $CATEGORY: ]]> <!-- & < > \" ' `~=#{}` "
    '<script>alert(1)</script><img src=x onerror=alert(2)><a href="javascript:alert(3)">x</a> प्रश्न क्ष\u200dत्र'
    "\n\n\n// comment\n\n$CATEGORY: stolen\n\n::stolen:: {T}\n\n]]></text></question><question>"
)
"""Signs of GIFT, XML and HTML, blank lines and lines that begin like GIFT's own, and Devanagari with a joiner."""


@pytest.fixture(scope="session")
def editions() -> dict[str, Curriculum]:
    return dict(read(LEARNER).editions)


@pytest.fixture(scope="session")
def curriculum(editions: dict[str, Curriculum]) -> Curriculum:
    return editions["en"]


@pytest.fixture(scope="session")
def module(curriculum: Curriculum) -> Module:
    return curriculum.modules[0]


def _attacked(node: Any) -> Any:
    """The same nodes with every text an attack, each told apart by its own first word."""
    if isinstance(node, Text):
        return dataclasses.replace(node, value=f"{node.value.strip()} {ATTACK}")
    if isinstance(node, tuple):
        return tuple(_attacked(each) for each in node)
    if dataclasses.is_dataclass(node) and not isinstance(node, type):
        fields = {field.name: _attacked(getattr(node, field.name)) for field in dataclasses.fields(node) if field.name != "at"}
        return dataclasses.replace(node, **fields)
    return node


@pytest.fixture(scope="session")
def attacked(curriculum: Curriculum) -> tuple[Module, Curriculum]:
    """The module with attacks for words, in its curriculum."""
    module = curriculum.modules[0]
    hostile = dataclasses.replace(module, questions=_attacked(module.questions))
    return hostile, dataclasses.replace(curriculum, modules=(hostile,))


@pytest.fixture(scope="session")
def pictured(curriculum: Curriculum) -> tuple[Module, Curriculum]:
    """The module with a picture in a stem, an answer and a feedback."""
    module = curriculum.modules[0]
    first = module.questions[0]
    shown = "Look: ![lamp > rope](media/Lamp_One.png)"
    choice = dataclasses.replace(first.choices[0], text=_text(first, shown), feedback=_text(first, shown))
    asked = dataclasses.replace(first, stem=_text(first, shown), choices=(choice, *first.choices[1:]))
    with_pictures = dataclasses.replace(module, questions=(asked, *module.questions[1:]))
    return with_pictures, dataclasses.replace(curriculum, modules=(with_pictures,))


@pytest.fixture(scope="session")
def lamp(module: Module) -> Media:
    return next(media for media in module.media if media.path == "media/Lamp_One.png")


def _text(question: Question, words: str) -> Text:
    return dataclasses.replace(question.stem, value=words)


@pytest.fixture(scope="session")
def words() -> Any:
    """A function from Markdown to the words that a reader must find in the output, spaces aside."""

    def squeezed(text: Text) -> str:
        return "".join(to_plain(text.value).split())

    return squeezed


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
def qti_items(
    tree: Callable[[bytes], Element], unpacked: Callable[[bytes], dict[str, bytes]]
) -> Callable[[bytes], dict[str, Element]]:
    """A function from a QTI 2.1 package to its items by id."""

    def items(data: bytes) -> dict[str, Element]:
        files = {name: content for name, content in unpacked(data).items() if name.startswith("items/")}
        return {name.removeprefix("items/").removesuffix(".xml"): tree(content) for name, content in files.items()}

    return items
