"""The films and recordings that a passage plays: a passage comes in, paths that are there go out with their place."""

from __future__ import annotations

from collections.abc import Iterator

from builders.model.clips import is_clip
from builders.model.modules import Module
from builders.rules.views.addresses import addresses
from builders.rules.views.passages import Passage


def clips(passage: Passage) -> Iterator[tuple[str, Module, int]]:
    """Path, module, and how many characters stand before it. One that is missing is another rule's finding."""
    if passage.module is None:
        return
    for address in addresses(passage.words):
        if address.picture and is_clip(address.path) and any(media.path == address.path for media in passage.module.media):
            yield address.path, passage.module, address.offset
