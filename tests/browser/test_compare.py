"""What a comparison foretells comes true: progress saved by one package is resumed by the next, and what is dropped is what was
named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from builders.comparison import Comparison, Verdict, Weight, compare_bytes
from builders.model.curriculum import Curriculum
from builders.model.modules import Module
from builders.model.questions import Pair, Question, Scale
from builders.model.sops import Branch, Sop

pytestmark = [pytest.mark.browser, pytest.mark.node]

Editions = dict[str, Curriculum]
Pack = Callable[..., bytes]


def _saved(player: Any, data: dict[str, Any]) -> dict[str, set[str]]:
    """The ids in the saved state, by kind of record (see saved_state.py)."""
    records = player.values["cmi.suspend_data"].split(",")[1:]
    pages = {record[at : at + 4] for record in records if record[0] == "v" for at in range(1, len(record), 4)}
    return {
        "page": {data["pages"][key] for key in pages},
        "question": {data["questions"][record[1:5]]["id"] for record in records if record[0] == "q"},
        "answer": {data["questions"][record[1:5]]["id"] for record in records if record[0] == "f"},
        "way": {record[8:] for record in records if record[0] == "s"},
    }


def _foretold(comparison: Comparison, topic: str) -> set[str]:
    return {change.id for change in comparison.changes if change.topic == topic and change.weight is Weight.RECORDS}


def _edited(curriculum: Curriculum, edit: Callable[[Module], Module]) -> Curriculum:
    return replace(curriculum, modules=(edit(curriculum.modules[0]),))


def _questions(module: Module) -> tuple[Question, ...]:
    """Two that are asked as before in all that counts, one that is gone, and four that no longer take the answer given."""
    edits: dict[str, Callable[[Question], Question]] = {
        "kit.q-order": lambda each: replace(each, items=each.items[::-1]),
        "kit.q-number": lambda each: replace(each, tolerance=1.5),
        "kit.q-choice": lambda each: replace(each, choices=tuple(choice for choice in each.choices if choice.id != "ladder")),
        "kit.q-multiple": lambda each: replace(each, choices=each.choices[::-1]),
        "kit.q-match": lambda each: replace(each, pairs=(*each.pairs, Pair("knot", each.stem, each.stem))),
        "kit.q-rating": lambda each: replace(each, scale=Scale(each.stem, each.stem, 2)),
    }
    found = (edits[each.id](each) if each.id in edits else each for each in module.questions)
    return tuple(each for each in found if each.id != "kit.q-true")


def _without_step(sop: Sop) -> Sop:
    past = (replace(step, decision=Branch(step.title, "tie", "tie")) if step.decision else step for step in sop.steps)
    return replace(sop, steps=tuple(step for step in past if step.id != "light"))


def _newer(module: Module) -> Module:
    first, second = module.sessions
    renamed = tuple(replace(each, id="sorted") if each.id == "sort" else each for each in first.segments)
    scenario = module.scenarios[0]
    turned = tuple(replace(node, choices=node.choices[1:]) if node.id == "face" else node for node in scenario.nodes)
    return replace(
        module,
        sessions=(replace(first, segments=renamed), second),
        questions=_questions(module),
        scenarios=(replace(scenario, nodes=turned),),
        sops=tuple(_without_step(sop) for sop in module.sops),
    )


def _answer_all(player: Any, forms: str, *, wrong: tuple[str, ...]) -> None:
    for form in player.frame.query_selector_all(forms):
        submit = form.query_selector("button[type=submit]")
        if submit.is_visible():
            player.answer(form, right=not form.get_attribute("id").endswith(wrong))
            submit.click()


def _learn(player: Any) -> None:
    """Every question answered, a conversation to its end, a procedure to its end and then to its third step."""
    for title in ("Open the kit", "Sort the kit", "In order"):
        player.show(title)
        _answer_all(player, ".page:not([hidden]) > form.question", wrong=("q-choice",))
    for _ in range(4):
        player.frame.click(".procedure .stepping .main >> nth=0")
    _answer_all(player, ".recall form.question", wrong=("recall-never",))
    player.frame.click(".procedure .stepping button")
    for _ in range(2):
        player.frame.click(".procedure .stepping .main >> nth=0")
    player.show("In the dark")
    player.frame.click(".scenario .talk > .main")
    player.frame.click(".option:has-text('Light the lamp')")
    player.frame.click(".option:has-text('Ask how she is')")


def test_drops_what_was_named_and_nothing_else(learner_editions: Editions, packed: Pack, learner: Callable[..., Any]) -> None:
    curriculum = learner_editions["en"]
    old, new = packed(curriculum), packed(_edited(curriculum, _newer))
    comparison = compare_bytes(("old.zip", old), ("new.zip", new))
    player = learner(old)
    player.launch()
    player.started()
    _learn(player)
    before = _saved(player, player.data)
    assert len(before["question"]) == 7 + 3  # those of the bank, and the recall of the procedure
    assert player.frame.locator(".procedure .step:not([hidden])").get_attribute("id") == "step-kit.order-light"

    player.site.unpack(new)
    player.launch()
    player.started()
    after = _saved(player, player.data)
    assert before["question"] - after["question"] == _foretold(comparison, "question")
    assert before["page"] - after["page"] == _foretold(comparison, "page") == {"kit.first.sort"}
    assert {"kit.q-order", "kit.q-number", "kit.order.recall-words-dark"} <= after["question"]
    assert _foretold(comparison, "scenario") == {"kit.dark"}
    assert (len(*before["way"]), len(*after["way"])) == (4, 2)  # two decisions, then the one that is still there
    assert _foretold(comparison, "procedure") == {"kit.order"}
    assert player.frame.locator(".procedure .step:not([hidden])").get_attribute("id") == "step-kit.order-open"
    assert comparison.verdict is Verdict.CARE
    assert player.refused == []
    assert player.troubles == []


def _more(module: Module) -> Module:
    added = replace(module.questions[2], id="kit.q-more", use=("final",))
    return replace(module, questions=(*module.questions, added), assessment_items=7)


CASES: list[tuple[str, int, Callable[[Module], Module], set[str]]] = [
    ("all of a larger pool", 6, _more, set()),
    ("more of the same pool", 3, lambda module: replace(module, assessment_items=5), set()),
    ("one that is gone", 6, lambda module: replace(module, questions=module.questions[1:]), {"kit.q-choice"}),
]


@pytest.mark.parametrize(("drawn", "edit", "dropped"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_an_attempt_under_way(
    drawn: int,
    edit: Callable[[Module], Module],
    dropped: set[str],
    learner_editions: Editions,
    packed: Pack,
    learner: Callable[..., Any],
) -> None:
    curriculum = _edited(learner_editions["en"], lambda module: replace(module, assessment_items=drawn))
    old, new = packed(curriculum), packed(_edited(curriculum, edit))
    comparison = compare_bytes(("old.zip", old), ("new.zip", new))
    player = learner(old)
    player.launch()
    player.started()
    player.show("Final assessment")
    player.frame.click("#test-assessment button")
    player.sit_assessment(right=True, questions=drawn)
    before = _saved(player, player.data)
    player.site.unpack(new)
    player.launch()
    player.started()
    after = _saved(player, player.data)
    assert before["answer"] - after["answer"] == dropped == _foretold(comparison, "question")
    assert len(after["answer"]) == len(before["answer"]) - len(dropped)
    assert (comparison.verdict is Verdict.CARE) == bool(dropped)
    assert player.troubles == []


@pytest.mark.parametrize(("before", "after", "status"), [(70, 60, "incomplete"), (60, 70, "completed")], ids=["lowered", "raised"])
def test_another_pass_mark(
    before: int, after: int, status: str, learner_editions: Editions, packed: Pack, learner: Callable[..., Any]
) -> None:
    """Lowered, it passes those who have enough; raised, it takes nothing away from those who had passed."""

    def marked(mastery: int) -> bytes:
        return packed(_edited(learner_editions["en"], lambda module: replace(module, mastery=mastery)))

    old, new = marked(before), marked(after)
    comparison = compare_bytes(("old.zip", old), ("new.zip", new))
    assert comparison.verdict is (Verdict.REPLACE if after < before else Verdict.NEW)
    player = learner(old)
    player.launch()
    player.started()
    player.show("Final assessment")
    player.frame.click("#test-assessment button")
    for number in range(6):
        player.answer(player.frame.query_selector("#test-assessment form"), right=number < 4)
        player.frame.click("#test-assessment .turning .main")
    assert player.values["cmi.core.score.raw"] == "66"
    assert player.values["cmi.core.lesson_status"] == status
    player.site.unpack(new)
    player.launch()
    player.started()
    assert player.values["cmi.core.lesson_status"] == "completed"
    assert player.troubles == []
