"""K065, K066, K070, K071: the one tree of a Common Cartridge (profile of Content Packaging; Schematron rule 8)."""

from __future__ import annotations

from collections.abc import Iterator

from builders.conformance.opening.element import Element
from builders.conformance.opening.package import Package
from builders.conformance.views.outline import items, organizations, titled
from builders.conformance.views.resources import by_id
from builders.diagnostics.finding import Finding


def check(package: Package) -> Iterator[Finding]:
    """One organization, one item in it without a title; below it folders, which hold items, and items, which open something.

    Example: an item that refers to a resource and holds other items.
    """
    tops = organizations(package.root)
    for extra in tops[1:]:
        yield Finding(extra.at, "K065", f"this is one of {len(tops)} organizations")
    for top in tops:
        yield from _root(top)
    known = by_id(package.root)
    for item in items(package.root):
        resource = known.get(item.get("identifierref"))
        if resource and resource.type.endswith("/question-bank"):
            yield Finding(item.at, "K070", f"item «{titled(item)}» refers to the question bank `{resource.id}`")
        if item.get("identifierref") and item.all("item"):
            yield Finding(item.at, "K071", f"item «{titled(item)}» holds items and refers to a resource")


def _root(top: Element) -> Iterator[Finding]:
    structure = top.get("structure")
    if structure != "rooted-hierarchy":
        yield Finding(top.at, "K065", f"the structure is `{structure}`" if structure else "the organization has no structure")
    roots = top.all("item")
    if len(roots) != 1:
        yield Finding(top.at, "K065", f"the organization has {len(roots)} root items")
    for root in roots[:1]:
        title = root.first("title")
        if title:
            yield Finding(title.at, "K066", f"the root item has the title «{title.text}»")
