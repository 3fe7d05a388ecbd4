"""K057, K058: titles and descriptions of a cmi5 course structure (cmi5 13.1)."""

from __future__ import annotations

from collections.abc import Iterator

from builders.conformance.opening.element import Element
from builders.conformance.opening.package import Package
from builders.diagnostics.finding import Finding


def check(package: Package) -> Iterator[Finding]:
    """Each has words, in every language of the course's title.

    Example: `<title>Listening</title>`, without a langstring.
    """
    course = package.root.first("course", "title")
    wanted = {each.get("lang") for each in course.all("langstring")} if course else set()
    for element in package.root.walk("course", "block", "au", "objective"):
        if "idref" in element.attributes:
            continue
        for name in ("title", "description"):
            yield from _words(element, name, wanted)


def _words(element: Element, name: str, wanted: set[str]) -> Iterator[Finding]:
    text = element.first(name)
    if text is None:
        yield Finding(element.at, "K057", f"the {element.kind} has no {name}")
        return
    strings = text.all("langstring")
    empty = next((each for each in strings if not each.text), None)
    if not strings or empty:
        yield Finding((empty or text).at, "K057", f"the {name} of the {element.kind} has no words")
        return
    for string in strings:
        if not string.get("lang"):
            yield Finding(string.at, "K058", f"words in the {name} of the {element.kind} do not say their language")
    lacking = sorted(wanted - {each.get("lang") for each in strings} - {""})
    if lacking:
        yield Finding(text.at, "K058", f"the {name} of the {element.kind} has no words in {', '.join(lacking)}")
