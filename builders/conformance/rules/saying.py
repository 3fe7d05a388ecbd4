"""Words that messages of several rules need."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from builders.diagnostics.finding import nearest

_SHOWN = 3
_COMPARED = 200  # finding the nearest of many words takes long, and packages are not ours


def several(names: Sequence[str], noun: str) -> str:
    """``1 file (`a`)``, ``5 files (`a`, `b`, `c`, …)``."""
    shown = ", ".join(f"`{name}`" for name in names[:_SHOWN])
    return f"{len(names)} {noun}{'' if len(names) == 1 else 's'} ({shown}{', …' if len(names) > _SHOWN else ''})"


def cut(text: str, most: int = 60) -> str:
    """A long text shortened for a message."""
    return text if len(text) <= most else text[: most - 1] + "…"


def suggestion(word: str, known: Collection[str]) -> str:
    """The nearest of what is known as a remedy; nothing, which stands for the code's own, where there is too much of it."""
    return nearest(word, tuple(known)) if len(known) <= _COMPARED else ""
