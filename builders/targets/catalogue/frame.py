"""A page around its body: HTML comes in, a whole document that fetches and runs nothing goes out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from builders.rendering.standalone import head
from builders.targets.catalogue.markup import plain, tag, titled
from builders.targets.catalogue.stock import Stock

_STYLES = Path(__file__).parent / "catalogue.css"


def document(body: str, *, title: str, page: str) -> bytes:
    """``title`` is plain words, ``page`` the language's code, ``body`` HTML without its element."""
    return f"{head(page, title=title, styles=_STYLES)}{tag('body', body)}\n</html>\n".encode()


def issued(stock: Stock) -> Iterator[str]:
    """Who answers for the curriculum, and its licence."""
    yield tag("p", plain(stock.words["issued-by"]).format(issuer=titled(stock.source.issuer, stock.page)))
    yield tag("p", plain(stock.words["licence"].format(licence=stock.source.licence)))
