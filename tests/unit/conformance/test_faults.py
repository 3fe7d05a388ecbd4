"""Every seeded fault is found where it is, as what it is, and nothing else is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from builders.conformance import examine, judge
from builders.diagnostics.code import Severity

Valid = dict[str, dict[str, bytes]]
Pack = Callable[[str, Mapping[str, bytes]], bytes]
Name = Callable[[str], str]

STANDARDS = {
    "scorm12": "SCORM 1.2",
    "scorm2004": "SCORM 2004 4th edition",
    "cmi5": "cmi5",
    "cartridge": "Common Cartridge 1.1",
    "qti21": "QTI 2.1",
}


@pytest.mark.parametrize("package", STANDARDS)
def test_a_valid_package_has_no_findings(package: str, valid: Valid, packed: Pack, named: Name) -> None:
    judged = examine(named(package), packed(package, valid[package]))
    assert judged.findings == ()
    assert judged.standards == (STANDARDS[package],)


def test_a_seeded_fault_is_found(fault: Any, valid: Valid, packed: Pack, named: Name) -> None:
    files = fault.seeded(valid[fault.package])
    name = named(fault.package)
    findings = judge(name, packed(fault.package, files))
    listed = "\n".join(f"{finding.code} {finding.at} {finding.message}" for finding in findings)
    assert (fault.code, f"{name}!{fault.at_file}", fault.place(files)) in {(f.code, f.at.file, f.at.line) for f in findings}, listed
    severe = {finding.code for finding in findings if finding.severity is not Severity.NOTE}
    assert severe - {fault.code} == fault.also, listed


def test_findings_have_columns_and_remedies(fault: Any, valid: Valid, packed: Pack) -> None:
    for finding in judge("kit", packed(fault.package, fault.seeded(valid[fault.package]))):
        assert finding.at.column > 0 or finding.at.line == 0
        assert finding.message
        assert finding.remedy
