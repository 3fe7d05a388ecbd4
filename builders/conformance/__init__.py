"""Whether a package keeps to its standard: the bytes of a SCORM, cmi5, Common Cartridge or QTI package come in, findings go out.

Packages are not trusted: reading has limits, nothing is written or fetched, and whatever is in the bytes becomes findings.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from builders.conformance.opened import open_package
from builders.conformance.rules import PAGE_RULES, RULES
from builders.conformance.views.pages import pages
from builders.diagnostics.finding import Finding

__all__ = ["Judged", "examine", "judge", "printable"]

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Judged:
    """``findings`` are sorted by place. ``standards`` says what the package was recognised as, such as ``SCORM 2004 4th edition``:
    nothing where it was not, two entries where it has two manifests. ``texts`` are the bytes of its texts by the names that
    findings use."""

    findings: tuple[Finding, ...]
    standards: tuple[str, ...]
    texts: Mapping[str, bytes]


def judge(name: str, data: bytes) -> tuple[Finding, ...]:
    """Everything that is wrong with a package, sorted by place. ``name`` is what findings call it; a place in it is
    ``name!imsmanifest.xml:3:5``."""
    return examine(name, data).findings


def examine(name: str, data: bytes) -> Judged:
    """As ``judge``, with what the package was recognised as and the texts to show lines from."""
    opened = open_package(name, data)
    findings = set(opened.findings)
    for package in opened.packages:
        for rule in RULES[package.standard]:
            findings.update(rule(package))
        for page in pages(package):
            for page_rule in PAGE_RULES:
                findings.update(page_rule(page))
    standards = tuple(str(package.recognised) for package in opened.packages)
    texts = {printable(file): text for file, text in opened.texts.items()}
    return Judged(tuple(sorted({_printable(finding) for finding in findings})), standards, texts)


def printable(text: str) -> str:
    """A text of a package without control characters, which could steer a terminal or break a line of a report."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


def _printable(finding: Finding) -> Finding:
    at = replace(finding.at, file=printable(finding.at.file))
    return replace(finding, at=at, message=printable(finding.message), fix=printable(finding.fix))
