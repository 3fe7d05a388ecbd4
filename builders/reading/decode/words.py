"""Words of the source language: a view and a key come in, texts go out."""

from __future__ import annotations

from dataclasses import dataclass

from builders.model.text import Text
from builders.reading.document import View


@dataclass(frozen=True, slots=True)
class Words:
    """Decodes words in one language. What is missing becomes an empty text: the schema has reported it."""

    language: str

    def text(self, view: View, key: str) -> Text:
        found = view.get(key)
        return Text(view.string(key).strip(), self.language, found.at if found else view.at)

    def optional(self, view: View, key: str) -> Text | None:
        return self.text(view, key) if view.get(key) else None

    def list(self, view: View, key: str) -> tuple[Text, ...]:
        return tuple(Text(str(item.data).strip(), self.language, item.at) for item in view.items(key))
