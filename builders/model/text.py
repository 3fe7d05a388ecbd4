"""Words with their language: comes in from the reader, goes out to everything that shows words."""

from __future__ import annotations

from dataclasses import dataclass, field

from builders.diagnostics.location import Location


@dataclass(frozen=True, slots=True)
class Text:
    """Markdown words as the author wrote them.

    ``language`` is the language that the words are really in: where an edition has no translation it is the source
    language, and whoever shows the words marks them (``lang`` attribute and a visible sign). ``stale`` says that they
    were translated from a source that has changed since.
    """

    value: str
    language: str
    at: Location = field(compare=False)
    stale: bool = False

    def __str__(self) -> str:
        return self.value

    def __bool__(self) -> bool:
        return bool(self.value.strip())
