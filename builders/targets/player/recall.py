"""What is asked after a procedure: a procedure comes in, questions in the item bank's form go out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from builders.model.questions import Choice, Item, Question
from builders.model.sops import Sop, Step
from builders.model.text import Text
from builders.rendering.words import words as interface_words
from builders.targets.player.keys import OPTION_WIDTH, short_keys

_LONGEST_ORDER = 6
_RIGHT_ACTIONS = 3
_LEAST_WORDS = 3  # steps with exact words, for a question with two wrong answers
_ENOUGH_WORDS = 5  # for a second question that does not repeat the first
_MOST_WORDS = 4  # answers of one question

_Feedback = tuple[tuple[str, Text], ...]


def recall_questions(sop: Sop, words: Mapping[str, str], language: str) -> tuple[Question, ...]:
    """Put the steps in order; pick the exact words of a step; pick what you would never do.

    ``words`` are the interface words and ``language`` theirs. A procedure of fewer than three steps has no order to
    recall, one with exact words at fewer than three steps no words to tell apart, one without ``recall_never`` nothing
    to avoid. Every answer is the author's: wrong words are those of the procedure's other steps.
    """
    path = _longest_path(sop)

    def ours(key: str) -> Text:
        return Text(words[key], language, sop.at)

    def feedback(key: str) -> _Feedback:
        return ("correct", ours(f"{key}-right")), ("incorrect", ours(f"{key}-wrong"))

    asked = []
    if len(path) >= 3:
        asked.append(_order(sop, path, ours("recall-order"), feedback("recall-order")))
    asked += _exact_words(sop)
    if sop.recall_never:
        asked.append(_never(sop, path, ours("recall-never"), feedback("recall-never")))
    return tuple(asked)


def _order(sop: Sop, path: tuple[Step, ...], stem: Text, feedback: _Feedback) -> Question:
    items = tuple(Item(step.id, step.title) for step in _thinned(path, _LONGEST_ORDER))
    return Question(f"{sop.id}.recall-order", "order", "", "remember", ("check",), stem, sop.at, items=items, feedback=feedback)


def _never(sop: Sop, path: tuple[Step, ...], stem: Text, feedback: _Feedback) -> Question:
    wrong = [Choice(f"never-{number}", action, True, None, sop.at) for number, action in enumerate(sop.recall_never, start=1)]
    right = [Choice(f"step-{step.id}", step.title, False, None, sop.at) for step in _thinned(path, _RIGHT_ACTIONS)]
    id = f"{sop.id}.recall-never"
    choices = _mixed(wrong + right)
    return Question(id, "multiple", "", "remember", ("check",), stem, sop.at, choices=choices, feedback=feedback)


def _exact_words(sop: Sop) -> list[Question]:
    """One question, or two where enough steps have words; about steps of the beginning and of the end."""
    spoken = [step for step in sop.steps if step.say]
    if len({step.say.value for step in spoken if step.say}) < _LEAST_WORDS:
        return []
    asked = [len(spoken) // 4, 3 * len(spoken) // 4] if len(spoken) >= _ENOUGH_WORDS else [len(spoken) // 2]
    return [_words_at(sop, spoken, at) for at in asked]


def _words_at(sop: Sop, spoken: Sequence[Step], at: int) -> Question:
    """What is said at one step, among what is said at the steps around it. All in the language of the step's title, which
    in an edition without a translation is not the page's."""
    step = spoken[at]
    words = interface_words("player", step.title.language)

    def ours(key: str, title: Text) -> Text:
        return Text(words[key].format(step=title.value), title.language, sop.at)

    said = {step.say: step}
    for other in sorted(spoken, key=lambda each: abs(spoken.index(each) - at)):
        if len(said) < _MOST_WORDS:
            said.setdefault(other.say, other)
    choices = [_said(each, say, ours, right=each is step) for say, each in said.items() if say]
    id, stem = f"{sop.id}.recall-words-{step.id}", ours("recall-words", step.title)
    return Question(id, "choice", "", "remember", ("check",), stem, sop.at, choices=_mixed(choices))


def _said(step: Step, say: Text, ours: Callable[[str, Text], Text], *, right: bool) -> Choice:
    """The feedback to wrong words names the step that they belong to."""
    return Choice(f"words-{step.id}", say, right, ours(f"recall-words-{'right' if right else 'wrong'}", step.title), step.at)


def _mixed(choices: Sequence[Choice]) -> tuple[Choice, ...]:
    """In an order that does not tell which are right, and is the same in every build and language."""
    keys = short_keys((choice.id for choice in choices), width=OPTION_WIDTH)
    mixed = sorted(choices, key=lambda choice: keys[choice.id])
    return tuple(mixed if mixed != list(choices) else [*mixed[1:], mixed[0]])


def _longest_path(sop: Sop) -> tuple[Step, ...]:
    """The steps from the first one to the end, by the way that has most of them.

    Their order is the same on every other way, since a procedure has no loops.
    """
    found: dict[str, tuple[Step, ...]] = {}

    def walk(id: str, behind: frozenset[str]) -> tuple[Step, ...]:
        step = sop.step(id)
        if step is None or id in behind:
            return ()
        if id not in found:
            ways = [walk(successor, behind | {id}) for successor in step.successors]
            found[id] = (step, *max(ways, key=len, default=()))
        return found[id]

    return walk(sop.steps[0].id, frozenset()) if sop.steps else ()


def _thinned(steps: tuple[Step, ...], most: int) -> tuple[Step, ...]:
    """At most so many steps, evenly spread, first and last among them."""
    if len(steps) <= most:
        return steps
    last = len(steps) - 1
    return tuple(steps[round(number * last / (most - 1))] for number in range(most))
