"""Which words a translation was made from: a node comes in, the digest of its own words goes out.

A stamped node answers for the words in it down to the next stamped node, so that a change to one question leaves the
translations of the others current.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

from builders.diagnostics.location import Location
from builders.model.courses import Course
from builders.model.curriculum import Competency, Curriculum, Term, Video
from builders.model.modules import Module, Segment, Session
from builders.model.questions import Question
from builders.model.scenarios import Ending, Node, Scenario
from builders.model.sops import Sop, Step
from builders.model.text import Text
from builders.model.theme import Theme

STAMPED = (
    Course,
    Competency,
    Curriculum,
    Term,
    Video,
    Module,
    Segment,
    Session,
    Question,
    Ending,
    Node,
    Scenario,
    Sop,
    Step,
    Theme,
)
LENGTH = 8


@dataclass(frozen=True, slots=True)
class Stamp:
    """A digest that a translation should record and does not. ``at`` is where ``from`` stands, or where the translated
    item begins when it has none (``present`` false)."""

    at: Location
    digest: str
    present: bool


def words_digest(node: object) -> str:
    """Eight hexadecimal digits over the node's own words."""
    hasher = hashlib.sha256()
    for text in _own_words(node, top=True):
        data = text.value.encode()
        hasher.update(b"%d:" % len(data))
        hasher.update(data)
    return hasher.hexdigest()[:LENGTH]


def _own_words(node: object, *, top: bool = False) -> Iterator[Text]:
    if isinstance(node, Text):
        yield node
    elif isinstance(node, tuple):
        for item in node:
            yield from _own_words(item)
    elif is_dataclass(node) and (top or not isinstance(node, STAMPED)):
        for field in fields(node):
            yield from _own_words(getattr(node, field.name))
