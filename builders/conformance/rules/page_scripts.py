"""K094, K095, K098: scripts that a strict policy or a phone stops."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builders.conformance.opening.html import Tag
from builders.conformance.opening.package import Package
from builders.conformance.views.pages import Page, words
from builders.diagnostics.finding import Finding

_HANDLER = re.compile(r"on[a-z]{3,}")
_SCRIPT_TYPES = ("", "module", "importmap")
_UNLOAD = re.compile(
    r"""addEventListener\s*\(\s*["'](?:before)?unload["']"""
    r"""|\bon(?:before)?unload\s*=(?!=)"""
    r"""|\.(?:on|bind)\s*\(\s*["'](?:before)?unload\b"""
)


def check(page: Page) -> Iterator[Finding]:
    """Pages hold no script of their own, in tags or in attributes. One finding for each page and kind.

    Example: `<body onload="start()">`.
    """
    handlers = [(tag, name) for tag in page.tags for name in tag.attributes if _HANDLER.fullmatch(name)]
    if handlers:
        names = ", ".join(sorted({name for _, name in handlers})[:4])
        yield Finding(page.at(handlers[0][0]), "K094", f"{_count(len(handlers), 'attribute')} with script: {names}")
    scripts = [tag for tag in page.tags if _is_inline(tag)]
    if scripts:
        yield Finding(page.at(scripts[0]), "K095", f"{_count(len(scripts), 'script')} in the page itself")
    leaving = [(tag, name) for tag, name in handlers if name in {"onunload", "onbeforeunload"}]
    for tag, name in leaving[:1]:
        yield Finding(page.at(tag), "K098", f"`{name}` of `{tag.name}`")
    for tag in scripts:
        if not leaving and _UNLOAD.search(tag.text):
            yield Finding(page.at(tag), "K098", "this script listens for unload or beforeunload")
            return


def check_files(package: Package) -> Iterator[Finding]:
    """Script files do not listen for unload or beforeunload. One finding for each file.

    Example: `window.onbeforeunload = save;`.
    """
    for path in sorted(package.texts):
        if path.lower().endswith((".js", ".mjs")):
            text = words(package.texts[path])
            match = _UNLOAD.search(text)
            if match:
                line = text.count("\n", 0, match.start()) + 1
                column = match.start() - text.rfind("\n", 0, match.start())
                yield Finding(package.at(path, line, column), "K098", f"the script has `{' '.join(match[0].split())}`")


def _is_inline(tag: Tag) -> bool:
    if any(tag.attributes.get(name, "").strip().lower().startswith("javascript:") for name in ("href", "src", "action")):
        return True
    kind = tag.attributes.get("type", "").strip().lower()
    runs = kind in _SCRIPT_TYPES or "javascript" in kind or "ecmascript" in kind
    return tag.name == "script" and "src" not in tag.attributes and runs and bool(tag.text.strip())


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
