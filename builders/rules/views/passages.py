"""Every passage of words in an edition: a curriculum comes in, texts with their module and exact places go out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any

from builders.diagnostics.location import Location
from builders.model.blocks import Prose
from builders.model.curriculum import Curriculum, Need, Source
from builders.model.modules import Media, Module
from builders.model.text import Text

_CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with the module that it belongs to, ``None`` above modules.

    ``words`` is the text with blanks in the place of code: what stands in code is shown, not followed. ``verbatim`` says
    that the text stands in its file as it is here, which holds for a session's prose and not for what YAML has folded.
    """

    text: Text
    module: Module | None
    words: str
    verbatim: bool

    @property
    def marked(self) -> bool:
        """Whether anything may stand in it but words: without a bracket there is no link, picture, citation or HTML."""
        return "[" in self.text.value or "<" in self.text.value

    def at(self, offset: int) -> Location:
        """Where a character of the text stands: exact in prose, the line in a literal block of YAML, otherwise where the
        value begins."""
        start = self.text.at
        if not self.verbatim and "\n" not in self.text.value:
            return start
        line = start.line + self.text.value.count("\n", 0, offset)
        if not self.verbatim:
            return Location(start.file, line + 1, 1)  # the value begins on the line after its `|`
        return Location(start.file, line, offset - self.text.value.rfind("\n", 0, offset))


def passages(curriculum: Curriculum) -> Iterator[Passage]:
    """All texts in the edition's own language: those that it borrows from the source are judged there."""
    above = (curriculum.title, curriculum.issuer, curriculum.courses, curriculum.terms, curriculum.competencies, curriculum.videos)
    yield from _own(above, None, curriculum.language)
    if curriculum.language == curriculum.source_language:
        for need in curriculum.needs:
            yield from _own(_words_of_need(need, curriculum.language), None, curriculum.language)
    for module in curriculum.modules:
        if module.translated:
            yield from _own(module, module, curriculum.language)


def _words_of_need(need: Need, language: str) -> tuple[Text, ...]:
    return tuple(Text(words, language, need.at) for words in (need.statement, need.evidence))


def _own(node: object, module: Module | None, language: str) -> Iterator[Passage]:
    for text, verbatim in _texts(node):
        if text.language == language and text:
            words = _CODE.sub(lambda code: " " * len(code[0]), text.value) if "`" in text.value else text.value
            yield Passage(text, module, words, verbatim)


def _texts(node: object) -> Iterator[tuple[Text, bool]]:
    """Every text in a node, in reading order, with whether it is prose. A stack, not recursion: depth is the author's."""
    waiting: list[Any] = [node]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Text):
            yield value, False
        elif isinstance(value, Prose):
            yield value.text, True
        elif isinstance(value, tuple):
            waiting.extend(reversed(value))
        elif names := _inner(value.__class__):
            waiting.extend([getattr(value, name) for name in names])


@cache
def _inner(kind: type) -> tuple[str, ...]:
    """The fields of a node that may hold texts, last first; none of what is no node."""
    if kind in (Location, Media, Source) or not is_dataclass(kind):
        return ()
    return tuple(reversed([field.name for field in fields(kind)]))
