"""What a printed document is called: an artefact and a language come in, plain words go out."""

from __future__ import annotations

from builders.model.artefacts import Artefact
from builders.rendering.words import words


def document_name(artefact: Artefact, language: str) -> str:
    """``Session plan``, ``Run of show, day 2``: the name alone, without what the document is about."""
    return words("catalogue", language)[f"printed-{artefact.item}"].format(n=artefact.day)
