"""Small pictures of slides, for pages that say when a slide is shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class SlidePicture:
    """A slide as it looks. It comes from the block at that place (from 0) of a session's segment; ``session`` and ``segment``
    are ids. ``title`` is the slide's, in ``language``; ``data`` is a JPEG file, ``width`` and ``height`` are its pixels."""

    session: str
    segment: str
    block: int
    title: str
    language: str
    width: int
    height: int
    data: bytes = field(repr=False)

    @property
    def name(self) -> str:
        """A file name that follows from the bytes, so that another picture has another name."""
        return f"{sha256(self.data).hexdigest()[:16]}.jpg"
