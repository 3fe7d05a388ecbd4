"""Files come in, a report on all of them goes out."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from builders.conformance.opening.archive import MOST_BYTES
from builders.diagnostics.render import STYLES
from builders.workflow.validate import validate

MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="manifest-kit" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
  <organizations default="kit">
    <organization identifier="kit">
      <title>Kit</title>
      <item identifier="item" identifierref="resource"><title>\x9b31mRed</title></item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="page" type="webcontent" adlcp:scormtype="asset" href="index.html"><file href="index.html"/></resource>
  </resources>
</manifest>
"""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """An item in it refers to nothing, a title steers the terminal, and a file name holds a line break."""
    path = tmp_path / "kit.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("imsmanifest.xml", MANIFEST)
        archive.writestr("index.html", '<!doctype html><html lang="en"><title>Kit</title>')
        archive.writestr("a\nb.xsd", "x")
    return path


def test_says_what_each_file_is(package: Path, tmp_path: Path) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("no package")
    validated = validate([package, other])
    assert validated.standards == ((package.as_posix(), "SCORM 1.2"), (other.as_posix(), ""))
    assert [finding.code for finding in validated.findings if finding.at.file == other.as_posix()] == ["K001"]


def test_shows_the_line(package: Path) -> None:
    validated = validate([package])
    wanted = next(finding for finding in validated.findings if finding.code == "K029")
    assert str(wanted.at) == f"{package.as_posix()}!imsmanifest.xml:8:7"
    assert validated.lines(wanted.at.file)[7].strip().startswith('<item identifier="item"')
    assert validated.lines("elsewhere") == []


@pytest.mark.parametrize("style", STYLES)
def test_every_style_writes_it(style: str, package: Path) -> None:
    validated = validate([package])
    report = STYLES[style](validated.findings, validated.lines)
    assert "K029" in report
    assert not set(report) & {"\x9b", "\x1b", "\r"}
    if style in {"json", "sarif"}:
        assert json.loads(report)


def test_the_same_file_twice_is_one_report(package: Path) -> None:
    assert validate([package, package]).findings == validate([package]).findings


def test_a_file_beyond_all_measure_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.zip"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)  # a hole, which takes no room on the disk
    assert [finding.code for finding in validate([path]).findings] == ["K003"]
