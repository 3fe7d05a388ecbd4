"""R012: the address of a link is neither in the curriculum nor on the web."""

from __future__ import annotations

from collections.abc import Iterator

from builders.diagnostics.finding import Finding, nearest
from builders.model.curriculum import Curriculum
from builders.rendering.references import SCHEMES
from builders.rules.views.addresses import Address, addresses
from builders.rules.views.passages import Passage


def check(passage: Passage, curriculum: Curriculum) -> Iterator[Finding]:  # noqa: ARG001 - every rule about words takes both
    """Sources are not published as they lie: a path between them leads nowhere, and other schemes are removed.

    Example::

        As you heard [before](listening.md) …        # write `session:empathy.listening`
    """
    for address in addresses(passage.words):
        if address.picture or address.leads_out or address.scheme in _JUDGED_ELSEWHERE or address.scheme in _WEB:
            continue
        if not address.scheme and address.value.startswith(("media/", "#")):
            continue
        yield Finding(passage.at(address.offset), "R012", _fault(address), _fix(address))


_WEB = ("http", "https", "mailto")
_JUDGED_ELSEWHERE = (*SCHEMES, "javascript", "vbscript", "data")


def _fault(address: Address) -> str:
    if not address.value:
        return "a link has no address"
    what = f"the scheme `{address.scheme}:` of" if address.scheme else "the path"
    return f"{what} `{address.value}` leads nowhere"


def _fix(address: Address) -> str:
    return nearest(address.scheme, (*SCHEMES, *_WEB)) if address.scheme else ""
