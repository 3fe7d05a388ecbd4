"""Words that are not translated, or were translated from an older source: nodes of the model come in, the kind of sign
to show goes out."""

from __future__ import annotations

from builders.model.text import texts_in


def mark_of(language: str, *nodes: object) -> str:
    """``fallback`` where some words are in another language, else ``stale`` where some are out of date, else nothing."""
    found = [text for text in texts_in(*nodes) if text]  # empty texts need no translation
    if any(text.language != language for text in found):
        return "fallback"
    return "stale" if any(text.stale for text in found) else ""
