"""T003: too long a time without a break."""

from __future__ import annotations

from collections.abc import Iterator

from builders.diagnostics.finding import Finding
from builders.model.courses import BreakSlot
from builders.model.curriculum import Curriculum
from builders.model.timetable import TimedSlot, clock
from builders.rules.views.days import settled_days


def check(curriculum: Curriculum) -> Iterator[Finding]:
    """After an hour and a half people are still in the room, and that is all.

    Example, with the usual limit of 90 minutes::

        - {session: empathy.listening}        # 75 minutes
        - {session: negotiation.interests}    # 60 more
        - {break: tea, minutes: 15}
    """
    for day in settled_days(curriculum):
        for stretch in _stretches(day.timed.slots):
            start, end = stretch[0].start, stretch[-1].end
            if end - start > curriculum.longest_stretch:
                over = next(slot for slot in stretch if slot.end - start > curriculum.longest_stretch)
                message = (
                    f"{day.name} goes on for {end - start} min without a break, from {clock(start)} to {clock(end)}; "
                    f"at most {curriculum.longest_stretch} min"
                )
                yield Finding(over.slot.at, "T003", message, f"put a break in before {clock(start + curriculum.longest_stretch)}")


def _stretches(slots: tuple[TimedSlot, ...]) -> Iterator[list[TimedSlot]]:
    """The runs of slots between breaks."""
    stretch: list[TimedSlot] = []
    for slot in slots:
        if not isinstance(slot.slot, BreakSlot):
            stretch.append(slot)
        elif stretch:
            yield stretch
            stretch = []
    if stretch:
        yield stretch
