"""Dates on the command line: what a person typed comes in, a date or a plain sentence about it goes out."""

from __future__ import annotations

import re
from datetime import date

import click

_FORM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FIRST, _LAST = 2000, 2199  # years: others are slips of the finger


def day(typed: str) -> date:
    """A day as ``2027-02-01``: one way to write it, which nobody reads as another day. Raises BadParameter."""
    if not _FORM.fullmatch(typed):
        raise click.BadParameter(f"{typed} is no date; write year, month and day, as in 2027-02-01.")
    try:
        found = date.fromisoformat(typed)
    except ValueError as error:
        raise click.BadParameter(f"{typed} is not in the calendar; write year, month and day, as in 2027-02-01.") from error
    if not _FIRST <= found.year <= _LAST:
        raise click.BadParameter(f"{typed}: the year has to be from {_FIRST} to {_LAST}.")
    return found
