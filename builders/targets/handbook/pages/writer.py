"""What one page is written with: texts of the model come in, Markdown with this page's addresses and marks goes out.

A writer belongs to one page. It numbers the sources in the order in which the page cites them, so that they can be listed
at its end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from builders.model import places
from builders.model.curriculum import Curriculum
from builders.model.text import Text
from builders.rendering.html import to_html, to_inline_html
from builders.rendering.references import References, resolve
from builders.targets.handbook.pages import markup
from builders.targets.handbook.pages.edition import Edition
from builders.targets.handbook.pages.marks import mark_of

UNVERIFIED = "⚠\ufe0e"  # the second character asks for the sign in black and white, not for an emoji
_RAW_HTML = re.compile(r"<[a-zA-Z/!]")


class _Citations(Mapping[str, tuple[str, str]]):
    """Label and address of every source; looking one up counts as citing it."""

    def __init__(self, curriculum: Curriculum) -> None:
        self._sources = {source.id: source for source in curriculum.sources}
        self.cited: dict[str, int] = {}

    def __getitem__(self, id: str) -> tuple[str, str]:
        source = self._sources[id]
        number = self.cited.setdefault(id, len(self.cited) + 1)
        sign = f" {UNVERIFIED}" if source.status != "verified" else ""
        return f"{number}{sign}", f"#source_{id}"

    def __contains__(self, id: object) -> bool:
        return id in self._sources

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)

    def __len__(self) -> int:
        return len(self._sources)


class _Links(Mapping[str, str]):
    """Addresses of ``term:zero-fir`` and the like, and of a module's pictures, as seen from one page."""

    def __init__(self, curriculum: Curriculum, page: str, module: str, place: Callable[[str], str]) -> None:
        self._curriculum = curriculum
        self._page = page
        self._module = module
        self._place = place

    def __getitem__(self, key: str) -> str:
        if key.startswith("media/"):
            return places.relative(self._page, places.media(self._module, key))
        target, anchor = self._target(key)
        return places.relative(self._page, self._place(target), anchor)

    def _target(self, key: str) -> tuple[str, str]:
        kind, _, id = key.partition(":")
        curriculum = self._curriculum
        if kind == "term" and curriculum.term(id):
            return places.GLOSSARY, id
        if kind == "session" and curriculum.session(id):
            return places.session(id), ""
        if kind == "sop" and curriculum.sop(id):
            return places.sop(id), ""
        if kind == "scenario" and curriculum.scenario(id):
            return places.scenario(id), ""
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


