"""Calendars: a course and the day it starts come in, an ICS file for everybody's calendar and an XLSX timetable go out."""

from __future__ import annotations

from builders.targets.calendar.ics import course_calendar
from builders.targets.calendar.sheets import timetable_workbook

__all__ = ["course_calendar", "timetable_workbook"]
