"""Fonts for print: languages come in, the families to set them in and findings where the machine has none go out."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from builders.diagnostics.finding import Finding
from builders.diagnostics.location import Location
from builders.rendering.languages import language

FAMILIES = {
    "Latn": ("Noto Sans", "DejaVu Sans", "Liberation Sans", "Arial", "Segoe UI", "Helvetica Neue", "Libertinus Serif"),
    "Deva": (
        "Noto Sans Devanagari",
        "Noto Serif Devanagari",
        "Lohit Devanagari",
        "Nirmala UI",
        "Mangal",
        "Kohinoor Devanagari",
        "Devanagari Sangam MN",
    ),
}
"""The families that will do for a script, the best first. Libertinus Serif comes with Typst."""


@cache
def installed() -> frozenset[str]:
    """The families that Typst finds on this machine, those that it brings along included; none where it is not installed."""
    if find_spec("typst") is None:
        return frozenset()
    import typst  # noqa: PLC0415 - an extra, and slow to import

    return frozenset(typst.Fonts().families())


@cache
def fingerprint() -> str:
    """A digest of the font files that sheets are set with: other files give other bytes, so it belongs in a cache's key."""
    if find_spec("typst") is None:
        return ""
    import typst  # noqa: PLC0415 - as above

    used = set(families())
    paths = {font.path for font in typst.Fonts().fonts() if font.family in used and font.path}
    digest = sha256()
    for path in sorted(paths, key=lambda path: Path(path).name):
        digest.update(sha256(Path(path).read_bytes()).digest())
    return digest.hexdigest()


def families() -> tuple[str, ...]:
    """What a sheet is set in: one family for each script, Latin first; scripts without a font are left out."""
    return tuple(family for script in FAMILIES if (family := family_of(script)))


def family_of(script: str) -> str:
    """The best installed family of a script, empty where there is none."""
    return next((family for family in FAMILIES.get(script, ()) if family in installed()), "")


def printable(languages: Iterable[str], *, at: Location) -> tuple[tuple[str, ...], tuple[Finding, ...]]:
    """The languages that this machine can print, and a finding for each that it cannot, or one for all where Typst is missing."""
    wanted = tuple(languages)
    if find_spec("typst") is None:
        return (), (Finding(at, "W001", "nothing can be printed: Typst is not installed"),)
    able = tuple(code for code in wanted if family_of(language(code).script))
    missing = [code for code in wanted if code not in able]
    return able, tuple(
        Finding(at, "W002", f"nothing is printed in {language(code).name}: no font for its script") for code in missing
    )
