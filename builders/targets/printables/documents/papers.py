"""The tests of a course on paper: two parallel forms for participants, and one key for the trainer."""

from __future__ import annotations

from builders.model.courses import Course
from builders.model.curriculum import Curriculum
from builders.model.questions import Question
from builders.targets.printables.forms import FORMS, Form, Paper, Use, paper
from builders.targets.printables.questions import answered, put, right_answer
from builders.targets.printables.sheets import printed
from builders.targets.printables.typesetting.source import array, call, joined, string
from builders.targets.printables.writer import Writer


def question_paper(course: Course, use: Use, form: Form, *, curriculum: Curriculum) -> bytes:
    """A4, for participants, without any answer. Raises LookupError where the course has no such test."""
    write = Writer(curriculum, citing=False)
    set_ = paper(course, use, form, curriculum)
    title = write.say("paper-title", test=write.say(use), form=form)
    body = [
        call("kicker", string(write.plain(course.title))),
        call("title", string(title)),
        write.mark(tuple((question.stem, tuple(choice.text for choice in question.choices)) for question in set_.questions)),
        call("field-row", write.word("code-number"), write.word("date")),
        write.ours("p", "paper-lead", n=len(set_.questions)),
        *(_item(write, set_, n, question) for n, question in enumerate(set_.questions, start=1)),
        write.ours("lead", "paper-end"),
    ]
    return printed(write, title, body, about=write.plain(course.title), note=write.say("version", n=course.version))


def answer_key(course: Course, use: Use, *, curriculum: Curriculum) -> bytes:
    """A4, for trainers: the answers of both forms, the item map (item, objective, level, sessions that teach it), a tally, and
    what to say to each answer. Raises LookupError where the course has no such test."""
    write = Writer(curriculum)
    papers = [paper(course, use, form, curriculum) for form in FORMS]
    title = write.say("key-title", test=write.say(use))
    body = [
        call("kicker", string(write.plain(course.title))),
        call("title", string(title)),
        write.mark(papers[0].questions),
        write.ours("lead", "key-lead"),
        write.ours("section", "item-map"),
        _map(write, papers),
        write.ours("section", "answers-form-a"),
        *(_answer(write, papers[0], n, question) for n, question in enumerate(papers[0].questions, start=1)),
        write.sources(),
    ]
    return printed(write, title, body, about=write.plain(course.title), note=write.say("for-trainers"))


def _item(write: Writer, set_: Paper, n: int, question: Question) -> str:
    asked = put(_within(write, question), question, order=set_.order(question))
    return call("block", joined([_number(write, n), asked]), breakable="false", above="1.5em")


def _answer(write: Writer, set_: Paper, n: int, question: Question) -> str:
    inside, order = _within(write, question), set_.order(question)
    told = [_number(write, n), put(inside, question, order=order), answered(inside, question, order=order)]
    return call("block", joined(told), above="1.5em")


def _number(write: Writer, n: int) -> str:
    return call("label", write.word("question-number", n=n))


def _within(write: Writer, question: Question) -> Writer:
    return write.within(write.curriculum.module(question.id.partition(".")[0]))


def _map(write: Writer, papers: list[Paper]) -> str:
    heads = [write.word(key, form=set_.form) for set_ in papers for key in ("column-number", "column-answer")]
    heads += [write.word(key) for key in ("column-objective", "column-level", "column-right")]
    rows = [_map_row(write, papers, question) for question in papers[0].questions]
    return call("tbl", "(auto, auto, auto, auto, 1fr, auto, 14mm)", array(heads), array(rows), size="0.86em")


def _map_row(write: Writer, papers: list[Paper], question: Question) -> str:
    cells = []
    for set_ in papers:
        answer = right_answer(write, question, set_.order(question))
        cells += [string(str(set_.number(question.id))), call("strong", string(answer))]
    return array([*cells, _objective(write, question), write.word(f"level-{question.level}"), '""'])


def _objective(write: Writer, question: Question) -> str:
    """The objective, the sessions that teach it, and the item's id."""
    module = write.curriculum.module(question.id.partition(".")[0])
    if module is None:
        return string(question.id)
    texts = [item.text for item in module.objectives if item.id == question.objective]
    taught = [write.plain(session.title) for session in module.sessions if question.objective in session.objectives]
    below = f"{write.say('session')}: {', '.join(taught)} · {question.id}" if taught else question.id
    return joined([*(call("p", write.inline(text)) for text in texts), call("fine", string(below))])
