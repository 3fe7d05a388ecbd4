"""K059, K060, K062, K063, K064: what a cmi5 course structure says of its units (cmi5 13.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builders.conformance.opening.element import Element
from builders.conformance.opening.package import Package
from builders.conformance.rules.saying import suggestion
from builders.diagnostics.finding import Finding

_MOVE_ON = ("Passed", "Completed", "CompletedAndPassed", "CompletedOrPassed", "NotApplicable")
_LAUNCH = ("AnyWindow", "OwnWindow")
_SHARE = re.compile(r"0?\.\d{1,4}|0|1|1\.0{1,4}")


def check(package: Package) -> Iterator[Finding]:
    """moveOn is stated, masteryScore a share of at most four decimals, objectives are those of the course.

    Example: `<au id="https://example.org/one">` without moveOn, which the system counts as satisfied from the start.
    """
    goals = {each.get("id") for group in package.root.all("objectives") for each in group.all("objective")}
    for place in (package.root, *package.root.walk("block")):
        if not place.all("au", "block"):
            at = place.first("course") or place
            yield Finding(at.at, "K064", f"the {at.kind} holds no unit")
    for unit in package.root.walk("au"):
        yield from _unit(unit)
    for reference in package.root.walk("objective"):
        wanted = reference.get("idref")
        if "idref" in reference.attributes and wanted not in goals:
            yield Finding(reference.at, "K063", f"the reference leads to `{wanted}`", suggestion(wanted, goals))


def _unit(unit: Element) -> Iterator[Finding]:
    move = unit.get("moveOn")
    if move not in _MOVE_ON:
        yield Finding(unit.at, "K059", f"moveOn is `{move}`" if move else "the unit has no moveOn")
    score = unit.attributes.get("masteryScore")
    if score is not None and not _SHARE.fullmatch(score.strip()):
        yield Finding(unit.at, "K060", f"masteryScore is `{score}`")
    method = unit.attributes.get("launchMethod")
    if method is not None and method not in _LAUNCH:
        yield Finding(unit.at, "K062", f"launchMethod is `{method}`")
