"""Words, by language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from builders.comparison import Comparison, Verdict, Weight, compare_bytes
from builders.comparison.differences.words import becomes
from builders.model.curriculum import Curriculum
from builders.model.modules import Module

Changed = Callable[..., Comparison]


def test_words_alone_change_nothing_for_learners(changed: Changed, question: Any) -> None:
    def reworded(each: Any) -> Any:
        return replace(each, stem=replace(each.stem, value="Which of those is *in* the kit?"))

    comparison = changed(question("kit.q-choice", reworded))
    assert {change.weight for change in comparison.changes} == {Weight.TEXT}
    assert comparison.verdict is Verdict.REPLACE
    found = next(change for change in comparison.changes if change.id == "kit.q-choice")
    assert found.what == "“… Which of these is in …” becomes “… Which of those is in …”"


def test_each_language_is_compared(editions: dict[str, Curriculum], packed: Callable[..., bytes]) -> None:
    both = [editions["en"], editions["hi"]]
    module = both[1].modules[0]
    reworded = replace(both[1], modules=(replace(module, summary=replace(module.summary, value="और कुछ।")),))
    old, new = packed(*both), packed(both[0], reworded)
    comparison = compare_bytes(("old", old), ("new", new))
    assert [(change.topic, change.id, change.languages) for change in comparison.changes if change.topic == "page"] == [
        ("page", "start", ("hi",))
    ]
    assert comparison.verdict is Verdict.REPLACE


def test_emphasis_is_no_word(changed: Changed, question: Any) -> None:
    def emphasised(each: Any) -> Any:
        return replace(each, stem=replace(each.stem, value="The **rope** is blue."))

    comparison = changed(question("kit.q-true", emphasised))
    assert [(change.id, change.what) for change in comparison.changes] == [("kit.q-true", "is marked up otherwise")]


def test_a_title(changed: Changed) -> None:
    def renamed(module: Module) -> Module:
        return replace(module, title=replace(module.title, value="The red kit"))

    said = {(str(change.topic), change.id): change.what for change in changed(renamed).changes}
    assert said["publication", ""] == "“The kit” becomes “The red kit”"
    assert said["metadata", ""].startswith("“The kit")
    assert "becomes “The red kit" in said["metadata", ""]
    assert ("player", "") not in said


def test_what_is_shown_of_a_change() -> None:
    assert becomes("one two three four five six seven", "one two three 4 five six seven") == (
        "“… two three four five six …” becomes “… two three 4 five six …”"
    )
    assert becomes("one", "one two") == "“one” becomes “one two”"
    assert becomes("a a", "a a a") == "“a a” becomes “a a a”"
    assert "…”" in becomes("word " * 40, "other " * 40)


def test_the_version_is_no_change(changed: Changed) -> None:
    comparison = changed(lambda module: replace(module, version="1.3.0"))
    assert comparison.changes == ()
    assert not comparison.identical
    assert (comparison.old and comparison.old.version, comparison.new and comparison.new.version) == ("1.2.0", "1.3.0")
    assert comparison.advice.enough
