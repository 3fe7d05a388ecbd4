"""Passages: every text once, in its own language, each character in its place."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from builders.reading.curriculum import Reading, read
from builders.rules.views.passages import Passage, passages


@pytest.fixture(scope="module")
def small(repository: Path) -> Reading:
    return read(repository / "tests/curricula/valid/small")


def test_prose_is_placed_to_the_character(small: Reading) -> None:
    judged = 0
    for edition in small.editions.values():
        for passage in passages(edition):
            if passage.verbatim:
                lines = small.files.lines(passage.text.at.file)
                for offset, character in enumerate(passage.text.value):
                    at = passage.at(offset)
                    line = lines[at.line - 1] + "\n"
                    assert line[at.column - 1] == character, (at, passage.text.value)
                    judged += 1
    assert judged > 1000


def test_a_value_of_yaml_is_placed_where_it_begins(small: Reading) -> None:
    for edition in small.editions.values():
        for passage in passages(edition):
            if not passage.verbatim and "\n" not in passage.text.value:
                assert passage.at(len(passage.text.value)) == passage.text.at


def test_a_literal_block_is_placed_to_the_line(tmp_path: Path, repository: Path) -> None:
    text = (repository / "tests/curricula/valid/small/curriculum/courses/one-day.yaml").read_text(encoding="utf-8")
    folder = tmp_path / "curriculum/courses"
    folder.mkdir(parents=True)
    (tmp_path / "curriculum/curriculum.yaml").write_text("title: A\nissuer: B\nlanguages: [en]\n", encoding="utf-8")
    block = "summary: |\n  First line.\n\n  Third [line](term:nothing).\n"
    (folder / "one-day.yaml").write_text(text.replace("summary: Two sessions for new staff.\n", block), encoding="utf-8")
    edition = read(tmp_path).editions["en"]
    found = next(passage for passage in passages(edition) if "Third" in passage.text.value)
    assert found.at(found.text.value.index("term")).line == 5


def test_each_edition_gives_its_own_words_alone(small: Reading) -> None:
    by_language = {language: _by_file(passages(edition)) for language, edition in small.editions.items()}
    assert all(".hi." not in file for file in by_language["en"])
    assert all(".hi." in file for file in by_language["hi"])
    needs = by_language["en"].pop("curriculum/needs.yaml")
    assert needs == 2  # statement and evidence; they are not translated
    assert {file.replace(".hi.", ".") for file in by_language["hi"]} == set(by_language["en"])


def test_code_is_blanked_and_nothing_moves(small: Reading) -> None:
    edition = small.editions["en"]
    for passage in passages(edition):
        assert len(passage.words) == len(passage.text.value)


def _by_file(found: object) -> Counter[str]:
    return Counter(passage.text.at.file for passage in found if isinstance(passage, Passage))  # type: ignore[attr-defined]
