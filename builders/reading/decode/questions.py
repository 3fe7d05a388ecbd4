"""``questions.yaml``: the item bank."""

from __future__ import annotations

from builders.model.questions import Choice, Item, Pair, Question, Scale
from builders.model.text import Text
from builders.reading.decode.words import Words
from builders.reading.document import View


def decode_questions(view: View, words: Words) -> tuple[Question, ...]:
    return tuple(_question(item, words) for item in view.items("questions"))


def _question(view: View, words: Words) -> Question:
    scale = view.get("scale")
    return Question(
        id=view.string("id"),
        kind=view.string("kind"),
        objective=view.string("objective"),
        level=view.string("level"),
        use=view.strings("use"),
        stem=words.text(view, "stem"),
        at=view.at,
        hint=words.optional(view, "hint"),
        choices=tuple(_choice(item, index, words) for index, item in enumerate(view.items("choices"))),
        pairs=tuple(Pair(item.string("id"), words.text(item, "left"), words.text(item, "right")) for item in view.items("pairs")),
        items=tuple(Item(item.string("id"), words.text(item, "text")) for item in view.items("items")),
        answer=_answer(view),
        tolerance=_number(view, "tolerance") or 0,
        unit=words.optional(view, "unit"),
        scale=Scale(words.text(scale, "low"), words.text(scale, "high"), scale.integer("steps", 5)) if scale else None,
        feedback=_feedback(view, words),
    )


def _choice(view: View, index: int, words: Words) -> Choice:
    correct = view.get("correct")
    return Choice(
        id=view.string("id") or chr(ord("a") + index),
        text=words.text(view, "text"),
        correct=correct is not None and correct.data is True,
        feedback=words.optional(view, "feedback"),
        at=view.at,
    )


def _answer(view: View) -> bool | float | None:
    answer = view.get("answer")
    if answer is not None and isinstance(answer.data, bool):
        return answer.data
    return _number(view, "answer")


def _number(view: View, key: str) -> float | None:
    found = view.get(key)
    return float(found.data) if found is not None and isinstance(found.data, int | float) else None


def _feedback(view: View, words: Words) -> tuple[tuple[str, Text], ...]:
    feedback = view.get("feedback")
    return tuple((key, words.text(feedback, key)) for key in feedback.names()) if feedback else ()
