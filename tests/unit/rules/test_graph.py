"""Walking graphs: order, circles, and no fear of depth."""

from __future__ import annotations

from builders.rules.views.graph import before_end, explore


def test_every_node_comes_before_those_that_follow_it() -> None:
    following = {"a": ("b", "c"), "b": ("d",), "c": ("d", "e"), "d": ("e",), "e": (), "lost": ("a",)}
    walked = explore("a", following)
    assert walked.circles == ()
    assert sorted(walked.order) == ["a", "b", "c", "d", "e"]
    place = {node: number for number, node in enumerate(walked.order)}
    assert all(place[node] < place[after] for node in walked.order for after in following[node])


def test_circles_are_named_from_where_they_close() -> None:
    walked = explore("a", {"a": ("b",), "b": ("c", "b"), "c": ("a", "end"), "end": ()})
    assert set(walked.circles) == {("b",), ("a", "b", "c")}
    assert walked.backward == {("b", "b"), ("c", "a")}


def test_what_does_not_exist_is_passed_over() -> None:
    assert explore("a", {"a": ("nowhere",)}).order == ("a",)
    assert explore("nowhere", {"a": ()}).order == ()


def test_a_chain_of_ten_thousand_needs_no_recursion() -> None:
    following = {str(number): (str(number + 1),) for number in range(10_000)} | {"10000": ()}
    assert explore("0", following).order == tuple(str(number) for number in range(10_001))


def test_who_reaches_the_end() -> None:
    following = {"a": ("b", "c"), "b": ("end",), "c": ("d",), "d": ("c",)}
    assert before_end(frozenset({"end"}), following) == {"end", "b", "a"}
