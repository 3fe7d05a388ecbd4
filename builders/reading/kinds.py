"""What a file is: its path comes in, its kind, module, slug and language go out."""

from __future__ import annotations

import re
from dataclasses import dataclass

_S = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"curriculum/{pattern}(?:\.(?P<language>[a-z]{{2,3}}))?\.{ending}\Z"))
    for kind, pattern, ending in (
        ("curriculum", "curriculum", "yaml"),
        ("competencies", "competencies", "yaml"),
        ("needs", "needs", "yaml"),
        ("sources", "sources", "yaml"),
        ("glossary", "glossary", "yaml"),
        ("videos", "videos", "yaml"),
        ("theme", "theme", "yaml"),
        ("course", rf"courses/(?P<slug>{_S})", "yaml"),
        ("module", rf"modules/(?P<module>{_S})/module", "yaml"),
        ("questions", rf"modules/(?P<module>{_S})/questions", "yaml"),
        ("scenario", rf"modules/(?P<module>{_S})/scenarios/(?P<slug>{_S})", "yaml"),
        ("sop", rf"modules/(?P<module>{_S})/sops/(?P<slug>{_S})", "yaml"),
        ("session", rf"modules/(?P<module>{_S})/(?P<slug>{_S})", "md"),
    )
)


@dataclass(frozen=True, slots=True, order=True)
class FileKind:
    """``language`` is empty for a source; ``module`` and ``slug`` where the kind has none."""

    kind: str
    module: str = ""
    slug: str = ""
    language: str = ""


def classify(name: str) -> FileKind | None:
    """The kind of a file by its path relative to the root, ``None`` for one that belongs to nothing."""
    for kind, pattern in _PATTERNS:
        if match := pattern.match(name):
            groups = match.groupdict()
            return FileKind(kind, groups.get("module") or "", groups.get("slug") or "", groups.get("language") or "")
    return None
