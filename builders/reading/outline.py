"""A session's Markdown as an outline: text comes in, segments of nested containers, leaves and prose go out, with findings.

The syntax is that of Pandoc's fenced divs, which Quarto, MyST and the Carpentries Workbench share: ``:::`` and a name opens,
``:::`` alone closes, ``::`` is a leaf. Here nothing is judged but the syntax; ``blocks`` gives it its types.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from builders.diagnostics.finding import Finding, nearest
from builders.diagnostics.location import Location
from builders.reading.directives import CONTAINERS, LEAVES, SEGMENT, parse_attributes

MOST_DEPTH = 8


@dataclass(slots=True)
class Chunk:
    """Lines of prose."""

    lines: list[str]
    at: Location

    @property
    def text(self) -> str:
        return "\n".join(self.lines).strip("\n")


@dataclass(slots=True)
class Container:
    """A container or, with ``argument``, a leaf."""

    name: str
    attributes: dict[str, str]
    at: Location
    argument: str = ""
    children: list[Container | Chunk] = field(default_factory=list)


@dataclass(slots=True)
class Heading:
    """A ``##`` heading with all that stands under it."""

    title: str
    attributes: dict[str, str]
    at: Location
    body: Container


_FENCE = re.compile(r"\s*(```+|~~~+)")
_OPEN = re.compile(r"\s*:{3,}\s*(?P<name>[A-Za-z][\w-]*)\s*(?:\{(?P<attributes>.*)\}\s*)?(?P<rest>.*)$")
_CLOSE = re.compile(r"\s*:{3,}\s*$")
_LEAF = re.compile(r"\s*::(?!:)\s*(?P<name>[A-Za-z][\w-]*)\s*(?P<argument>[^{\s]*)\s*(?P<rest>.*)$")
_SEGMENT = re.compile(r"##(?!#)\s+(?P<title>.*?)\s*(?:\{(?P<attributes>[^{}]*)\}\s*)?$")
_TOP = re.compile(r"#(?!#)\s")


def outline(lines: list[str], file: str, first_line: int) -> tuple[tuple[Heading, ...], tuple[Finding, ...]]:
    """The segments of a session's body. ``first_line`` is the line of the file at which ``lines`` begin."""
    builder = _Outliner(file)
    for number, line in enumerate(lines, start=first_line):
        builder.take(line, Location(file, number, len(line) - len(line.lstrip()) + 1))
    builder.close_all()
    return tuple(builder.headings), tuple(builder.findings)


class _Outliner:
    def __init__(self, file: str) -> None:
        self.file = file
        self.headings: list[Heading] = []
        self.findings: list[Finding] = []
        self.open: list[Container] = []
        self.fence = ""
        self.stray_text = False
        self.too_deep = 0  # containers that are open and not read

    def take(self, line: str, at: Location) -> None:
        fence = _FENCE.match(line)
        if self.fence:
            if fence and fence[1].startswith(self.fence):
                self.fence = ""
            self._prose(line, at)
        elif fence:
            self.fence = fence[1]
            self._prose(line, at)
        elif heading := _SEGMENT.match(line):
            self._segment(heading, at)
        elif _CLOSE.match(line):
            self._close(at)
        elif opened := _OPEN.match(line):
            self._container(opened, at)
        elif leaf := _LEAF.match(line):
            self._leaf(leaf, at)
        else:
            if _TOP.match(line):
                self._report(at, "M011", f"`{line.strip()[:40]}` is a heading of the first level")
            self._prose(line, at)

    def close_all(self) -> None:
        for container in self.open[1:]:
            self._report(container.at, "M002", f"`::: {container.name}` is opened here and not closed before the segment ends")
        self.open = []
        self.too_deep = 0

    def _report(self, at: Location, code: str, message: str, fix: str = "") -> None:
        self.findings.append(Finding(at, code, message, fix))

    def _segment(self, match: re.Match[str], at: Location) -> None:
        self.close_all()
        attributes = self._attributes(match["attributes"] or "", at)
        body = Container(SEGMENT, {}, at)
        self.headings.append(Heading(match["title"], attributes, at, body))
        self.open = [body]

    def _container(self, match: re.Match[str], at: Location) -> None:
        name = match["name"]
        if match["rest"]:
            self._report(at, "M005", f"`{match['rest'].strip()}` behind `::: {name}` cannot be read",
                         'attributes go in braces: `{#id key=value key="several words"}`')  # fmt: skip
        if name not in CONTAINERS:
            fix = f"write `:: {name}`: it is a leaf and has no end" if name in LEAVES else nearest(name, tuple(CONTAINERS))
            self._report(at, "M004", f"there is no container `{name}`", fix)
        container = Container(name, self._attributes(match["attributes"] or "", at), at)
        if len(self.open) >= MOST_DEPTH:
            if not self.too_deep:
                self._report(at, "F005", f"containers are nested more than {MOST_DEPTH} deep")
            self.too_deep += 1  # what it holds is read as part of the one around it: those above need not fear depth
            return
        self._append(container, at)
        self.open.append(container)

    def _leaf(self, match: re.Match[str], at: Location) -> None:
        name, argument = match["name"], match["argument"]
        if name not in LEAVES:
            fix = f"write `::: {name}` and close it with `:::`" if name in CONTAINERS else nearest(name, tuple(LEAVES))
            self._report(at, "M004", f"there is no leaf `{name}`", fix)
        elif not argument:
            self._report(at, "M009", f"`:: {name}` names nothing")
        elif match["rest"]:
            self._report(at, "M005", f"`{match['rest'].strip()}` behind `:: {name} {argument}` cannot be read")
        self._append(Container(name, {}, at, argument or "-"), at)

    def _close(self, at: Location) -> None:
        if self.too_deep:
            self.too_deep -= 1
        elif len(self.open) > 1:
            self.open.pop()
        else:
            self._report(at, "M003", "`:::` closes nothing")

    def _attributes(self, text: str, at: Location) -> dict[str, str]:
        attributes, rest = parse_attributes(text)
        if rest:
            self._report(
                at, "M005", f"`{rest}` is not an attribute", 'attributes look like `#id`, `key=value` or `key="several words"`'
            )
        return attributes

    def _append(self, container: Container, at: Location) -> None:
        if self.open:
            self.open[-1].children.append(container)
        else:
            self._stray(at)

    def _prose(self, line: str, at: Location) -> None:
        if not self.open:
            if line.strip():
                self._stray(at)
            return
        children = self.open[-1].children
        if children and isinstance(children[-1], Chunk):
            children[-1].lines.append(line)
        elif line.strip():
            children.append(Chunk([line], at))

    def _stray(self, at: Location) -> None:
        if not self.stray_text:
            self._report(at, "M006", "this stands before the first `##` heading")
        self.stray_text = True


def containers_in(container: Container) -> Iterator[Container]:
    """All containers and leaves inside one, depth first."""
    for child in container.children:
        if isinstance(child, Container):
            yield child
            yield from containers_in(child)
