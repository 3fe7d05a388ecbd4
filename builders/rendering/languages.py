"""What is known of a language: its own name, its BCP 47 tag for India, its script."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Language:
    """``name`` is the language's name for itself; ``tag`` the BCP 47 tag with region; ``script`` the ISO 15924 code."""

    code: str
    name: str
    tag: str
    script: str


_KNOWN = {
    language.code: language
    for language in (
        Language("en", "English", "en-IN", "Latn"),
        Language("hi", "हिन्दी", "hi-IN", "Deva"),
        Language("mr", "मराठी", "mr-IN", "Deva"),
    )
}


def language(code: str) -> Language:
    """The language of a code; one that is not known here goes by its code and is taken to be in Latin script."""
    return _KNOWN.get(code, Language(code, code, code, "Latn"))
