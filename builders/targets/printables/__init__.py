"""Printed matter: parts of a curriculum come in, tagged PDFs with embedded fonts go out, one function for each document.

Every function is pure but for the fonts of the machine (:mod:`builders.targets.printables.fonts`) and raises
ModuleNotFoundError where Typst, an extra, is not installed: ask :func:`printable` first.
"""

from __future__ import annotations

from builders.targets.printables.documents.cards import debrief_sheet, role_cards
from builders.targets.printables.documents.chart import sop_chart
from builders.targets.printables.documents.day import day_sheet
from builders.targets.printables.documents.dayplan import day_plan
from builders.targets.printables.documents.desk import attendance_sheet, certificate, feedback_form
from builders.targets.printables.documents.papers import answer_key, question_paper
from builders.targets.printables.documents.plan import session_plan
from builders.targets.printables.documents.procedure import sop_sheet, step_cards
from builders.targets.printables.documents.workbook import workbook
from builders.targets.printables.fonts import fingerprint, printable
from builders.targets.printables.forms import FORMS, Form, Use, tests_of

__all__ = [
    "FORMS",
    "Form",
    "Use",
    "answer_key",
    "attendance_sheet",
    "certificate",
    "day_plan",
    "day_sheet",
    "debrief_sheet",
    "feedback_form",
    "fingerprint",
    "printable",
    "question_paper",
    "role_cards",
    "session_plan",
    "sop_chart",
    "sop_sheet",
    "step_cards",
    "tests_of",
    "workbook",
]
