"""YAML as this format has it: text comes in, a document with positions or a finding goes out.

The data are built from the parser's events, so that aliases, anchors, tags, depth and duplicate keys are seen before they
can do harm. Plain scalars follow the YAML 1.2 core schema (clause 10.3.2): PyYAML's own 1.1 rules read ``10:30`` as 630
and ``no`` as false.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from builders.diagnostics.finding import Finding
from builders.diagnostics.location import Location
from builders.reading.document import Data, Document, Path

MOST_DEPTH = 24
MOST_VALUES = 100_000

_LOADER: Any = getattr(yaml, "CLoader", yaml.Loader)  # libyaml's parser where the wheel has it: ten times as quick
_NULL = re.compile(r"(?:null|Null|NULL|~|)\Z")
_BOOL = re.compile(r"(?:true|True|TRUE|false|False|FALSE)\Z")
_INT = re.compile(r"[-+]?[0-9]{1,18}\Z")
_BASED = re.compile(r"0(?:o[0-7]{1,18}|x[0-9a-fA-F]{1,15})\Z")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]{1,18}|[0-9]{1,18}(?:\.[0-9]{0,18})?)(?:[eE][-+]?[0-9]{1,3})?\Z")


class _RefusedError(Exception):
    """Stops the walk over the events at the first fault that makes the rest meaningless."""

    def __init__(self, code: str, message: str, mark: Any) -> None:
        super().__init__(message)
        self.code, self.message, self.mark = code, message, mark


def scalar(text: str) -> Data:
    """The value of a plain scalar in the YAML 1.2 core schema, without infinities and not-a-number."""
    if _NULL.match(text):
        return None
    if _BOOL.match(text):
        return text.lower() == "true"
    if _INT.match(text):
        return int(text)
    if _BASED.match(text):
        return int(text, 0)
    if _FLOAT.match(text):
        return float(text)
    return text


def parse_yaml(text: str, file: str, *, first_line: int = 1) -> tuple[Document | None, tuple[Finding, ...]]:
    """A document, or ``None`` where the text cannot be read; duplicate keys are findings and the first one counts.

    ``first_line`` is the line of the file on which ``text`` begins (front matter begins on line 2).
    """
    builder = _Builder(file, first_line)
    try:
        loader = _LOADER(text)
        try:
            data = builder.build(loader)
        finally:
            loader.dispose()
    except _RefusedError as refused:
        return None, (*builder.findings, builder.finding(refused.code, refused.message, refused.mark))
    except yaml.MarkedYAMLError as error:
        return None, (*builder.findings, _syntax_finding(error, text, builder))
    except yaml.YAMLError as error:  # a character that YAML forbids altogether
        position = getattr(error, "position", 0)
        line = text.count("\n", 0, position) if isinstance(position, int) else 0
        return None, (Finding(Location(file, line + first_line, 1), "F003", "a character that YAML does not allow"),)
    return Document(file, data, builder.marks, builder.key_marks), tuple(builder.findings)


@dataclass
class _Builder:
    file: str
    first_line: int
    findings: list[Finding] = field(default_factory=list)
    marks: dict[Path, tuple[int, int]] = field(default_factory=dict)
    key_marks: dict[Path, tuple[int, int]] = field(default_factory=dict)

    def place(self, mark: Any) -> tuple[int, int]:
        return mark.line + self.first_line, mark.column + 1

    def finding(self, code: str, message: str, mark: Any) -> Finding:
        return Finding(Location(self.file, *self.place(mark)), code, message)

    def build(self, loader: Any) -> Data:
        loader.get_event()  # stream start
        if loader.check_event(yaml.StreamEndEvent):
            self.marks[()] = (self.first_line, 1)
            return None
        loader.get_event()  # document start
        data = self._value(loader, loader.get_event(), ())
        loader.get_event()  # document end
        if not loader.check_event(yaml.StreamEndEvent):
            raise _RefusedError("F003", "a second document begins here", loader.get_event().start_mark)
        return data

    def _value(self, loader: Any, event: Any, path: Path) -> Data:
        if isinstance(event, yaml.AliasEvent):
            raise _RefusedError("F006", f"alias *{event.anchor}", event.start_mark)
        if event.anchor is not None or (event.tag is not None and event.tag != "!"):
            raise _RefusedError("F006", f"anchor &{event.anchor}" if event.anchor else f"tag {event.tag}", event.start_mark)
        if len(path) > MOST_DEPTH or len(self.marks) > MOST_VALUES:
            limit = f"more than {MOST_DEPTH} levels deep" if len(path) > MOST_DEPTH else f"more than {MOST_VALUES:,} values"
            raise _RefusedError("F005", limit, event.start_mark)
        self.marks[path] = self.place(event.start_mark)
        if isinstance(event, yaml.ScalarEvent):
            return scalar(event.value) if event.implicit[0] else event.value
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(loader, path)
        return self._mapping(loader, path)

    def _sequence(self, loader: Any, path: Path) -> list[Data]:
        items: list[Data] = []
        while not loader.check_event(yaml.SequenceEndEvent):
            items.append(self._value(loader, loader.get_event(), (*path, len(items))))
        loader.get_event()
        return items

    def _mapping(self, loader: Any, path: Path) -> dict[str, Data]:
        mapping: dict[str, Data] = {}
        while not loader.check_event(yaml.MappingEndEvent):
            event = loader.get_event()
            if not isinstance(event, yaml.ScalarEvent) or event.anchor or (event.tag and event.tag != "!"):
                raise _RefusedError("F003", "a key is not plain text", event.start_mark)
            key = event.value
            if key in mapping:
                self.findings.append(self.finding("F004", f"key `{key}` stands here a second time", event.start_mark))
                self._value(loader, loader.get_event(), (*path, f"{key} (again)"))
                continue
            self.key_marks[(*path, key)] = self.place(event.start_mark)
            mapping[key] = self._value(loader, loader.get_event(), (*path, key))
        loader.get_event()
        return mapping


_EXPLAINED = (
    (
        "mapping values are not allowed",
        "a colon where none is expected: is the text with a colon quoted, and the line above complete?",
    ),
    ("could not find expected ':'", "a key without its colon"),
    ("found unexpected end of stream", "a quote is opened and not closed"),
    ("did not find expected key", "the indentation does not fit the lines above, or a quote ends too early"),
    ("did not find expected '-' indicator", "the indentation does not fit the list above"),
    ("did not find expected ',' or", "a bracket or brace is opened and not closed"),
    ("did not find expected node content", "a value is missing"),
    ("found undefined alias", "an asterisk at the beginning of a text: put the text in quotes"),
    ("block sequence entries are not allowed", "a list cannot begin here: put it on a line of its own"),
    ("unknown escape character", "a backslash inside double quotes: use single quotes"),
)


def _syntax_finding(error: yaml.MarkedYAMLError, text: str, builder: _Builder) -> Finding:
    mark: Any = error.problem_mark or error.context_mark  # libyaml's errors always have one of the two
    lines = text.splitlines()
    # libyaml reports a tab as a character "that cannot start any token", at times on the line after it.
    for number in range(max(mark.line - 1, 0), min(mark.line + 1, len(lines))):
        indent = lines[number][: len(lines[number]) - len(lines[number].lstrip())]
        if "\t" in indent:
            return Finding(Location(builder.file, number + builder.first_line, indent.index("\t") + 1), "F002",
                           "a tab stands in the indentation")  # fmt: skip
    problem = error.problem or "cannot be read"
    message = next((ours for theirs, ours in _EXPLAINED if theirs in problem), problem)
    if error.context_mark is not None and ("unexpected end" in problem or "could not find expected" in problem):
        mark = error.context_mark  # where the quote was opened or the key began, not where the parser gave up
    return builder.finding("F003", message, mark)
