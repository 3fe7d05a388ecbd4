"""What stands for something else in prose: Markdown with citations and inner links comes in, plain Markdown goes out.

A citation ``[@bnss-173; @lalita]``, a link to a ``term:``, ``session:``, ``sop:`` or ``scenario:`` and the path of a
picture (``media/…``) mean something different in each target, so each gives the addresses and this module puts them in.
A film or recording is written like a picture, ``![what it shows](media/counter.mp4)``; a target that plays none shows a link.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from builders.model.clips import is_clip

SCHEMES = ("term", "session", "sop", "scenario")

_CODE = re.compile(r"(```.*?```|`[^`\n]*`)", re.DOTALL)
_CITATION = re.compile(r" ?\[(@[a-z0-9][a-z0-9.-]*(?:\s*;\s*@[a-z0-9][a-z0-9.-]*)*)\]")
_LINK = re.compile(rf"(?<!!)\[(?P<words>[^\]]*)\]\((?P<key>(?:{'|'.join(SCHEMES)}):[^)\s]+)\)")
_SHOWN = re.compile(r"!\[(?P<words>[^\]]*)\]\((?P<path>media/[^)\s]+)\)")
_MEDIA = re.compile(r"(?P<before>\]\()(?P<path>media/[^)\s]+)")


@dataclass(frozen=True, slots=True)
class References:
    """The addresses of one target.

    ``citations`` gives for a source's id its label and address (an empty address: no link); ``links`` gives the
    address for ``term:zero-fir`` and the like, and for ``media/name.png``. ``plays`` says that films and recordings are
    played where they stand: they stay written like pictures.
    """

    citations: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)
    plays: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """Something that prose refers to: ``kind`` is cite, media or a scheme; ``offset`` counts characters from the start."""

    kind: str
    target: str
    offset: int


def mentions(markdown: str) -> Iterator[Mention]:
    """All that a text refers to, outside code."""
    position = 0
    for index, part in enumerate(_CODE.split(markdown)):
        if index % 2 == 0:
            for match in _CITATION.finditer(part):
                for cited in re.finditer(r"@([a-z0-9][a-z0-9.-]*)", match[1]):
                    yield Mention("cite", cited[1], position + match.start(1) + cited.start())
            for match in _LINK.finditer(part):
                kind, _, target = match["key"].partition(":")
                yield Mention(kind, target, position + match.start())
            for match in _MEDIA.finditer(part):
                yield Mention("media", match["path"], position + match.start("path"))
        position += len(part)


def resolve(markdown: str, references: References) -> str:
    """Plain Markdown with every citation a link to its source and every inner link an address.

    What has no address keeps its words and loses its link: rules report it, readers are not sent nowhere.
    """
    parts = _CODE.split(markdown)
    return "".join(part if index % 2 else _resolve_part(part, references) for index, part in enumerate(parts))


def _resolve_part(text: str, references: References) -> str:
    def citation(match: re.Match[str]) -> str:
        ids = re.findall(r"@([a-z0-9][a-z0-9.-]*)", match[1])
        labels = [references.citations[id] for id in ids if id in references.citations]
        return "".join(f"[[{label}]]({address})" if address else f" \\[{label}\\]" for label, address in labels)

    def link(match: re.Match[str]) -> str:
        address = references.links.get(match["key"], "")
        return f"[{match['words']}]({address})" if address else match["words"]

    def clip(match: re.Match[str]) -> str:
        if references.plays or not is_clip(match["path"]):
            return match[0]
        return f"[{match['words']}]({match['path']})" if match["path"] in references.links else match["words"]

    def media(match: re.Match[str]) -> str:
        return match["before"] + references.links.get(match["path"], match["path"])

    return _MEDIA.sub(media, _SHOWN.sub(clip, _LINK.sub(link, _CITATION.sub(citation, text))))
