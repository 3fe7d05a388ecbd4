"""Common Cartridge and question banks, which become pages, quizzes and questions of the system itself: the facts of a package
come in, a guide goes out.

Read: MoodleDocs on restoring cartridges and importing questions, README of cc2olx, Canvas on its types of import, OpenOlat's
and Blackboard's manuals on QTI.
"""

from __future__ import annotations

from builders.model.artefacts import Kind
from builders.targets.packaging.sheet.facts import Facts
from builders.targets.packaging.sheet.guide import Guide, Route, keys

_QTI = (
    Route(("bank-qti-openolat",), system="OpenOlat"),
    Route(("bank-qti-blackboard",), system="Blackboard"),
    Route(("bank-qti-canvas",), system="Canvas"),
    Route(("bank-qti-moodle",), system="Moodle"),
)


def cartridge(facts: Facts) -> Guide:
    older = facts.standard is Kind.CARTRIDGE11
    quiz = "cartridge-quiz" if facts.mastery is not None else False
    return Guide(
        before=keys("before-cartridge", not older and "before-cartridge13", "before-zip", "before-course"),
        routes=(
            Route(keys("cartridge-moodle", quiz) if older else ("cartridge-moodle-wrong",), system="Moodle"),
            Route(keys("cartridge-canvas", quiz), system="Canvas"),
            Route(("cartridge-openedx",), system="Open edX"),
            Route(keys("cartridge-any", quiz, "cartridge-order"), system=facts.words["elsewhere"]),
        ),
        reports=("report-cartridge",),
        smoke=("smoke-cartridge",),
        renew=("renew-compare", "renew-cartridge"),
        limits=("limit-cartridge",),
    )


def bank(facts: Facts) -> Guide:
    return Guide(
        before=("before-bank",),
        routes=_QTI if facts.standard is Kind.QTI21 else _moodle(facts),
        reports=("report-bank",),
        smoke=("smoke-bank",),
        renew=("renew-compare", "renew-bank"),
        limits=keys("limit-bank-rating", facts.standard is Kind.GIFT and "limit-gift"),
    )


def _moodle(facts: Facts) -> tuple[Route, ...]:
    gift = facts.standard is Kind.GIFT
    steps = keys(
        "bank-moodle-open",
        "bank-moodle-format",
        "bank-moodle-file",
        not gift and "bank-moodle-ordering",
        facts.mastery is not None and "bank-moodle-quiz",
    )
    return (
        Route(steps, system="Moodle"),
        *((Route(("bank-any-gift",), system=facts.words["elsewhere"]),) if gift else ()),
    )
