"""K055, K056: ids of a cmi5 course structure (cmi5 13.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builders.conformance.opening.package import Package
from builders.diagnostics.finding import Finding

_IRI = re.compile(r"""(?!https?:(?!//[^/]))[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+""")


def check(package: Package) -> Iterator[Finding]:
    """Course, blocks, units and objectives have an absolute IRI each. For the XSD any text is an `anyURI`.

    Example: `<au id="lesson-1">`.
    """
    shown: set[str] = set()
    goals: set[str] = set()
    for element in package.root.walk("course", "block", "au", "objective"):
        if "idref" in element.attributes:
            continue  # a reference to an objective, which K063 judges
        id = element.get("id").strip()
        if not _IRI.fullmatch(id):
            said = f"the id of the {element.kind} is `{id}`" if id else f"the {element.kind} has no id"
            yield Finding(element.at, "K055", said)
        seen = goals if element.kind == "objective" else shown
        if id and id in seen:
            yield Finding(element.at, "K056", f"the {element.kind} has the id `{id}`, which was given before")
        seen.add(id)
