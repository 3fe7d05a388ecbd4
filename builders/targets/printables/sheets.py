"""What every document has around it: a writer and a title come in, the finished PDF goes out."""

from __future__ import annotations

from collections.abc import Iterable

from builders.targets.printables.typesetting.press import pdf
from builders.targets.printables.typesetting.source import string
from builders.targets.printables.writer import Writer


def printed(write: Writer, title: str, body: Iterable[str], *, about: str = "", note: str = "", **sheet: str) -> bytes:
    """``about`` stands in the header on the left, ``note`` in the footer on the right (a version, for whom it is); ``sheet`` are
    settings of the theme as code."""
    issuer = write.plain(write.curriculum.issuer)
    settings = {
        "head": string(about),
        "head_right": string(title if about else ""),
        "foot": string(issuer),
        "foot_right": string(note),
    } | sheet
    return pdf(title, body, code=write.language, author=issuer, **settings)
