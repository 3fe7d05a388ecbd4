"""QR codes: an address comes in, a PNG goes out that a telephone reads from the back row."""

from __future__ import annotations

import io
from functools import lru_cache

_BORDER = 4  # modules: the quiet zone of ISO/IEC 18004, 9.1
_PIXELS = 12  # of a module


@lru_cache(maxsize=64)
def qr_code(address: str) -> bytes:
    """A code that survives a scratch (error correction M). Raises ValueError for an address too long for any code."""
    import segno  # noqa: PLC0415 - takes longer than a deck, and many handbooks are not published

    stream = io.BytesIO()
    segno.make(address, error="m", micro=False).save(stream, kind="png", scale=_PIXELS, border=_BORDER)
    return stream.getvalue()
