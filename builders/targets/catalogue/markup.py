"""Small pieces of HTML: words of the model and of the interface come in, strings of HTML go out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape

from builders.model.text import Text
from builders.rendering.html import to_inline_html
from builders.rendering.languages import language


def plain(words: str) -> str:
    """Words that are no HTML, as HTML."""
    return escape(words, quote=False)


def tag(name: str, *children: str, **attributes: str) -> str:
    """An element around HTML. ``class_`` is ``class``; values are escaped; an empty value leaves its attribute out."""
    pairs = (f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"' for key, value in attributes.items() if value)
    return f"<{name}{''.join(pairs)}>{''.join(children)}</{name}>"


def titled(text: Text, page: str) -> str:
    """A title's inline Markdown, with its ``lang`` where that is not the page's."""
    html = to_inline_html(text.value)
    return html if text.language == page else tag("span", html, lang=language(text.language).tag)


def named(code: str, page: str) -> str:
    """A language's name for itself, said to be in that language."""
    found = language(code)
    return plain(found.name) if code == page else tag("span", plain(found.name), lang=found.tag)


def mark(kind: str, words: Mapping[str, str]) -> str:
    """The sign for words that are not translated (``fallback``) or are out of date (``stale``); nothing for no kind."""
    return tag("strong", plain(words[f"{kind}-mark"]), class_=f"mark {kind}") if kind else ""


def facts(parts: Iterable[str]) -> str:
    """Short facts in one line, those that are empty left out."""
    line = " · ".join(part for part in parts if part)
    return tag("p", line, class_="facts") if line else ""


def listed(items: Iterable[str], *, kind: str = "") -> str:
    """A list. No items, no list."""
    inside = "\n".join(f"<li>{item}</li>" for item in items if item)
    return tag("ul", inside, class_=kind) if inside else ""


def counted(key: str, n: int, words: Mapping[str, str]) -> str:
    """``1 deck``, ``2 decks``: the words ``<key>-one`` and ``<key>-other``."""
    return plain(words[f"{key}-{'one' if n == 1 else 'other'}"].format(n=n))
