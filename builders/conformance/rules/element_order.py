"""K020: the elements of a content package come in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator

from builders.conformance.opening.element import Element
from builders.conformance.opening.package import Package
from builders.diagnostics.finding import Finding

_ORDER = {
    "manifest": ("metadata", "organizations", "resources", "manifest"),
    "metadata": ("schema", "schemaversion"),
    "organization": ("title", "item", "metadata"),
    "item": ("title", "item", "metadata"),
    "resource": ("metadata", "file", "dependency"),
}
_NEEDED = ("metadata", "organizations", "resources")


def check(package: Package) -> Iterator[Finding]:
    """Metadata, organizations, resources, each there; in an item its title, items, metadata; extensions after them.

    Example: a manifest with `<resources>` before `<organizations>`.
    """
    root = package.root
    missing = [name for name in _NEEDED if root.first(name) is None]
    if missing:
        yield Finding(root.at, "K020", f"the manifest has no `{'`, no `'.join(missing)}`", f"write {_listed(_NEEDED)}")
    for element in root.walk(*_ORDER):
        yield from _out_of_order(element)


def _out_of_order(element: Element) -> Iterator[Finding]:
    order = _ORDER[element.kind]
    before = ""
    highest = -1
    for child in element.children:
        own = child.kind in order
        rank = order.index(child.kind) if own else len(order)
        if own and rank < highest:
            fix = f"the order is {_listed(order)}, then extensions"
            yield Finding(child.at, "K020", f"`{child.name}` comes after `{before}` in `{element.name}`", fix)
            return
        if rank > highest:
            before, highest = child.name, rank


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)
