"""The course structure ``cmi5.xml`` (cmi5 13): the content of a package comes in, its structure goes out."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree

from builders.rendering.languages import language
from builders.targets.packaging.content import Content, Goal, Unit, Words
from builders.targets.packaging.xml import child, written

IRI = "urn:curriculum-as-code"
"""What our ids begin with. Every id has to be an absolute IRI without ``?``, ``#`` or ``&``: Open edX's cmi5 block puts the
course's id into an address as it stands, CATAPULT refuses what has no scheme, Moodle's plugins take any text."""

_NAMESPACE = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"
_ACTIVITY = "http://adlnet.gov/expapi/activities/"
_TYPES = {"module": "module", "course": "course", "session": "lesson", "practice": "simulation", "test": "assessment"}
_LONGEST_TITLE = 255  # Moodle's columns hold no more


def manifest(content: Content) -> bytes:
    """One AU for each unit, in order and without blocks, and the objectives they refer to.

    ``moveOn`` is always stated, since its default counts as satisfied from the start. The ids stay when titles, order or
    version change, as the records of learners hang on them.
    """
    root = ElementTree.Element("courseStructure")
    course = child(root, "course", id=f"{IRI}:course:{content.id}")
    _described(course, content.title, content.summary)
    goals = {goal.id: goal for goal in (*content.goals, *(goal for unit in content.units for goal in unit.goals))}
    if goals:
        objectives = child(root, "objectives")
        for goal in goals.values():
            _described(child(objectives, "objective", id=_objective(goal)), goal.text, goal.text)
    for unit in content.units:
        _unit(root, unit)
    return written(root, (("", _NAMESPACE),))


def _unit(root: ElementTree.Element, unit: Unit) -> None:
    """An AU (cmi5 13.1.4)."""
    judged = {} if unit.mastery is None else {"masteryScore": f"{unit.mastery / 100:g}"}
    au = child(
        root,
        "au",
        id=f"{IRI}:au:{unit.id}",
        moveOn="Completed" if unit.mastery is None else "CompletedAndPassed",
        **judged,
        launchMethod="AnyWindow",
        activityType=_ACTIVITY + _TYPES[unit.kind],
    )
    _described(au, unit.title, unit.summary)
    if unit.goals:
        objectives = child(au, "objectives")
        for goal in unit.goals:
            child(objectives, "objective", idref=_objective(goal))
    child(au, "url", unit.page)


def _objective(goal: Goal) -> str:
    return f"{IRI}:objective:{goal.id}"


def _described(parent: ElementTree.Element, title: Words, description: Words) -> None:
    """Both have to be there; where nobody wrote a description, the title stands for it."""
    titles = dict(title)
    _langstrings(child(parent, "title"), ((code, text[:_LONGEST_TITLE]) for code, text in title))
    _langstrings(child(parent, "description"), ((code, text or titles.get(code, "")) for code, text in description))


def _langstrings(parent: ElementTree.Element, words: Iterable[tuple[str, str]]) -> None:
    for code, text in words:
        child(parent, "langstring", text.strip(), lang=language(code).tag)