class Writer:
    """``page`` is the path of the page (``sessions/empathy/listening.md``), ``module`` the one whose pictures it shows."""

    def __init__(self, edition: Edition, page: str, *, module: str = "") -> None:
        self.edition = edition
        self.page = page
        self.drawings: dict[str, str] = {}
        self._parts: list[str] = []
        self._citations = _Citations(edition.curriculum)
        markdown, finished = (_Links(edition.curriculum, page, module, place) for place in (lambda target: target, places.html))
        self._in_markdown = References(self._citations, markdown)
        self._in_html = References(self._citations, finished)

    @property
    def cited(self) -> tuple[str, ...]:
        """The ids of the sources cited so far, in order."""
        return tuple(self._citations.cited)

    @property
    def markdown(self) -> str:
        """The page as written so far."""
        return markup.stacked(*self._parts) + "\n"

    def add(self, *parts: str) -> None:
        """Blocks to stand at the end of the page. Empty ones are left out."""
        self._parts.extend(parts)

    def draw(self, name: str, svg: str) -> str:
        """A drawing in the page. It goes past the Markdown, whose sanitiser knows no SVG: ``drawings`` holds it."""
        self.drawings[name] = svg
        return markup.figure(name)

    def word(self, key: str, **values: object) -> str:
        return self.edition.word(key, **values)

    @property
    def for_trainers(self) -> bool:
        return self.edition.for_trainers

    def for_trainer(self, *parts: str) -> str:
        """Something that only the trainer sees: it can be hidden in the page, and no participants' site has it."""
        return markup.box("for-trainer", *parts) if self.for_trainers else ""

    def foreign(self, text: Text) -> bool:
        """Whether the words are in another language than the edition."""
        return text.language != self.edition.language

    def prose(self, text: Text | None) -> str:
        """One or more blocks."""
        if not text:
            return ""
        words = self._resolved(text.value)
        return f'<div lang="{text.language}" markdown="1">\n\n{words}\n\n</div>' if self.foreign(text) else words

    def inline(self, text: Text | None) -> str:
        """Words for a title, a list item or a table cell; several paragraphs are set one under the other."""
        if not text:
            return ""
        value = text.value.strip()
        paragraphs = re.split(r"\n\s*\n", value) if "\n" in value else (value,)
        words = "<br>".join(self._resolved_inline(" ".join(part.split())) for part in paragraphs)
        return f'<span lang="{text.language}">{words}</span>' if self.foreign(text) else words

    def item(self, text: Text) -> str:
        """Words for a list item, which may hold lists and paragraphs of its own."""
        if "\n" not in text.value.strip():
            return self.inline(text)
        return self.prose(text)

    def heading(self, level: int, words: str, id: str, *, short: str = "") -> str:
        """A heading whose anchor is the same in every language. ``short`` are plain words for the table of contents."""
        label = short.replace('"', "'")
        return f"{'#' * level} {words} {{#{id}" + (f' data-toc-label="{label}"' if label else "") + "}"

    def title(self, text: Text) -> str:
        return self.heading(1, self.inline(text), "page_top")

    def section(self, key: str, *parts: str) -> str:
        """A part of the page under a heading of ours; no part at all where there is nothing in it.

        The underscore keeps its anchor apart from the ids of authors, which have none.
        """
        inside = markup.stacked(*parts)
        return markup.stacked(self.heading(2, self.word(key), f"page_{key}"), inside) if inside else ""

    def sheet(self, key: str, title: Text, *parts: str) -> str:
        """A section of the page that can be printed by itself; on paper it bears the ``title`` of the page."""
        heading = self.heading(2, self.word(key), f"page_{key}")
        return markup.sheet(self.word("print-this"), self.inline(title), heading, *parts)

    def listed(self, texts: Iterable[Text]) -> str:
        return markup.listed(self.item(text) for text in texts)

    def link(self, words: str, target: str, anchor: str = "") -> str:
        address = f"#{anchor}" if target == self.page and anchor else places.relative(self.page, target, anchor)
        return f"[{words}]({address})"

    def download(self, words: str, path: str) -> str:
        return markup.download(places.outside(self.page, path), words)

    def mark(self, *nodes: object) -> str:
        """A sign where any words in the nodes are not, or no longer, translated; nothing where all is well."""
        if self.edition.language == self.edition.curriculum.source_language:
            return ""  # the source borrows no words and is never behind
        kind = mark_of(self.edition.language, *nodes)
        return f'<p class="mark" data-search-exclude="">{self.word(f"{kind}-mark")}</p>' if kind else ""

    def _resolved(self, markdown: str) -> str:
        if "[" not in markdown and "<" not in markdown:  # most texts: nothing refers to anything
            return markdown.strip("\n")
        # Raw HTML of an author is closed and cleaned on its own, so that a tag left open cannot swallow the page.
        if _RAW_HTML.search(markdown):
            return to_html(markdown, self._in_html)
        return resolve(markdown.strip("\n"), self._in_markdown)

    def _resolved_inline(self, markdown: str) -> str:
        if "[" not in markdown and "<" not in markdown:
            return markdown
        if _RAW_HTML.search(markdown):
            return to_inline_html(markdown, self._in_html)
        return resolve(markdown, self._in_markdown)
