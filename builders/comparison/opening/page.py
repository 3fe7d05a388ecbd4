"""A page of the player as HTML: its text comes in; its data block, the words of every item on it, and the ids behind the short
keys go out."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from builders.comparison.nodes import Passage
from builders.comparison.opening.markup import Begin, End, Words, tokens

PAGE, QUESTION, SCENARIO, PROCEDURE, PUBLICATION = "page", "question", "scenario", "procedure", "publication"

_OWNERS = {"data-page": PAGE, "data-question": QUESTION, "data-scenario": SCENARIO, "data-sop": PROCEDURE}
_WORDS = ("alt", "title", "aria-label")
_INLINE = frozenset({"a", "abbr", "b", "bdi", "code", "em", "i", "mark", "small", "span", "strong", "sub", "sup"})
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})

_DEEPEST = 100  # elements inside each other; what is deeper belongs to the last of these

Owner = tuple[str, str]
"""Kind and key of what words belong to."""

_REPEATED: Owner = ("", "")
"""Of what repeats titles and languages that are compared elsewhere."""

_DATA: Owner = ("data", "")


@dataclass(frozen=True, slots=True)
class Html:
    """``passages`` has an entry for the publication and each page, question, scenario and procedure; what is inside another one
    counts to the inner one alone. ``page_ids`` are the ids of pages by key, in reading order. ``parts`` are the ids of
    elements by the kind and key of their owner and their own key: steps, moments, endings. ``values`` are what can be chosen
    in a question, ``asked`` the keys of questions that are asked outside tests. ``reflections`` are ids of boxes whose text
    stays on the device. ``frame`` is everything else but the data."""

    data: str
    passages: Mapping[Owner, Passage]
    page_ids: Mapping[str, str]
    parts: Mapping[tuple[Owner, str], str]
    values: Mapping[str, frozenset[str]]
    asked: frozenset[str]
    reflections: tuple[str, ...]
    frame: Passage


def passage(words: str, markup: str) -> Passage:
    """Words with any white space, and the markup in full."""
    return Passage(" ".join(words.split()), hashlib.sha256(markup.encode()).hexdigest())


def read_page(text: str) -> Html:
    """Take a document apart."""
    reader = _Reader()
    for token in tokens(text):
        reader.take(token)
    return Html(
        data="".join(reader.data),
        passages={owner: found.passage() for owner, found in reader.found.items() if owner and owner not in {_REPEATED, _DATA}},
        page_ids=reader.page_ids,
        parts=reader.parts,
        values={key: frozenset(values) for key, values in reader.values.items()},
        asked=frozenset(reader.asked),
        reflections=tuple(reader.reflections),
        frame=reader.found.get(None, _Collected()).passage(),
    )


@dataclass(slots=True)
class _Collected:
    words: list[str] = field(default_factory=list)
    markup: list[str] = field(default_factory=list)

    def passage(self) -> Passage:
        return passage("".join(self.words), "\n".join(self.markup))


class _Reader:
    """Follows the elements that are open, each with its owner."""

    def __init__(self) -> None:
        self.open: list[tuple[str, Owner | None]] = []
        self.found: dict[Owner | None, _Collected] = {}
        self.data: list[str] = []
        self.page_ids: dict[str, str] = {}
        self.parts: dict[tuple[Owner, str], str] = {}
        self.values: dict[str, set[str]] = {}
        self.asked: set[str] = set()
        self.reflections: list[str] = []

    @property
    def owner(self) -> Owner | None:
        return self.open[-1][1] if self.open else None

    def take(self, token: Begin | End | Words) -> None:
        match token:
            case Begin(name, attributes):
                self._begin(name, attributes)
            case End(name):
                self._end(name)
            case Words(text) if self.owner == _DATA:
                self.data.append(text)
            case Words(text):
                self._of(self.owner).words.append(text)

    def _begin(self, name: str, attributes: Mapping[str, str]) -> None:
        owner = self._begun(name, attributes) or self.owner
        collected = self._of(owner)
        collected.markup.append(f"{name} {sorted(item for item in attributes.items() if item[0] not in _WORDS)}")
        collected.words += [f" {attributes[word]} " for word in _WORDS if attributes.get(word)]
        self._note(name, attributes, owner)
        if name not in _VOID and len(self.open) < _DEEPEST:
            self.open.append((name, owner))

    def _end(self, name: str) -> None:
        at = next((at for at in range(len(self.open) - 1, -1, -1) if self.open[at][0] == name), None)
        if at is None:
            return
        if name not in _INLINE:
            self._of(self.open[at][1]).words.append(" ")
        del self.open[at:]

    def _of(self, owner: Owner | None) -> _Collected:
        return self.found.setdefault(owner, _Collected())

    def _begun(self, name: str, attributes: Mapping[str, str]) -> Owner | None:
        frame = self.owner is None
        if frame and (name == "h1" or attributes.get("id") == "contents" or attributes.get("class") == "languages"):
            return _REPEATED
        if name == "title":
            return PUBLICATION, ""
        if name == "script" and attributes.get("id") == "data":
            return _DATA
        begun = next(((kind, attributes[key]) for key, kind in _OWNERS.items() if key in attributes), None)
        # What is asked on a page and in a test stands in the document twice.
        return _REPEATED if begun and begun in self.found else begun

    def _note(self, name: str, attributes: Mapping[str, str], owner: Owner | None) -> None:
        """What tells which ids stand behind keys, and what can be answered."""
        id = attributes.get("id", "")
        if "data-page" in attributes:
            self.page_ids[attributes["data-page"]] = id.removeprefix("page-")
        if "data-question" in attributes and id.startswith("check-"):
            self.asked.add(attributes["data-question"])
        if "data-reflection" in attributes:
            self.reflections.append(attributes["data-reflection"])
        if owner is None:
            return
        for key in ("data-node", "data-step"):
            if key in attributes:
                self.parts[owner, attributes[key]] = id
        if owner[0] == QUESTION and name == "input" and attributes.get("value"):
            self.values.setdefault(owner[1], set()).add(attributes["value"])
