"""What every renderer of one package shares: the words, the languages, the addresses; and the marks on untranslated text."""

from __future__ import annotations

import re
from copy import copy

from builders.model.curriculum import Curriculum
from builders.model.modules import Media
from builders.model.publications import Publication
from builders.model.text import Text
from builders.rendering.html import to_html, to_inline_html
from builders.rendering.languages import language
from builders.rendering.plain import to_plain
from builders.rendering.references import References
from builders.rendering.words import words
from builders.targets.player.addresses import Citations, Links
from builders.targets.player.clips import opened_elsewhere, player, with_players
from builders.targets.player.markup import plain, tag
from builders.targets.player.plan import Keys, Plan
from builders.targets.player.tables import adaptable

_EXTERNAL = re.compile(r'<a href="(?=https?:)')
_DESCRIPTION_LIMIT = 250  # SCORM 2004 RTE 4.2.9.1: a description holds 250 characters


class Edition:
    """One publication in one language while its pages are made.

    ``owner`` in the methods is the id of the module whose text it is: a procedure of another module brings its own pictures.
    """

    def __init__(self, publication: Publication, curriculum: Curriculum, planned: Plan, keys: Keys) -> None:
        self.publication = publication
        self.curriculum = curriculum
        self.plan = planned
        self.keys = keys
        self.language = language(curriculum.language)
        self.words = words("player", curriculum.language)
        self.citations = Citations(curriculum, unverified=self.words["unverified-short"])
        self._links = {owner.id: Links(owner, curriculum, planned) for owner in curriculum.modules}
        self._owner = next(iter(self._links), "")

    def of(self, module: str) -> Edition:
        """The same edition for text that a module owns, where the methods are not told otherwise."""
        other = copy(self)
        other._owner = module  # noqa: SLF001 - it is one of our own
        return other

    def word(self, key: str, **values: str | int) -> str:
        """An interface word as HTML, its blanks filled."""
        return plain(self.words[key].format(**values))

    def lang(self, text: Text) -> str:
        """The language tag to put on an element with this text; empty where it is the page's own."""
        return "" if text.language == self.curriculum.language else language(text.language).tag

    def html(self, text: Text, *, owner: str = "") -> str:
        """Block elements, films and recordings among them."""
        html = self._finished(to_html(text.value, self._references(owner)), text)
        return with_players(html, lambda address, title: self._player(address, title, owner))

    def inline(self, text: Text, *, owner: str = "") -> str:
        """Words in a line, in a ``span`` of their language where that is not the page's."""
        html = self._finished(to_inline_html(text.value, self._references(owner)), text)
        html = with_players(html, opened_elsewhere)
        return tag("span", html, lang=self.lang(text)) if self.lang(text) else html

    def block(self, text: Text, class_: str = "", *, owner: str = "") -> str:
        """Block elements in a ``div`` that names their language."""
        return tag("div", self.html(text, owner=owner), class_=class_, lang=self.lang(text))

    def plain(self, text: Text) -> str:
        """Words without marks, links and citations, in one line."""
        return " ".join(to_plain(text.value).split())

    def label(self, text: Text) -> str:
        """The same as HTML: for options and titles, which can hold no other elements."""
        return plain(self.plain(text))

    def short(self, text: Text) -> str:
        """A label that names its language, for lists of contents."""
        return tag("span", self.label(text), lang=self.lang(text)) if self.lang(text) else self.label(text)

    def description(self, text: Text) -> str:
        """Plain words for a report, cut where the standard ends them."""
        words = self.plain(text)
        return words if len(words) <= _DESCRIPTION_LIMIT else words[: _DESCRIPTION_LIMIT - 1] + "…"

    def sign(self, *texts: Text | None) -> str:
        """A visible mark, once, where any of these words is not translated or is translated from an earlier version."""
        present = [text for text in texts if text is not None]
        if any(text.language != self.curriculum.language for text in present):
            return tag("p", self.word("fallback-mark"), class_="sign")
        if any(text.stale for text in present):
            return tag("p", self.word("stale-mark"), class_="sign")
        return ""

    def media(self) -> dict[str, Media]:
        """The pictures that the pages made so far show, by path."""
        return {path: media for links in self._links.values() for path, media in links.used_media.items()}

    def terms_used(self) -> frozenset[str]:
        """The ids of the glossary terms that the pages made so far link to."""
        return frozenset(id for links in self._links.values() for id in links.used_terms)

    def _finished(self, html: str, text: Text) -> str:
        """The labels of citations are ours, in the page's language, whatever the language around them is."""
        if self.lang(text):
            html = html.replace('<a href="#source-', f'<a lang="{self.language.tag}" href="#source-')
        return _outward(html)

    def _player(self, address: str, title: str, owner: str) -> str:
        links = self._links[owner or self._owner]
        return player(
            address,
            title,
            links.used_media[address],
            media=links.media,
            addressed=lambda path: links[path],
            languages=tuple(dict.fromkeys((self.curriculum.language, *self.curriculum.languages))),
            heading=self.word("transcript"),
            sign=tag("p", self.word("fallback-mark"), class_="sign"),
        )

    def _references(self, owner: str) -> References:
        return References(citations=self.citations, links=self._links[owner or self._owner], plays=True)


def _outward(html: str) -> str:
    """Pictures load when they are near; a link to another site does not replace the page that keeps the progress."""
    opened = _EXTERNAL.sub('<a target="_blank" rel="noopener noreferrer" href="', html)
    return adaptable(opened).replace("<img ", '<img loading="lazy" ')
