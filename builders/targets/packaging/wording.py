"""What a question says outside our player: words of the model come in, HTML that stands anywhere goes out.

In somebody else's question bank there is no page to link to and no list of sources: links inside the curriculum become
plain words, a citation names its source in brackets. Pictures come along, each under a name of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html import escape

from builders.model.curriculum import Curriculum, Source
from builders.model.modules import Module
from builders.model.questions import Question
from builders.model.text import Text, texts_in
from builders.rendering.html import to_html, to_inline_html
from builders.rendering.languages import language
from builders.rendering.plain import to_plain
from builders.rendering.references import References
from builders.rendering.words import words
from builders.targets.player.addresses import media_path
from builders.targets.player.markup import plain, tag

_PICTURE = re.compile(r'(?<=<img )((?:[^>"]|"[^"]*")*?)src="(media/[^"]+)"')
_MARKS = re.compile(r"([\\`*_\[\]])")
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)$")
_LONGEST_NAME = 120
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Html:
    """A sanitised fragment and the pictures in it: path (``media/<module>/<name>``) and bytes. It stands as ``src`` of each."""

    markup: str
    pictures: tuple[tuple[str, bytes], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.markup)

    def placed(self, address: Callable[[str, bytes], str]) -> str:
        """The markup with every picture at the address that ``address`` gives for its path and bytes."""
        found = dict(self.pictures)

        def put(match: re.Match[str]) -> str:
            path = match[2]
            return f'{match[1]}src="{escape(address(path, found[path]))}"' if path in found else match[0]

        return _PICTURE.sub(put, self.markup)

    def __add__(self, other: Html) -> Html:
        return Html(self.markup + other.markup, tuple(dict((*self.pictures, *other.pictures)).items()))


NOTHING = Html("")


class Wording:
    """The words of the questions of one edition. ``area`` names the interface words (see ``builders.rendering.words``);
    those of the player are there as well."""

    def __init__(self, curriculum: Curriculum, *, area: str) -> None:
        self.curriculum = curriculum
        self.language = language(curriculum.language)
        self.words = words("player", curriculum.language) | words(area, curriculum.language)
        self._citations = {source.id: (self._label(source), "") for source in curriculum.sources}
        self._pictures = {module.id: _Pictures(module) for module in curriculum.modules}

    def word(self, key: str, **values: str | int) -> str:
        """An interface word as HTML, its blanks filled with plain text."""
        return plain(self.words[key].format(**values))

    def block(self, text: Text | None, *, owner: str) -> Html:
        """Block elements, in a ``div`` of their language where that is not the edition's; nothing for no text.

        ``owner`` is the id of the module whose text it is: its pictures are meant.
        """
        return self._html(text, owner, to_html, "div")

    def inline(self, text: Text | None, *, owner: str) -> Html:
        """Words in a line, where the text is one paragraph."""
        return self._html(text, owner, to_inline_html, "span")

    def plain(self, text: Text) -> str:
        """Words in one line, without marks, links, citations and pictures."""
        return plain_words(text)

    def name(self, question: Question) -> str:
        """What a question is filed under: its id, by which a teacher finds it in the handbook, and its first words."""
        return shortened(f"{question.id} {self.plain(question.stem)}", _LONGEST_NAME)

    def stem(self, question: Question) -> Html:
        """What is asked, below a visible sign where something of the question is not translated or out of date."""
        return Html(self._sign(question)) + self.block(question.stem, owner=owner_of(question))

    def step(self, step: int, question: Question) -> Html:
        """A step of a ``rating`` question's scale: its number, at the ends with the author's words."""
        ends = {1: question.scale.low, question.scale.steps: question.scale.high} if question.scale else {}
        words = self.inline(ends.get(step), owner=owner_of(question))
        return Html(f"{step} – ") + words if words else Html(str(step))

    def _sign(self, question: Question) -> str:
        texts = tuple(texts_in(question))
        if any(text.language != self.curriculum.language for text in texts):
            return tag("p", tag("em", self.word("fallback-mark")))
        if any(text.stale for text in texts):
            return tag("p", tag("em", self.word("stale-mark")))
        return ""

    def _html(self, text: Text | None, owner: str, convert: Callable[[str, References], str], element: str) -> Html:
        if not text:
            return NOTHING
        pictures = self._pictures.get(owner, _NONE)
        markup = readable(convert(text.value, References(citations=self._citations, links=pictures)).strip())
        if text.language != self.curriculum.language:
            markup = tag(element, markup, lang=language(text.language).tag)
        return Html(markup, tuple((path, pictures.data[path]) for path in _paths(markup) if path in pictures.data))

    def _label(self, source: Source) -> str:
        """A short reference; what nobody has compared with the original says so."""
        title = _MARKS.sub(r"\\\1", escape(_IN_BRACKETS.sub("", source.title) or source.title, quote=False))
        named = tag("cite", title, lang=language(self.curriculum.source_language).tag)
        unverified = tag("span", self.word("unverified-short"), lang=self.language.tag)
        return named if source.status == "verified" else f"{named}, {unverified}"


class _Pictures(Mapping[str, str]):
    """The path of each picture of a module, by the path that the author wrote; and the bytes by path."""

    def __init__(self, module: Module | None = None) -> None:
        media = module.media if module else ()
        self._paths = {each.path: media_path(module.id, each.path) for each in media} if module else {}
        self.data = {self._paths[each.path]: each.data for each in media}

    def __getitem__(self, key: str) -> str:
        return self._paths[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


_NONE = _Pictures()


def _paths(markup: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(match[2] for match in _PICTURE.finditer(markup)))


def plain_words(text: Text) -> str:
    """Words in one line, without marks, links, citations and pictures."""
    return readable(" ".join(to_plain(text.value).split()))


def readable(words: str) -> str:
    """Without the control characters that no XML document can hold (XML 1.0, 2.2)."""
    return _NOT_XML.sub("", words)


def owner_of(question: Question) -> str:
    """The id of the module that a question belongs to."""
    return question.id.partition(".")[0]


def shortened(words: str, longest: int) -> str:
    """At most so many characters, cut between words where it can be: between letters, Devanagari would fall apart."""
    if len(words) <= longest:
        return words
    kept = words[: longest - 1]
    return (kept.rpartition(" ")[0] or kept).rstrip(" ,;:") + "…"
