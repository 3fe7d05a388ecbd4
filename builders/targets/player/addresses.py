"""Where prose points to inside the package: citations, glossary terms, sessions, procedures, scenarios, pictures.

The mappings remember what was asked for: the package then lists the sources it cites, in the order in which a reader
meets them, explains the terms it uses, and carries no picture that only trainers see.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from builders.model.curriculum import Curriculum, Source, Term
from builders.model.modules import Media, Module
from builders.targets.player.plan import Plan

_SAFE_NAME = re.compile(r"[a-z0-9][a-z0-9._-]*")


class Citations(Mapping[str, tuple[str, str]]):
    """Label and address for the id of a source; sources are numbered as they are first looked up."""

    def __init__(self, curriculum: Curriculum, *, unverified: str) -> None:
        self._known = {source.id: source for source in curriculum.sources}
        self._unverified = unverified
        self._numbers: dict[str, int] = {}

    def __getitem__(self, id: str) -> tuple[str, str]:
        source = self._known[id]
        number = self._numbers.setdefault(id, len(self._numbers) + 1)
        label = str(number) if source.status == "verified" else f"{number}, {self._unverified}"
        return label, f"#source-{id}"

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)

    def cited(self) -> tuple[tuple[int, Source], ...]:
        """Number and source of every citation so far."""
        return tuple((number, self._known[id]) for id, number in self._numbers.items())


class Links(Mapping[str, str]):
    """The address for ``term:…``, ``session:…``, ``sop:…``, ``scenario:…`` and ``media/…`` in one module's prose."""

    def __init__(self, module: Module, curriculum: Curriculum, planned: Plan) -> None:
        self._terms = {term.id: term for term in curriculum.terms}
        self.media = module.media
        self._media = {media.path: media for media in module.media}
        self._module = module.id
        self._anchors = _anchors(planned)
        self.used_terms: dict[str, Term] = {}
        self.used_media: dict[str, Media] = {}

    def __getitem__(self, key: str) -> str:
        kind, _, target = key.partition(":")
        if kind == "term":
            self.used_terms[target] = self._terms[target]
            return f"#term-{target}"
        if key in self._media:
            path = media_path(self._module, key)
            self.used_media[path] = self._media[key]
            return path
        return self._anchors[key]

    def __iter__(self) -> Iterator[str]:
        return iter((*(f"term:{id}" for id in self._terms), *self._media, *self._anchors))

    def __len__(self) -> int:
        return len(self._terms) + len(self._media) + len(self._anchors)


def _anchors(planned: Plan) -> dict[str, str]:
    """Only what is in this package: a learner is not sent to where nothing is."""
    sessions = {f"session:{page.session.id}": f"#{anchor(page.id)}" for page in reversed(planned.segments)}
    scenarios = {f"scenario:{scenario.id}": f"#scenario-{scenario.id}" for scenario in planned.scenarios}
    return sessions | scenarios | {f"sop:{sop.id}": f"#sop-{sop.id}" for sop in planned.sops}


def anchor(page: str) -> str:
    """The id of a page's element."""
    return f"page-{page}"


def media_path(module: str, path: str) -> str:
    """Where a picture lies in the package: an ASCII lower-case name, its digest in front where the author's is none."""
    name = PurePosixPath(path).relative_to("media").as_posix().replace("/", "-")
    if not _SAFE_NAME.fullmatch(name):
        stem = re.sub(r"[^a-z0-9.]+", "-", name.lower()).strip("-")
        name = f"{hashlib.sha256(name.encode()).hexdigest()[:8]}-{stem}"
    return f"media/{module}/{name}"
