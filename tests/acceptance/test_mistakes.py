"""Mistakes that people make, seeded one at a time into a copy of the repository's own curriculum.

Each has to give a finding of the right code at the right file and line, and none may end in a traceback. Most of them stand
in mistakes.toml; here are those that take more than a line.
"""

from __future__ import annotations

import re
import shutil
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from builders.diagnostics.code import Severity
from builders.diagnostics.finding import Finding
from builders.reading.curriculum import parse_uncached, read
from builders.rules import dependable, judge

Seed = Callable[[Path], int]
"""Makes the mistake below ``curriculum/`` and says on which line the finding is due; 0 for the file as a whole."""

SESSION = "modules/empathy/listening.md"
SCENARIO = "modules/empathy/scenarios/angry-complainant.yaml"
COURSE = "courses/two-day.yaml"
TRANSLATION = "modules/training-skills/facilitating.hi.md"


@dataclass(frozen=True)
class Mistake:
    """``file`` is where the finding is due, below ``curriculum/``."""

    name: str
    code: str
    file: str
    seed: Seed


def from_table(table: dict[str, Any], files: dict[str, str]) -> Mistake:
    file = files.get(table["file"], table["file"])
    return Mistake(table["name"], table["code"], file, lambda top: plant(table, top / file, top))


def plant(table: dict[str, Any], path: Path, top: Path) -> int:
    """Make a mistake of mistakes.toml; gives the line on which it is due."""
    if "remove" in table:
        gone = top / table["remove"]
        shutil.rmtree(gone) if gone.is_dir() else gone.unlink()
        return line_of(table["find"], path.read_text(encoding="utf-8")) if "find" in table else 0
    if "write" in table:
        path.write_text(table["write"], encoding="utf-8")
        return int(table.get("line", 0))
    text = path.read_text(encoding="utf-8")
    if "add" in table:
        whole = text.rstrip("\n") + "\n"
        path.write_text(whole + table["add"], encoding="utf-8")
        return whole.count("\n") + int(table.get("line", 1))
    match = re.search(table["find"], text, re.MULTILINE)
    assert match, f"{table['find']} is not in {path.name}"
    path.write_text(text[: match.start()] + match.expand(table["put"]) + text[match.end() :], encoding="utf-8")
    due = match.end() if table.get("due") == "end" else match.start()
    return int(table.get("at", line_at(text, due) + table.get("down", 0)))


