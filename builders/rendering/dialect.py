"""The one Markdown dialect: the list of extensions that the handbook and the packages share, with HTML sanitised.

The sanitiser is itself an extension and runs last, so that whoever uses the dialect cannot forget it.
"""

from __future__ import annotations

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor

_STRUCTURE = {
    "a", "abbr", "article", "aside", "b", "blockquote", "br", "button", "caption", "cite", "code", "col", "colgroup", "dd", "del",
    "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "i", "img", "ins", "kbd", "label", "li", "main", "mark", "nav", "ol", "p", "pre", "q", "s", "samp", "section", "small", "span",
    "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul", "var", "wbr",
}  # fmt: skip
_EVERYWHERE = {"class", "id", "lang", "dir", "title", "role", "hidden", "tabindex"}
_ATTRIBUTES = {
    "*": _EVERYWHERE,
    "a": {"href", "download", "hreflang", "type"},
    "img": {"src", "alt", "width", "height", "loading"},
    "ol": {"start", "type", "reversed"},
    "li": {"value"},
    "td": {"colspan", "rowspan", "headers", "align"},
    "th": {"colspan", "rowspan", "headers", "scope", "align"},
    "col": {"span"},
    "colgroup": {"span"},
    "details": {"open"},
    "time": {"datetime"},
    "button": {"type"},
}


def sanitise(html: str) -> str:
    """HTML without scripts, event handlers, frames, forms or addresses of other schemes than http, https and mailto.

    Relative addresses stay. The allow-list is ours; the parser is ammonia's (by way of nh3).
    """
    return nh3.clean(
        html,
        tags=_STRUCTURE,
        attributes=_ATTRIBUTES,
        generic_attribute_prefixes={"aria-", "data-"},
        url_schemes={"http", "https", "mailto"},
        strip_comments=True,
        link_rel=None,
    )


class _Sanitiser(Postprocessor):
    def run(self, text: str) -> str:
        return sanitise(text)


class Sanitised(Extension):
    """The last step of the dialect."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        # Lower than every built-in postprocessor: raw HTML has been put back by then.
        md.postprocessors.register(_Sanitiser(md), "sanitise", -100)


def makeExtension(**settings: object) -> Extension:  # noqa: N802 - the name is Python-Markdown's
    """The hook by which MkDocs finds the sanitiser as ``builders.rendering.dialect``."""
    return Sanitised(**settings)


EXTENSIONS: tuple[str, ...] = ("tables", "attr_list", "def_list", "sane_lists", "md_in_html", "builders.rendering.dialect")
"""The dialect, as Python-Markdown and MkDocs take it."""

EXTENSION_CONFIGS: dict[str, dict[str, object]] = {"tables": {"use_align_attribute": True}}
"""Settings of the extensions. No style attributes: packages run under a policy that forbids them."""
