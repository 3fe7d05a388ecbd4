"""The player's pages without the player: HTML comes in, the same words without anything that needs a script go out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from html.parser import HTMLParser

_EMPTY = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_FOR_SCRIPTS = {"progress", "script", "svg", "template", "textarea"}
_ID = re.compile(r'(?<= id=")[^"]+')
_INNER_LINK = re.compile(r'<a\b(?P<before>[^>]*?) href="#(?P<target>[^"]*)"(?P<after>[^>]*)>(?P<words>.*?)</a>', re.DOTALL)


def static(html: str, asked: Mapping[str, str]) -> str:
    """Without forms, hidden elements, ornaments (``aria-hidden``, which the player's styles draw) and data for scripts.

    In the place of a question's form, whose id is a key of ``asked``, stands the HTML that ``asked`` has for it.
    """
    reader = _Reader(asked)
    reader.feed(html)
    reader.close()
    return "".join(reader.parts)


def linked(pages: Mapping[str, str]) -> dict[str, str]:
    """Pages by path, with every link inside the publication leading to the page on which its target stands now. A link
    whose target is on no page keeps its words."""
    homes = {id: path for path, html in pages.items() for id in _ID.findall(html)}

    def link(match: re.Match[str], path: str) -> str:
        home = homes.get(match["target"])
        if home is None:
            return match["words"]
        address = f"#{match['target']}" if home == path else f"{home}#{match['target']}"
        return f'<a{match["before"]} href="{address}"{match["after"]}>{match["words"]}</a>'

    def resolved(path: str, html: str) -> str:
        return _INNER_LINK.sub(lambda match: link(match, path), html)

    return {path: resolved(path, html) for path, html in pages.items()}


class _Reader(HTMLParser):
    def __init__(self, asked: Mapping[str, str]) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._asked = asked
        self._left_out = 0  # how many open elements deep in something that is left out

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._left_out:
            self._left_out += tag not in _EMPTY
            return
        given = dict(attrs)
        if tag == "form":
            self.parts.append(self._asked.get(given.get("id") or "", ""))
        if tag == "form" or tag in _FOR_SCRIPTS or "hidden" in given or given.get("aria-hidden") == "true":
            self._left_out += tag not in _EMPTY
            return
        kept = "".join(_attribute(key, value) for key, value in attrs if key != "tabindex" and not key.startswith("data-"))
        self.parts.append(f"<{tag}{kept}>")

    def handle_endtag(self, tag: str) -> None:
        if self._left_out:
            self._left_out -= 1
        else:
            self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self._left_out:
            self.parts.append(escape(data, quote=False))


def _attribute(key: str, value: str | None) -> str:
    return f" {key}" if value is None else f' {key}="{escape(value)}"'
