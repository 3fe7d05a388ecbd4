"""Sequencing of SCORM 2004: an organization or item comes in, the parts of its sequencing go out, those of a template too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from builders.conformance.opening.element import Element
from builders.conformance.views.outline import organizations

TRUE = ("true", "1")
"""How XML Schema writes what is so."""


def templates(root: Element) -> Mapping[str, Element]:
    """The sequencings that others may refer to, by their ID (Sequencing and Navigation 4th edition, 2.1.2)."""
    return {
        each.get("ID"): each
        for collection in root.all("imsss:sequencingCollection")
        for each in collection.all("imsss:sequencing")
        if each.get("ID")
    }


def activities(root: Element) -> Iterator[Element]:
    """Every organization and item."""
    for organization in organizations(root):
        yield from organization.walk("organization", "item")


def part(activity: Element, name: str, *, known: Mapping[str, Element]) -> Element | None:
    """A part of an activity's sequencing such as ``imsss:controlMode``: its own, else that of the template it refers to."""
    own = activity.first("imsss:sequencing")
    if own is None:
        return None
    template = known.get(own.get("IDRef"))
    return own.first(name) or (template.first(name) if template else None)


def objectives(activity: Element, *, known: Mapping[str, Element]) -> tuple[Element, ...]:
    """The primary objective and the others."""
    found = part(activity, "imsss:objectives", known=known)
    return found.all("imsss:primaryObjective", "imsss:objective") if found else ()
