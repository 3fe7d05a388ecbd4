"""R010: a picture, clip or document is not in the module's media folder."""

from __future__ import annotations

from collections.abc import Iterator

from builders.diagnostics.finding import Finding, nearest
from builders.model.curriculum import Curriculum
from builders.model.modules import Module
from builders.rules.views.addresses import addresses
from builders.rules.views.passages import Passage


def check(passage: Passage, curriculum: Curriculum) -> Iterator[Finding]:  # noqa: ARG001 - every rule about words takes both
    """Readers would see a gap. A picture from elsewhere is none: packages and handbook work without a network.

    Example, without a file modules/empathy/media/counter.png::

        ![The counter seen from the door](media/counter.png)
    """
    for address in addresses(passage.words):
        if address.leads_out or address.scheme in _ACTIVE:
            continue
        if address.path.startswith("media/") and not address.scheme:
            fault, fix = _missing(address.path, passage.module)
        elif address.picture:
            fault, fix = f"the picture `{address.value}` does not lie in a media folder", _MOVE
        else:
            continue
        if fault:
            yield Finding(passage.at(address.offset), "R010", fault, fix)


_ACTIVE = ("javascript", "vbscript", "data")
_MOVE = "put the file into the module's media folder and write `media/…`"


def _missing(path: str, module: Module | None) -> tuple[str, str]:
    """Fault and fix, both empty where all is well."""
    if module is None:
        return f"`{path}` is named outside a module, and only modules have media", "say it in words, or move it into a session"
    known = tuple(media.path for media in module.media)
    if path in known:
        return "", ""
    return f"there is no `{path}` in module `{module.id}`", nearest(path, known) if known else ""
