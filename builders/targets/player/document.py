"""The HTML document around the pages: pages, data and file names come in, one document goes out.

It works under a Content-Security-Policy that allows no inline script or style; the data block is ``application/json``,
which browsers never run and the policy therefore lets be.
"""

from __future__ import annotations

import json

from builders.targets.player.addresses import anchor
from builders.targets.player.edition import Edition
from builders.targets.player.markup import plain, tag
from builders.targets.player.pages import PageHtml

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'"
)


def document(
    edition: Edition,
    pages: tuple[PageHtml, ...],
    *,
    data: dict[str, object],
    final: str,
    style: str,
    scripts: tuple[str, ...],
) -> str:
    """The whole document.

    ``final`` holds the forms of the final assessment, out of sight until drawn; ``style`` and ``scripts`` are addresses
    relative to the document, the first script is the one that starts the others.
    """
    title = edition.label(edition.module.title)
    preloads = [tag("link", rel="modulepreload", href=script) for script in scripts[1:]]
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=POLICY),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("title", title),
        tag("link", rel="icon", href="data:,"),
        tag("link", rel="stylesheet", href=style),
        tag("script", type="module", src=scripts[0]),
        *preloads,
    )
    body = tag(
        "body",
        tag("a", edition.word("skip"), class_="skip", href="#main"),
        _header(edition),
        tag("div", role="alert", class_="banner", id="not-saved"),
        tag("div", role="status", class_="banner quiet", id="notice"),
        tag("div", _contents(edition, pages), _main(edition, pages), class_="layout"),
        tag("template", final, id="final"),
        tag("script", _json(data), type="application/json", id="data"),
    )
    return f"<!doctype html>\n{tag('html', head, body, lang=edition.language.tag)}\n"


def _header(edition: Edition) -> str:
    return tag(
        "header",
        tag("button", edition.word("contents"), type="button", id="open-contents", aria_expanded="false", hidden=True),
        tag("h1", edition.inline(edition.module.title)),
        tag("button", edition.word("save-and-exit"), type="button", id="exit", hidden=True),
        tag("div", tag("progress", id="progress", max=1, value=0, aria_label=edition.words["progress"]), class_="bar", hidden=True),
        class_="top",
    )


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
        edition.word("version", n=edition.module.version),
        plain(f" · {edition.curriculum.licence}"),
    )
    return tag("main", *(page.html for page in pages), turn, foot, id="main")


def _json(data: dict[str, object]) -> str:
    """JSON that no browser takes for the end of the block."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
