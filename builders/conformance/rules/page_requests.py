"""K093, K099: what a page fetches."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builders.conformance.opening.html import Tag
from builders.conformance.opening.package import Package
from builders.conformance.rules.saying import cut
from builders.conformance.views.addresses import Fault, Target, resolve
from builders.conformance.views.pages import Page, words
from builders.diagnostics.finding import Finding

_SOURCES = {
    "script": "src", "img": "src", "iframe": "src", "frame": "src", "audio": "src", "video": "src", "source": "src", "track": "src",
    "embed": "src", "input": "src", "object": "data", "link": "href",
}  # fmt: skip
_LINKS = {"stylesheet", "preload", "modulepreload", "prefetch", "icon", "manifest", "apple-touch-icon"}
_REMOTE = re.compile(r"(https?:|wss?:)?//", re.IGNORECASE)
_IN_STYLES = re.compile(r"""(?:url\(\s*|@import\s+)["']?((?:https?:)?//[^"')\s]+)""", re.IGNORECASE)


def check(page: Page) -> Iterator[Finding]:
    """Scripts, styles, pictures, frames and media come from the package, and are there.

    Example: `<script src="https://cdn.example.org/library.js">`.
    """
    based = page.first("base") is not None
    for tag in page.tags:
        address = _fetched(tag)
        if not address or "{" in address:  # a template fills these in
            continue
        if _REMOTE.match(address):
            yield Finding(page.at(tag), "K093", f"`{tag.name}` asks for `{cut(address)}`")
        elif not based:
            yield from _missing(page, tag, resolve(address, base=page.path), address)


def check_styles(package: Package) -> Iterator[Finding]:
    """A style sheet asks no other host for fonts and pictures. One finding for each file.

    Example: `@import url("https://fonts.example.org/css")`.
    """
    for path in sorted(package.texts):
        if not path.lower().endswith(".css"):
            continue
        text = words(package.texts[path])
        match = _IN_STYLES.search(text)
        if match:
            line = text.count("\n", 0, match.start()) + 1
            column = match.start() - text.rfind("\n", 0, match.start())
            yield Finding(package.at(path, line, column), "K093", f"the style sheet asks for `{cut(match[1])}`")


def _fetched(tag: Tag) -> str:
    if tag.name == "link" and not _LINKS & set(tag.attributes.get("rel", "").lower().split()):
        return ""
    return tag.attributes.get(_SOURCES[tag.name], "").strip() if tag.name in _SOURCES else ""


def _missing(page: Page, tag: Tag, target: Target, address: str) -> Iterator[Finding]:
    if target.fault in {Fault.ABSOLUTE, Fault.OUTSIDE, Fault.BACKSLASH}:
        yield Finding(page.at(tag), "K099", f"the address `{cut(address)}` {target.fault}")
    elif target.path and not page.package.has(target.path):
        yield Finding(page.at(tag), "K099", f"`{target.path}` is not in the package", page.package.remedy(target.path))
