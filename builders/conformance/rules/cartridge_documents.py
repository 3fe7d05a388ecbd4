"""K076, K077, K078: the XML files of web links, discussions and quizzes in a Common Cartridge."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builders.conformance.opening.element import Element
from builders.conformance.opening.namespaces import QTI12
from builders.conformance.opening.package import Package
from builders.conformance.views.documents import documents
from builders.diagnostics.finding import Finding

_WHOLE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:\S+")
_TEXT_TYPES = ("text/plain", "text/html")


def check(package: Package) -> Iterator[Finding]:
    """Each file is what its resource says, in the namespace of the cartridge's version.

    Example: `<webLink><title>Rules</title><url>example.org/rules</url></webLink>`, where href is wanted.
    """
    for resource, document in documents(package):
        if resource.type.startswith("imswl_"):
            code, problems = "K076", _web_link(document)
            wanted = _namespace(package.recognised.version, "imswl")
        elif resource.type.startswith("imsdt_"):
            code, problems = "K077", _topic(document)
            wanted = _namespace(package.recognised.version, "imsdt")
        else:
            code, problems = "K078", _quiz(document, bank=resource.type.endswith("/question-bank"))
            wanted = QTI12
        if document.namespace != wanted:
            yield Finding(document.at, code, f"the namespace is `{document.namespace}`", f"write `{wanted}`")
        for element, said in problems:
            yield Finding(element.at, code, said)


def _namespace(version: str, what: str) -> str:
    """Version 1.0 has no folder of its own."""
    number = version[2]
    return f"http://www.imsglobal.org/xsd/{'' if number == '0' else f'imsccv1p{number}/'}{what}_v1p{number}"


def _web_link(link: Element) -> Iterator[tuple[Element, str]]:
    if link.kind != "webLink":
        yield link, f"the file holds `{link.name}`, not `webLink`"
        return
    title, url = link.first("title"), link.first("url")
    if title is None or not title.text:
        yield title or link, "the web link has no title"
    if url is None or not _WHOLE.fullmatch(url.get("href").strip()):
        yield url or link, f"the address of the web link is `{url.get('href') if url else ''}`"


def _topic(topic: Element) -> Iterator[tuple[Element, str]]:
    if topic.kind != "topic":
        yield topic, f"the file holds `{topic.name}`, not `topic`"
        return
    title, text = topic.first("title"), topic.first("text")
    if title is None or not title.text:
        yield title or topic, "the discussion has no title"
    if text is None or text.get("texttype") not in _TEXT_TYPES:
        yield text or topic, "the discussion has no text with the texttype text/plain or text/html"


def _quiz(quiz: Element, *, bank: bool) -> Iterator[tuple[Element, str]]:
    wanted = "objectbank" if bank else "assessment"
    if quiz.kind != "questestinterop":
        yield quiz, f"the file holds `{quiz.name}`, not `questestinterop`"
    elif quiz.first(wanted) is None:
        yield quiz, f"there is no `{wanted}` in the file"
