"""Untrusted XML: bytes come in; a tree with line and column, and findings about its form (K012 to K016), go out."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field
from xml.parsers import expat

from builders.conformance.opening.element import Element
from builders.conformance.opening.namespaces import kind
from builders.diagnostics.finding import Finding
from builders.diagnostics.location import Location

LARGEST = 16 * 1024 * 1024  # bytes of one file
_DEEPEST = 200
_MOST = 200_000  # elements
_PREFIXES = 100  # that one element may have in scope
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@dataclass(frozen=True, slots=True)
class Parsed:
    """``root`` is None where the XML cannot be read."""

    root: Element | None
    findings: tuple[Finding, ...]


def parse(data: bytes, file: str) -> Parsed:
    """Read a file of XML. ``file`` is the name for findings. Entities are never expanded and nothing is fetched."""
    if len(data) > LARGEST:
        return Parsed(None, (Finding(Location(file), "K016", f"the file has {len(data)} bytes; {LARGEST} are read at the most"),))
    text, findings = _decoded(data, file)
    if text is None:
        return Parsed(None, findings)
    reader = _Reader(file)
    broken = reader.read(text)
    return Parsed(None if broken else reader.root, (*findings, *reader.findings, *broken))


def _decoded(data: bytes, file: str) -> tuple[str | None, tuple[Finding, ...]]:
    """The text without a byte order mark. Another encoding is a finding; UTF-16, which marks itself, is read all the same."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            code, what = ("K014", "begins with a byte order mark") if encoding == "utf-8" else ("K015", "is UTF-16")
            found = Finding(Location(file, 1, 1), code, f"the file {what}")
            break
    else:
        found, mark, encoding = None, b"", "utf-8"
    marked = (found,) if found else ()
    try:
        return (data.removeprefix(mark) if encoding == "utf-8" else data).decode(encoding), marked
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return None, (*marked, Finding(Location(file, line), "K015", f"line {line} is not {encoding.upper()}"))


@dataclass(slots=True)
class _Open:
    """An element whose end has not come yet."""

    name: str
    kind: str
    namespace: str
    attributes: dict[str, str]
    undeclared: tuple[str, ...]
    at: Location
    scope: dict[str, str]
    text: list[str] = field(default_factory=list)
    children: list[Element] = field(default_factory=list)

    def closed(self) -> Element:
        text = "".join(self.text).strip()
        children = tuple(self.children)
        return Element(self.name, self.kind, self.namespace, self.attributes, self.undeclared, self.at, text, children)


class _StopError(Exception):
    """Reading ends here; the reason is among the findings."""


class _Reader:
    """Collects elements as expat meets them. Namespaces are resolved here, since rules want the prefixes as well."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Element | None = None
        self.findings: list[Finding] = []
        self.open: list[_Open] = []
        self.count = 0
        self.parser = expat.ParserCreate("UTF-8")  # whatever the declaration says: the text was decoded already
        self.parser.buffer_text = True
        self.parser.XmlDeclHandler = self._declaration
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.EntityDeclHandler = self._entity
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters

    def read(self, text: str) -> tuple[Finding, ...]:
        """Findings that end the reading; those that do not are in ``findings``."""
        try:
            self.parser.Parse(text.encode("utf-8"), True)
        except expat.ExpatError as error:
            at = Location(self.file, error.lineno, error.offset + 1)
            return (Finding(at, "K012", f"the XML is broken here: {expat.ErrorString(error.code)}"),)
        except _StopError:
            last = self.findings.pop()
            return (last,)
        return ()

    def _here(self) -> Location:
        return Location(self.file, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def _report(self, code: str, message: str) -> None:
        self.findings.append(Finding(self._here(), code, message))

    def _stop(self, what: str) -> None:
        self._report("K016", f"the XML has {what}")
        raise _StopError

    def _declaration(self, version: str, encoding: str | None, standalone: int) -> None:
        del version, standalone
        if encoding and encoding.upper() not in {"UTF-8", "US-ASCII"}:
            self._report("K015", f"the first line says that the encoding is {encoding}")

    def _doctype(self, name: str, system: str | None, public: str | None, internal: int) -> None:
        del system, public, internal
        self._report("K013", f"the XML has a DOCTYPE `{name}`")

    def _entity(self, name: str, *rest: object) -> None:
        del rest
        self._report("K013", f"the DOCTYPE declares the entity `{name}`; reading ends here")
        raise _StopError

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if self.count > _MOST:
            self._stop(f"more than {_MOST} elements")
        if len(self.open) >= _DEEPEST:
            self._stop(f"more than {_DEEPEST} elements inside each other")
        declared = {key.partition(":")[2]: value for key, value in attributes.items() if key.partition(":")[0] == "xmlns"}
        scope = self.open[-1].scope if self.open else {"": "", "xml": "http://www.w3.org/XML/1998/namespace"}
        scope = {**scope, **declared} if declared else scope
        if len(scope) > _PREFIXES:
            self._stop(f"more than {_PREFIXES} namespace prefixes")
        prefix, _, local = name.rpartition(":")
        namespace = scope.get(prefix, "")
        used = {part.partition(":")[0] for part in (name, *attributes) if ":" in part} - {"xmlns"}
        means = kind(local, namespace=namespace, prefix=prefix, root=self.open[0].namespace if self.open else namespace)
        unknown = tuple(sorted(used - scope.keys()))
        self.open.append(_Open(name, means, namespace, attributes, unknown, self._here(), scope))

    def _end(self, name: str) -> None:
        del name
        element = self.open.pop().closed()
        if self.open:
            self.open[-1].children.append(element)
        else:
            self.root = element

    def _characters(self, text: str) -> None:
        self.open[-1].text.append(text)
