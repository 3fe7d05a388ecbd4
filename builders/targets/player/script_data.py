"""What the scripts need to know: an edition comes in, values for the document's data block go out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from builders.model.publications import Test
from builders.model.questions import Question
from builders.targets.player.addresses import anchor
from builders.targets.player.edition import Edition
from builders.targets.player.plan import SegmentPage
from builders.targets.player.procedures import procedure_data
from builders.targets.player.questions import question_data
from builders.targets.player.scenarios import scenario_data
from builders.targets.player.visible import visible_references

SCRIPT_WORDS = (
    "again-leave", "again-offer", "again-take", "answer-all", "assessment-again", "assessment-begin", "assessment-failed",
    "assessment-hand-in", "assessment-left", "assessment-locked", "assessment-passed", "assessment-passed-before",
    "assessment-place", "assessment-result", "assessment-unanswered", "assessment-your-answers", "better-move", "check",
    "close", "completion-attempts", "completion-failed", "completion-learner", "completion-needed", "completion-none",
    "completion-objectives", "completion-open", "completion-pages", "completion-passed", "completion-print",
    "completion-printed", "completion-record", "completion-score", "completion-time", "down", "exit-done", "hand-in-anyway",
    "language-failed", "mark-right", "mark-wrong", "moved", "next", "no", "not-recorded", "not-saved", "objective-met",
    "objective-part", "page-done", "place", "play", "play-again", "previous", "question-right", "question-saved",
    "question-wrong", "read-again", "retry", "review-mode", "save-and-exit", "save-now", "scenario-better-way",
    "scenario-debrief", "scenario-failed", "scenario-passed", "sop-ends", "sop-restart", "sop-through", "step-place",
    "test-done", "time-h", "time-min", "to-first-gap", "up", "version", "well-chosen", "yes", "you-chose",
)  # fmt: skip


def script_data(
    edition: Edition, *, recall: tuple[Question, ...], documents: Mapping[str, str], settings: Mapping[str, str | int]
) -> dict[str, object]:
    """Identity, pass mark, pages, questions, scenarios, procedures, objectives and interface words.

    ``documents`` are the names of this document in each language. ``settings`` are what the standard's own scripts want;
    ``recall`` are the questions after procedures.
    """
    planned, keys, publication = edition.plan, edition.keys, edition.publication
    questions = {question.id: question for question in (*planned.checks, *recall, *planned.tested)}
    return {
        "id": publication.id,
        "kind": publication.kind,
        "version": publication.version,
        "language": edition.curriculum.language,
        "documents": dict(documents),
        "counted": [keys.pages[id] for id in planned.counted],
        "pages": {key: id for id, key in keys.pages.items()},
        "tests": [_test(test, edition) for test in planned.tests],
        "questions": {keys.questions[id]: question_data(question, edition) for id, question in questions.items()},
        "scenarios": {keys.scenarios[scenario.id]: scenario_data(scenario, edition) for scenario in planned.scenarios},
        "procedures": {keys.sops[sop.id]: procedure_data(sop) for sop in planned.sops},
        "objectives": _objectives(edition),
        "settings": dict(settings),
        "words": {key: edition.words[key] for key in SCRIPT_WORDS},
    }


def _test(test: Test, edition: Edition) -> dict[str, object]:
    """A test: its id, the key of its page, the keys of its questions; no pass mark where nothing hangs on it."""
    return {
        "id": test.id,
        "key": edition.keys.pages[test.id],
        "questions": [edition.keys.questions[question.id] for question in test.questions],
        "drawn": test.drawn,
        "mastery": test.mastery,
        "attempts": test.attempts,
    }


def _objectives(edition: Edition) -> list[dict[str, object]]:
    """For each objective its words, the pages to read again, and the sessions that are packages or units of their own."""
    practised = [(page, _practised(page, edition)) for page in edition.plan.segments]
    return [
        {
            "id": objective.id,
            "text": edition.plain(objective.text),
            "language": edition.lang(objective.text) or edition.language.tag,
            "pages": [anchor(page.id) for page in _pages_on(objective.id, practised)],
            "elsewhere": [edition.plain(title) for id, title in edition.publication.elsewhere if id == objective.id],
        }
        for objective in edition.publication.objectives
    ]


def _pages_on(objective: str, practised: Sequence[tuple[SegmentPage, set[str]]]) -> list[SegmentPage]:
    """The pages that check or practise an objective; else the first page of every session that teaches it."""
    found = [page for page, objectives in practised if objective in objectives]
    return found or [page for page, _ in practised if page.opens and objective in page.session.objectives]


def _practised(page: SegmentPage, edition: Edition) -> set[str]:
    found: set[str] = set()
    for reference in visible_references(page.segment.blocks):
        if reference.kind == "question" and (question := edition.curriculum.question(reference.target)):
            found.add(question.objective)
        elif reference.kind == "scenario" and (scenario := edition.curriculum.scenario(reference.target)):
            found.update(scenario.objectives)
    return found
