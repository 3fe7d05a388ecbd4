"""Stamps go where the reader looks for them."""

from __future__ import annotations

import pytest

from builders.diagnostics.location import Location
from builders.reading.stamping import stamped
from builders.reading.stamps import Stamp


def _stamp(line: int, column: int, *, present: bool, digest: str = "1234567a") -> Stamp:
    return Stamp(Location("f", line, column), digest, present)


def test_headings() -> None:
    assert stamped("## A {#a}\n", [_stamp(1, 1, present=False)]) == "## A {#a from=1234567a}\n"
    assert stamped("## A {#a from=00000000}\n", [_stamp(1, 1, present=True)]) == "## A {#a from=1234567a}\n"


def test_block_mappings() -> None:
    text = "q:\n  m.a:\n    stem: x\n  m.b:\n    from: 00000000\n    stem: y\n"
    expected = "q:\n  m.a:\n    from: 1234567a\n    stem: x\n  m.b:\n    from: 1234567a\n    stem: y\n"
    assert stamped(text, [_stamp(3, 5, present=False), _stamp(5, 11, present=True)]) == expected


def test_braces() -> None:
    text = "e: {a: {title: x}, b: {from: 00000000, title: y}}\n"
    stamps = [_stamp(1, 9, present=False), _stamp(1, 30, present=True)]
    assert stamped(text, stamps) == "e: {a: {from: 1234567a, title: x}, b: {from: 1234567a, title: y}}\n"


@pytest.mark.parametrize("digest", ["12345678", "12345e67"])
def test_digits_that_yaml_would_read_as_a_number_are_quoted(digest: str) -> None:
    assert stamped("title: x\n", [_stamp(1, 1, present=False, digest=digest)]) == f'from: "{digest}"\ntitle: x\n'
    assert stamped("## A {#a}\n", [_stamp(1, 1, present=False, digest=digest)]) == f"## A {{#a from={digest}}}\n"
