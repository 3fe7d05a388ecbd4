"""An assessmentItem (Information Model 2.1, chapter 5): a question comes in, one XML document goes out."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from builders.model.questions import Question
from builders.targets.banks.qti21.kinds import Asked, asked
from builders.targets.banks.qti21.parts import (
    FEEDBACK,
    HINT,
    RESPONSE,
    SCORE,
    holding,
    item_markup,
    outcome,
    response,
    root,
    setting,
    written,
)
from builders.targets.banks.qti21.xhtml import blocks
from builders.targets.packaging.answers import number
from builders.targets.packaging.wording import NOTHING, Html, Wording, owner_of, shortened

MATCH_CORRECT = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"
"""The standard's template: one point for the right response, none for any other."""

_LONGEST_TITLE = 120


def item(question: Question, wording: Wording) -> bytes:
    """The document of a question. A hint is shown with a wrong answer; a rating question has no score."""
    kind = asked(question, wording)
    hint = _hint(question, wording) if kind.right else NOTHING
    document = root(
        "assessmentItem",
        **{
            "identifier": question.id,
            "title": shortened(wording.plain(question.stem), _LONGEST_TITLE) or question.id,
            "label": question.id,
            "xml:lang": wording.language.tag,
            "adaptive": "false",
            "timeDependent": "false",
        },
    )
    response(document, cardinality=kind.cardinality, base=kind.base, right=kind.right)
    _outcomes(document, kind, hint)
    body = SubElement(document, "itemBody")
    body.extend(blocks(item_markup(wording.stem(question))))
    body.append(kind.interaction)
    _processing(document, kind, hint)
    for identifier, html in kind.says:
        holding(document, "modalFeedback", html, outcomeIdentifier=FEEDBACK, showHide="show", identifier=identifier)
    if hint:
        holding(document, "modalFeedback", hint, outcomeIdentifier=HINT, showHide="show", identifier="hint")
    return written(document)


def interaction_type(question: Question, wording: Wording) -> str:
    """The name of the interaction, for the manifest."""
    return next(part.tag for part in asked(question, wording).interaction.iter() if part.tag.endswith("Interaction"))


def _hint(question: Question, wording: Wording) -> Html:
    html = wording.block(question.hint, owner=owner_of(question))
    return Html(f"<p>{wording.word('hint')}</p>") + html if html else NOTHING


def _outcomes(document: Element, kind: Asked, hint: Html) -> None:
    if kind.right:
        outcome(document, SCORE, base="float", default="0").set("normalMaximum", "1")
    if kind.says:
        cardinality = "multiple" if kind.by_choice and kind.cardinality == "multiple" else "single"
        outcome(document, FEEDBACK, cardinality=cardinality, base="identifier")
    if hint:
        outcome(document, HINT, base="identifier")


def _processing(document: Element, kind: Asked, hint: Html) -> None:
    """The standard's template where it says everything, else rules of the item's own."""
    if kind.right and not kind.says and not hint and kind.tolerance is None:
        SubElement(document, "responseProcessing", template=MATCH_CORRECT)
    elif kind.right:
        _judging(SubElement(document, "responseProcessing"), kind, hint)
    elif kind.says:
        _thanking(SubElement(document, "responseProcessing"))


def _judging(processing: Element, kind: Asked, hint: Html) -> None:
    condition = SubElement(processing, "responseCondition")
    right = SubElement(condition, "responseIf")
    comparison = _comparison(right, kind)
    SubElement(comparison, "variable", identifier=RESPONSE)
    SubElement(comparison, "correct", identifier=RESPONSE)
    wrong = SubElement(condition, "responseElse")
    setting(right, SCORE, base="float", value="1")
    setting(wrong, SCORE, base="float", value="0")
    if kind.by_choice and kind.says:
        SubElement(SubElement(processing, "setOutcomeValue", identifier=FEEDBACK), "variable", identifier=RESPONSE)
    elif kind.says:
        setting(right, FEEDBACK, base="identifier", value="correct")
        setting(wrong, FEEDBACK, base="identifier", value="incorrect")
    if hint:
        setting(wrong, HINT, base="identifier", value="hint")


def _comparison(parent: Element, kind: Asked) -> Element:
    if kind.tolerance is None:
        return SubElement(parent, "match")
    if not kind.tolerance:
        return SubElement(parent, "equal", toleranceMode="exact")
    return SubElement(parent, "equal", toleranceMode="absolute", tolerance=number(kind.tolerance))


def _thanking(processing: Element) -> None:
    """Whoever has answered is told the same."""
    answered = SubElement(SubElement(processing, "responseCondition"), "responseIf")
    SubElement(SubElement(SubElement(answered, "not"), "isNull"), "variable", identifier=RESPONSE)
    setting(answered, FEEDBACK, base="identifier", value="any")
