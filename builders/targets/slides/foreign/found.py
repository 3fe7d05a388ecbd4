"""What an academy's template has: the nodes between reading it and matching our layouts with its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from builders.targets.slides.foreign.colours import Palette
from builders.targets.slides.foreign.relations import Relation
from builders.targets.slides.frame import Frame

TITLES = ("title", "ctrTitle")
WORDS = ("body", "subTitle", "")
"""The kinds of placeholders that take text; an empty kind takes anything."""
EDGES = ("dt", "ftr", "sldNum", "hdr")


@dataclass(frozen=True, slots=True)
class Place:
    """A placeholder of a layout. ``kind`` is its type in the file, empty for one that takes anything; ``frame`` where its words
    stand, in points; ``size`` of the first level in points; ``caps`` says that small letters are shown as capitals; ``settled``
    that the layout itself gives its place, upright and on the page."""

    kind: str
    idx: int
    frame: Frame
    size: float
    bold: bool
    caps: bool
    colour: str
    align: str
    settled: bool

    @property
    def takes_words(self) -> bool:
        return self.kind in WORDS

    def takes(self, kind: str) -> bool:
        """Whether it takes one of our kinds: title, body, pic, tbl or chart."""
        if kind == "title":
            return self.kind in TITLES
        return self.takes_words if kind == "body" else self.kind in {kind, ""}


@dataclass(frozen=True, slots=True)
class Found:
    """A layout. ``type`` is PresentationML's, empty where it is the academy's own; ``ground`` the colour behind its content as
    RRGGBB, the likeliest where ``busy`` says that there is a picture or a gradient; ``stage`` the largest place for content;
    ``art`` are the places of shapes and pictures that are no backdrop; ``upright`` says that its words run as words here do."""

    part: str
    name: str
    type: str
    places: tuple[Place, ...]
    ground: str
    busy: bool
    stage: Frame
    art: tuple[Frame, ...]
    upright: bool

    @property
    def title(self) -> Place | None:
        return next((place for place in self.places if place.kind in TITLES), None)

    @property
    def contents(self) -> tuple[Place, ...]:
        """What is neither title nor furniture: in columns from the left where several stand side by side, each from above."""
        inside = [place for place in self.places if place.kind not in (*TITLES, *EDGES)]
        return tuple(sorted(inside, key=lambda place: (round(place.frame.x / 40), place.frame.y)))

    @property
    def begins_with_title(self) -> bool:
        """Whether the title stands above the content, as it is read."""
        return self.title is not None and self.title.frame.y < self.stage.y + self.stage.h / 2

    def place(self, kind: str) -> Place | None:
        return next((place for place in self.places if place.kind == kind), None)


@dataclass(frozen=True, slots=True)
class Template:
    """A template that decks can be written onto. ``parts`` are its parts with their relationships; ``masters`` the ids and names
    of its slide masters; ``notes`` and ``handouts`` are empty where it has no such master; ``page`` and ``paper`` are sizes in
    points; ``fonts`` are its typefaces: headings, text, complex scripts. ``left_out`` says what decks do not take over."""

    name: str
    parts: Mapping[str, tuple[Relation, ...]]
    types: Mapping[str, str]
    data: Mapping[str, bytes]
    masters: tuple[tuple[int, str], ...]
    notes: str
    handouts: str
    page: tuple[float, float]
    paper: tuple[float, float]
    layouts: tuple[Found, ...]
    palette: Palette
    fonts: tuple[str, str, str]
    table_styles: str
    left_out: tuple[str, ...]

    @property
    def bytes(self) -> int:
        """What it adds to every deck, unpacked."""
        return sum(map(len, self.data.values()))
