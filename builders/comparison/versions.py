"""Whether the version was raised: two versions and the changes come in, advice goes out.

The rule is that of module.yaml: the first number changes when learners' records no longer fit, the second with new content, the
third with corrections.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from builders.comparison.change import PACKAGING, Advice, Change, Verdict, Weight

_NUMBERS = re.compile(r"(\d{1,9})\.(\d{1,9})\.(\d{1,9})")

_WHY = (
    "learners' records no longer fit",
    "there is new content",
    "words were corrected",
)


def advice(old: str, new: str, changes: Iterable[Change]) -> Advice:
    """Nothing is said of packages that do not state a version, or one of another form."""
    before, after = _numbers(old), _numbers(new)
    own = [change for change in changes if change.topic not in PACKAGING]
    if before is None or after is None:
        return Advice()
    if after < before:
        return Advice(enough=False, why=f"{new} is older than {old}: are the two the wrong way round?")
    if not own:
        return Advice()
    place = _place(own)
    least = (*before[:place], before[place] + 1, *(0,) * (2 - place))
    return Advice(".".join(map(str, least)), after >= least, _WHY[place])


def _place(changes: list[Change]) -> int:
    """Which of the three numbers has to change."""
    if any(change.verdict is not Verdict.REPLACE or change.weight is Weight.RECORDS for change in changes):
        return 0
    return 1 if any(change.weight is Weight.STRUCTURE for change in changes) else 2


def _numbers(version: str) -> tuple[int, int, int] | None:
    found = _NUMBERS.fullmatch(version)
    return (int(found[1]), int(found[2]), int(found[3])) if found else None
