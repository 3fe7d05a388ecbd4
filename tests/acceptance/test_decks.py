"""Decks as a build makes them: of whole courses, for participants, with the date and the address of what they came from."""

from __future__ import annotations

import os
import re
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


def written(deck: Path, parts: str = r"ppt/(slides|notesSlides)/[^/]*\.xml") -> str:
    """The words on a deck's slides and in its notes."""
    with zipfile.ZipFile(deck) as archive:
        found = [archive.read(name).decode() for name in sorted(archive.namelist()) if re.fullmatch(parts, name)]
    return "\n".join(" ".join(re.findall(r"<a:t>([^<]*)", part)) for part in found)


@pytest.fixture
def decks(academy: Path, curriculum: Run) -> Callable[..., Path]:
    """Build the English decks and return their folder."""

    def build(*wishes: str) -> Path:
        only = () if "--only" in wishes else ("--only", "decks")
        built = curriculum("build", "--root", academy, "--language", "en", *only, *wishes)
        assert built.returncode == 0, built.stderr
        return academy / "dist/decks/en/one-day"

    return build


def test_participants_get_decks_without_notes_and_answers(academy: Path, decks: Callable[..., Path], curriculum: Run) -> None:
    folder = decks()
    assert decks("--audience", "participant") == folder
    theirs = sorted(folder.glob("*-participants.pptx"))
    assert theirs
    for of_participants in theirs:
        of_trainers = of_participants.with_name(of_participants.name.replace("-participants", ""))
        with zipfile.ZipFile(of_participants) as archive:
            assert [name for name in archive.namelist() if name.startswith("ppt/notesSlides/")] == [], of_participants.name
        assert len(written(of_participants)) < len(written(of_trainers))
    assert curriculum("build", "--root", academy, "--audience", "participant").returncode == 0
    pages = (academy / "dist/participants/en").rglob("*.html")
    linked = set(re.findall(r"decks/en/one-day/[\w.-]+\.pptx", " ".join(page.read_text(encoding="utf-8") for page in pages)))
    assert linked
    assert [name for name in linked if "-participants" not in name] == []


def test_a_deck_of_the_whole_course_is_made_on_demand_and_kept_as_long_as_it_is_right(
    academy: Path, decks: Callable[..., Path], curriculum: Run
) -> None:
    deck = decks("--only", "course-decks") / "course-one-day.pptx"
    whole = deck.read_bytes()
    assert curriculum("build", "--root", academy).returncode == 0
    assert deck.read_bytes() == whole
    assert f"decks/en/one-day/{deck.name}" in (academy / "dist/index.html").read_text(encoding="utf-8")
    session = academy / "curriculum/modules/empathy/listening.md"
    session.write_text(session.read_text(encoding="utf-8").replace("the", "this", 3), encoding="utf-8")
    assert curriculum("build", "--root", academy).returncode == 0
    assert not deck.exists()


def test_a_course_deck_holds_what_its_days_hold(decks: Callable[..., Path]) -> None:
    day = written(decks() / "day-1.pptx", r"ppt/slides/[^/]*\.xml")
    course = written(decks("--only", "course-decks") / "course-one-day.pptx", r"ppt/slides/[^/]*\.xml")
    assert set(re.findall(r"[a-z]{4,}", day)) - set(re.findall(r"[a-z]{4,}", course)) == set()


def test_footers_bear_the_date_of_the_commit_and_none_while_something_is_not_committed(
    academy: Path, decks: Callable[..., Path]
) -> None:
    def git(*arguments: str, date: str = "2026-03-05T10:00:00+05:30") -> None:
        about = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.org")
        environment = {**os.environ, "GIT_COMMITTER_DATE": date, "GIT_AUTHOR_DATE": date}
        subprocess.run(["git", "-C", str(academy), *about, *arguments], check=True, capture_output=True, env=environment)

    assert "2026-03-05" not in written(decks() / "empathy.listening.pptx")
    git("init", "--quiet")
    git("add", "curriculum")
    git("commit", "--quiet", "--message", "one")
    folder = decks()
    assert "2026-03-05" in written(folder / "empathy.listening.pptx")
    assert "2026-03-05" in written(folder / "day-1.pptx")
    session = academy / "curriculum/modules/empathy/listening.md"
    session.write_text(session.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert "2026-03-05" not in written(decks() / "empathy.listening.pptx")
    git("commit", "--quiet", "--all", "--message", "two", date="2026-04-06T23:30:00+05:30")
    assert "2026-04-06" in written(decks() / "empathy.listening.pptx")


def test_decks_lead_to_the_published_handbook(academy: Path, decks: Callable[..., Path]) -> None:
    programme = academy / "curriculum/curriculum.yaml"
    published = "published:\n  handbook: https://example.org/handbook/\n  participants: https://example.org/participants\n"
    programme.write_text(programme.read_text(encoding="utf-8") + published, encoding="utf-8")
    for wishes, name, page in (
        ((), "empathy.listening", "handbook/en/sessions/empathy/listening.html"),
        ((), "day-1", "handbook/en/courses/one-day.html"),
        (("--audience", "participant"), "empathy.listening-participants", "participants/en/sessions/empathy/listening.html"),
    ):
        with zipfile.ZipFile(decks(*wishes) / f"{name}.pptx") as archive:
            parts = {part: archive.read(part).decode() for part in archive.namelist() if part.endswith((".xml", ".rels"))}
        assert any(re.search(f'descr="[^"]+: https://example.org/{page}"', xml) for xml in parts.values()), name
        assert any(f'Target="https://example.org/{page}"' in xml for xml in parts.values()), name
