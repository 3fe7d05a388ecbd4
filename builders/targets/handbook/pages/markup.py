"""Small pieces of Markdown and HTML that every page is put together from: strings in, strings out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape

_MARKS = re.compile(r"([\\`*_{}\[\]#>|])")


def plain(words: str) -> str:
    """Words that are no Markdown, so that none of their signs is taken for it."""
    return _MARKS.sub(lambda mark: f"&#{ord(mark[1])};", words.replace("&", "&amp;").replace("<", "&lt;"))


def span(kind: str, words: str) -> str:
    return f'<span class="{kind}">{words}</span>'


def label(words: str) -> str:
    """The name of a block (Say, Show, …). Not searched: it stands on every page."""
    return f'<p class="block-label" data-search-exclude="">{escape(words)}</p>'


def box(kind: str, *parts: str, id: str = "", tag: str = "div") -> str:
    """An element around Markdown. Empty parts are left out; an element of nothing is nothing."""
    inside = stacked(*parts)
    name = f' id="{id}"' if id else ""
    return f'<{tag} class="{kind}"{name} markdown="1">\n\n{inside}\n\n</{tag}>' if inside else ""


def folded(kind: str, summary: str, *parts: str) -> str:
    """Something that opens on a click or tap, and in print. ``summary`` is inline HTML."""
    inside = stacked(*parts)
    return f'<details class="{kind}" markdown="1">\n<summary>{summary}</summary>\n\n{inside}\n\n</details>' if inside else ""


def stacked(*parts: str) -> str:
    """Blocks one under the other."""
    return "\n\n".join(part for part in parts if part)


def listed(items: Iterable[str], *, numbered: bool = False) -> str:
    """A list. An item may hold several blocks; then all items stand apart, or Markdown would run them together."""
    entries = list(items)
    marked = (f"{number}." if numbered else "-" for number in range(1, len(entries) + 1))
    between = "\n\n" if any("\n\n" in entry for entry in entries) else "\n"
    return between.join(f"{mark:<4}{_indented(entry)}" for mark, entry in zip(marked, entries, strict=True))


def table(head: Sequence[str], rows: Iterable[Sequence[str]], *, right: frozenset[int] = frozenset()) -> str:
    """A Markdown table; ``right`` are the numbers of the columns that hold numbers. No rows, no table."""
    body = [_row(cells) for cells in rows]
    rule = _row(["---:" if number in right else "---" for number in range(len(head))])
    return "\n".join([_row(head), rule, *body]) if body else ""


def facts(pairs: Iterable[tuple[str, str]]) -> str:
    """Names and what they stand for, as a definition list. Pairs without a value are left out."""
    entries = [f"{name}\n:   {_indented(value)}" for name, value in pairs if value]
    return box("facts", "\n\n".join(entries))


def answered(pairs: Iterable[tuple[str, str]]) -> str:
    """What happens and what to do then, as a definition list; ``facts`` with whole sentences."""
    return box("answered", "\n\n".join(f"{what}\n:   {_indented(answer)}" for what, answer in pairs))


def switch(words: str, **views: str) -> str:
    """Where the page's script puts a button for each view of the page; nothing is seen of it without the script."""
    named = " ".join(f'data-{name}="{escape(label)}"' for name, label in views.items())
    return f'<div class="views" data-label="{escape(words)}" {named} data-search-exclude=""></div>'


def offline(words: Mapping[str, str]) -> str:
    """Where the page's script puts a button that keeps the whole handbook on the device, if it was fetched from a server."""
    named = " ".join(f'data-{key}="{escape(label)}"' for key, label in words.items())
    return f'<div class="offline-copy" {named} data-search-exclude=""></div>'


def clock_time(words: str, **of: str) -> str:
    """A time on the clock (``09:30``) that the page's script can move when a day starts later. ``of`` says which day of which
    course it belongs to, and when that starts, where the page is not the course's own."""
    day = "".join(f' data-{name}="{escape(value)}"' for name, value in of.items())
    return f'<time datetime="{words}"{day}>{words}</time>'


def sheet(print_words: str, title: str, heading: str, *parts: str) -> str:
    """A section that can be printed by itself, on a sheet of its own with the ``title`` above its heading."""
    inside = stacked(*parts)
    opening = f'<section class="sheet" data-print="{escape(print_words)}" markdown="1">'
    above = f'<p class="sheet-title" data-search-exclude="" markdown="span">{title}</p>'
    return f"{opening}\n\n{above}\n\n{heading}\n\n{inside}\n\n</section>" if inside else ""


def figure(name: str) -> str:
    """Where a drawing of the page's (see ``Writer.draw``) is put."""
    return f'<div class="figure" data-figure="{name}"></div>'


def download(address: str, words: str, *, spoken: str = "") -> str:
    """A link to a file beside the handbook. HTML, since MkDocs knows only what lies inside. ``spoken`` (HTML) is what a screen
    reader says where the words alone say too little."""
    label = f' aria-label="{spoken}"' if spoken else ""
    return f'<a class="download" href="{escape(address)}" download=""{label}>{words}</a>'


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(_cell(cell) for cell in cells) + " |"


def _cell(words: str) -> str:
    return "<br>".join(part for part in words.replace("|", "&#124;").split("\n") if part.strip()) or " "


def _indented(words: str) -> str:
    return words.replace("\n", "\n    ")
