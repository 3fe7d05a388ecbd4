"""Our ear inside MkDocs: titles go in; what each rendered page holds (anchors, links to anchors, search entries) comes out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from markupsafe import Markup, escape
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from builders.targets.handbook.pages.navigation import Entry
from builders.targets.handbook.runner.plan import Plan

SEARCH = "material/search"
_FIGURE = re.compile(r'(<div[^>]* data-figure="([\w-]+)"[^>]*>)(</div>)')


@dataclass(slots=True)
class Rendered:
    """What is known of a page once MkDocs has rendered it. ``links`` pairs the path of a page with an anchor on it."""

    anchors: list[str]
    links: list[tuple[str, str]]
    entries: list[dict[str, Any]] = field(default_factory=list)


class _NoSettings(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves its hook on subclassing untyped
    """The plugin is made here, for one plan, and not from a configuration file."""


class HandbookPlugin(BasePlugin[_NoSettings]):  # type: ignore[no-untyped-call]  # as above
    """``rendered`` is filled while MkDocs builds, by the path of the page."""

    def __init__(self, plan: Plan) -> None:
        self.rendered: dict[str, Rendered] = {}
        self._navigation = plan.navigation
        self._language = plan.language
        self._drawings = plan.drawings
        self._heard = 0

    def on_nav(self, nav: Navigation, /, **_: Any) -> Navigation:
        self._entitle(self._navigation, nav.items)
        return nav

    def _entitle(self, entries: Sequence[Entry], items: Sequence[Any]) -> None:
        """Material writes titles into its pages as they are: they are escaped here, and marked where another language."""
        for entry, item in zip(entries, items, strict=True):
            item.title = escape(entry.title)
            if entry.language != self._language:
                words = Markup('<span lang="{}">{}</span>').format(entry.language, entry.title)
                item.typeset = SimpleNamespace(title=words)
            self._entitle(entry.children, item.children or ())

    def on_page_content(self, html: str, /, *, page: Page, **_: Any) -> str:
        links = page.links_to_anchors or {}
        self.rendered[page.file.src_uri] = Rendered(
            anchors=sorted(page.present_anchor_ids or ()),
            links=sorted((file.src_uri, anchor) for file, anchors in links.items() for anchor in anchors),
        )
        return html

    @event_priority(-100)
    def on_page_context(self, context: Any, /, *, page: Page, config: MkDocsConfig, **_: Any) -> Any:
        """Called after the search plugin, which has just added the entries of this page at the end of its list. Drawings
        are put in now: what they say stands in words beside them, and is found there."""
        entries = getattr(config.plugins[SEARCH], "search_index").entries  # noqa: B009 - an attribute of Material's class
        self.rendered[page.file.src_uri].entries = entries[self._heard :]
        self._heard = len(entries)
        if drawings := self._drawings.get(page.file.src_uri):
            page.content = _FIGURE.sub(lambda found: f"{found[1]}{drawings[found[2]]}{found[3]}", page.content or "")
        return context
