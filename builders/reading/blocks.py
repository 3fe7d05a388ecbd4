"""Typed blocks: an outline's containers and prose come in, the model's blocks and findings go out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from builders.diagnostics.finding import Finding, nearest
from builders.diagnostics.location import Location
from builders.model.blocks import (
    Activity,
    Aside,
    Block,
    Column,
    Columns,
    Debrief,
    Facilitator,
    Notes,
    Online,
    Prose,
    Reference,
    Slide,
)
from builders.model.text import Text
from builders.reading.directives import CONTAINERS, GROUPS, LAYOUTS, LEAVES, METHODS, SEGMENT
from builders.reading.outline import Chunk, Container

SLUG = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*\Z")
_TITLE = re.compile(r"\s*#{2,6}\s+(?P<title>.+?)\s*#*\s*$")


@dataclass
class BlockReader:
    """Turns one session's containers into blocks. ``module`` completes ids that are written without it."""

    module: str
    language: str
    findings: list[Finding] = field(default_factory=list)

    def blocks(self, container: Container) -> tuple[Block, ...]:
        """The children of a container (or of a segment's body) in their order."""
        found = []
        for child in container.children:
            block = Prose(self._text(child.text, child.at)) if isinstance(child, Chunk) else self._block(child, container.name)
            if block is not None:
                found.append(block)
        return tuple(found)

    def _block(self, container: Container, parent: str) -> Block | None:
        directive = (LEAVES if container.argument else CONTAINERS).get(container.name)
        if directive is None:
            return None  # reported by the outline
        if parent not in directive.parents:
            places = ", ".join("a segment" if place == SEGMENT else f"`{place}`" for place in directive.parents)
            self._report(container.at, "M008", f"`{container.name}` stands in {_place(parent)}", f"it may stand in {places}")
        for key in container.attributes:
            if key not in directive.attributes:
                self._report(
                    container.at, "M005", f"`{container.name}` has no attribute `{key}`", nearest(key, directive.attributes)
                )
        if container.argument:
            target = (
                container.argument
                if "." in container.argument or container.name == "video"
                else f"{self.module}.{container.argument}"
            )
            return Reference(container.name, target, container.at)
        return self._typed(container)

    def _typed(self, container: Container) -> Block:
        match container.name:
            case "slide":
                return self._slide(container)
            case "activity":
                return self._activity(container)
            case "columns":
                columns = tuple(block for block in self.blocks(container) if isinstance(block, Column))
                return Columns(columns, container.at)
            case "notes":
                return Notes(self.blocks(container), container.at)
            case "facilitator":
                return Facilitator(self.blocks(container), container.at)
            case "debrief":
                return Debrief(self.blocks(container), container.at)
            case "online":
                return Online(self.blocks(container), container.at)
            case "column":
                return Column(self.blocks(container), container.at)
            case kind:
                return Aside(kind, self._attribute_text(container, "title"), self.blocks(container), container.at)

    def _slide(self, container: Container) -> Slide:
        title, at = "", container.at
        for index, child in enumerate(container.children):
            if isinstance(child, Chunk):
                heading = _TITLE.match(child.lines[0])
                if heading:
                    title, at = heading["title"], child.at
                    rest = child.lines[1:]
                    while rest and not rest[0].strip():
                        rest = rest[1:]
                    moved = Location(at.file, at.line + len(child.lines) - len(rest), at.column)
                    container.children[index : index + 1] = [Chunk(rest, moved)] if rest else []
                break
        if not title:
            self._report(container.at, "M010", "the slide does not begin with a `###` heading")
        layout = container.attributes.get("layout", "")
        if layout and layout not in LAYOUTS:
            self._report(container.at, "M005", f"there is no layout `{layout}`", f"there are: {', '.join(LAYOUTS)}")
        blocks = self.blocks(container)
        notes = tuple(note for block in blocks if isinstance(block, Notes) for note in block.children)
        shown = tuple(block for block in blocks if not isinstance(block, Notes))
        return Slide(self._text(title, at), shown, notes, container.at, layout, self._id(container))

    def _activity(self, container: Container) -> Activity:
        values = container.attributes
        method, group, minutes = values.get("method", ""), values.get("group", ""), values.get("minutes", "0")
        if method and method not in METHODS:
            self._report(container.at, "M005", f"there is no method `{method}`", nearest(method, METHODS))
        if group and group not in GROUPS and not group.isdecimal():
            self._report(container.at, "M005", f"there is no grouping `{group}`", f"write a number, or one of {', '.join(GROUPS)}")
        if not minutes.isdecimal():
            self._report(container.at, "M005", f"minutes are not a number: `{minutes}`", "write whole minutes: `minutes=10`")
            minutes = "0"
        title, materials = self._attribute_text(container, "title"), self._attribute_text(container, "materials")
        return Activity(self._id(container), title, method, group, int(minutes), materials, self.blocks(container), container.at)

    def _id(self, container: Container) -> str:
        found = container.attributes.get("id", "")
        if found and not SLUG.match(found):
            self._report(container.at, "S005", f"`{found}` is not an id", "ids are lower-case ASCII: `a-z`, `0-9`, `-`")
        return found

    def _text(self, value: str, at: Location) -> Text:
        return Text(value, self.language, at)

    def _attribute_text(self, container: Container, key: str) -> Text | None:
        value = container.attributes.get(key, "")
        return self._text(value, container.at) if value else None

    def _report(self, at: Location, code: str, message: str, fix: str = "") -> None:
        self.findings.append(Finding(at, code, message, fix))


def _place(parent: str) -> str:
    return "a segment" if parent == SEGMENT else f"`{parent}`"
