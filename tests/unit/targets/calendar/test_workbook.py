"""The timetable as XLSX: well-formed parts, formulas that hold their values, the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest

from builders.model.courses import Course
from builders.model.curriculum import Curriculum
from builders.model.timetable import timetable
from builders.reading.curriculum import Reading
from builders.targets.calendar import timetable_workbook
from builders.targets.calendar.xlsx import Cell, Sheet, written

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"


def _parts(data: bytes) -> dict[str, ElementTree.Element]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist()}  # noqa: S314 - our own


def _course(curriculum: Curriculum) -> Course:
    return next(course for course in curriculum.courses if course.id == "five-day")


def _values(sheet: ElementTree.Element) -> dict[str, float]:
    found = ((cell.get("r", ""), cell.find(f"{MAIN}v")) for cell in sheet.iter(f"{MAIN}c"))
    return {place: float(value.text or "") for place, value in found if value is not None}


def test_parts_refer_to_each_other(reading: Reading) -> None:
    edition = reading.editions["hi"]
    parts = _parts(timetable_workbook(_course(edition), edition))
    listed = {part.get("PartName", "")[1:] for part in parts["[Content_Types].xml"] if part.get("PartName")}
    assert listed == {name for name in parts if not name.endswith(".rels")} - {"[Content_Types].xml"}
    targets = {f"xl/{each.get('Target')}" for each in parts["xl/_rels/workbook.xml.rels"].iter(f"{PACKAGE}Relationship")}
    assert targets <= set(parts)
    assert [sheet.get("name") for sheet in parts["xl/workbook.xml"].iter(f"{MAIN}sheet")] == [f"दिन {n}" for n in range(1, 6)]


def test_formulas_hold_their_values(reading: Reading) -> None:
    edition = reading.editions["en"]
    checked = 0
    for name, sheet in _parts(timetable_workbook(_course(edition), edition)).items():
        if "worksheets" not in name:
            continue
        values = _values(sheet)
        for cell in sheet.iter(f"{MAIN}c"):
            formula = cell.findtext(f"{MAIN}f")
            if formula:
                assert _calculated(formula, values) == pytest.approx(values[cell.get("r", "")]), (name, cell.get("r"))
                checked += 1
    assert checked > 100


def _calculated(formula: str, values: dict[str, float]) -> float:
    if match := re.fullmatch(r"SUM\(C(\d+):C(\d+)\)", formula):
        return sum(values[f"C{row}"] for row in range(int(match[1]), int(match[2]) + 1))
    if match := re.fullmatch(r"(A\d+)\+(C\d+)/1440", formula):
        return values[match[1]] + values[match[2]] / 1440
    return values[formula]


def test_only_the_first_start_and_the_minutes_are_typed_in(reading: Reading) -> None:
    edition = reading.editions["en"]
    sheet = _parts(timetable_workbook(_course(edition), edition))["xl/worksheets/sheet1.xml"]
    typed = {
        cell.get("r", "") for cell in sheet.iter(f"{MAIN}c") if cell.find(f"{MAIN}v") is not None and not cell.findtext(f"{MAIN}f")
    }
    assert {place for place in typed if place[0] in "AB"} == {"A4"}
    assert _values(sheet)["A4"] * 1440 == timetable(_course(edition), edition)[0].day.start


def test_days_bear_their_dates(reading: Reading) -> None:
    edition = reading.editions["en"]
    dates = [date(2027, 2, 27), *(date(2027, 3, day) for day in range(1, 5))]
    parts = _parts(timetable_workbook(_course(edition), edition, dates=dates))
    titles = ["".join(parts[f"xl/worksheets/sheet{n}.xml"].find(f".//{MAIN}is").itertext()) for n in (1, 3)]  # type: ignore[union-attr]
    assert titles[0].endswith("2027-02-27")
    assert titles[1].endswith("2027-03-02")


def test_same_bytes(reading: Reading) -> None:
    edition = reading.editions["mr"]
    assert timetable_workbook(_course(edition), edition) == timetable_workbook(_course(edition), edition)


def test_names_that_a_sheet_may_not_have() -> None:
    sheet = Sheet("a/b: 'very' long name of a sheet, much too long", (5,), ((Cell("<&>"),),), heading=1)
    book = _parts(written([sheet], language="en"))["xl/workbook.xml"]
    name = next(book.iter(f"{MAIN}sheet")).get("name", "")
    assert len(name) <= 31
    assert not set(name) & set("[]:*?/\\")


def test_rows_have_room_for_the_words_in_them() -> None:
    narrow = Sheet(
        "Day", (12.0, 12.0), ((Cell("Title", "title"),), (Cell("one", "text"), Cell("words and more words " * 3, "text"))), 1
    )
    wide = replace(narrow, columns=(12.0, 90.0))

    def heights(sheet: Sheet, language: str) -> list[float]:
        with zipfile.ZipFile(io.BytesIO(written([sheet], language=language))) as archive:
            return [float(height) for height in re.findall(r' ht="([\d.]+)"', archive.read("xl/worksheets/sheet1.xml").decode())]

    assert heights(narrow, "en")[1] > 4 * heights(wide, "en")[1]
    assert heights(wide, "mr")[1] > heights(wide, "en")[1]


def test_vowel_signs_take_no_room_of_their_own() -> None:
    written_out, bare = ([Sheet("Day", (24.0,), ((Cell(words * 12, "text"),),), 1)] for words in ("कि ", "क "))
    assert _rows(written_out) == _rows(bare)


def _rows(sheets: list[Sheet]) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(written(sheets, language="hi"))) as archive:
        return re.findall(r' ht="[\d.]+"', archive.read("xl/worksheets/sheet1.xml").decode())
