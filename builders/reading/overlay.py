"""A YAML translation over its source: a node of the source edition and an overlay come in, the translated node goes out.

One walk serves every kind of file: a field of words takes the overlay's value under the field's name, a tuple of nodes with
ids takes the overlay's mapping by id, and whatever the overlay lacks stays in the source language.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any, TypeVar

from builders.diagnostics.finding import Finding, nearest
from builders.diagnostics.location import Location
from builders.model.modules import Segment, Session
from builders.model.questions import Question
from builders.model.scenarios import Scenario
from builders.model.sops import Sop
from builders.model.text import Text
from builders.reading.document import Path, View
from builders.reading.stamps import STAMPED, Stamp, words_digest

T = TypeVar("T")

# Words whose key in the file is not the field's name, or that lie one level deeper there.
_KEYS: dict[str, tuple[str, ...]] = {
    "clock_starts": ("clock", "starts"),
    "recall_never": ("recall", "never"),
    "legal_basis": ("legal-basis",),
    "hand_over": ("hand-over",),
    "key_points": ("key-points",),
}
_ACTIVITY_TITLE = ("activity",)
# Parts of a node that are translated in files of their own.
_ELSEWHERE = (Segment, Session, Question, Scenario, Sop)


@dataclass
class Overlay:
    """One translation file's words. ``findings`` and ``stamps`` fill as nodes are translated."""

    language: str
    findings: list[Finding] = field(default_factory=list)
    stamps: list[Stamp] = field(default_factory=list)
    _used: set[Path] = field(default_factory=set)
    _stale: bool = False

    def translate(self, node: T, view: View, *, top: bool = True) -> T:
        """The node with the overlay's words. ``top`` is the file's own node; what it does not use is then reported."""
        outer = self._stale
        if isinstance(node, STAMPED):
            self._stale = self._compare(node, view)
        elif view.get("from"):
            self._use(view.path, "from")
        changes = {item.name: self._field(node, item.name, getattr(node, item.name), view) for item in fields(node)}  # type: ignore[arg-type]
        self._stale = outer
        if top:
            self._report_unused(view)
        return replace(node, **changes)  # type: ignore[type-var]

    def translate_items(self, items: tuple[T, ...], view: View, key: str) -> tuple[T, ...]:
        """Items that a file of their own holds under one key; whatever else the file holds is reported."""
        translated: tuple[T, ...] = self._tuple(items, view.get(key), view, key)
        self._report_unused(view)
        return translated

    def _field(self, node: object, name: str, value: Any, view: View) -> Any:
        keys = _ACTIVITY_TITLE if name == "title" and type(node).__name__ == "ActivitySlot" else _KEYS.get(name, (name,))
        for key in keys[:-1]:
            inner = view.get(key)
            if inner is None:
                return value
            self._use(view.path, key)
            view = inner
        return self._words(value, view, keys[-1])

    def _words(self, value: Any, view: View, key: str) -> Any:
        found = view.get(key)
        if isinstance(value, Text):
            return self._text(value, found, view, key)
        if isinstance(value, tuple) and value and not isinstance(value[0], _ELSEWHERE):
            return self._tuple(value, found, view, key)
        if is_dataclass(value) and found is not None and not isinstance(value, Location):
            self._use(view.path, key)
            return self.translate(value, found, top=False)
        return value

    def _text(self, value: Text, found: View | None, view: View, key: str) -> Text:
        if found is None:
            if value:
                self._missing(view, key)
            return value
        self._use(view.path, key)
        if not isinstance(found.data, str):
            return value  # the schema has reported it
        return Text(found.data.strip(), self.language, found.at, self._stale)

    def _tuple(self, value: tuple[Any, ...], found: View | None, view: View, key: str) -> tuple[Any, ...]:
        first = value[0]
        has_words = isinstance(first, Text) or is_dataclass(first) or (isinstance(first, tuple) and isinstance(first[-1], Text))
        if not has_words:
            return value
        if found is None:
            if isinstance(first, Text) or not _is_slots(value):
                self._missing(view, key)
            return value
        self._use(view.path, key)
        if isinstance(first, Text):
            return self._list(value, found, key)
        if isinstance(first, tuple):
            return tuple((name, self._words(text, found, name)) for name, text in value)
        return tuple(self._item(item, found) for item in value)

    def _list(self, value: tuple[Text, ...], found: View, key: str) -> tuple[Text, ...]:
        if not isinstance(found.data, list) or len(found.data) != len(value):
            size = len(found.data) if isinstance(found.data, list) else 0
            self.findings.append(Finding(found.at, "L003", f"`{key}` has {size} items, its source has {len(value)}"))
            return value
        items = zip(found.data, range(len(value)), strict=True)
        return tuple(
            Text(str(item).strip(), self.language, found.document.at((*found.path, index)), self._stale) for item, index in items
        )

    def _item(self, item: Any, found: View) -> Any:
        id = getattr(item, "id", "")
        if not id:
            return item
        own = found.get(id)
        if own is None:
            self._missing(found, id)
            return item
        self._use(found.path, id)
        return self.translate(item, own, top=False)

    def _compare(self, node: object, view: View) -> bool:
        """Whether the translation is stale; records the stamp it should carry."""
        digest, recorded = words_digest(node), view.string("from")
        self._use(view.path, "from")
        if recorded == digest:
            return False
        name = getattr(node, "id", "") or type(node).__name__.lower()
        if recorded:
            at = view.document.at((*view.path, "from"))
            self.findings.append(Finding(at, "L002", f"the source of `{name}` has changed", f"compare, then `from: {digest}`"))
        else:
            at = _first_key(view)
            self.findings.append(Finding(at, "L005", f"`{name}` has no `from`", f"compare, then `from: {digest}`"))
        self.stamps.append(Stamp(at, digest, bool(recorded)))
        return bool(recorded)

    def _missing(self, view: View, key: str) -> None:
        self.findings.append(Finding(view.at if view.path else view.document.at(()), "L001", f"`{key}` is not translated"))

    def _use(self, path: Path, key: str) -> None:
        self._used.add((*path, key))

    def _report_unused(self, view: View) -> None:
        for key, child in view.children():
            if child.path not in self._used:
                siblings = tuple(str(path[-1]) for path in self._used if path[:-1] == view.path)
                self.findings.append(
                    Finding(
                        view.document.key_at(child.path),
                        "L004",
                        f"`{key}` is nothing that the source has",
                        nearest(key, siblings),
                    )
                )
            elif isinstance(child.data, dict):
                self._report_unused(child)


def _is_slots(value: tuple[Any, ...]) -> bool:
    """Slots without an id have no words of their own to translate."""
    return not any(getattr(item, "id", "") for item in value)


def _first_key(view: View) -> Location:
    keys = view.names()
    return view.document.key_at((*view.path, keys[0])) if keys else view.at
