"""Films and recordings in prose: HTML with a picture element for each comes in, players with captions and transcript go out.

Nothing is loaded before the learner asks for it. Captions in the page's language are on from the start: a station is noisy.
The transcript is for whoever cannot hear, whoever has a poor line, and for looking something up.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import unescape

from builders.model.clips import captions, in_language, is_clip, is_film, transcripts
from builders.model.modules import Media
from builders.rendering.languages import language
from builders.targets.player.markup import plain, tag

_PICTURE = r"<img\b[^>]*>"
_ALONE = re.compile(rf"<p>\s*({_PICTURE})\s*</p>")
_AMONG_WORDS = re.compile(_PICTURE)
_ALT = re.compile(r'\balt="([^"]*)"')
_SOURCE = re.compile(r'\bsrc="([^"]*)"')

Player = Callable[[str, str], str]
"""Makes the element for the path of a clip in the package and its title (plain words)."""


def with_players(html: str, player: Player) -> str:
    """A player for each clip that is a paragraph by itself; one among words becomes a link."""

    def alone(match: re.Match[str]) -> str:
        title, path = _read(match[1])
        return player(path, title) if is_clip(path) else match[0]

    def among_words(match: re.Match[str]) -> str:
        title, path = _read(match[0])
        return opened_elsewhere(path, title) if is_clip(path) else match[0]

    return _AMONG_WORDS.sub(among_words, _ALONE.sub(alone, html))


def opened_elsewhere(address: str, title: str) -> str:
    """A link that leaves the page open: it keeps the progress."""
    return tag("a", plain(title), href=address, target="_blank", rel="noopener")


def _read(picture: str) -> tuple[str, str]:
    title, path = _ALT.search(picture), _SOURCE.search(picture)
    return unescape(title[1]) if title else "", path[1] if path else ""


def player(
    address: str,
    title: str,
    clip: Media,
    *,
    media: Sequence[Media],
    addressed: Callable[[str], str],
    languages: Sequence[str],
    heading: str,
    sign: str,
) -> str:
    """A film or recording with controls, title, captions and transcript.

    ``media`` are the files of its module, ``addressed`` gives the address of one of them, and notes that it is needed.
    ``languages`` are the page's language and those to fall back on; ``heading`` stands above the transcript, ``sign`` marks one
    that is not in the page's language. Both are in the page's language, whatever the words around them are in.
    """
    found = captions(clip.path, media)
    tracks = [
        _track(code, addressed(found[code].path), first=number == 0)
        for number, code in enumerate(sorted(found, key=lambda code: _place(code, languages)))
    ]
    name = "video" if is_film(clip.path) else "audio"
    media_element = tag(name, *tracks, src=address, controls=True, preload="none", playsinline=name == "video", aria_label=title)
    said = in_language(transcripts(clip.path, media), languages)
    transcript = ""
    if said:
        body = _transcript(*said, own=said[0] == languages[0], sign=sign)
        transcript = tag("details", tag("summary", heading), body, class_="transcript", lang=language(languages[0]).tag)
    return tag("figure", media_element, tag("figcaption", plain(title)), transcript, class_="clip")


def _place(code: str, languages: Sequence[str]) -> tuple[int, str]:
    return (languages.index(code) if code in languages else len(languages), code)


def _track(code: str, address: str, *, first: bool) -> str:
    spoken = language(code)
    return tag("track", kind="captions", src=address, srclang=spoken.tag, label=spoken.name, default=first)


def _transcript(code: str, words: str, *, own: bool, sign: str) -> str:
    paragraphs = [tag("p", plain(" ".join(part.split()))) for part in re.split(r"\n\s*\n", words)]
    return "".join(paragraphs) if own else sign + tag("div", *paragraphs, lang=language(code).tag)
