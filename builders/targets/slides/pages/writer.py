"""The hand that writes a deck: an edition and a course come in, lines in the right language and pages with their furniture go
out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from builders.model.curriculum import Curriculum, Source
from builders.model.modules import Module
from builders.model.text import Text, texts_in
from builders.model.timetable import clock
from builders.rendering.languages import language
from builders.rendering.paragraphs import HEADING, TEXT, Paragraph, Picture, Run, Table, to_paragraphs, to_runs
from builders.rendering.references import References
from builders.rendering.words import words
from builders.targets.slides.fitting import Setter
from builders.targets.slides.frame import Frame
from builders.targets.slides.metrics import width
from builders.targets.slides.page import Box, Holder, Line, Page, Words, words_of
from builders.targets.slides.pages.citing import UNVERIFIED, cited_in
from builders.targets.slides.pages.editions import Edition
from builders.targets.slides.pages.pieces import Image, Piece
from builders.targets.slides.pages.tables import Sheet
from builders.targets.slides.theme import FOOTER, KICKER, TITLE, Look, theme

_DOT = "  ·  "  # between the parts of a footer
_MOST = 0.75  # of a footer, for what is never cut
_SMALL = (12, 11)  # for the words around a slide, where they are long


@dataclass(frozen=True, slots=True)
class Writer:
    """``module`` is the one that the pages belong to, ``None`` for pages of the course; pages are filed under ``section``;
    ``kicker`` stands above their titles, and ``when`` begins their notes. ``date`` is that of the source (ISO 8601), ``edition``
    says whom the deck is for; ``hidden`` pages are left out of the show; ``cited`` are the deck's sources by number."""

    curriculum: Curriculum
    references: References
    course: Text
    module: Module | None = None
    section: str = ""
    kicker: Line | None = None
    when: Line | None = None
    date: str = ""
    edition: Edition = Edition.TRAINERS
    hidden: bool = False
    cited: tuple[Source, ...] = ()
    look: Look = field(default_factory=theme)

    @property
    def for_participants(self) -> bool:
        return self.edition == Edition.PARTICIPANTS

    @property
    def setter(self) -> Setter:
        return Setter(self.look.script(language(self.curriculum.language).script), self.look)

    def word(self, key: str, **values: object) -> str:
        return words("slides", self.curriculum.language)[key].format(**values)

    def say(self, key: str, **values: object) -> Line:
        """An interface word as a line."""
        return self.plain(self.word(key, **values))

    def plain(self, words_: str, *, bold: bool = False, size: float = 0, colour: str = "", kind: str = TEXT) -> Line:
        """Words of ours in the edition's language."""
        return Line((Words(words_, bold=bold),), self.curriculum.language, kind=kind, size=size, colour=colour)

    def label(self, key: str, **values: object) -> Line:
        """An interface word as a heading in the notes."""
        return self.plain(self.word(key, **values), kind=HEADING)

    def ours(self, words_: str, *, bold: bool = False) -> Words:
        """Words of ours beside an author's, which may be in another language."""
        return Words(words_, bold=bold, language=self.curriculum.language)

    def timed(self, start: int | None, minutes: int, title: Line) -> Line:
        """A heading of the notes: when, how long, what. ``start`` is in minutes after midnight, ``None`` where nobody knows."""
        times = f"{self.span(start, start + minutes)} · " if start is not None else ""
        begin = self.ours(f"{times}{self.word('minutes', n=minutes)} · ")
        return Line((begin, *title.runs), title.language, kind=HEADING)

    def span(self, start: int, end: int) -> str:
        """From when to when, as ``09:30–10:45``."""
        return self.word("span", start=clock(start), end=clock(end))

    def extended(self, line: Line, words_: str) -> Line:
        """A line with words of ours at its end."""
        return replace(line, runs=(*line.runs, self.ours(words_)))

    def numbered(self, title: Line, number: int, of: int) -> Line:
        """A title with ``(1/2)`` behind its last word where it is one of several; never alone on a row."""
        return self.extended(title, f"\u00a0{self.word('part', n=number, of=of)}") if of > 1 else title

    def line(self, text: Text, *, before: str = "", after: str = "", bold: bool = False, kind: str = TEXT) -> Line:
        """An author's words in one paragraph, with words of ours around them."""
        runs = _words(to_runs(text.value, self.references))
        if bold:
            runs = tuple(replace(run, bold=True) for run in runs)
        start = (self.ours(before, bold=True),) if before else ()
        end = (self.ours(after),) if after else ()
        return Line((*start, *runs, *end), text.language, kind=kind)

    def pieces(self, text: Text) -> tuple[Piece, ...]:
        """An author's prose: runs of paragraphs, tables and pictures in their order."""
        pieces: list[Piece] = []
        for content in to_paragraphs(text.value, self.references):
            match content:
                case Paragraph():
                    line = Line(_words(content.runs), text.language, content.kind, content.level, content.number)
                    if pieces and isinstance(pieces[-1], tuple):
                        pieces[-1] = (*pieces[-1], line)
                    else:
                        pieces.append((line,))
                case Table():
                    pieces.append(self._sheet(content, text.language))
                case Picture():
                    pieces.append(Image(self._media(content.path), content.alt, text.language))
        return tuple(pieces)

    def lines(self, text: Text) -> tuple[Line, ...]:
        """An author's prose as paragraphs alone, for the notes: a table row becomes a line, a picture its alternative text."""
        found: list[Line] = []
        for piece in self.pieces(text):
            match piece:
                case Sheet():
                    found += [_joined(row) for row in piece.rows]
                case Image():
                    found.append(Line((Words(piece.alt),), text.language))
                case _:
                    found += piece
        return tuple(found)

    def frame(self, layout: str, idx: int = 1) -> Frame:
        """Where a layout has its placeholder ``idx``."""
        return self.look.layouts[layout].holder(idx).frame

    def stage(self, layout: str) -> Frame:
        """Where the content of a layout stands, whatever it is."""
        return self.look.layouts[layout].stage

    def page(
        self,
        layout: str,
        title: Line,
        boxes: Iterable[Box] = (),
        *,
        shown: Sequence[object] = (),
        notes: Iterable[Line] = (),
        kicker: Line | None = None,
        keys: tuple[str, ...] = (),
    ) -> Page:
        """A page with its furniture; ``shown`` are the nodes whose words it shows, for the marks. Its title is set at the
        largest size at which it fits."""
        placed = tuple(boxes)
        above = kicker or self.kicker
        fitted = self._title(layout, title)
        if fitted.text.endswith("…") and fitted.text != title.text:
            notes = (replace(title, kind=TEXT), *notes)  # nothing is lost
        place = self._place(fitted) if layout == "section" and self.look.ours else None
        if place is not None:  # the words follow close under the title, whether that has one row or two
            placed = tuple(replace(box, frame=self._under(place)) if isinstance(box, Holder) else box for box in placed)
        return Page(
            layout=layout,
            title=fitted,
            place=place,
            boxes=placed,
            notes=self.noted(
                (*((self.when,) if self.when else ()), *notes), on_page=tuple(line for box in placed for line in words_of(box))
            ),
            section=self.section,
            footer=self._footer(layout),
            kicker=self._in_one_row(above, layout, KICKER) if above else None,
            marks=self._marks(shown, placed),
            keys=keys,
            hidden=self.hidden,
        )

    def series(
        self,
        title: Line,
        parts: Sequence[tuple[str, Sequence[Box]]],
        *,
        shown: Sequence[object] = (),
        notes: Iterable[Line] = (),
        kicker: Line | None = None,
        keys: tuple[str, ...] = (),
    ) -> tuple[Page, ...]:
        """One page for each layout with its boxes, numbered ``(1/2)`` where there are several; the notes go to the first."""
        pages = []
        for number, (layout, boxes) in enumerate(parts, start=1):
            name = self.numbered(title, number, len(parts))
            first = number == 1
            pages.append(
                self.page(layout, name, boxes, shown=shown, notes=notes if first else (), kicker=kicker, keys=keys if first else ())
            )
        return tuple(pages)

    def noted(self, notes: tuple[Line, ...], *, on_page: tuple[Line, ...] = ()) -> tuple[Line, ...]:
        """Notes as they stand on a page: none for participants; for trainers with the sources of page and notes at their end, and
        the sign for unverified ones explained."""
        if self.for_participants:
            return ()
        legend, heading = self.plain(f"{UNVERIFIED} {self.word('unverified-mark')}"), self.label("notes-sources")
        told = notes[: notes.index(heading)] if heading in notes else notes
        told = tuple(line for line in told if line != legend)
        earlier = notes[len(told) :]
        sources = cited_in((*told, *earlier, *on_page), self.cited, self.curriculum.source_language)
        if sources:
            told = (*told, heading, *sources)
        return (*told, legend) if any(UNVERIFIED in line.text for line in told) else told

    def _marks(self, shown: Sequence[object], boxes: tuple[Box, ...]) -> tuple[Line, ...]:
        texts = [text for text in texts_in(*shown) if text]
        marks = []
        if any(text.language != self.curriculum.language for text in texts):
            marks.append(self.say("fallback-mark"))
        elif any(text.stale for text in texts):
            marks.append(self.say("stale-mark"))
        if any(UNVERIFIED in line.text for box in boxes for line in words_of(box)):
            marks.append(self.plain(f"{UNVERIFIED} {self.word('unverified-mark')}"))
        return tuple(marks)

    def _title(self, layout: str, title: Line) -> Line:
        """A title at the largest size at which it fits its place; at the smallest it is cut."""
        holder = self.look.layouts[layout].holder(TITLE)
        sizes = [holder.size, *(size for size in self.look.sizes["title"] if size < holder.size)]
        bold = replace(title, runs=tuple(replace(run, bold=True) for run in title.runs), size=0)
        lines = self.setter.shrunk((bold,), holder.frame, sizes)
        fitted = lines[0] if lines else self.setter.cut(bold, holder.frame, sizes[-1])
        return replace(fitted, runs=tuple(replace(run, bold=False) for run in fitted.runs), before=0)

    def _place(self, title: Line) -> Frame:
        """The place of a section's title, no higher than its words."""
        frame = self.frame("section", TITLE)
        bold = replace(title, runs=tuple(replace(run, bold=True) for run in title.runs))
        return frame.tall(min(self.setter.height((bold,), frame.w) + 2, frame.h))

    def _under(self, place: Frame) -> Frame:
        frame = self.frame("section")
        top = min(place.bottom + 14, frame.y)
        return Frame(frame.x, top, frame.w, frame.bottom - top)

    def _in_one_row(self, line: Line, layout: str, idx: int, ending: str = "") -> Line:
        holder = self.look.layouts[layout].holder(idx)
        heavy = replace(line, runs=tuple(replace(run, bold=holder.bold) for run in line.runs))
        sizes = (holder.size, *(size for size in _SMALL if size < holder.size))
        room = holder.frame.w - width(ending, holder.bold) * holder.size * self.setter.script.safety
        fitted = self.setter.in_one_row(heavy, room, sizes)
        fitted = replace(fitted, runs=tuple(replace(run, bold=False) for run in fitted.runs))
        return self.extended(fitted, ending) if ending else fitted

    def _footer(self, layout: str) -> Line:
        """Who, what, which version, in which language, of which date: long names are cut, what follows them never, as long as
        the footer has room for that."""
        title = self.line(self.course if self.module is None else self.module.title)
        version = self.word("version", n=self.module.version) if self.module else ""
        told = [_DOT + part for part in (version, language(self.curriculum.language).name, self.date) if part]
        holder = self.look.layouts[layout].holder(FOOTER)
        while told and width("".join(told)) * holder.size > holder.frame.w * _MOST:
            told.pop()
        ending = "".join(told)
        return self._after_academy(title, layout, ending) or self._in_one_row(title, layout, FOOTER, ending)

    def _after_academy(self, title: Line, layout: str, ending: str) -> Line | None:
        """A footer that begins with the academy's own words, ``None`` where it has none or they leave a title no room."""
        if not self.curriculum.theme.footer:
            return None
        own = self.line(self.curriculum.theme.footer)
        begin = (*(replace(run, language=own.language) for run in own.runs), self.ours(_DOT))
        fitted = self._in_one_row(replace(title, runs=(*begin, *title.runs)), layout, FOOTER, ending)
        told = "".join(run.text for run in begin)
        return fitted if fitted.text.startswith(told) and fitted.text[len(told)] != "…" else None

    def _sheet(self, table: Table, code: str) -> Sheet:
        def row(cells: tuple[tuple[Run, ...], ...]) -> tuple[Line, ...]:
            signs = {"right": "r", "center": "ctr"}
            aligned = (*table.alignments, *("" for _ in cells))
            return tuple(Line(_words(cell), code, align=signs.get(align, "")) for cell, align in zip(cells, aligned, strict=False))

        return Sheet(row(table.header), tuple(map(row, table.rows)))

    def _media(self, path: str) -> bytes:
        found = (media.data for media in self.module.media if media.path == path) if self.module else iter(())
        return next(found, b"")


def _words(runs: Iterable[Run]) -> tuple[Words, ...]:
    return tuple(Words(run.text, run.bold, run.italic, run.link) for run in runs)


def _joined(row: tuple[Line, ...]) -> Line:
    runs: list[Words] = []
    for cell in row:
        runs += ([Words(" – ")] if runs else []) + list(cell.runs)
    return Line(tuple(runs), row[0].language, kind="bullet")
