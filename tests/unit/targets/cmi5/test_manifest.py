"""What the course structure must get right, clause by clause (cmi5 13)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from lxml import etree

from builders.model.curriculum import Curriculum
from builders.reading.curriculum import Reading
from builders.targets.cmi5 import manifest
from builders.targets.packaging.content import Content

NAMESPACE = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"
IRI = re.compile(r"urn:curriculum-as-code:(course|au|objective):[a-z0-9.-]+")
MOVE_ON = {"Passed", "Completed", "CompletedAndPassed", "CompletedOrPassed", "NotApplicable"}
Pack = Callable[..., tuple[Content, bytes]]
Editions = dict[str, Curriculum]


def _structure(content: Content) -> etree._Element:
    return etree.fromstring(manifest(content))


@pytest.fixture
def content(editions: Editions, packed5: Pack) -> Content:
    return packed5(editions["en"], editions["hi"])[0]


@pytest.fixture(params=["", "session"])
def structure(request: pytest.FixtureRequest, editions: Editions, packed5: Pack) -> etree._Element:
    """In both granularities, of a module and in two languages."""
    return _structure(packed5(editions["en"], editions["hi"], granularity=request.param)[0])


def test_written_as_importers_want_it(content: Content) -> None:
    data = manifest(content)
    assert data.startswith(f'<?xml version="1.0" encoding="UTF-8"?>\n<courseStructure xmlns="{NAMESPACE}">'.encode())
    assert b"<!DOCTYPE" not in data
    assert data == manifest(content)


def test_elements_in_the_order_of_the_schema(structure: etree._Element) -> None:
    names = [etree.QName(part).localname for part in structure]
    assert names[:2] == ["course", "objectives"]
    assert set(names[2:]) == {"au"}
    for au in structure.iter(f"{{{NAMESPACE}}}au"):
        assert [etree.QName(part).localname for part in au] in (
            ["title", "description", "objectives", "url"],
            ["title", "description", "url"],
        )


def test_every_id_is_an_absolute_iri_of_its_own(structure: etree._Element) -> None:
    ids = [part.get("id") for part in structure.iter() if part.get("id")]
    assert len(ids) > 3
    assert [each for each in ids if not IRI.fullmatch(each)] == []
    assert len(set(ids)) == len(ids)


def test_objectives_that_are_referred_to_are_there(structure: etree._Element) -> None:
    known = {part.get("id") for part in structure.find(f"{{{NAMESPACE}}}objectives")}
    named = {part.get("idref") for part in structure.iter("{*}objective") if part.get("idref")}
    assert named
    assert named <= known


def test_ids_stay_when_words_order_and_version_change(content: Content) -> None:
    other = replace(
        content,
        title=(("en", "Another title"),),
        version="9.9.9",
        goals=content.goals[::-1],
        units=tuple(replace(unit, title=(("en", "Another title"),)) for unit in content.units),
    )
    ids = [sorted(part.get("id") for part in _structure(each).iter() if part.get("id")) for each in (content, other)]
    assert ids[0] == ids[1]


def test_titles_and_descriptions_in_every_language(structure: etree._Element) -> None:
    for part in (*structure.iter("{*}title"), *structure.iter("{*}description")):
        assert [each.get("lang") for each in part] == ["en-IN", "hi-IN"]
        assert all(each.text and each.text == each.text.strip() for each in part)


def test_a_title_stands_for_a_description_that_is_missing_and_is_not_too_long(content: Content) -> None:
    title = "A title of many words " * 20
    found = _structure(replace(content, title=(("en", title),), summary=(("en", ""),)))
    course = found.find("{*}course")
    assert course.findtext("{*}title/{*}langstring") == title[:255].strip()
    assert course.findtext("{*}description/{*}langstring") == title.strip()


def test_what_satisfies_a_unit_is_always_stated(editions: Editions, packed5: Pack) -> None:
    structure = _structure(packed5(editions["en"], granularity="session")[0])
    stated = [(au.get("moveOn"), au.get("masteryScore"), au.get("launchMethod")) for au in structure.iter("{*}au")]
    assert stated == [
        ("Completed", None, "AnyWindow"),
        ("Completed", None, "AnyWindow"),
        ("CompletedAndPassed", "0.7", "AnyWindow"),
    ]


@pytest.mark.parametrize(("percent", "score"), [(0, "0"), (1, "0.01"), (57, "0.57"), (80, "0.8"), (100, "1")])
def test_mastery_scores_lie_between_0_and_1(content: Content, percent: int, score: str) -> None:
    structure = _structure(replace(content, units=(replace(content.units[0], mastery=percent),)))
    found = structure.find("{*}au").get("masteryScore")
    assert found == score
    assert -Decimal(found).as_tuple().exponent <= 4


def test_addresses_are_relative_and_there(editions: Editions, packed5: Pack, unpacked: Callable[[bytes], dict[str, bytes]]) -> None:
    for granularity in ("", "session"):
        content, data = packed5(editions["en"], editions["hi"], course="one", granularity=granularity)
        files = unpacked(data)
        addresses = [part.text for part in _structure(content).iter("{*}url")]
        assert addresses == [unit.page for unit in content.units]
        assert set(addresses) <= set(files)
        assert [each for each in addresses if not re.fullmatch(r"[a-z0-9-]+\.html", each)] == []


def test_no_launch_parameters_and_no_key(structure: etree._Element) -> None:
    assert [*structure.iter("{*}launchParameters"), *structure.iter("{*}entitlementKey")] == []


def test_without_objectives_there_is_no_list_of_them(content: Content) -> None:
    structure = _structure(replace(content, goals=(), units=tuple(replace(unit, goals=()) for unit in content.units)))
    assert [*structure.iter("{*}objectives")] == []


def test_our_own_modules_and_courses(reading: Reading, packed5: Pack) -> None:
    editions = tuple(reading.editions.values())
    contents = [packed5(*editions, module=module.id)[0] for module in editions[0].modules[:2]]
    contents += [packed5(*editions, course=course.id, granularity="session")[0] for course in editions[0].courses]
    assert len(contents) > 2
    for content in contents:
        structure = _structure(content)
        units = [*structure.iter("{*}au")]
        assert len(units) == len(content.units)
        assert {au.get("moveOn") for au in units} <= MOVE_ON - {"NotApplicable"}
        assert [part.get("id") for part in structure.iter() if part.get("id") and not IRI.fullmatch(part.get("id"))] == []
