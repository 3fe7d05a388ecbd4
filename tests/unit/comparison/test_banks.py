"""Cartridges and item banks, by their texts and ids."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from builders.comparison import Comparison, Verdict, compare_bytes, open_package
from builders.model.artefacts import Kind
from builders.model.curriculum import Curriculum
from builders.model.modules import Module
from builders.targets import banks, cartridge
from builders.targets.packaging.assemble import publications

Pack = Callable[[Curriculum], bytes]

PACKS: dict[Kind, Pack] = {
    Kind.CARTRIDGE13: lambda edition: cartridge.package(publications((edition,), module="kit")[0], version="1.3")[1],
    Kind.CARTRIDGE11: lambda edition: cartridge.package(publications((edition,), module="kit")[0], version="1.1")[1],
    Kind.MOODLE_XML: lambda edition: banks.moodle_xml(edition.modules[0], edition),
    Kind.GIFT: lambda edition: banks.gift(edition.modules[0], edition),
    Kind.QTI21: lambda edition: banks.qti21(edition.modules[0], edition),
}


@pytest.fixture(params=PACKS)
def kind(request: pytest.FixtureRequest) -> Kind:
    return Kind(request.param)


@pytest.fixture
def bank(kind: Kind, edition: Curriculum) -> Callable[[Callable[[Module], Module]], Comparison]:
    def compare(edit: Callable[[Module], Module]) -> Comparison:
        newer = replace(edition, modules=(edit(edition.modules[0]),))
        return compare_bytes(("old", PACKS[kind](edition)), ("new", PACKS[kind](newer)))

    return compare


def test_what_a_file_says_of_itself(kind: Kind, edition: Curriculum, editions: dict[str, Curriculum]) -> None:
    side = open_package("file", PACKS[kind](edition)).side
    bare = kind in {Kind.MOODLE_XML, Kind.GIFT}
    assert (side.standard, side.id) == (kind, "kit")
    assert side.languages == (() if bare else ("en",))
    assert side.version == ("" if bare else "1.2.0")
    hindi = open_package("file", PACKS[kind](editions["hi"])).side
    assert hindi.id == ("kit-hi" if bare else "kit")


def test_nothing_differs(bank: Any) -> None:
    comparison = bank(lambda module: module)
    assert (comparison.changes, comparison.identical) == ((), True)


def test_a_question_that_is_gone(bank: Any, question: Any, told: Any) -> None:
    comparison = bank(question("kit.q-true", lambda _: None))
    found = [each for each in told(comparison, "question") if each[0] == "kit.q-true"]
    assert found == [("kit.q-true", "is gone", "records", "care")]
    assert comparison.verdict is Verdict.CARE


def test_a_question_that_is_new(bank: Any, told: Any) -> None:
    def more(module: Module) -> Module:
        return replace(module, questions=(*module.questions, replace(module.questions[2], id="kit.q-more", use=("pre-test",))))

    assert ("kit.q-more", "is new", "structure", "replace") in told(bank(more), "question")


def test_words(bank: Any, question: Any) -> None:
    comparison = bank(question("kit.q-true", lambda each: replace(each, stem=replace(each.stem, value="The rope is green."))))
    found = next(change for change in comparison.changes if change.id == "kit.q-true")
    assert (found.topic, found.weight) == ("question", "text")
    assert "becomes" in found.what
    assert comparison.verdict is Verdict.REPLACE


def test_the_answers_of_a_question(kind: Kind, bank: Any, question: Any, told: Any) -> None:
    """Moodle XML and GIFT have no ids for them."""
    comparison = bank(question("kit.q-choice", lambda each: replace(each, choices=each.choices[:2])))
    found = told(comparison, "question")
    if kind in {Kind.MOODLE_XML, Kind.GIFT}:
        assert found == []
        assert [change.id for change in comparison.changes] == ["kit.q-choice"]
    else:
        assert ("kit.q-choice", "the answer `table` is gone", "records", "care") in found


def test_a_page_of_a_cartridge_that_is_gone(edition: Curriculum, told: Any) -> None:
    module = edition.modules[0]
    fewer = replace(edition, modules=(replace(module, sessions=module.sessions[:1]),))
    pack = PACKS[Kind.CARTRIDGE13]
    comparison = compare_bytes(("old", pack(edition)), ("new", pack(fewer)))
    assert ("page-kit.second", "is gone", "records", "care") in told(comparison, "resource")


def test_a_bank_and_a_package_do_not_compare(edition: Curriculum, kit: bytes) -> None:
    comparison = compare_bytes(("old", PACKS[Kind.GIFT](edition)), ("new", kit))
    assert [(change.topic, change.what) for change in comparison.changes] == [("standard", "is scorm12 now, was gift")]
    assert comparison.verdict is Verdict.NEW
