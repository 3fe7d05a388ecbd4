"""The cases: each file in tests/cases changes the small curriculum and says which findings that gives, and no others.

A case is Markdown for people. What counts in it:

- a fence ``yaml title="…"`` or ``markdown title="…"`` writes a whole file, below ``curriculum/``;
- a fence ``replace title="…"`` holds lines of a file, a line ``=>`` and what stands in their place;
- a fence ``remove title="…"`` takes away a file or folder, ``latin-1 title="…"`` writes a file in that encoding;
- a line ``expect: CODE FILE:LINE words`` names a finding; ``words``, which may be left out, stand in its message;
- a line ``languages: en hi`` keeps the Hindi edition, which is left out otherwise: any change would make it stale.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

import builders.rules
from builders.diagnostics.codes import CODES
from builders.diagnostics.finding import Finding
from builders.reading.curriculum import read
from builders.rules import RULES, TEXT_RULES, WORD_RULES, dependable, judge

TESTS = Path(__file__).resolve().parents[1]
CASES = sorted((TESTS / "cases").rglob("*.md"))
SMALL = TESTS / "curricula/valid/small"
ELSEWHERE = "KUVW"
"""Codes of packages have seeded faults in tests/unit/conformance, those of the build are shown in tests/acceptance, those of
slides in tests/unit/targets/slides, those of print in tests/unit/targets/printables."""

_FENCE = re.compile(
    r'^(?P<ticks>`{3,})(?P<kind>[\w-]+) title="(?P<title>[^"]*)"\n(?P<body>.*?)^(?P=ticks)$', re.MULTILINE | re.DOTALL
)
_EXPECT = re.compile(r"^expect: (?P<code>\S+) (?P<file>[^\s:]+)(?::(?P<line>\d+))?(?: (?P<words>.+))?$", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """``edits`` are kind, title and body of the fences; ``expected`` are code, file, line and words."""

    edits: tuple[tuple[str, str, str], ...]
    expected: tuple[tuple[str, str, int, str], ...]
    languages: tuple[str, ...]


def parse_case(text: str) -> Case:
    prose = _FENCE.sub("", text)
    languages = re.search(r"^languages: (.+)$", prose, re.MULTILINE)
    return Case(
        edits=tuple((match["kind"], match["title"], match["body"]) for match in _FENCE.finditer(text)),
        expected=tuple((m["code"], m["file"], int(m["line"] or 0), m["words"] or "") for m in _EXPECT.finditer(prose)),
        languages=tuple(languages[1].split()) if languages else ("en",),
    )


def lay_out(case: Case, root: Path) -> None:
    """The small curriculum with the case's changes."""
    shutil.copytree(SMALL, root, dirs_exist_ok=True)
    top = root / "curriculum"
    if "hi" not in case.languages:
        for path in top.rglob("*.hi.*"):
            path.unlink()
        programme = top / "curriculum.yaml"
        programme.write_text(programme.read_text(encoding="utf-8").replace("[en, hi]", "[en]"), encoding="utf-8")
    for kind, title, body in case.edits:
        _edit(kind, top / title, body)


def _edit(kind: str, path: Path, body: str) -> None:
    match kind:
        case "replace":
            old, _, new = body.partition("=>\n")
            text = path.read_text(encoding="utf-8")
            assert text.count(old) == 1, f"stands {text.count(old)} times in {path.name}: {old}"
            path.write_text(text.replace(old, new), encoding="utf-8")
        case "remove":
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        case "yaml" | "markdown" | "latin-1":
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(body, encoding="latin-1" if kind == "latin-1" else "utf-8")
        case _:
            pytest.fail(f"no such fence: {kind}")


def findings(root: Path) -> tuple[Finding, ...]:
    reading = read(root)
    judged = dependable(judge(reading.editions), shape_errors=reading.shape_errors, unreadable=bool(reading.unreadable))
    return tuple(sorted({*reading.findings, *judged}))


def test_the_small_curriculum_has_no_findings() -> None:
    assert findings(SMALL) == ()


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path, tmp_path: Path) -> None:
    case = parse_case(path.read_text(encoding="utf-8"))
    lay_out(case, tmp_path)
    found = findings(tmp_path)
    listed = "\n".join(f"{finding.code} {finding.at} {finding.message}" for finding in found)
    assert sorted((f.code, f.at.file, f.at.line) for f in found) == sorted(expected[:3] for expected in case.expected), listed
    for code, file, line, words in case.expected:
        messages = [f.message for f in found if (f.code, f.at.file, f.at.line) == (code, file, line)]
        assert any(words in message for message in messages), f"{words!r} is in none of {messages}"


@pytest.mark.parametrize("code", [code for code in CODES if code[0] not in ELSEWHERE])
def test_every_code_has_a_case(code: str) -> None:
    expecting = [path for path in CASES if path.stem.partition("-")[0] == code]
    assert expecting, f"write tests/cases/{code}-….md"
    for path in expecting:
        assert code in {expected[0] for expected in parse_case(path.read_text(encoding="utf-8")).expected}


def test_every_case_is_used() -> None:
    assert sorted(path for path in (TESTS / "cases").rglob("*") if path.is_file()) == CASES
    for path in CASES:
        text = path.read_text(encoding="utf-8")
        case = parse_case(text)
        assert path.stem.partition("-")[0] in CODES, path.name
        assert text.startswith("# "), path.name
        assert case.edits, path.name
        # A fence or a line with a slip in it would be passed over in silence.
        assert len(re.findall(r"^`{3,}\S", text, re.MULTILINE)) == len(case.edits), path.name
        assert len(re.findall(r"^\s*expect", text, re.MULTILINE)) == len(case.expected), path.name


def test_every_rule_is_registered_once() -> None:
    names = sorted(module.name for module in pkgutil.iter_modules(builders.rules.__path__, "builders.rules."))
    checks = [module.check for name in names if hasattr(module := importlib.import_module(name), "check")]
    registered = [*RULES, *TEXT_RULES, *WORD_RULES]
    assert len(registered) == len(set(registered))
    assert {check.__module__ for check in checks} == {rule.__module__ for rule in registered}


@pytest.mark.parametrize("rule", [*RULES, *TEXT_RULES, *WORD_RULES], ids=lambda rule: rule.__module__.rpartition(".")[2])
def test_every_rule_says_why_and_gives_an_example(rule: object) -> None:
    said = rule.__doc__ or ""
    assert "Example" in said
    codes = re.findall(r"\b[A-Z]\d{3}\b", (importlib.import_module(rule.__module__).__doc__ or "").partition(":")[0])
    assert codes, "the module's docstring begins with the codes that it reports"
    assert set(codes) <= set(CODES)


def test_every_code_of_meaning_has_a_rule() -> None:
    """The codes that are the reader's are those of one file's shape and of translations."""
    docs = [importlib.import_module(rule.__module__).__doc__ or "" for rule in (*RULES, *TEXT_RULES, *WORD_RULES)]
    reported = {code for doc in docs for code in re.findall(r"\b[A-Z]\d{3}\b", doc.partition(":")[0])}
    assert {code for code in CODES if code[0] not in "FSML" + ELSEWHERE} <= reported
