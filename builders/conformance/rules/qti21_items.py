"""K086, K087, K088, K089, K090, K091, K092: items and tests of QTI 2.1."""

from __future__ import annotations

from collections.abc import Iterator

from builders.conformance.opening.element import Element
from builders.conformance.opening.package import Package
from builders.conformance.views.addresses import resolve
from builders.conformance.views.documents import documents
from builders.diagnostics.finding import Finding

_TYPES = {"assessmentItem": "imsqti_item_xmlv2p", "assessmentTest": "imsqti_test_xmlv2p"}  # with 1 or 2 at the end
_NEEDED = ("identifier", "title", "adaptive", "timeDependent")
_CHOICES = ("simpleChoice", "inlineChoice", "simpleAssociableChoice", "gapText", "gapImg", "gap", "hottext")
_ORDER = ("orderInteraction", "graphicOrderInteraction")


def check(package: Package) -> Iterator[Finding]:
    """The type says what a file is; every answer is declared, and the right one is among the choices.

    Example: `<value>C</value>` in the correctResponse of an item with the choices A and B.
    """
    for resource, document in documents(package):
        wanted = _TYPES.get(document.kind, "")
        if wanted and not resource.type.startswith(wanted):
            said = f"`{resource.id}` is `{resource.type}`, its file an `{document.kind}`"
            yield Finding(resource.element.at, "K086", said, f"write `{wanted}1`")
        if document.kind == "assessmentItem":
            yield from _item(document)
        for reference in document.walk("assessmentItemRef"):
            path = resolve(reference.get("href"), base=document.at.file.partition("!")[2]).path
            if not path or not package.has(path):
                yield Finding(reference.at, "K091", f"the test refers to `{reference.get('href')}`", package.remedy(path))


def _item(item: Element) -> Iterator[Finding]:
    lacking = [name for name in _NEEDED if not item.get(name)]
    if lacking:
        yield Finding(item.at, "K087", f"the item has no {', '.join(lacking)}")
    declared = {each.get("identifier"): each for each in item.all("responseDeclaration")}
    for interaction in item.walk():
        response = interaction.get("responseIdentifier")
        if not response or not interaction.kind.endswith("Interaction"):
            continue
        if response not in declared:
            yield Finding(interaction.at, "K088", f"the response `{response}` is not declared")
            continue
        yield from _choices(interaction, declared[response])
        yield from _cardinality(interaction, declared[response])


def _choices(interaction: Element, declaration: Element) -> Iterator[Finding]:
    seen: set[str] = set()
    for choice in interaction.walk(*_CHOICES):
        if choice.get("identifier") in seen:
            yield Finding(choice.at, "K090", f"the choice `{choice.get('identifier')}` was given before")
        seen.add(choice.get("identifier"))
    correct = declaration.first("correctResponse")
    if seen and correct and declaration.get("baseType") in {"identifier", "pair", "directedPair"}:
        for value in correct.all("value"):
            if not set(value.text.split()) <= seen or not value.text:
                yield Finding(value.at, "K089", f"the right answer `{value.text}` is no choice")


def _cardinality(interaction: Element, declaration: Element) -> Iterator[Finding]:
    wanted = ""
    if interaction.kind == "choiceInteraction":
        wanted = "single" if interaction.attributes.get("maxChoices", "1") == "1" else "multiple"
    elif interaction.kind in _ORDER:
        wanted = "ordered"
    cardinality = declaration.get("cardinality")
    if wanted and cardinality != wanted:
        said = f"the cardinality is `{cardinality}` for a `{interaction.kind}` that wants `{wanted}`"
        yield Finding(declaration.at, "K092", said)
