"""Moodle XML: every kind comes back from the file as it went in, as Moodle's importer reads it."""

from __future__ import annotations

import base64
import dataclasses
from collections.abc import Callable
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from builders.model.curriculum import Curriculum
from builders.model.modules import Media, Module
from builders.model.questions import Question
from builders.model.text import Text
from builders.rendering.plain import html_to_plain
from builders.targets.banks import moodle_xml

TYPES = {
    "choice": "multichoice",
    "multiple": "multichoice",
    "true-false": "truefalse",
    "match": "matching",
    "order": "ordering",
    "number": "numerical",
    "rating": "multichoice",
}
GRADES = {0, 5, 10, 11.11111, 12.5, 14.28571, 16.66667, 20, 25, 30, 33.33333, 40, 50, 60, 66.66667, 70, 75, 80, 83.33333, 90, 100}
"""The shares that Moodle offers for an answer, in per cent; it refuses others on import."""


def _quiz(data: bytes) -> Element:
    return ElementTree.fromstring(data)  # noqa: S314 - our own output


def _questions(data: bytes) -> dict[str, Element]:
    quiz = _quiz(data)
    assert quiz.tag == "quiz"
    return {str(question.findtext("idnumber")): question for question in quiz if question.get("type") != "category"}


def _words(element: Element | None) -> str:
    assert element is not None
    return "".join(html_to_plain(element.findtext("text") or "").split())


def _answers(question: Element) -> list[tuple[str, str, float, str]]:
    """Raw text, its words, share and the words of its feedback."""
    return [
        (
            answer.findtext("text") or "",
            _words(answer),
            float(answer.get("fraction", "")),
            _words(answer.find("feedback")) if answer.find("feedback") is not None else "",
        )
        for answer in question.findall("answer")
    ]


@pytest.fixture(scope="module")
def data(module: Module, curriculum: Curriculum) -> bytes:
    return moodle_xml(module, curriculum)


@pytest.fixture(scope="module")
def read(data: bytes) -> dict[str, Element]:
    return _questions(data)


def test_every_question_has_its_type_id_and_tags(module: Module, read: dict[str, Element]) -> None:
    assert {id: question.get("type") for id, question in read.items()} == {
        question.id: TYPES[question.kind] for question in module.questions
    }
    tags = [tag.findtext("text") for tag in read["kit.q-true"].findall("tags/tag")]
    assert tags == ["level-remember", "use-check", "use-final"]


def test_categories_come_before_their_questions(data: bytes) -> None:
    quiz = _quiz(data)
    seen = ""
    for question in quiz:
        if question.get("type") == "category":
            seen = str(question.findtext("category/text"))
        else:
            assert seen.startswith("$course$/top/kit/kit."), question.findtext("idnumber")
    paths = [category.findtext("text") for category in quiz.iter("category")]
    assert paths == ["$course$/top/kit", "$course$/top/kit/kit.name", "$course$/top/kit/kit.use"]
    descriptions = [_words(info) for info in quiz.iter("info")]
    assert descriptions[1] == "Namewhatisinthekit."


def test_each_language_has_categories_of_its_own(editions: dict[str, Curriculum]) -> None:
    edition = editions["hi"]
    assert b"<text>$course$/top/kit-hi/kit.use</text>" in moodle_xml(edition.modules[0], edition)


def test_choice(read: dict[str, Element]) -> None:
    question = read["kit.q-choice"]
    assert question.findtext("single") == "true"
    assert question.findtext("defaultgrade") == "1"
    assert [(words, share) for _, words, share, _ in _answers(question)] == [("Thelamp", 100), ("Theladder", 0), ("Thetable", 0)]
    assert _answers(question)[1][3] == "Theladderstaysathome."
    assert _words(question.find("hint")) == "Itshines."


def test_ticking_everything_is_worth_nothing(read: dict[str, Element]) -> None:
    question = read["kit.q-multiple"]
    assert question.findtext("single") == "false"
    assert [share for *_, share, _ in _answers(question)] == [50, 50, -100]


@pytest.mark.parametrize(("right", "wrong"), [(right, all - right) for all in range(3, 9) for right in range(1, all)])
def test_shares_are_among_those_that_moodle_takes(module: Module, curriculum: Curriculum, right: int, wrong: int) -> None:
    model = module.question("kit.q-multiple")
    assert model
    choices = tuple(
        dataclasses.replace(model.choices[0], id=f"c{number}", correct=number < right) for number in range(right + wrong)
    )
    question = dataclasses.replace(model, choices=choices)
    found = _questions(moodle_xml(dataclasses.replace(module, questions=(question,)), curriculum))[model.id]
    shares = [share for *_, share, _ in _answers(found)]
    assert {abs(share) for share in shares} <= GRADES
    assert sum(share for share in shares if share > 0) == pytest.approx(100, abs=1e-4)
    assert sum(shares) == pytest.approx(0, abs=1e-4)


def test_true_false(read: dict[str, Element]) -> None:
    answers = {raw: (share, said) for raw, _, share, said in _answers(read["kit.q-true"])}
    assert answers == {"true": (100, "Itisblue."), "false": (0, "Lookatthetableagain.")}


def test_match(read: dict[str, Element]) -> None:
    question = read["kit.q-match"]
    pairs = [(_words(pair), pair.findtext("answer/text")) for pair in question.findall("subquestion")]
    assert pairs == [("Lamp", "Light"), ("Rope", "Holding"), ("Bag", "Carrying")]
    assert _words(question.find("correctfeedback")) == "Allthreefit."
    assert _words(question.find("partiallycorrectfeedback")) == _words(question.find("incorrectfeedback")) == "Lookatthetableagain."


