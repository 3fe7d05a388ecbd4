"""The HTML document around the pages: pages, data and file names come in, one document goes out.

It works under a Content-Security-Policy that allows no inline script or style; the data block is ``application/json``,
which browsers never run and the policy therefore lets be.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from builders.rendering.languages import language
from builders.targets.player.addresses import anchor
from builders.targets.player.edition import Edition
from builders.targets.player.markup import plain, tag
from builders.targets.player.pages import PageHtml

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; font-src 'self'; "
    "connect-src {connect}; base-uri 'none'; form-action 'none'"
)


def document(
    edition: Edition,
    pages: tuple[PageHtml, ...],
    *,
    data: dict[str, object],
    tested: str,
    documents: Mapping[str, str],
    style: str,
    script: str,
    connect: str,
) -> str:
    """The whole document.

    ``tested`` holds the forms of the tests, out of sight until drawn; ``documents`` are the names of this document by
    language; ``style`` and ``script`` are addresses relative to it. ``connect`` are the hosts that the script may call, in
    the words of a Content-Security-Policy.
    """
    title = edition.label(edition.publication.title)
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=_POLICY.format(connect=connect)),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", title),
        tag("link", rel="icon", href="data:,"),
        tag("link", rel="stylesheet", href=style),
    )
    body = tag(
        "body",
        tag("a", edition.word("skip"), class_="skip", href="#main"),
        _header(edition, documents),
        tag("div", role="alert", class_="banner", id="not-saved"),
        tag("div", role="status", class_="banner quiet", id="notice"),
        tag("div", _contents(edition, pages), _main(edition, pages), class_="layout"),
        tag("template", tested, id="tested"),
        tag("script", _json(data), type="application/json", id="data"),
        tag("script", src=script),  # last: on a slow line, words and styles come first
    )
    return f"<!doctype html>\n{tag('html', head, body, lang=edition.language.tag)}\n"


def _header(edition: Edition, documents: Mapping[str, str]) -> str:
    return tag(
        "header",
        tag("button", edition.word("contents"), type="button", id="open-contents", aria_expanded="false", hidden=True),
        tag("h1", edition.inline(edition.publication.title)),
        _languages(edition, documents),
        tag("button", edition.word("save-and-exit"), type="button", id="exit", hidden=True),
        tag("div", tag("progress", id="progress", max=1, value=0, aria_label=edition.words["progress"]), class_="bar", hidden=True),
        class_="top",
    )


def _languages(edition: Edition, documents: Mapping[str, str]) -> str:
    """Links to the same document in the other languages; the script follows them without leaving the page."""
    if len(documents) < 2:
        return ""
    links = []
    for code, name in documents.items():
        spoken = language(code)
        current = "true" if code == edition.curriculum.language else ""
        links.append(tag("a", plain(spoken.name), href=name, lang=spoken.tag, hreflang=spoken.tag, aria_current=current))
    return tag("nav", *links, class_="languages", aria_label=edition.words["languages"])


def _contents(edition: Edition, pages: tuple[PageHtml, ...]) -> str:
    """The list of pages, a heading before each group."""
    rows: list[str] = []
    for index, page in enumerate(pages):
        if page.group and (index == 0 or pages[index - 1].group != page.group):
            rows.append(tag("li", page.group, class_="group"))
        extra = "" if page.id in edition.plan.counted else "extra"
        rows.append(tag("li", tag("a", page.title, href=f"#{anchor(page.id)}", class_=extra)))
    return tag("nav", tag("ol", *rows), id="contents", aria_label=edition.words["contents"])


def _main(edition: Edition, pages: tuple[PageHtml, ...]) -> str:
    turn = tag(
        "div",
        tag("button", edition.word("previous"), type="button", id="previous"),
        tag("span", id="place"),
        tag("button", edition.word("next"), type="button", id="next"),
        class_="turn",
        hidden=True,
    )
    foot = tag(
        "footer",
        edition.inline(edition.curriculum.title),
        " · ",
        edition.inline(edition.curriculum.issuer),
        " · ",
        edition.word("version", n=edition.publication.version),
        plain(f" · {edition.curriculum.licence}"),
    )
    return tag("main", *(page.html for page in pages), turn, foot, id="main")


def _json(data: dict[str, object]) -> str:
    """JSON that no browser takes for the end of the block."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
