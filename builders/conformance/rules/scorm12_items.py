"""K042, K043, K044, K045: what SCORM 1.2 adds to an item (Content Aggregation Model 1.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builders.conformance.opening.element import Element
from builders.conformance.opening.package import Package
from builders.conformance.rules.saying import suggestion
from builders.conformance.views.outline import items
from builders.diagnostics.finding import Finding

_HIGHEST = 100
_TIME = re.compile(r"\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?")
_STATUS = re.compile(r'(=|<>)\s*("[^"]*"|\w+)')
_NAME = re.compile(r"[^\W\d][\w.-]*")


def check(package: Package) -> Iterator[Finding]:
    """Pass mark, time limit and prerequisites say what systems can read. The XSD takes any text for them.

    Example: `<adlcp:masteryscore>70%</adlcp:masteryscore>`.
    """
    known = {item.get("identifier"): item for item in items(package.root)}
    for item in items(package.root):
        for mark in item.all("adlcp:masteryscore"):
            yield _mark(mark)
        for limit in item.all("adlcp:maxtimeallowed"):
            if not _TIME.fullmatch(limit.text):
                yield Finding(limit.at, "K044", f"`maxtimeallowed` is `{limit.text}`")
        for lock in item.all("adlcp:prerequisites"):
            for name in _NAME.findall(_STATUS.sub("", lock.text)):
                if name not in known:
                    yield Finding(lock.at, "K045", f"the prerequisite names `{name}`", suggestion(name, known))


def _mark(mark: Element) -> Finding:
    if mark.text.isascii() and mark.text.isdigit() and int(mark.text[:9]) <= _HIGHEST:
        return Finding(mark.at, "K043", f"the manifest states a pass mark of {mark.text}")
    return Finding(mark.at, "K042", f"`masteryscore` is `{mark.text}`")
