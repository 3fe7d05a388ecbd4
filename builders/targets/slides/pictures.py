"""Pictures as slides need them: the bytes of a file come in, its size and a frame that keeps its proportions go out."""

from __future__ import annotations

import struct

from builders.targets.slides.frame import Frame


def pixels(data: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG or JPEG, ``None`` for anything else."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= 24:
        wide, high = struct.unpack(">II", data[16:24])
        return (wide, high) if wide and high else None
    if not data.startswith(b"\xff\xd8"):
        return None
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:  # the frame headers (ITU-T T.81, table B.1)
            high, wide = struct.unpack(">HH", data[at + 5 : at + 9])
            return (wide, high) if wide and high else None
        at += 2 + length
    return None


def fitted(size: tuple[int, int], frame: Frame, *, across: float = 0.5, down: float = 0.5) -> Frame:
    """The largest place in a frame that has a picture's proportions. ``across`` and ``down`` say where in it: 0 is left and
    above, 1 right and below."""
    scale = min(frame.w / size[0], frame.h / size[1])
    wide, high = size[0] * scale, size[1] * scale
    return Frame(frame.x + (frame.w - wide) * across, frame.y + (frame.h - high) * down, wide, high)
