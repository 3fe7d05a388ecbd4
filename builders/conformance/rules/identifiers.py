"""K025, K026, K027, K028: identifiers that can be referred to, and that stay."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builders.conformance.opening.element import Element
from builders.conformance.opening.package import Package
from builders.conformance.rules.saying import cut, several
from builders.diagnostics.finding import Finding

_LONGEST = 255
_NAMED = ("manifest", "organization", "item", "resource")
_ID = re.compile(r"[^\W\d][\w.\-·]*")  # NCName of Namespaces in XML, all but exactly
_CHANGING = re.compile(
    r"[0-9a-f]{8}[-_]?[0-9a-f]{4}[-_]?[0-9a-f]{4}[-_]?[0-9a-f]{4}[-_]?[0-9a-f]{12}"  # a UUID
    r"|(?<!\d)(1[0-9]{9}|1[0-9]{12})(?!\d)"  # seconds or milliseconds since 1970
    r"|(?<!\d)20\d\d[-_]?[01]\d[-_]?[0-3]\d[-_T]?[0-2]\d[-_:]?[0-5]\d",  # date and time
    re.IGNORECASE,
)


def check(package: Package) -> Iterator[Finding]:
    """Manifest, organizations, items and resources have an `xs:ID` of their own, at most 255 characters long.

    Example: `<item identifier="1st lesson">`.
    """
    seen: set[str] = set()
    changing: list[Element] = []
    for element in package.root.walk(*_NAMED):
        identifier = element.get("identifier")
        what = f"{element.kind} `{cut(identifier)}`"
        if not _ID.fullmatch(identifier):
            said = f"{what} is no XML name" if identifier else f"`{element.name}` has no identifier"
            yield Finding(element.at, "K027", said)
        elif len(identifier) > _LONGEST:
            yield Finding(element.at, "K025", f"the identifier of {what} has {len(identifier)} characters")
        if identifier in seen:
            yield Finding(element.at, "K026", f"{what} has an identifier that was given before")
        seen.add(identifier or str(element.at))
        if _CHANGING.search(identifier):
            changing.append(element)
    if changing:
        said = several([cut(element.get("identifier")) for element in changing], "identifier")
        yield Finding(changing[0].at, "K028", f"{said} with a UUID or a time in it")
