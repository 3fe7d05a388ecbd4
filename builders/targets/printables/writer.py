"""The hand that writes a sheet: an edition comes in, its texts go out as Typst code, in the right language, with numbered sources.

A writer belongs to one document: it numbers the sources in the order in which the document cites them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from builders.model.curriculum import Curriculum, Source
from builders.model.modules import Module
from builders.model.text import Text, texts_in
from builders.model.timetable import clock
from builders.rendering.paragraphs import Run, to_paragraphs, to_runs
from builders.rendering.plain import to_plain
from builders.rendering.references import References
from builders.rendering.words import words
from builders.targets.printables.prose import content
from builders.targets.printables.typesetting.source import NOTHING, array, call, joined, string

UNVERIFIED = "†"
"""Stands beside the number of a source that nobody has verified yet. Every font has it."""


class _Citations(Mapping[str, tuple[str, str]]):
    """Label of every source; looking one up counts as citing it."""

    def __init__(self, curriculum: Curriculum) -> None:
        self._sources = {source.id: source for source in curriculum.sources}
        self.cited: dict[str, int] = {}

    def __getitem__(self, id: str) -> tuple[str, str]:
        number = self.cited.setdefault(id, len(self.cited) + 1)
        return label(self._sources[id], number), ""

    def __contains__(self, id: object) -> bool:
        return id in self._sources

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)

    def __len__(self) -> int:
        return len(self._sources)


def label(source: Source, number: int) -> str:
    return f"{number}{UNVERIFIED}" if source.status != "verified" else str(number)


class Writer:
    """``module`` is the one whose pictures may be shown; ``citing`` is False for sheets that have no room for sources."""

    def __init__(
        self, curriculum: Curriculum, *, module: Module | None = None, citing: bool = True, citations: _Citations | None = None
    ) -> None:
        self.curriculum = curriculum
        self._citations = _Citations(curriculum) if citations is None else citations
        self._citing = citing
        self._media = {media.path: media.data for media in module.media} if module else {}

    def within(self, module: Module | None) -> Writer:
        """The same hand for words of a module: it counts the same sources."""
        return Writer(self.curriculum, module=module, citing=self._citing, citations=self._citations)

    @property
    def language(self) -> str:
        return self.curriculum.language

    def say(self, key: str, **values: object) -> str:
        """An interface word, as it is."""
        return words("printables", self.language)[key].format(**values)

    def word(self, key: str, **values: object) -> str:
        """An interface word as code."""
        return string(self.say(key, **values))

    def ours(self, name: str, key: str, **values: object) -> str:
        """A call of the theme with an interface word."""
        return call(name, self.word(key, **values))

    def inline(self, text: Text | None) -> str:
        """An author's words in one paragraph."""
        if not text:
            return NOTHING
        return self._spoken(text, joined(_run(run) for run in to_runs(text.value, self._references)))

    def prose(self, text: Text | None) -> str:
        """An author's paragraphs, lists, tables and pictures."""
        if not text:
            return NOTHING
        return self._spoken(text, content(to_paragraphs(text.value, self._references), _runs, self._media))

    def plain(self, text: Text | None) -> str:
        """An author's words without marks, for titles and headers; no code."""
        return " ".join(to_plain(text.value).split()) if text else ""

    def listed(self, name: str, texts: Iterable[Text], **named: str) -> str:
        """A list of the theme with an item for each text; nothing for none."""
        items = [self.prose(text) if "\n" in text.value.strip() else self.inline(text) for text in texts if text]
        return call(name, *items, **named) if items else NOTHING

    def span(self, start: int, end: int) -> str:
        return f"{clock(start)}–{clock(end)}"

    def mark(self, *nodes: object) -> str:
        """A sign where any words in the nodes are not, or no longer, translated."""
        found = [text for text in texts_in(*nodes) if text]
        if any(text.language != self.language for text in found):
            return self.ours("marked", "fallback-mark")
        return self.ours("marked", "stale-mark") if any(text.stale for text in found) else NOTHING

    def sources(self) -> str:
        """What the document has cited up to here, numbered as cited."""
        found = [source for id in self._citations.cited if (source := self.curriculum.source(id))]
        if not found:
            return NOTHING
        rows = [array([string(label(source, number)), self._source(source)]) for number, source in enumerate(found, start=1)]
        return joined(
            [self.ours("section", "sources"), self.legend(), call("tbl", "(auto, 1fr)", "()", array(rows), size="0.85em")]
        )

    def sources_in_a_row(self) -> str:
        """The same, in one small paragraph, for sheets that have to fit one page."""
        found = [source for id in self._citations.cited if (source := self.curriculum.source(id))]
        if not found:
            return NOTHING
        entries = [
            joined([call("strong", string(f"[{label(source, n)}] ")), self._source(source)])
            for n, source in enumerate(found, start=1)
        ]
        row = [joined([entry, string("   ")]) for entry in entries]
        return joined([call("p", joined([call("label", self.word("sources")), string("  "), *row])), self.legend()])

    def legend(self) -> str:
        """What the sign for unverified sources means, where it occurs."""
        found = (self.curriculum.source(id) for id in self._citations.cited)
        unverified = any(source is not None and source.status != "verified" for source in found)
        return call("fine", string(f"{UNVERIFIED} {self.say('unverified-mark')}")) if unverified else NOTHING

    @property
    def _references(self) -> References:
        return References(self._citations) if self._citing else References()

    def _source(self, source: Source) -> str:
        parts = [source.title, source.publisher, source.address, self.say("unverified-mark") if source.status != "verified" else ""]
        return string(". ".join(part.rstrip(".") for part in parts if part))

    def _spoken(self, text: Text, code: str) -> str:
        return call("text", code, lang=string(text.language)) if text.language != self.language else code


def _runs(runs: tuple[Run, ...]) -> str:
    return joined(_run(run) for run in runs)


def _run(run: Run) -> str:
    code = string(run.text)
    if run.italic:
        code = call("emph", code)
    if run.bold:
        code = call("strong", code)
    return call("link", string(run.link), code) if run.link.startswith(("https:", "http:", "tel:", "mailto:")) else code
