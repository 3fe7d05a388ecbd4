"""QTI 2.1: processing an answer gives the score and the feedback that our player would give."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from xml.etree.ElementTree import Element

import pytest

from builders.model.curriculum import Curriculum
from builders.model.modules import Module
from builders.targets.banks import qti21

Items = Callable[[bytes], dict[str, Element]]
QTI = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"
TEMPLATE = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"


@pytest.fixture(scope="module")
def items(module: Module, curriculum: Curriculum, qti_items: Items) -> dict[str, Element]:
    return qti_items(qti21(module, curriculum))


# Processing, as far as these items go: 2.1 Information Model, chapter 8.


def _process(item: Element, response: list[str]) -> tuple[float | None, set[str]]:
    """The score, None where the item has none, and the identifiers of the feedback that is shown."""
    outcomes: dict[str, list[str]] = {
        str(each.get("identifier")): [value.text or "" for value in each.iter(f"{QTI}value")]
        for each in item.iter(f"{QTI}outcomeDeclaration")
    }
    processing = item.find(f"{QTI}responseProcessing")
    if processing is not None and processing.get("template"):
        assert processing.get("template") == TEMPLATE
        outcomes["SCORE"] = ["1" if _same(item, response, _correct(item)) else "0"]
    elif processing is not None:
        for rule in processing:
            _rule(rule, item, response, outcomes)
    shown = {
        str(each.get("identifier"))
        for each in item.iter(f"{QTI}modalFeedback")
        if each.get("showHide") == "show" and each.get("identifier") in outcomes[str(each.get("outcomeIdentifier"))]
    }
    score = outcomes.get("SCORE")
    return (float(score[0]) if score else None), shown


def _rule(rule: Element, item: Element, response: list[str], outcomes: dict[str, list[str]]) -> None:
    if rule.tag == f"{QTI}setOutcomeValue":
        outcomes[str(rule.get("identifier"))] = _value(rule[0], item, response)
        return
    assert rule.tag == f"{QTI}responseCondition"
    for branch in rule:
        condition, *rules = list(branch) if branch.tag != f"{QTI}responseElse" else [None, *branch]
        if condition is None or _true(condition, item, response):
            for each in rules:
                assert each is not None
                _rule(each, item, response, outcomes)
            return


def _value(expression: Element, item: Element, response: list[str]) -> list[str]:
    match expression.tag.removeprefix(QTI):
        case "variable":
            assert expression.get("identifier") == "RESPONSE"
            return response
        case "correct":
            return _correct(item)
        case "baseValue":
            return [expression.text or ""]
        case other:
            raise AssertionError(other)


def _true(condition: Element, item: Element, response: list[str]) -> bool:
    match condition.tag.removeprefix(QTI):
        case "not":
            return not _true(condition[0], item, response)
        case "isNull":
            return not _value(condition[0], item, response)
        case "match":
            return _same(item, *(_value(each, item, response) for each in condition))
        case "equal":
            one, other = (_value(each, item, response) for each in condition)
            within = float(condition.get("tolerance", "0")) if condition.get("toleranceMode") == "absolute" else 0
            return bool(one) and abs(float(one[0]) - float(other[0])) <= within + 1e-9
        case other:
            raise AssertionError(other)


def _same(item: Element, one: list[str], other: list[str]) -> bool:
    declaration = item.find(f"{QTI}responseDeclaration")
    assert declaration is not None
    return one == other if declaration.get("cardinality") == "ordered" else bool(one) and sorted(one) == sorted(other)


def _correct(item: Element) -> list[str]:
    return [value.text or "" for value in item.findall(f"{QTI}responseDeclaration/{QTI}correctResponse/{QTI}value")]


# What an answer is worth


def test_choice(items: dict[str, Element]) -> None:
    item = items["kit.q-choice"]
    assert _process(item, ["lamp"]) == (1, {"lamp"})
    assert _process(item, ["ladder"]) == (0, {"ladder", "hint"})
    assert _process(item, []) == (0, {"hint"})
    interaction = next(item.iter(f"{QTI}choiceInteraction"))
    assert interaction.get("maxChoices") == "1"


def test_multiple_wants_all_right_ones_and_no_other(items: dict[str, Element]) -> None:
    item = items["kit.q-multiple"]
    assert _process(item, ["blue", "red"]) == (1, {"red", "blue"})
    assert _process(item, ["red"]) == (0, {"red"})
    assert _process(item, ["red", "blue", "green"]) == (0, {"red", "blue", "green"})
    assert next(item.iter(f"{QTI}choiceInteraction")).get("maxChoices") == "0"


def test_true_false(items: dict[str, Element]) -> None:
    item = items["kit.q-true"]
    assert _process(item, ["true"]) == (1, {"true"})
    assert _process(item, ["false"]) == (0, {"false"})
    interaction = next(item.iter(f"{QTI}choiceInteraction"))
    assert interaction.get("shuffle") == "false"
    assert [choice.text for choice in interaction] == ["True", "False"]


def test_match(items: dict[str, Element]) -> None:
    item = items["kit.q-match"]
    right = ["left-lamp right-lamp", "left-rope right-rope", "left-bag right-bag"]
    assert _process(item, right) == (1, {"correct"})
    assert _process(item, ["left-lamp right-rope", "left-rope right-lamp", "left-bag right-bag"]) == (0, {"incorrect"})
    lefts, rights = item.iter(f"{QTI}simpleMatchSet")
    assert [choice.get("identifier") for choice in lefts] == ["left-lamp", "left-rope", "left-bag"]
    assert {choice.get("matchMax") for choice in (*lefts, *rights)} == {"1"}


def test_two_lines_may_have_the_same_partner(module: Module, curriculum: Curriculum, qti_items: Items) -> None:
    model = module.question("kit.q-match")
    assert model
    lamp, rope, bag = model.pairs
    question = dataclasses.replace(model, pairs=(lamp, dataclasses.replace(rope, right=lamp.right), bag))
    item = qti_items(qti21(dataclasses.replace(module, questions=(question,)), curriculum))[model.id]
    assert _process(item, ["left-lamp right-lamp", "left-rope right-lamp", "left-bag right-bag"])[0] == 1
    _, rights = item.iter(f"{QTI}simpleMatchSet")
    assert {choice.get("identifier"): choice.get("matchMax") for choice in rights} == {"right-lamp": "2", "right-bag": "1"}


def test_order(items: dict[str, Element]) -> None:
    item = items["kit.q-order"]
    assert _process(item, ["open", "light", "tie"]) == (1, {"correct"})
    assert _process(item, ["open", "tie", "light"]) == (0, {"incorrect"})
    shown = [choice.get("identifier") for choice in item.iter(f"{QTI}simpleChoice")]
    assert sorted(str(id) for id in shown) == ["light", "open", "tie"]
    assert shown != ["open", "light", "tie"], "a system that does not shuffle would show the answer"


def test_number(items: dict[str, Element]) -> None:
    item = items["kit.q-number"]
    assert _process(item, ["12.5"]) == (1, {"correct"})
    assert _process(item, ["13"]) == (1, {"correct"})
    assert _process(item, ["13.1"]) == (0, {"incorrect"})
    entry = next(item.iter(f"{QTI}textEntryInteraction"))
    assert entry.tail == " metres"


def test_a_rating_has_no_score(items: dict[str, Element]) -> None:
    item = items["kit.q-rating"]
    assert _process(item, ["step-3"]) == (None, {"any"})
    assert _process(item, []) == (None, set())
    steps = ["".join(choice.itertext()) for choice in item.iter(f"{QTI}simpleChoice")]
    assert steps == ["1 – Not at all", "2", "3", "4", "5 – Very"]


def test_without_feedback_the_standards_template_says_it_all(module: Module, curriculum: Curriculum, qti_items: Items) -> None:
    first = module.questions[0]
    silent = tuple(dataclasses.replace(choice, feedback=None) for choice in first.choices)
    question = dataclasses.replace(first, hint=None, choices=silent)
    item = qti_items(qti21(dataclasses.replace(module, questions=(question,)), curriculum))[first.id]
    processing = item.find(f"{QTI}responseProcessing")
    assert processing is not None
    assert processing.get("template") == TEMPLATE
    assert _process(item, ["lamp"])[0] == 1
