"""Judging how decks will look: an edition or a presentation comes in, findings and lines about layouts go out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from builders.diagnostics.finding import Finding, nearest
from builders.diagnostics.location import Location
from builders.model.curriculum import Curriculum
from builders.model.text import place
from builders.model.theme import Fonts, Theme
from builders.targets.slides.faces import DEVANAGARI, LATIN, is_measured
from builders.targets.slides.foreign.failure import UnusableError
from builders.targets.slides.foreign.report import Report, report

MOST_BYTES = 20 << 20
"""Of a presentation that is read."""

_HEAVY = 3 << 20  # bytes, from which on a template is felt in every deck
_HOW = {
    "named": "as the theme file says",
    "name": "its name",
    "type": "its kind",
    "places": "its placeholders",
}


@dataclass(frozen=True, slots=True)
class CheckedTheme:
    """``findings`` are sorted by place; ``lines`` tell what fits, what is missing and what is used instead, none for a file that
    decks cannot be written onto."""

    findings: tuple[Finding, ...]
    lines: tuple[str, ...]


def check_theme(path: Path) -> CheckedTheme:
    """Judge a presentation as a template by itself. Raises OSError where it cannot be read."""
    at = Location(path.as_posix())
    size = path.stat().st_size
    if size > MOST_BYTES:
        message = f"it has {size:,} bytes; at most {MOST_BYTES:,} are read"
        return CheckedTheme((Finding(at, "V011", message, "take out its slides and large pictures"),), ())
    judged, found = _judged(path.read_bytes(), {}, at, path.name)
    return CheckedTheme(tuple(sorted(found)), tuple(_lines(path.name, judged)) if judged else ())


def looks(source: Curriculum) -> Iterator[Finding]:
    """A finding for everything that keeps decks from looking as their theme says."""
    theme = source.theme
    if theme.template is None:
        yield from _unmeasured(theme.fonts, theme.at)
        return
    yield from _without_effect(theme)
    if theme.template.data:
        _, found = _judged(theme.template.data, dict(theme.layouts), theme.template.at, theme.template.path)
        yield from found


def _judged(data: bytes, layouts: Mapping[str, str], at: Location, name: str) -> tuple[Report | None, list[Finding]]:
    try:
        judged = report(data, layouts)
    except UnusableError as error:
        return None, [Finding(at, "V011", f"decks cannot be written onto `{name}`: {error}", error.fix)]
    return judged, [*_findings(judged, at, name)]


def _findings(judged: Report, at: Location, name: str) -> Iterator[Finding]:
    for layout, wanted in judged.unknown:
        message = f"`{name}` has no layout `{wanted}`, which stands for `{layout}`"
        yield Finding(place(wanted, at), "V013", message, nearest(wanted, judged.names))
    for code, basic in (("V012", True), ("V015", False)):
        instead = judged.instead(basic=basic)
        if instead:
            told = "; ".join(f"`{theirs}` is used for {', '.join(ours)}" for theirs, ours in instead.items())
            yield Finding(at, code, f"`{name}` lacks layouts: {told}")
    if judged.bytes > _HEAVY:
        yield Finding(at, "V014", f"`{name}` adds {judged.bytes / 1e6:.1f} MB to every deck")
    if judged.left_out:
        yield Finding(at, "V016", f"decks take no slides or extras over from `{name}`: {', '.join(judged.left_out)}")
    if judged.unmeasured:
        yield Finding(at, "V017", f"nobody has measured {_listed(judged.unmeasured)}")


def _unmeasured(fonts: Fonts, at: Location) -> Iterator[Finding]:
    kinds = ((LATIN, fonts.latin), (LATIN, fonts.headings), (DEVANAGARI, fonts.complex))
    names = tuple(dict.fromkeys(name for kind, name in kinds if name and not is_measured(kind, name)))
    if names:
        yield Finding(at, "V017", f"nobody has measured {_listed(names)}")


def _without_effect(theme: Theme) -> Iterator[Finding]:
    """What the theme file says and the template overrules."""
    usual = Theme()
    told = {
        "colours": theme.colours,
        "ground": theme.ground != usual.ground,
        "fonts": theme.fonts != usual.fonts,
        "logo": theme.logo,
    }
    names = [name for name, said in told.items() if said]
    if names:
        yield Finding(theme.at, "V018", f"{_listed(tuple(names))} of theme.yaml: the template has its own")


def _listed(names: tuple[str, ...]) -> str:
    *first, last = (f"`{name}`" for name in names)
    return f"{', '.join(first)} and {last}" if first else last


def _lines(name: str, judged: Report) -> Iterator[str]:
    wide, high = (length / 72 for length in judged.page)
    layouts = f"{len(judged.names)} layout{'s' if len(judged.names) != 1 else ''}"
    yield f"{name}: “{judged.name}”, {wide:.1f} × {high:.1f} inches, {layouts}, {', '.join(judged.fonts) or 'no fonts named'}"
    for title, missing in (("fits", False), ("missing", True)):
        found = [match for match in judged.matches.values() if match.missing == missing]
        if found:
            yield ""
            yield f"{title:16}{'used instead' if missing else 'layout':32}{'' if missing else 'known by'}".rstrip()
            for match in found:
                yield f"  {match.layout:14}{match.found.name:30}  {'' if missing else _HOW[match.how]}".rstrip()
    if judged.without_footer or judged.without_notes:
        yield ""
    if judged.without_footer:
        yield f"No footer on {_listed(judged.without_footer)}: what stands there in our decks is left out."
    if judged.without_notes:
        yield "No master for notes pages: ours is used."
