"""How decks look, as an academy says it in ``theme.yaml``: comes out of the reader, goes into rules and decks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from builders.diagnostics.location import Location
from builders.model.contrast import blended
from builders.model.text import Text

FILE = "curriculum/theme.yaml"

LIGHT: Mapping[str, str] = {
    "ink": "1C2430",
    "paper": "FFFFFF",
    "deep": "16294A",
    "pale": "FBF8F3",
    "main": "1D4E94",
    "highlight": "E8871E",
    "second": "0F6673",
    "right": "1F7346",
    "caution": "A93A22",
    "quiet": "5A6577",
    "link": "1D4E94",
    "visited": "5A3E85",
}
"""The colours of a light ground by the names that authors use, as RRGGBB."""

DARK: Mapping[str, str] = {
    **LIGHT,
    "deep": "24406E",
    "main": "8FB8F2",
    "highlight": "F0A24A",
    "second": "6CCBD6",
    "right": "7AD19C",
    "caution": "F5A08A",
    "quiet": "AEB8C6",
    "link": "9CC6FF",
    "visited": "CDB2F0",
}
"""Those of a dark ground: what is written on it is lighter."""

_GROUNDS: Mapping[str, Mapping[str, str]] = {
    "light": {"ground": "paper", "text": "ink", "title": "deep", "plate": "pale"},
    "dark": {"ground": "ink", "text": "paper", "title": "pale", "plate": "deep"},
}

PAIRS: tuple[tuple[str, str, str], ...] = (
    ("text", "ground", "what slides say"),
    ("title", "ground", "titles"),
    ("second", "ground", "the line above a title"),
    ("main", "ground", "titles of questions"),
    ("right", "ground", "titles of answers"),
    ("quiet", "ground", "footers and captions"),
    ("link", "ground", "links"),
    ("visited", "ground", "links that were followed"),
    ("paper", "deep", "title pages and headers of tables"),
    ("pale", "deep", "footers of title pages"),
    ("highlight", "deep", "the line above the title of a title page"),
    ("ground", "main", "names of columns and steps"),
    ("ground", "second", "the panel of an activity"),
    ("ground", "right", "what is right"),
    ("ground", "caution", "what goes wrong"),
    ("deep", "highlight", "marks"),
    ("text", "main/20", "cards"),
    ("text", "second/8", "columns side by side"),
    ("title", "main/20", "names on cards"),
    ("link", "main/12", "links on cards"),
    ("text", "highlight/25", "decisions"),
    ("title", "highlight/25", "names of decisions"),
    ("text", "right/15", "right answers"),
    ("text", "quiet/12", "notes on cards"),
    ("text", "plate", "tags in the corner"),
)
"""What is written on what: words, their ground, and where. ``main/20`` covers the ground with 20 per cent of a colour."""


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour that the theme file gives: ``value`` is RRGGBB."""

    name: str
    value: str
    at: Location = field(compare=False)


@dataclass(frozen=True, slots=True)
class Fonts:
    """Names of typefaces. ``headings`` is empty for that of the text; ``complex`` sets Devanagari and its like; ``scripts`` pairs
    an ISO 15924 code with the font that stands in where a system lacks the complex one."""

    latin: str = "Arial"
    headings: str = ""
    complex: str = "Nirmala UI"
    scripts: tuple[tuple[str, str], ...] = (("Deva", "Noto Sans Devanagari"),)


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that the theme names. ``path`` is as written, relative to ``curriculum/``; ``data`` is empty where there is no such
    file."""

    path: str
    data: bytes = field(repr=False)
    at: Location = field(compare=False)


@dataclass(frozen=True, slots=True)
class Theme:
    """``ground`` is light or dark. ``logo_on_dark`` is the logo for dark grounds. ``template`` is an academy's own presentation:
    its look is kept, and ``layouts`` pairs names of layouts with those that it calls them by."""

    colours: tuple[Colour, ...] = ()
    ground: str = "light"
    fonts: Fonts = Fonts()
    logo: Attached | None = None
    logo_on_dark: Attached | None = None
    footer: Text | None = None
    template: Attached | None = None
    layouts: tuple[tuple[str, str], ...] = ()
    at: Location = field(compare=False, default=Location(FILE))

    @property
    def palette(self) -> dict[str, str]:
        """Every colour by its name, those of the file over those of its ground."""
        return {**(DARK if self.ground == "dark" else LIGHT), **{colour.name: colour.value for colour in self.colours}}

    def pairs(self) -> Iterator[tuple[str, str, str, str, str]]:
        """For each of ``PAIRS``: the names of the two colours, the second perhaps with a share; both as they are seen; where."""
        roles, palette = _GROUNDS[self.ground], self.palette
        for role, under, where in PAIRS:
            base, _, share = under.partition("/")
            words, name = roles.get(role, role), roles.get(base, base)
            seen = blended(palette[name], palette[roles["ground"]], int(share) / 100) if share else palette[name]
            yield words, f"{name}/{share}" if share else name, palette[words], seen, where
