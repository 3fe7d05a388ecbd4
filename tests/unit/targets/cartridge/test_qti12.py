"""QTI 1.2 in a cartridge: answers are judged as the author meant, and the profile's own rules hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

import pytest

from builders.model.modules import Module
from builders.rendering.plain import html_to_plain
from builders.targets.cartridge.qti12 import assessment, question_bank
from builders.targets.cartridge.questions import converted
from builders.targets.packaging.wording import Wording

QTI = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"
PROFILES = {
    "cc.multiple_choice.v0p1": ("response_lid", "Single", 3),
    "cc.multiple_response.v0p1": ("response_lid", "Multiple", 2),
    "cc.true_false.v0p1": ("response_lid", "Single", 2),
    "cc.fib.v0p1": ("response_str", "Single", 0),
}
"""For each profile the element that asks, its cardinality and the fewest labels (rules 3 to 6)."""


@pytest.fixture(scope="module")
def bank(module: Module, wording: Wording, tree: Callable[[bytes], Element]) -> dict[str, Element]:
    items = [item for question in module.questions for item in converted(question, wording)]
    return {str(item.get("ident")): item for item in tree(question_bank(items, wording, id="bank")).iter(f"{QTI}item")}


# Judging, as far as these items go


def _judge(item: Element, answers: set[str]) -> tuple[int, set[str]]:
    """Score and the ids of the feedback that is shown."""
    score, shown = 0, set()
    for condition in item.iter(f"{QTI}respcondition"):
        variable = condition.find(f"{QTI}conditionvar")
        assert variable is not None
        if not _any(list(variable), answers):
            continue
        score = next((int(each.text or 0) for each in condition.iter(f"{QTI}setvar")), score)
        shown |= {str(each.get("linkrefid")) for each in condition.iter(f"{QTI}displayfeedback")}
        if condition.get("continue") != "Yes":
            break
    return score, shown


def _any(tests: list[Element], answers: set[str]) -> bool:
    """Several of ``varequal`` side by side: one of them is enough."""
    return any(_holds(test, answers) for test in tests)


def _holds(test: Element, answers: set[str]) -> bool:
    match test.tag.removeprefix(QTI):
        case "other":
            return True
        case "varequal":
            return test.text in answers
        case "and":
            return all(_holds(each, answers) for each in test)
        case "not":
            return not _any(list(test), answers)
        case name:
            raise AssertionError(name)


def test_choice(bank: dict[str, Element]) -> None:
    assert _judge(bank["kit.q-choice"], {"lamp"}) == (100, {"said-lamp"})
    assert _judge(bank["kit.q-choice"], {"ladder"}) == (0, {"said-ladder", "hint"})


def test_multiple(bank: dict[str, Element]) -> None:
    item = bank["kit.q-multiple"]
    assert _judge(item, {"red", "blue"}) == (100, {"said-red", "said-blue"})
    assert _judge(item, {"red"}) == (0, {"said-red"})
    assert _judge(item, {"red", "blue", "green"}) == (0, {"said-red", "said-blue", "said-green"})


def test_true_false(bank: dict[str, Element]) -> None:
    assert _judge(bank["kit.q-true"], {"true"}) == (100, {"said-true"})
    assert _judge(bank["kit.q-true"], {"false"}) == (0, {"said-false"})


def test_match(bank: dict[str, Element]) -> None:
    assert _judge(bank["kit.q-match.rope"], {"rope"})[0] == 100
    assert _judge(bank["kit.q-match.rope"], {"lamp"})[0] == 0


def test_order(bank: dict[str, Element]) -> None:
    item = bank["kit.q-order"]
    right = ["Open the bag", "Light the lamp", "Tie the rope"]
    for label in item.iter(f"{QTI}response_label"):
        shown = html_to_plain("".join(label.itertext())).splitlines()
        assert (_judge(item, {str(label.get("ident"))})[0] == 100) is (shown == right)


def test_number(bank: dict[str, Element]) -> None:
    item = bank["kit.q-number"]
    assert _judge(item, {"12.5"}) == (100, {"right"})
    assert _judge(item, {"13"}) == (100, {"right"})
    assert _judge(item, {"14"}) == (0, {"wrong"})


# The profile


def test_the_profile_holds(bank: dict[str, Element]) -> None:
    assert len(bank) == 8, "one for each question but the rating, and two more for the other lines of the match"
    for id, item in bank.items():
        _conforms(id, item)


def _conforms(id: str, item: Element) -> None:
    fields = {
        str(each.findtext(f"{QTI}fieldlabel")): str(each.findtext(f"{QTI}fieldentry"))
        for each in item.iter(f"{QTI}qtimetadatafield")
    }
    assert set(fields) <= {"cc_profile", "cc_question_category", "cc_weighting"}
    asks, cardinality, fewest = PROFILES[fields["cc_profile"]]
    presentation = item.find(f"{QTI}presentation")
    assert presentation is not None
    assert [child.tag.removeprefix(QTI) for child in presentation] == ["material", asks]
    asked = presentation[1]
    assert asked.get("rcardinality") == cardinality
    labels = [str(label.get("ident")) for label in asked.iter(f"{QTI}response_label")]
    assert len(set(labels)) == len(labels) >= fewest
    if fields["cc_profile"] == "cc.true_false.v0p1":
        assert labels == ["true", "false"], "Moodle takes no others"
    for test in item.iter(f"{QTI}varequal"):
        assert test.get("respident") == asked.get("ident")
        assert asks == "response_str" or test.text in labels
    feedback = {str(each.get("ident")): each[0].tag.removeprefix(QTI) for each in item.iter(f"{QTI}itemfeedback")}
    shown = {(str(each.get("linkrefid")), str(each.get("feedbacktype"))) for each in item.iter(f"{QTI}displayfeedback")}
    assert {name for name, _ in shown} == set(feedback), id
    assert shown == {(name, "Hint" if kind == "hint" else "Response") for name, kind in feedback.items()}
    assert max(int(each.text or 0) for each in item.iter(f"{QTI}setvar")) == 100


def test_moodle_finds_the_right_answers_of_a_multiple(bank: dict[str, Element]) -> None:
    """It looks for the condition that sets the score to 100, and there for exact comparisons that are not in ``not``."""
    scored = next(each for each in bank["kit.q-multiple"].iter(f"{QTI}respcondition") if each.findtext(f"{QTI}setvar") == "100")
    outer = scored.find(f"{QTI}conditionvar/{QTI}and")
    assert outer is not None
    assert [each.text for each in outer if each.tag == f"{QTI}varequal" and each.get("case") == "Yes"] == ["red", "blue"]


def test_lines_of_a_match_count_together_as_one(bank: dict[str, Element]) -> None:
    weights = {id: _weight(item) for id, item in bank.items()}
    assert weights["kit.q-choice"] == 3
    assert sum(weight for id, weight in weights.items() if id.startswith("kit.q-match.")) == weights["kit.q-choice"]


def _weight(item: Element) -> int:
    fields = {each.findtext(f"{QTI}fieldlabel"): each.findtext(f"{QTI}fieldentry") for each in item.iter(f"{QTI}qtimetadatafield")}
    return int(fields.get("cc_weighting") or 1)


def test_an_assessment_says_what_it_is(module: Module, wording: Wording, tree: Callable[[bytes], Element]) -> None:
    items = converted(module.questions[0], wording)
    root = tree(assessment(items, wording, id="quiz-final", title="Final", rubric="<p>You need 70 %.</p>", attempts=3))
    found = root.find(f"{QTI}assessment")
    assert found is not None
    assert (found.get("ident"), found.get("title")) == ("quiz-final", "Final")
    fields = dict(_fields(found))
    assert fields["cc_profile"] == "cc.exam.v0p1"
    assert fields["cc_maxattempts"] == "3"
    assert "You need 70 %." in "".join(text for rubric in found.iter(f"{QTI}rubric") for text in rubric.itertext())
    assert len(list(found.iter(f"{QTI}section"))) == 1


@pytest.mark.parametrize(("attempts", "written"), [(None, "unlimited"), (1, "1"), (5, "5"), (6, "unlimited")])
def test_attempts_are_those_that_the_profile_knows(
    module: Module, wording: Wording, tree: Callable[[bytes], Element], attempts: int | None, written: str
) -> None:
    found = tree(assessment(converted(module.questions[0], wording), wording, id="q", title="Q", attempts=attempts))[0]
    assert dict(_fields(found))["cc_maxattempts"] == written


def _fields(assessed: Element) -> Iterator[tuple[str | None, str | None]]:
    for field in assessed.findall(f"{QTI}qtimetadata/{QTI}qtimetadatafield"):
        yield field.findtext(f"{QTI}fieldlabel"), field.findtext(f"{QTI}fieldentry")


def test_prose_is_html_as_text(bank: dict[str, Element]) -> None:
    for item in bank.values():
        for text in item.iter(f"{QTI}mattext"):
            assert text.get("texttype") == "text/html"
            assert not len(text)
    stem = bank["kit.q-choice"].findtext(f"{QTI}presentation/{QTI}material/{QTI}mattext")
    assert stem == "<p>Which of these is <em>in</em> the kit?</p>"
    assert not re.search(r"<script|onerror", "".join("".join(item.itertext()) for item in bank.values()))
