"""The outline of an imsmanifest.xml: its tree comes in, organizations and items go out in the order in which they are shown."""

from __future__ import annotations

from collections.abc import Iterator

from builders.conformance.opening.element import Element


def organizations(root: Element) -> tuple[Element, ...]:
    return tuple(each for group in root.all("organizations") for each in group.all("organization"))


def items(root: Element) -> Iterator[Element]:
    """Every item of every organization, each before those below it."""
    for organization in organizations(root):
        yield from organization.walk("item")


def leaves(root: Element) -> Iterator[Element]:
    """The items that have none below them: what the learner opens."""
    return (item for item in items(root) if not item.all("item"))


def titled(element: Element) -> str:
    """What a message calls an item: its title, else its identifier."""
    title = element.first("title")
    return (title.text if title else "") or element.get("identifier") or element.name
