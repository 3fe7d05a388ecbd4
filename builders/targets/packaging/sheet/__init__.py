"""What an administrator is told of a package: a content and its file's name and size come in, one page as HTML and as Markdown
goes out, with the same words in both."""

from __future__ import annotations

from builders.model.artefacts import Kind
from builders.rendering.words import words
from builders.targets.packaging.content import Content
from builders.targets.packaging.profiles import PROFILES
from builders.targets.packaging.sheet.facts import Facts
from builders.targets.packaging.sheet.guides import guide
from builders.targets.packaging.sheet.markdown import markdown
from builders.targets.packaging.sheet.page import page
from builders.targets.packaging.sheet.sections import sheet


def import_sheet(
    content: Content, *, standard: str, profile: str | None, file: str, size: int, language: str
) -> tuple[bytes, bytes]:
    """The sheet as HTML and as Markdown, both UTF-8.

    ``standard`` is a kind of package (``builders.model.artefacts.PACKAGES``), ``profile`` a SCORM profile, None for the other
    standards; ``file`` is the package's name, ``size`` its bytes; ``language`` that of the sheet, English where there are no
    words for it. Raises ValueError for an unknown standard, KeyError for an unknown profile.
    """
    facts = Facts(
        content=content,
        standard=Kind(standard),
        profile=PROFILES[profile] if profile else None,
        file=file,
        size=size,
        language=language,
        words=words("import-sheet", language),
    )
    made = sheet(facts, guide(facts))
    return page(made), markdown(made)


__all__ = ["import_sheet"]
