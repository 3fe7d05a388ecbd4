"""What a template is good for: its bytes and the author's names for layouts come in, what fits and what is missing goes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from builders.targets.slides.faces import DEVANAGARI, LATIN, is_measured
from builders.targets.slides.foreign.look import template_in
from builders.targets.slides.foreign.matching import Match, matched, unknown_names
from builders.targets.slides.theme import theme

BASIC = ("title", "section", "bullets", "two-content")
"""The layouts that every template should have; for the others most have none, and the nearest serves well."""


@dataclass(frozen=True, slots=True)
class Report:
    """``matches`` are by our names, in our order; ``unknown`` pairs our names with names that no layout of the template has.
    ``fonts`` are its typefaces, ``unmeasured`` those of them whose width nobody has measured; ``page`` is in points, ``bytes``
    what it adds to every deck before packing. ``names`` are those of its own layouts."""

    name: str
    page: tuple[float, float]
    names: tuple[str, ...]
    fonts: tuple[str, ...]
    unmeasured: tuple[str, ...]
    matches: Mapping[str, Match]
    unknown: tuple[tuple[str, str], ...]
    without_footer: tuple[str, ...]
    without_notes: bool
    bytes: int
    left_out: tuple[str, ...]

    def instead(self, *, basic: bool) -> dict[str, tuple[str, ...]]:
        """The template's layouts that stand in for others, with those: the basic ones or the rest."""
        found: dict[str, tuple[str, ...]] = {}
        for name, match in self.matches.items():
            if match.missing and (name in BASIC) == basic:
                found[match.found.name] = (*found.get(match.found.name, ()), name)
        return found


def report(data: bytes, layouts: Mapping[str, str]) -> Report:
    """``layouts`` are names of the template's layouts by ours. Raises UnusableError for what decks cannot be written onto."""
    template = template_in(data)
    matches = matched(template.layouts, tuple(theme().layouts), layouts)
    used = {match.found.name: match.found for match in matches.values()}
    headings, text, other = template.fonts
    kinds = ((LATIN, headings), (LATIN, text), (DEVANAGARI, other))
    return Report(
        name=template.name,
        page=template.page,
        names=tuple(found.name for found in template.layouts),
        fonts=tuple(dict.fromkeys(name for _, name in kinds if name)),
        unmeasured=tuple(dict.fromkeys(name for kind, name in kinds if name and not is_measured(kind, name))),
        matches=matches,
        unknown=unknown_names(template.layouts, layouts),
        without_footer=tuple(name for name, found in used.items() if found.place("ftr") is None),
        without_notes=not template.notes,
        bytes=template.bytes,
        left_out=template.left_out,
    )
