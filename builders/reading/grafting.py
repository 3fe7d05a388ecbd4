"""A session's translation over its source: source and translated blocks come in, blocks with the source's keys go out.

The translation is the whole text again, so each block must find its twin; ids, times, methods and references are the source's.
"""

from __future__ import annotations

from dataclasses import replace

from builders.diagnostics.finding import Finding, nearest
from builders.diagnostics.location import Location
from builders.model.blocks import Activity, Block, Columns, Prose, Reference, Slide, children_of
from builders.model.modules import Segment
from builders.model.text import Text
from builders.reading.sessions import Stamped
from builders.reading.stamps import Stamp, words_digest


class DifferentError(Exception):
    """Source and translation are not built alike; ``at`` is where they part."""

    def __init__(self, message: str, at: Location) -> None:
        super().__init__(message)
        self.message, self.at = message, at


def graft_segments(
    source: tuple[Segment, ...], translated: tuple[Stamped, ...], *, at: Location
) -> tuple[tuple[Segment, ...], tuple[Finding, ...], tuple[Stamp, ...]]:
    """The source's segments with the translation's words where these fit. ``at`` is the translation's front matter."""
    by_id = {stamped.segment.id: stamped for stamped in translated}
    findings: list[Finding] = []
    stamps: list[Stamp] = []
    segments: list[Segment] = []
    for segment in source:
        stamped = by_id.pop(segment.id, None)
        if stamped is None:
            findings.append(Finding(at, "L001", f"segment `{segment.id}` is not translated"))
            segments.append(segment)
            continue
        stale = _compare(segment, stamped, findings, stamps)
        try:
            segments.append(_segment(segment, stamped.segment, stale=stale))
        except DifferentError as different:
            findings.append(Finding(different.at, "L003", f"segment `{segment.id}`: {different.message}"))
            segments.append(segment)
    known = tuple(segment.id for segment in source)
    findings += [
        Finding(stamped.segment.at, "L004", f"the source has no segment `{id}`", nearest(id, known))
        for id, stamped in by_id.items()
    ]
    return tuple(segments), tuple(findings), tuple(stamps)


def _compare(segment: Segment, stamped: Stamped, findings: list[Finding], stamps: list[Stamp]) -> bool:
    digest = words_digest(segment)
    if stamped.made_from == digest:
        return False
    at, fix = stamped.segment.at, f"compare, then `from={digest}` in the heading"
    if stamped.made_from:
        findings.append(Finding(at, "L002", f"the source of segment `{segment.id}` has changed", fix))
    else:
        findings.append(Finding(at, "L005", f"segment `{segment.id}` has no `from`", fix))
    stamps.append(Stamp(at, digest, bool(stamped.made_from)))
    return bool(stamped.made_from)


def _segment(source: Segment, ours: Segment, *, stale: bool) -> Segment:
    blocks = _blocks(source.blocks, ours.blocks, at=ours.at, stale=stale)
    return replace(source, title=_text(ours.title, stale=stale), blocks=blocks)


def _blocks(source: tuple[Block, ...], ours: tuple[Block, ...], *, at: Location, stale: bool) -> tuple[Block, ...]:
    for theirs, own in zip(source, ours, strict=False):
        if type(theirs) is not type(own) or _label(theirs) != _label(own):
            raise DifferentError(f"{_label(own)} stands here, {_label(theirs)} in the source", _place(own, at))
    if len(source) != len(ours):
        where = _place(ours[len(source)], at) if len(ours) > len(source) else at
        longer, verb = (ours, "has no") if len(ours) > len(source) else (source, "has")
        raise DifferentError(f"{len(ours)} blocks here, {len(source)} in the source, which {verb} "
                             f"{_label(longer[min(len(source), len(ours))])} at this place", where)  # fmt: skip
    return tuple(_block(theirs, own, stale=stale) for theirs, own in zip(source, ours, strict=True))


def _block(source: Block, ours: Block, *, stale: bool) -> Block:
    match source, ours:
        case Prose(), Prose():
            return Prose(_text(ours.text, stale=stale))
        case Reference(), _:
            return source
        case Slide(), Slide():
            children = _blocks(source.children, ours.children, at=ours.at, stale=stale)
            notes = _blocks(source.notes, ours.notes, at=ours.at, stale=stale)
            return replace(source, title=_text(ours.title, stale=stale), children=children, notes=notes)
        case Columns(), Columns():
            return replace(source, columns=_blocks(source.columns, ours.columns, at=ours.at, stale=stale))  # type: ignore[arg-type]
        case Activity(), Activity():
            title = _text(ours.title, stale=stale) if ours.title else source.title
            materials = _text(ours.materials, stale=stale) if ours.materials else source.materials
            children = _blocks(source.children, ours.children, at=ours.at, stale=stale)
            return replace(source, title=title, materials=materials, children=children)
        case _:
            title = getattr(ours, "title", None)
            with_title = {"title": _text(title, stale=stale)} if isinstance(title, Text) else {}
            children = _blocks(children_of(source), children_of(ours), at=ours.at, stale=stale)  # type: ignore[union-attr]
            return replace(source, children=children, **with_title)  # type: ignore[arg-type]


def _text(text: Text, *, stale: bool) -> Text:
    return replace(text, stale=stale)


def _label(block: Block) -> str:
    if isinstance(block, Reference):
        return f"`:: {block.kind} {block.target}`"
    kind = getattr(block, "kind", type(block).__name__.lower())
    return f"`{kind}`"


def _place(block: Block, default: Location) -> Location:
    return block.text.at if isinstance(block, Prose) else getattr(block, "at", default)
