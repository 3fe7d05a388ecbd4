"""The directives of a session's Markdown: which names there are, their attributes and where they may stand."""

from __future__ import annotations

import re
from dataclasses import dataclass

SEGMENT = "segment"
"""The parent of what stands directly in a segment."""

_ANY_TEXT = ("segment", "activity", "debrief", "online", "facilitator", "notes", "callout", "caution", "example", "column")


@dataclass(frozen=True, slots=True)
class Directive:
    """``parents`` are the names of containers that it may stand in; ``attributes`` those that it takes."""

    name: str
    parents: tuple[str, ...]
    attributes: tuple[str, ...] = ()


CONTAINERS: dict[str, Directive] = {
    directive.name: directive
    for directive in (
        Directive("slide", (SEGMENT,), ("layout", "id")),
        Directive("notes", ("slide",)),
        Directive("facilitator", (SEGMENT, "activity")),
        Directive("activity", (SEGMENT,), ("id", "title", "method", "group", "minutes", "materials")),
        Directive("debrief", (SEGMENT, "activity")),
        Directive("online", ("activity",)),
        Directive("callout", _ANY_TEXT, ("title",)),
        Directive("caution", _ANY_TEXT, ("title",)),
        Directive("example", _ANY_TEXT, ("title",)),
        Directive("keypoints", (SEGMENT,)),
        Directive("columns", ("slide", SEGMENT, "activity", "online")),
        Directive("column", ("columns",)),
    )
}

LEAVES: dict[str, Directive] = {
    directive.name: directive
    for directive in (
        Directive("question", (SEGMENT, "activity", "online")),
        Directive("scenario", (SEGMENT, "activity")),
        Directive("sop", (SEGMENT, "activity")),
        Directive("video", (SEGMENT, "activity")),
    )
}

METHODS = (
    "discussion",
    "pairs",
    "group-work",
    "role-play",
    "case",
    "demonstration",
    "practice",
    "reflection",
    "plenary",
    "teach-back",
)
GROUPS = ("pairs", "plenary", "alone")
LAYOUTS = (
    "title",
    "section",
    "bullets",
    "two-content",
    "comparison",
    "picture",
    "picture-text",
    "full-picture",
    "table",
    "timetable",
    "quote",
    "keypoints",
    "grid",
    "process",
    "bar-chart",
    "line-chart",
)
DEPTHS = ("core", "extended")

_ATTRIBUTE = re.compile(r"""\s*(?:\#(?P<id>[^\s}=]+)|(?P<key>[A-Za-z][\w-]*)=(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"}]+)))""")


def parse_attributes(text: str) -> tuple[dict[str, str], str]:
    """The inside of ``{#id key=value key="several words"}`` as a mapping, and the rest that could not be read."""
    found: dict[str, str] = {}
    position = 0
    while match := _ATTRIBUTE.match(text, position):
        if match["id"]:
            found["id"] = match["id"]
        else:
            found[match["key"]] = match["quoted"] if match["quoted"] is not None else match["bare"]
        position = match.end()
    return found, text[position:].strip()