def test_order(read: dict[str, Element]) -> None:
    question = read["kit.q-order"]
    assert [(words, share) for _, words, share, _ in _answers(question)] == [
        ("Openthebag", 1),
        ("Lightthelamp", 2),
        ("Tietherope", 3),
    ]
    settings = {name: question.findtext(name) for name in ("selecttype", "selectcount", "gradingtype", "layouttype")}
    assert settings == {"selecttype": "ALL", "selectcount": "3", "gradingtype": "ALL_OR_NOTHING", "layouttype": "VERTICAL"}


def test_the_file_says_what_an_order_needs(module: Module, curriculum: Curriculum, data: bytes) -> None:
    assert b"Moodle 4.4" in data
    without = dataclasses.replace(module, questions=tuple(each for each in module.questions if each.kind != "order"))
    assert b"Moodle 4.4" not in moodle_xml(without, curriculum)


def test_number(read: dict[str, Element]) -> None:
    question = read["kit.q-number"]
    right, wrong = question.findall("answer")
    assert (right.findtext("text"), right.get("fraction"), right.findtext("tolerance")) == ("12.5", "100", "0.5")
    assert (wrong.findtext("text"), wrong.get("fraction")) == ("*", "0")
    assert question.findtext("units/unit/unit_name") == "metres"
    assert question.findtext("unitgradingtype") == "0"
    assert "Answerin:metres" in _words(question.find("questiontext"))


def test_a_rating_is_worth_nothing_and_no_answer_is_wrong(read: dict[str, Element]) -> None:
    question = read["kit.q-rating"]
    assert question.findtext("defaultgrade") == "0"
    assert [share for *_, share, _ in _answers(question)] == [100] * 5
    assert question.findtext("shuffleanswers") == "false"
    assert _words(question.find("generalfeedback")) == "Comebacktothisafteraweek."


def test_prose_is_html_in_cdata(data: bytes, read: dict[str, Element]) -> None:
    for question in read.values():
        for name in ("questiontext", "generalfeedback"):
            element = question.find(name)
            assert element is not None
            assert element.get("format") == "html"
    assert b"<![CDATA[<p>Which of these is <em>in</em> the kit?</p>]]>" in data


def test_words_cannot_break_out(attacked: tuple[Module, Curriculum], words: Callable[[Text], str]) -> None:
    module, curriculum = attacked
    data = moodle_xml(module, curriculum)
    read = _questions(data)
    assert list(read) == [question.id for question in module.questions]
    for question in module.questions:
        assert words(question.stem) in _words(read[question.id].find("questiontext"))
        for text in _answer_texts(question):
            assert words(text) in {each for _, each, *_ in _answers(read[question.id])}
    for danger in (b"<script", b"onerror", b"javascript:"):
        assert danger not in data
    assert "प्रश्न क्ष\u200dत्र".encode() in data


def _answer_texts(question: Question) -> list[Text]:
    return [*(choice.text for choice in question.choices), *(item.text for item in question.items)]


def test_control_characters_cannot_break_the_document(module: Module, curriculum: Curriculum) -> None:
    first = module.questions[0]
    stem = dataclasses.replace(first.stem, value="bell\x07 form\x0c null\x00 half\ufffe end")
    read = _questions(moodle_xml(dataclasses.replace(module, questions=(dataclasses.replace(first, stem=stem),)), curriculum))
    assert _words(read[first.id].find("questiontext")).endswith("end")


def test_a_picture_comes_with_each_text_that_shows_it(pictured: tuple[Module, Curriculum], lamp: Media) -> None:
    question = _questions(moodle_xml(*pictured))["kit.q-choice"]
    answer = question.find("answer")
    assert answer is not None
    for element in (question.find("questiontext"), answer, answer.find("feedback")):
        assert element is not None
        file = element.find("file")
        assert file is not None
        assert file.get("encoding") == "base64"
        assert base64.b64decode(file.text or "") == lamp.data
        assert f'src="@@PLUGINFILE@@/{file.get("name")}"' in str(element.findtext("text"))


def test_what_is_not_translated_says_so(editions: dict[str, Curriculum]) -> None:
    edition = editions["hi"]
    question = _questions(moodle_xml(edition.modules[0], edition))["kit.q-choice"]
    stem = str(question.findtext("questiontext/text"))
    assert "अभी अनुवाद नहीं हुआ" in stem
    assert '<div lang="en-IN">' in stem


def test_links_inside_the_curriculum_become_words(module: Module, curriculum: Curriculum) -> None:
    first = module.questions[0]
    stem = dataclasses.replace(first.stem, value="The [kit](term:kit), the [order](sop:kit.order), a [site](https://example.org/)")
    question = _questions(moodle_xml(dataclasses.replace(module, questions=(dataclasses.replace(first, stem=stem),)), curriculum))[
        first.id
    ]
    assert question.findtext("questiontext/text") == '<p>The kit, the order, a <a href="https://example.org/">site</a></p>'


def test_an_unverified_source_says_so(module: Module, curriculum: Curriculum) -> None:
    first = module.questions[0]
    stem = dataclasses.replace(first.stem, value="Really [@unread]?")
    question = _questions(moodle_xml(dataclasses.replace(module, questions=(dataclasses.replace(first, stem=stem),)), curriculum))[
        first.id
    ]
    assert '<span lang="en-IN">not yet verified</span>]' in str(question.findtext("questiontext/text"))


def test_nothing_for_trainers(data: bytes) -> None:
    assert b"TRAINERONLY" not in data


def test_the_same_bytes_twice(module: Module, curriculum: Curriculum, data: bytes) -> None:
    assert moodle_xml(module, curriculum) == data
