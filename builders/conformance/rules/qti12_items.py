"""K079, K080, K081, K082, K083: questions in the QTI 1.2 profile of Common Cartridge (Schematron rules 1 to 13)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builders.conformance.opening.element import Element
from builders.conformance.opening.package import Package
from builders.conformance.views.documents import documents
from builders.diagnostics.finding import Finding


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a kind of question is made of. ``cardinality`` is empty where the answer is written; ``labels`` is how many
    choices there are at least; ``most`` at most, 0 for any number."""

    cardinality: str
    labels: int = 0
    most: int = 0


_SHAPES = {
    "cc.true_false.v0p1": _Shape("Single", 2, 2),
    "cc.multiple_choice.v0p1": _Shape("Single", 2),
    "cc.multiple_response.v0p1": _Shape("Multiple", 2),
    "cc.fib.v0p1": _Shape(""),
    "cc.pattern_match.v0p1": _Shape(""),
    "cc.essay.v0p1": _Shape(""),
}
_ESSAY = "cc.essay.v0p1"
_EXAM = "cc.exam.v0p1"


def check(package: Package) -> Iterator[Finding]:
    """Each question names its kind, is built like it, and can be answered rightly.

    Example: a `cc.multiple_choice.v0p1` item whose condition compares with a choice that is not there.
    """
    for _, document in documents(package):
        for assessment in document.all("assessment"):
            said = _profiles(assessment)
            if said not in ([], [_EXAM]):
                yield Finding(assessment.at, "K079", f"the cc_profile of the quiz is {', '.join(said)}")
        seen: set[str] = set()
        for item in document.walk("item"):
            ident = item.get("ident")
            if ident in seen:
                yield Finding(item.at, "K082", f"the question `{ident}` was given before")
            seen.add(ident)
            yield from _item(item)


def _item(item: Element) -> Iterator[Finding]:
    ident = item.get("ident")
    profiles = _profiles(item)
    if len(profiles) != 1 or profiles[0] not in _SHAPES:
        said = f"is {', '.join(profiles)}" if profiles else "is missing"
        yield Finding(item.at, "K079", f"the cc_profile of question `{ident}` {said}")
        return
    problem = _misfit(item, _SHAPES[profiles[0]])
    if problem:
        yield Finding(item.at, "K080", f"question `{ident}` is `{profiles[0]}` and {problem}")
    elif profiles[0] != _ESSAY and not _answerable(item):
        yield Finding(item.at, "K081", f"no condition of question `{ident}` that gives points names one of its answers")
    feedback = {each.get("ident") for each in item.all("itemfeedback")}
    for shown in item.walk("displayfeedback"):
        if shown.get("linkrefid") not in feedback:
            yield Finding(shown.at, "K083", f"the feedback `{shown.get('linkrefid')}` of question `{ident}` is not there")


def _profiles(element: Element) -> list[str]:
    """The values of cc_profile in the metadata of a quiz or question."""
    holders = (*element.all("qtimetadata"), *(each for meta in element.all("itemmetadata") for each in meta.all("qtimetadata")))
    fields = [field for holder in holders for field in holder.all("qtimetadatafield")]
    pairs = [(field.first("fieldlabel"), field.first("fieldentry")) for field in fields]
    return [entry.text if entry else "" for label, entry in pairs if label and label.text == "cc_profile"]


def _misfit(item: Element, shape: _Shape) -> str:
    written, chosen = list(item.walk("response_str")), list(item.walk("response_lid"))
    if not shape.cardinality:
        return "offers choices" if chosen else "" if written else "has no place for an answer"
    if written or not chosen:
        return "offers no choices"
    if any(each.get("rcardinality") != shape.cardinality for each in chosen):
        return f"its rcardinality is not {shape.cardinality}"
    count = len(list(item.walk("response_label")))
    if count < shape.labels or (shape.most and count > shape.most):
        return f"has {count} choices"
    return ""


def _answerable(item: Element) -> bool:
    """Whether a condition with points compares with a response of the item and, where there are choices, with one of them."""
    labels = {label.get("ident") for label in item.walk("response_label")}
    responses = {each.get("ident") for each in item.walk("response_lid", "response_str")}
    return any(
        compared.get("respident") in responses and (not labels or compared.text in labels)
        for condition in item.walk("respcondition")
        if any(_gives_points(each.text) for each in condition.all("setvar"))
        for compared in condition.walk("varequal", "varsubstring")
    )


def _gives_points(text: str) -> bool:
    return any(figure in "123456789" for figure in text) and not text.startswith("-")