def line_at(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def line_of(pattern: str, text: str) -> int:
    match = re.search(pattern, text, re.MULTILINE)
    assert match, f"{pattern} is not there"
    return line_at(text, match.start())


# --- how a file is written -------------------------------------------------------------------------------------------


def alias_bomb(top: Path) -> int:
    """Nine lines that would grow into five hundred values, and forty into more than any memory."""
    pairs = zip("abcdefgh", "bcdefghi", strict=True)
    lines = ["a: &a [x, x]\n", *(f"{new}: &{new} [*{old}, *{old}]\n" for old, new in pairs)]
    (top / "needs.yaml").write_text("".join(lines), encoding="utf-8")
    return 1


def too_large(top: Path) -> int:
    (top / "needs.yaml").write_text("needs: []\n" + "# padding\n" * 150_000, encoding="utf-8")
    return 0


def nested_lists(top: Path) -> int:
    (top / "needs.yaml").write_text("needs: " + "[" * 5000 + "]" * 5000 + "\n", encoding="utf-8")
    return 1


def nested_containers(count: int) -> Seed:
    """The eighth container is one too many; with thousands a reader that recurses would fall over."""

    def seed(top: Path) -> int:
        path = top / SESSION
        text = path.read_text(encoding="utf-8").rstrip("\n") + "\n"
        path.write_text(text + "::: callout\n" * count + "Deep.\n" + ":::\n" * count, encoding="utf-8")
        return text.count("\n") + 8

    return seed


def latin_1(top: Path) -> int:
    path = top / SESSION
    text = path.read_text(encoding="utf-8").rstrip("\n") + "\n"
    path.write_bytes(text.encode() + "\nMeet in the café.\n".encode("latin-1"))
    return text.count("\n") + 2


def link_outside(top: Path) -> int:
    outside = top.parent.parent / "outside.yaml"
    outside.write_text("needs: []\n", encoding="utf-8")
    (top / "needs.yaml").unlink()
    try:
        (top / "needs.yaml").symlink_to(outside)
    except OSError:
        pytest.skip("this system lets nobody make symbolic links")
    return 0


# --- timetable and scenario ------------------------------------------------------------------------------------------


def without_tea(top: Path) -> int:
    """The first break between two sessions becomes a talk: the stretch grows too long with it or soon after."""
    path = top / COURSE
    text = path.read_text(encoding="utf-8")
    slots = r"(?P<before>      - \{session: .*\n)      - \{break: \w+, (?P<minutes>minutes: \d+)\}\n(?P<after>      - \{session: )"
    changed = re.sub(slots, r"\g<before>      - {activity: A talk, minutes: 90}\n\g<after>", text, count=1)
    assert changed != text
    path.write_text(changed, encoding="utf-8")
    return line_of(r"activity: A talk", changed)


def prerequisite_later(top: Path) -> int:
    """The first session of the course gets the last one as its prerequisite; due at the first one's slot."""
    text = (top / COURSE).read_text(encoding="utf-8")
    slots = list(re.finditer(r"^      - \{session: (?P<module>[\w-]+)\.(?P<slug>[\w-]+)", text, re.MULTILINE))
    first, last = slots[0], slots[-1]
    session = top / f"modules/{first['module']}/{first['slug']}.md"
    words = re.sub(r"^prerequisites: .*\n", "", session.read_text(encoding="utf-8"), flags=re.MULTILINE)
    named = f"---\nprerequisites: [{last['module']}.{last['slug']}]\n"
    session.write_text(words.replace("---\n", named, 1), encoding="utf-8")
    return line_at(text, first.start())


def cyclic(top: Path) -> int:
    """The last choice of the last node leads back to the start."""
    path = top / SCENARIO
    text = path.read_text(encoding="utf-8")
    start = re.search(r"^start: (.*)$", text, re.MULTILINE)
    choice = list(re.finditer(r"^      - id: .*\n(?:        .*\n)*?        next: .*$", text, re.MULTILINE))[-1]
    assert start
    back = re.sub(r"next: .*$", f"next: {start[1]}", choice[0])
    path.write_text(text[: choice.start()] + back + text[choice.end() :], encoding="utf-8")
    return line_at(text, choice.start())


# --- translations ----------------------------------------------------------------------------------------------------


def translated(change: Callable[[str], tuple[str, int]]) -> Seed:
    """A session's words once more as if they were its translation, with a change that also says where it shows."""

    def seed(top: Path) -> int:
        path = top / TRANSLATION
        source = path.with_name(path.name.replace(".hi.", ".")).read_text(encoding="utf-8")
        body = re.sub(r" minutes=\d+ depth=\w+}$", "}", source.split("---\n", 2)[2], flags=re.MULTILINE)
        text, line = change(f"---\ntitle: Anleiten\n---\n{body}")
        path.write_text(text, encoding="utf-8")
        return line

    return seed


def without_key_points(text: str) -> tuple[str, int]:
    """The last block of the last segment is gone, which shows at the segment's heading."""
    changed = re.sub(r"^::: keypoints$.*?^:::$\n?", "", text, flags=re.MULTILINE | re.DOTALL)
    assert changed != text
    return changed, line_at(changed, changed.rindex("\n## ") + 1)


def with_another_container(text: str) -> tuple[str, int]:
    return text.replace("::: facilitator", "::: callout", 1), line_at(text, text.index("::: facilitator"))


def with_a_new_segment(text: str) -> tuple[str, int]:
    whole = text.rstrip("\n") + "\n"
    return whole + "\n## Neu {#brand-new}\n\nWorte.\n", whole.count("\n") + 2


TABLE = tomllib.loads((Path(__file__).parent / "mistakes.toml").read_text(encoding="utf-8"))
MISTAKES = (
    *(from_table(table, TABLE["files"]) for group in TABLE["mistakes"].values() for table in group),
    Mistake("alias bomb", "F006", "needs.yaml", alias_bomb),
    Mistake("too large", "F005", "needs.yaml", too_large),
    Mistake("lists nested too deeply", "F005", "needs.yaml", nested_lists),
    Mistake("containers nested too deeply", "F005", SESSION, nested_containers(12)),
    Mistake("thousands of containers", "F005", SESSION, nested_containers(3000)),
    Mistake("not UTF-8", "F001", SESSION, latin_1),
    Mistake("link out of the curriculum", "F009", "needs.yaml", link_outside),
    Mistake("day without tea", "T003", COURSE, without_tea),
    Mistake("prerequisite comes later", "T004", COURSE, prerequisite_later),
    Mistake("cyclic scenario", "B003", SCENARIO, cyclic),
    Mistake("translation without a block", "L003", TRANSLATION, translated(without_key_points)),
    Mistake("translation with another block", "L003", TRANSLATION, translated(with_another_container)),
    Mistake("translation of no segment", "L004", TRANSLATION, translated(with_a_new_segment)),
)

parse = cache(parse_uncached)  # a hundred readings of files that are all the same but one


def judged(root: Path) -> tuple[Finding, ...]:
    reading = read(root, parse_file=parse)
    own = dependable(judge(reading.editions), shape_errors=reading.shape_errors, unreadable=bool(reading.unreadable))
    return tuple(sorted({*reading.findings, *own}))


@pytest.fixture
def programme(tmp_path: Path, repository: Path) -> Path:
    """A copy of the repository's curriculum."""
    root = tmp_path / "copy"
    shutil.copytree(repository / "curriculum", root / "curriculum")
    return root


@pytest.fixture(scope="session")
def before(repository: Path) -> frozenset[Finding]:
    """What is found in the curriculum as it is."""
    return frozenset(judged(repository))


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_mistake_is_found_in_its_place(mistake: Mistake, programme: Path, before: frozenset[Finding]) -> None:
    line = mistake.seed(programme / "curriculum")
    new = [finding for finding in judged(programme) if finding not in before and finding.severity is not Severity.NOTE]
    place = f"curriculum/{mistake.file}".rstrip("/")
    found = [finding for finding in new if (finding.code, finding.at.file, finding.at.line) == (mistake.code, place, line)]
    listed = "\n".join(f"{finding.code} {finding.at} {finding.message}" for finding in new)
    assert found, f"{mistake.code} is due at {place}:{line}; found:\n{listed}"
    assert found[0].message
    assert found[0].remedy


def test_there_are_mistakes_enough() -> None:
    assert len({mistake.name for mistake in MISTAKES}) == len(MISTAKES) >= 50


@pytest.mark.parametrize("name", ["wrong key", "not UTF-8", "cyclic scenario"])
def test_the_command_line_shows_it(name: str, programme: Path, curriculum: Any) -> None:
    mistake = next(mistake for mistake in MISTAKES if mistake.name == name)
    line = mistake.seed(programme / "curriculum")
    result = curriculum("check", "--root", programme)
    assert result.returncode == 1
    assert re.search(rf"^curriculum/{re.escape(mistake.file)}:{line}:\d+: error {mistake.code} ", result.stdout, re.MULTILINE)
    assert "Traceback" not in result.stdout + result.stderr
