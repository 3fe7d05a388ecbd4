"""Whom a deck is for."""

from __future__ import annotations

from enum import StrEnum


class Edition(StrEnum):
    """``trainers`` get everything; ``participants`` get no notes, no answers, no endings of scenarios and nothing hidden."""

    TRAINERS = "trainers"
    PARTICIPANTS = "participants"
