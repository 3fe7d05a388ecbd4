"""What a package is called: an artefact and a language come in, plain words go out."""

from __future__ import annotations

from builders.model.artefacts import ALL_LANGUAGES, BANKS, GENERIC, Artefact
from builders.rendering.words import words


def package_name(artefact: Artefact, language: str, *, with_languages: bool = True) -> str:
    """Standard, profile, granularity, and that it holds all languages: ``SCORM 1.2 · Moodle · all languages``.

    ``with_languages`` is False where that stands above the name.
    """
    ours = words("packages", language)
    name = ours[artefact.kind]
    if artefact.kind in BANKS:
        name = ours["question-bank"].format(name=name)
    special = artefact.profile if artefact.profile != GENERIC else ""
    several = artefact.language if with_languages and artefact.language == ALL_LANGUAGES else ""
    return " · ".join([name, *(ours[key] for key in (special, artefact.granularity, several) if key)])
