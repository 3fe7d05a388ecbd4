"""A session file: text comes in, its front matter, segments with blocks, and findings go out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from builders.diagnostics.finding import Finding
from builders.diagnostics.location import Location
from builders.model.modules import CORE, Segment
from builders.model.text import Text
from builders.reading.blocks import SLUG, BlockReader
from builders.reading.directives import DEPTHS
from builders.reading.document import Document
from builders.reading.outline import Heading, outline
from builders.reading.yaml_events import parse_yaml

_KEYS = ("id", "minutes", "depth", "from")


@dataclass(frozen=True, slots=True)
class Stamped:
    """A segment with the digest that its translation records; empty in a source."""

    segment: Segment
    made_from: str


@dataclass(frozen=True, slots=True)
class SessionFile:
    """A session as its file has it, before ids are checked against anything."""

    front: Document
    segments: tuple[Stamped, ...]


def parse_session(
    text: str, file: str, *, module: str, language: str, source: bool
) -> tuple[SessionFile | None, tuple[Finding, ...]]:
    """``source`` is false for a translation, whose segments take minutes and depth from the source."""
    lines = text.split("\n")
    end = next((index for index, line in enumerate(lines[1:], start=1) if line.rstrip() == "---"), 0)
    if lines[0].rstrip() != "---" or not end:
        what = "the front matter is not closed" if lines[0].rstrip() == "---" else "the file does not begin with front matter"
        return None, (Finding(Location(file, 1, 1), "M001", what),)
    front, front_findings = parse_yaml("\n".join(lines[1:end]), file, first_line=2)
    headings, findings = outline(lines[end + 1 :], file, end + 2)
    reader = BlockReader(module, language)
    segments = tuple(_segment(heading, reader, source=source) for heading in headings)
    if not headings:
        reader.findings.append(Finding(Location(file, end + 1, 1), "M007", "the session has no segments"))
    everything = (*front_findings, *findings, *reader.findings)
    return (SessionFile(front, segments) if front is not None else None), everything


def _segment(heading: Heading, reader: BlockReader, *, source: bool) -> Stamped:
    values = heading.attributes
    for key in values:
        if key not in _KEYS or (not source and key in ("minutes", "depth")) or (source and key == "from"):
            fix = (
                "in a translation times come from the source"
                if key in _KEYS and not source
                else f"known are: {', '.join(_KEYS[:3])}"
            )
            reader.findings.append(Finding(heading.at, "M005", f"a segment has no attribute `{key}` here", fix))
    id, minutes, depth = values.get("id", ""), values.get("minutes", ""), values.get("depth", CORE if not source else "")
    missing = [
        key for key, value in (("#id", id), ("minutes", minutes), ("depth", depth)) if not value and (source or key == "#id")
    ]
    if missing:
        reader.findings.append(Finding(heading.at, "M007", f"the heading of `{heading.title}` has no {' and no '.join(missing)}"))
    if id and not SLUG.match(id):
        reader.findings.append(Finding(heading.at, "S005", f"`{id}` is not an id", "ids are lower-case ASCII: `a-z`, `0-9`, `-`"))
    if minutes and not (minutes.isdecimal() and 0 < int(minutes) <= _MOST_MINUTES):
        fix = f"write whole minutes from 1 to {_MOST_MINUTES}: `minutes=15`"
        reader.findings.append(Finding(heading.at, "M005", f"minutes are not a number of minutes: `{minutes}`", fix))
        minutes = ""
    if depth and depth not in DEPTHS:
        reader.findings.append(Finding(heading.at, "M005", f"there is no depth `{depth}`", f"write one of {', '.join(DEPTHS)}"))
    title = Text(heading.title, reader.language, replace(heading.at, column=4))
    blocks = reader.blocks(heading.body)
    return Stamped(Segment(id, title, int(minutes or 0), depth or CORE, blocks, heading.at), values.get("from", ""))


_MOST_MINUTES = 240
