"""What is on the screen while a block is taught: pictures of its slides come in, Markdown goes out; without any, nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from types import MappingProxyType

from builders.model import places
from builders.model.pictures import SlidePicture
from builders.targets.handbook.pages import markup
from builders.targets.handbook.pages.writer import Writer

Pictures = Mapping[int, tuple[SlidePicture, ...]]
"""The pictures of a segment's slides, by the place of the block that they belong to."""

NONE: Pictures = MappingProxyType({})


def pictures_of(write: Writer, session: str, segment: str) -> Pictures:
    return write.edition.pictures.get((session, segment), NONE)


def pictured(write: Writer, pictures: Iterable[SlidePicture], shown: str) -> str:
    """A slide as it looks, and its words folded up: they are read out, searched and too small in the picture on a phone."""
    seen = _pictures(write, pictures)
    return markup.stacked(seen, markup.folded("slide-words", escape(write.word("slide-words")), shown)) if seen else shown


def beside(write: Writer, pictures: Iterable[SlidePicture]) -> str:
    """The slides of what is no slide itself but has some: a question, an activity. For the trainer, since answers are there."""
    found = tuple(pictures)
    if not found or not write.for_trainers:
        return ""
    words = write.edition.count("slides", len(found))
    return markup.folded("slide-strip for-trainer", escape(words), _pictures(write, found))


def _pictures(write: Writer, pictures: Iterable[SlidePicture]) -> str:
    """Each fetched when it comes near, in a place that is kept free for it."""
    return markup.stacked(*(_picture(write, picture) for picture in pictures))


def _picture(write: Writer, picture: SlidePicture) -> str:
    address = places.relative(write.page, places.slide(picture.name))
    lang = "" if picture.language == write.edition.language else f' lang="{picture.language}"'
    about = f'alt="{escape(picture.title)}"{lang} width="{picture.width}" height="{picture.height}"'
    return f'<p><img class="slide-picture" src="{address}" {about} loading="lazy"></p>'
