"""Sources by number: nodes of the model come in, the sources that they cite in the order of their first mention go out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import is_dataclass

from builders.model.blocks import Online, Reference
from builders.model.curriculum import Curriculum, Source
from builders.model.text import Text, compared_fields, texts_in
from builders.rendering.references import References, mentions
from builders.targets.slides.page import Line, Words

UNVERIFIED = "†"
"""Stands beside the number of a source that nobody has verified yet."""

_NUMBER = re.compile(rf"\[(\d+){UNVERIFIED}?\]")


def references_in(*nodes: object) -> Iterator[Reference]:
    """Every leaf that stands for something defined elsewhere."""
    for node in nodes:
        if isinstance(node, Reference):
            yield node
        elif isinstance(node, tuple):
            yield from references_in(*node)
        elif is_dataclass(node) and not isinstance(node, type | Text | Online):
            for name in compared_fields(type(node)):
                yield from references_in(getattr(node, name))


def sources_of(curriculum: Curriculum, *nodes: object) -> tuple[Source, ...]:
    """What the nodes and all that they refer to cite. An id without a source is left out: a rule reports it."""
    cited = {
        mention.target: None
        for text in texts_in(*nodes, *_referred(curriculum, *nodes))
        if "[@" in text.value
        for mention in mentions(text.value)
        if mention.kind == "cite"
    }
    found = (curriculum.source(id) for id in cited)
    return tuple(source for source in found if source is not None)


def numbered(sources: tuple[Source, ...]) -> References:
    """Citations as numbers."""
    return References(citations={source.id: (label(source, at), "") for at, source in enumerate(sources, start=1)})


def label(source: Source, number: int) -> str:
    return f"{number}{UNVERIFIED}" if source.status != "verified" else str(number)


def cited_in(lines: Iterable[Line], sources: Sequence[Source], language: str) -> tuple[Line, ...]:
    """The sources whose numbers stand in lines, one line for each; ``language`` is that of their titles."""
    found = {int(number) for line in lines if "[" in line.text for number in _NUMBER.findall(line.text)}
    return tuple(
        Line(
            (Words(f"[{label(source, at)}] ", bold=True), Words(f"{source.title} – {source.publisher}".removesuffix(" – "))),
            language,
        )
        for at, source in enumerate(sources, start=1)
        if at in found
    )


def _referred(curriculum: Curriculum, *nodes: object) -> Iterator[object]:
    for reference in references_in(*nodes):
        match reference.kind:
            case "question":
                yield curriculum.question(reference.target)
            case "scenario":
                yield curriculum.scenario(reference.target)
            case "sop":
                yield curriculum.sop(reference.target)
