"""What a cartridge or an item bank holds: its files come in, pages, quizzes and questions by id go out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from builders.comparison.change import Topic
from builders.comparison.nodes import Passage
from builders.comparison.opening.failure import NotAPackageError
from builders.comparison.opening.page import passage, read_page
from builders.comparison.opening.tree import Element, parse

_ITEMS = {"item": "ident", "assessmentItem": "identifier"}
_TESTS = {"assessment": "ident", "assessmentTest": "identifier"}
_ANSWERS = ("response_label", "simpleChoice", "simpleAssociableChoice")
_ASKED = ("item", "assessmentItemRef")

_GIFT_ID = re.compile(r"^// \[id:([^\]]+)\]", re.MULTILINE)
_GIFT_CATEGORY = re.compile(r"^\$CATEGORY: (\S+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Entry:
    """``parts`` are the ids of a question's answers or of a test's questions, in order."""

    passage: Passage
    parts: tuple[str, ...] = ()


Entries = Mapping[tuple[Topic, str], Entry]


def in_files(texts: Mapping[str, bytes], manifest: str) -> Entries:
    """The pages of a cartridge by path; tests and questions of QTI 1.2 and 2.1 by id."""
    found: dict[tuple[Topic, str], Entry] = {}
    for path, data in sorted(texts.items()):
        if path.endswith(".html"):
            found[Topic.PAGE, path] = Entry(read_page(data.decode("utf-8", "replace")).frame)
        elif path.endswith(".xml") and path != manifest:
            for key, entry in _qti(parse(data, path)):
                found.setdefault(key, entry)
    return found


def moodle_xml(root: Element) -> tuple[str, Entries]:
    """The name of the bank's category, and its questions."""
    questions = [element for element in root.children if element.name == "question"]
    asked = [element for element in questions if element.get("type") != "category"]
    category = next((element.said("category", "text") for element in questions if element.get("type") == "category"), "")
    return _own(category), {(Topic.QUESTION, element.said("idnumber")): Entry(_passage(element)) for element in asked}


def gift(text: str) -> tuple[str, Entries]:
    """The name of the bank's category, and its questions: they stand between blank lines, with their ids in a comment."""
    category = _GIFT_CATEGORY.search(text)
    blocks = [(found[1], block) for block in text.split("\n\n") if (found := _GIFT_ID.search(block))]
    if category is None or not blocks:
        raise NotAPackageError("this is neither a zip nor an item bank of this program")
    return _own(category[1]), {(Topic.QUESTION, id): Entry(passage(block, "")) for id, block in blocks}


def _own(category: str) -> str:
    """``kit`` of ``$course$/top/kit/kit.use``."""
    return (category.removeprefix("$course$/top/").split("/") or [""])[0]


def _qti(root: Element) -> Iterator[tuple[tuple[Topic, str], Entry]]:
    for element in root.walk(*_TESTS):
        id = element.get(_TESTS[element.name])
        parts = tuple(part.get("ident") or part.get("identifier") for part in element.walk(*_ASKED))
        yield (Topic.TEST, id), Entry(passage(element.get("title"), element.said("rubric")), parts)
    for element in root.walk(*_ITEMS):
        answers = tuple(part.get("ident") or part.get("identifier") for part in element.walk(*_ANSWERS))
        yield (Topic.QUESTION, element.get(_ITEMS[element.name])), Entry(_passage(element), answers)


def _passage(root: Element) -> Passage:
    """All words of an element, and how they are marked up and scored."""
    elements = list(root.walk())
    return passage(
        " ".join(element.text for element in elements),
        "\n".join(f"{element.name} {sorted(element.attributes.items())}" for element in elements),
    )
