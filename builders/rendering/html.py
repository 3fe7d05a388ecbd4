"""Prose as HTML: Markdown and a target's addresses come in, a sanitised fragment goes out."""

from __future__ import annotations

from functools import cache, lru_cache

from markdown import Markdown

from builders.rendering.dialect import EXTENSION_CONFIGS, EXTENSIONS
from builders.rendering.references import References, resolve


@cache
def _renderer() -> Markdown:
    return Markdown(extensions=list(EXTENSIONS), extension_configs=EXTENSION_CONFIGS, output_format="html")


def to_html(markdown: str, references: References = References()) -> str:  # noqa: B008 - frozen, so a shared default is safe
    """A fragment of one or more block elements."""
    return _converted(resolve(markdown, references))


@lru_cache(maxsize=1 << 14)
def _converted(markdown: str) -> str:
    """The same words stand in several editions and in packages of several standards: one conversion serves them all."""
    return _renderer().reset().convert(markdown)


def to_inline_html(markdown: str, references: References = References()) -> str:  # noqa: B008 - as above
    """A fragment without the paragraph around it, for titles, labels and table cells.

    Text that is more than one paragraph keeps its paragraphs.
    """
    html = to_html(markdown, references).strip()
    inner = html.removeprefix("<p>").removesuffix("</p>")
    return html if "<p>" in inner else inner
