"""A content as packages have it: in three languages, with a unit that decides and, where wanted, others that do not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders.targets.packaging.content import Content, Goal, Unit, Words

LANGUAGES = ("en", "hi", "mr")


def said(en: str, hi: str, mr: str) -> Words:
    return (("en", en), ("hi", hi), ("mr", mr))


UNIT = Unit(
    id="kit",
    kind="module",
    title=said("The kit & its *use*", "किट", "संच"),
    summary=said("What is in it.", "इसमें क्या है।", "यात काय आहे."),
    page="index.html",
    files=("index.html", "index.hi.html", "index.mr.html"),
    mastery=70,
    minutes=95,
    goals=(Goal("kit.open", said("Open the kit.", "किट खोलें।", "संच उघडा.")),),
    saved_state=321,
)


@pytest.fixture
def content() -> Content:
    """One unit. The publisher has no words of its own in Hindi and Marathi."""
    return Content(
        id="kit",
        kind="module",
        languages=LANGUAGES,
        title=UNIT.title,
        summary=UNIT.summary,
        version="2.3.4",
        keywords=(said("first aid", "प्राथमिक उपचार", "प्रथमोपचार"), said("kit", "किट", "संच")),
        audience=said("Constables", "सिपाही", "शिपाई"),
        publisher=said("Training; branch, Ltd", "Training; branch, Ltd", "Training; branch, Ltd"),
        licence="CC BY 4.0",
        minutes=95,
        goals=UNIT.goals,
        competencies=(("care", said("Care", "देखभाल", "काळजी")),),
        units=(UNIT,),
        shared=("player/player.js",),
        files=(("index.html", b""),),
    )


@pytest.fixture
def sessions(content: Content) -> Content:
    """Two units, of which the test decides."""
    session = replace(UNIT, id="kit.opening", kind="session", page="opening.html", mastery=None)
    test = replace(UNIT, id="kit.assessment", kind="test", page="assessment.html", minutes=0)
    return replace(content, units=(session, test))


@pytest.fixture
def untested(content: Content) -> Content:
    """One unit that is complete once it was read."""
    return replace(content, units=(replace(UNIT, mastery=None),))
