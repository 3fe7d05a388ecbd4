"""How comparisons are printed."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from builders.comparison import Advice, Change, Comparison, Side, Topic, Verdict, Weight, on_one_side, open_package
from builders.comparison.render import STYLES

SIDE = Side("old.zip", "scorm12", "kit", "1.2.0", ("en", "hi"))
NEWER = replace(SIDE, name="new.zip", version="1.2.1")
WORDS = Change(Topic.PAGE, "kit.a", "“one” becomes “two”", Weight.TEXT, languages=("en",))
GONE = Change(Topic.PAGE, "kit.b", "is gone", Weight.RECORDS, Verdict.CARE, "That it was read is dropped.", unit="kit.first")
RAISED = Change(Topic.TEST, "assessment", "the pass mark is raised", Weight.STRUCTURE, Verdict.NEW, "Who passed would not.")


def text(*changes: Change, advice: Advice = Advice(), side: Side = SIDE) -> str:  # noqa: B008 - frozen
    return STYLES["text"]([Comparison(side, replace(NEWER, standard=side.standard), changes, advice)])


def test_text() -> None:
    said = text(GONE, WORDS, advice=Advice("2.0.0", enough=False, why="learners' records no longer fit"))
    assert said == "\n".join(
        [
            "kit 1.2.0 -> 1.2.1",
            "  old: old.zip (scorm12 en hi)",
            "  new: new.zip (scorm12 en hi)",
            "",
            "Replace the package, knowing what learners half-way lose:",
            "  - That it was read is dropped.",
            "",
            "warning: the version goes from 1.2.0 to 1.2.1, and learners' records no longer fit: make it 2.0.0 at least.",
            "",
            "Ids that learners' records hold:",
            "  kit.first, page `kit.b`: is gone",
            "      That it was read is dropped.",
            "",
            "Words:",
            "  page `kit.a` (en): “one” becomes “two”",
        ]
    )


@pytest.mark.parametrize(
    ("changes", "standard", "advice"),
    [
        ((), "scorm12", "No content differs, though the files are not the same byte for byte."),
        ((WORDS,), "cmi5", "Replace the package. Only words changed; learners keep everything."),
        ((WORDS, replace(WORDS, weight=Weight.STRUCTURE)), "web", "Replace the package. Learners keep everything;"),
        ((RAISED, GONE), "scorm12", "Make a new activity, and leave the old one to those who have begun it:\n  - Who passed would"),
        ((WORDS,), "gift", "No id is gone. An import adds and never replaces"),
        ((GONE,), "cartridge13", "An import adds and never replaces: import into a new course or category, and mind"),
    ],
)
def test_the_verdict(changes: tuple[Change, ...], standard: str, advice: str) -> None:
    assert advice in text(*changes, side=replace(SIDE, standard=standard))


def test_the_same_said_of_several_stands_once() -> None:
    assert "  page `kit.a`, `kit.c` (en): “one” becomes “two”" in text(WORDS, replace(WORDS, id="kit.c"))


def test_nothing_reaches_the_terminal_as_a_command() -> None:
    assert "\x1b" not in text(replace(GONE, what="is \x1b[31mred"))


def test_a_module_on_one_side_alone(kit: bytes) -> None:
    package = open_package("v1", kit)
    gone, come = on_one_side(package, None), on_one_side(None, package)
    assert (gone.verdict, come.verdict) == (Verdict.CARE, Verdict.REPLACE)
    assert "new: not there" in STYLES["text"]([gone])
    assert "Make an activity for it" in STYLES["text"]([come])


def test_json(changed: Callable[..., Comparison]) -> None:
    comparison = changed(lambda module: replace(module, mastery=80))
    content = json.loads(STYLES["json"]([comparison, comparison]))
    assert content["verdict"] == "new-activity"
    assert len(content["comparisons"]) == 2
    one = content["comparisons"][0]
    assert one["old"] == {"name": "old.zip", "standard": "scorm12", "id": "kit", "version": "1.2.0", "languages": ["en"]}
    assert one["version"] == {"needed": "2.0.0", "enough": False, "why": "learners' records no longer fit"}
    assert one["identical"] is False
    raised = one["changes"][0]
    assert (raised["topic"], raised["id"], raised["weight"], raised["verdict"]) == (
        "test",
        "assessment",
        "structure",
        "new-activity",
    )
    assert one["lost"] == [raised["meaning"]]


def test_json_of_nothing() -> None:
    assert json.loads(STYLES["json"]([])) == {"verdict": "replace", "comparisons": []}
