"""QTI 1.2.1 as Common Cartridge profiles it: items come in, the document of an assessment or of the question bank goes out.

The same in every version of Common Cartridge. Clauses are those of the profile (CC 1.1 Implementation, chapter 4, and the
Schematron rules of its XSD).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import lcm
from xml.etree.ElementTree import Element, SubElement

from builders.targets.cartridge.questions import (
    BLANK,
    MULTIPLE_RESPONSE,
    CartridgeItem,
)
from builders.targets.packaging.wording import Html, Wording
from builders.targets.packaging.xml import child, written

_NAMESPACES = (("", "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"),)
_RESPONSE = "response"
_LARGEST_WEIGHT = 99  # rule 2c
_ATTEMPTS = {1, 2, 3, 4, 5}  # rule 1i

Address = Callable[[str, bytes], str]


def assessment(
    items: Sequence[CartridgeItem], wording: Wording, *, id: str, title: str, rubric: str = "", attempts: int | None = None
) -> bytes:
    """A quiz. ``rubric`` is said ahead of it; ``attempts`` is how often it may be taken, None for as often as one likes."""
    root = Element("questestinterop")
    document = child(root, "assessment", ident=id, title=title, xml_lang=wording.language.tag)
    _fields(
        document,
        cc_profile="cc.exam.v0p1",
        qmd_assessmenttype="Examination",
        qmd_scoretype="Percentage",
        qmd_feedbackpermitted="Yes",
        qmd_hintspermitted="Yes",
        qmd_solutionspermitted="Yes",
        cc_maxattempts=str(attempts) if attempts in _ATTEMPTS else "unlimited",
    )
    if rubric:
        _material(child(document, "rubric"), Html(rubric))
    section = child(document, "section", ident=f"{id}-section")
    for item in items:
        _item(section, item, wording, _weight(item, items))
    return written(root, _NAMESPACES)


def question_bank(items: Sequence[CartridgeItem], wording: Wording, *, id: str) -> bytes:
    """The bank. A cartridge has one at most (rule 4a of the manifest)."""
    root = Element("questestinterop")
    bank = child(root, "objectbank", ident=id)
    for item in items:
        _item(bank, item, wording, _weight(item, items))
    return written(root, _NAMESPACES)


def _weight(item: CartridgeItem, items: Sequence[CartridgeItem]) -> int:
    """Whole numbers that let all items of a question count together as much as any other question."""
    whole = lcm(*(each.parts for each in items))
    return whole // item.parts if whole <= _LARGEST_WEIGHT else 1


def _item(parent: Element, item: CartridgeItem, wording: Wording, weight: int) -> None:
    element = child(parent, "item", ident=item.id, title=wording.name(item.question), xml_lang=wording.language.tag)
    fields = {"cc_profile": item.profile, "cc_question_category": item.question.objective} | (
        {"cc_weighting": str(weight)} if weight > 1 else {}
    )
    _fields(child(element, "itemmetadata"), **{key: value for key, value in fields.items() if value})
    presentation = child(element, "presentation")
    _material(presentation, item.stem)
    if item.profile == BLANK:
        _blank(presentation)
    else:
        _labels(presentation, item)
    _processing(element, item)
    _feedback(element, item)


def _fields(parent: Element, **fields: str) -> None:
    metadata = child(parent, "qtimetadata")
    for label, entry in fields.items():
        field = child(metadata, "qtimetadatafield")
        child(field, "fieldlabel", label)
        child(field, "fieldentry", entry)


def _blank(presentation: Element) -> None:
    response = child(presentation, "response_str", ident=_RESPONSE, rcardinality="Single")
    child(response, "render_fib", rows="1", columns="12", prompt="Box")


def _labels(presentation: Element, item: CartridgeItem) -> None:
    several = item.profile == MULTIPLE_RESPONSE
    response = child(presentation, "response_lid", ident=_RESPONSE, rcardinality="Multiple" if several else "Single")
    choices = child(response, "render_choice", shuffle="No" if item.labels[0][0] == "true" else "Yes")
    for id, html in item.labels:
        _material(child(choices, "response_label", ident=id), html)


def _material(parent: Element, html: Html) -> None:
    """HTML as text. Pictures lie in a folder beside that of the quizzes; the token stands for where this file lies."""
    markup = html.placed(lambda path, _: f"$IMS-CC-FILEBASE$../{path}")
    child(child(parent, "material"), "mattext", markup, texttype="text/html")


def _processing(element: Element, item: CartridgeItem) -> None:
    processing = child(element, "resprocessing")
    outcomes = child(processing, "outcomes")
    child(outcomes, "decvar", varname="SCORE", vartype="Decimal", minvalue="0", maxvalue="100")
    if item.profile == BLANK:
        _judge_text(processing, item)
    elif item.profile == MULTIPLE_RESPONSE:
        _judge_several(processing, item)
    else:
        _judge_one(processing, item)


def _judge_one(processing: Element, item: CartridgeItem) -> None:
    """A condition for each answer. They exclude each other, and Moodle takes feedback of a condition that lets others follow
    for feedback to everybody."""
    for id, _ in item.labels:
        condition = child(processing, "respcondition", **{"continue": "No"})
        child(child(condition, "conditionvar"), "varequal", id, respident=_RESPONSE)
        _score(condition, right=id in item.right)
        _display(condition, item, id)
        if id not in item.right:
            _display_hint(condition, item)


def _judge_several(processing: Element, item: CartridgeItem) -> None:
    """First what is said to each answer, then whether all the right ones and no other were chosen."""
    for id, _ in item.said:
        condition = child(processing, "respcondition", **{"continue": "Yes"})
        child(child(condition, "conditionvar"), "varequal", id, respident=_RESPONSE)
        _display(condition, item, id)
    condition = child(processing, "respcondition", **{"continue": "No"})
    every = child(child(condition, "conditionvar"), "and")
    for id, _ in item.labels:
        parent = every if id in item.right else child(every, "not")
        child(parent, "varequal", id, respident=_RESPONSE, case="Yes")
    _score(condition, right=True)
    _otherwise(processing, item)


def _judge_text(processing: Element, item: CartridgeItem) -> None:
    condition = child(processing, "respcondition", **{"continue": "No"})
    accepted = child(condition, "conditionvar")
    for text in item.right:
        child(accepted, "varequal", text, respident=_RESPONSE)
    _score(condition, right=True)
    if item.praise:
        child(condition, "displayfeedback", feedbacktype="Response", linkrefid="right")
    _otherwise(processing, item)


def _otherwise(processing: Element, item: CartridgeItem) -> None:
    if not item.correction and not item.hint:
        return
    condition = child(processing, "respcondition", **{"continue": "No"})
    child(child(condition, "conditionvar"), "other")
    if item.correction:
        child(condition, "displayfeedback", feedbacktype="Response", linkrefid="wrong")
    _display_hint(condition, item)


def _score(condition: Element, *, right: bool) -> None:
    if right:
        child(condition, "setvar", "100", varname="SCORE", action="Set")


def _display(condition: Element, item: CartridgeItem, id: str) -> None:
    if id in dict(item.said):
        child(condition, "displayfeedback", feedbacktype="Response", linkrefid=f"said-{id}")


def _display_hint(condition: Element, item: CartridgeItem) -> None:
    if item.hint:
        child(condition, "displayfeedback", feedbacktype="Hint", linkrefid="hint")


def _feedback(element: Element, item: CartridgeItem) -> None:
    pieces = [(f"said-{id}", html) for id, html in item.said]
    pieces += [(name, html) for name, html in (("right", item.praise), ("wrong", item.correction)) if html]
    for id, html in pieces:
        _material(child(child(element, "itemfeedback", ident=id), "flow_mat"), html)
    if item.hint:
        hint = SubElement(child(element, "itemfeedback", ident="hint"), "hint")
        _material(child(hint, "hintmaterial"), item.hint)
