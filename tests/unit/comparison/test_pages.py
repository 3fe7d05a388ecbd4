"""Pages that go, come, move and change their ids."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from builders.comparison import Comparison, Verdict
from builders.model.modules import Module, Segment, Session

Changed = Callable[..., Comparison]


def segments(edit: Callable[[tuple[Segment, ...]], tuple[Segment, ...]]) -> Callable[[Module], Module]:
    def edited(module: Module) -> Module:
        first, *others = module.sessions
        return replace(module, sessions=(replace(first, segments=edit(first.segments)), *others))

    return edited


def test_nothing_differs(changed: Changed) -> None:
    comparison = changed(lambda module: module)
    assert comparison.identical
    assert (comparison.changes, comparison.verdict, comparison.lost) == ((), Verdict.REPLACE, ())


def test_a_page_that_is_gone(changed: Changed, told: Any) -> None:
    comparison = changed(segments(lambda old: tuple(each for each in old if each.id != "sort")))
    assert told(comparison, "page")[0] == ("kit.first.sort", "is gone", "records", "care")
    assert comparison.verdict is Verdict.CARE
    assert "That `kit.first.sort` was read is dropped; who left off there begins at the first page." in comparison.lost
    dropped = {id for id, what, _, _ in told(comparison, "question") if what == "is gone"}
    assert dropped == {"kit.q-rating"}  # the others are still drawn for the test
    assert ("kit.q-match", "is no longer asked on a page", "structure", "replace") in told(comparison, "question")


def test_a_page_that_has_another_id(changed: Changed, told: Any) -> None:
    comparison = changed(segments(lambda old: tuple(replace(each, id="sorted") if each.id == "sort" else each for each in old)))
    assert told(comparison, "page") == [("kit.first.sort", "is called `kit.first.sorted` now", "records", "care")]
    assert told(comparison, "reflection") == [
        ("kit.first.sort.look", "is gone", "records", "care"),
        ("kit.first.sorted.look", "is new", "structure", "replace"),
    ]


def test_a_page_that_is_new(changed: Changed, told: Any) -> None:
    def more(old: tuple[Segment, ...]) -> tuple[Segment, ...]:
        return (*old, replace(old[0], id="again", title=replace(old[0].title, value="Once more")))

    comparison = changed(segments(more))
    assert ("kit.first.again", "is new", "structure", "replace") in told(comparison, "page")
    assert comparison.verdict is Verdict.REPLACE
    assert next(change.meaning for change in comparison.changes if change.id == "kit.first.again") == "Counts as not read."


def test_a_new_page_has_to_be_read_where_no_test_decides(changed: Changed, module: Module) -> None:
    untested = replace(module, questions=tuple(replace(each, use=("check",)) for each in module.questions))

    def more(_: Module) -> Module:
        return segments(lambda old: (*old, replace(old[0], id="again")))(untested)

    comparison = changed(more, first=lambda _: untested)
    assert "has to read it to complete" in next(change.meaning for change in comparison.changes if change.id == "kit.first.again")


def test_another_order(changed: Changed, told: Any) -> None:
    def turned(module: Module) -> Module:
        sessions: tuple[Session, ...] = module.sessions[::-1]
        return replace(module, sessions=sessions)

    comparison = changed(turned)
    assert ("", "the order is another one", "structure", "replace") in told(comparison, "page")
    assert comparison.verdict is Verdict.REPLACE


def test_a_page_that_never_counted(changed: Changed, told: Any) -> None:
    def untermed(module: Module) -> Module:
        def plain(old: tuple[Segment, ...]) -> tuple[Segment, ...]:
            return tuple(replace(each, blocks=each.blocks[1:]) if each.id == "open" else each for each in old)

        return segments(plain)(module)

    comparison = changed(untermed)
    assert ("glossary", "is gone; it never counted as progress", "structure", "replace") in told(comparison, "page")


def test_a_page_under_another_short_key(kit: bytes, repacked: Any, told: Any) -> None:
    from builders.comparison import compare_bytes  # noqa: PLC0415 - used here alone

    edited = repacked(kit, **{"index.html": lambda text: text.replace("Sr2c", "XXXX")})
    comparison = compare_bytes(("old.zip", kit), ("new.zip", edited))
    assert told(comparison, "page") == [("kit.first.open", "is saved under another short key", "records", "care")]
