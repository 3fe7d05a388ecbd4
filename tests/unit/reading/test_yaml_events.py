"""YAML as this format has it: 1.2 scalars, positions, and limits."""

from __future__ import annotations

import pytest

from builders.reading.yaml_events import MOST_DEPTH, parse_yaml, scalar


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("10:30", "10:30"),
        ("no", "no"),
        ("on", "on"),
        ("Yes", "Yes"),
        ("true", True),
        ("FALSE", False),
        ("0123", 123),
        ("0o17", 15),
        ("0x1F", 31),
        ("2026-11-21", "2026-11-21"),
        ("1_000", "1_000"),
        ("1.5", 1.5),
        ("1e3", 1000.0),
        ("1.0.0", "1.0.0"),
        ("~", None),
        ("", None),
        (".inf", ".inf"),
        ("9" * 30, "9" * 30),
    ],
)
def test_scalars_follow_the_core_schema(text: str, value: object) -> None:
    found = scalar(text)
    assert (found, type(found)) == (value, type(value))


def test_values_and_keys_know_their_places() -> None:
    document, findings = parse_yaml("a:\n  - b: 1\n    c: two\n", "f.yaml", first_line=3)
    assert document is not None
    assert not findings
    assert document.data == {"a": [{"b": 1, "c": "two"}]}
    assert (document.at(("a", 0, "c")).line, document.at(("a", 0, "c")).column) == (5, 8)
    assert document.key_at(("a", 0, "c")).column == 5


def test_quoted_scalars_stay_text() -> None:
    document, _ = parse_yaml("a: \"10\"\nb: 'true'\nc: |\n  7\n", "f")
    assert document is not None
    assert document.data == {"a": "10", "b": "true", "c": "7\n"}


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a: 1\na: 2\n", "F004", 2),
        ("a: &x 1\nb: *x\n", "F006", 1),
        ("a: !!python/object:os.system x\n", "F006", 1),
        ("a: 1\n\tb: 2\n", "F002", 2),
        ("a:\n  - 1\n b: 2\n", "F003", 3),
        ('a: "open\nb: 2\n', "F003", 1),
        ("a: [1, 2\n", "F003", 2),
        ("a: b: c\n", "F003", 1),
        ("a: 1\n---\nb: 2\n", "F003", 2),
        ("? [a]\n: 1\n", "F003", 1),
        ("a: \x00\n", "F003", 1),
        ("[" * (MOST_DEPTH + 2) + "]" * (MOST_DEPTH + 2), "F005", 1),
    ],
)
def test_faults_are_findings_at_their_line(text: str, code: str, line: int) -> None:
    _, findings = parse_yaml(text, "f.yaml")
    assert [(finding.code, finding.at.line) for finding in findings] == [(code, line)]


def test_an_alias_bomb_is_refused_at_its_first_line() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20))
    document, findings = parse_yaml(bomb, "f.yaml")
    assert document is None
    assert findings[0].code == "F006"


def test_an_empty_file_is_empty() -> None:
    document, findings = parse_yaml("# nothing\n", "f.yaml")
    assert document is not None
    assert (document.data, findings) == (None, ())
