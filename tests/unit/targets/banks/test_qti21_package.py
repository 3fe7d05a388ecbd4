"""QTI 2.1: the package holds together: manifest, test, items and pictures."""

from __future__ import annotations

import re
from collections.abc import Callable
from posixpath import join, normpath
from xml.etree.ElementTree import Element

import pytest

from builders.model.curriculum import Curriculum
from builders.model.modules import Media, Module
from builders.targets.banks import qti21

Files = Callable[[bytes], dict[str, bytes]]
Tree = Callable[[bytes], Element]
QTI = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"
CP = "{http://www.imsglobal.org/xsd/imscp_v1p1}"
XML = "{http://www.w3.org/XML/1998/namespace}"


@pytest.fixture(scope="module")
def package(module: Module, curriculum: Curriculum) -> bytes:
    return qti21(module, curriculum)


def test_the_package_holds_together(package: bytes, module: Module, unpacked: Files, tree: Tree) -> None:
    files = unpacked(package)
    assert next(iter(files)) == "imsmanifest.xml"
    manifest = tree(files["imsmanifest.xml"])
    assert manifest.findtext(f"{CP}metadata/{CP}schema") == "QTIv2.1 Package"
    resources = list(manifest.iter(f"{CP}resource"))
    types = [resource.get("type") for resource in resources]
    assert types == ["imsqti_test_xmlv2p1", *["imsqti_item_xmlv2p1"] * len(module.questions)]
    identifiers = [str(each.get("identifier")) for each in manifest.iter() if each.get("identifier")]
    assert len(set(identifiers)) == len(identifiers)
    assert {str(each.get("identifierref")) for each in manifest.iter(f"{CP}dependency")} == {
        f"item-{question.id}" for question in module.questions
    }
    listed = [str(file.get("href")) for file in manifest.iter(f"{CP}file")]
    assert {*listed, "imsmanifest.xml"} == set(files)
    for resource in resources:
        assert resource.get("href") in [file.get("href") for file in resource.iter(f"{CP}file")]
    assert all(re.fullmatch(r"[a-z0-9._/-]+", name) for name in files)


def test_the_test_names_every_item_under_its_objective(package: bytes, module: Module, unpacked: Files, tree: Tree) -> None:
    files = unpacked(package)
    test = tree(files["test.xml"])
    sections = {
        str(section.get("identifier")): [str(reference.get("identifier")) for reference in section.iter(f"{QTI}assessmentItemRef")]
        for section in test.iter(f"{QTI}assessmentSection")
    }
    assert sections == {
        f"section-{objective.id}": [question.id for question in module.questions if question.objective == objective.id]
        for objective in module.objectives
    }
    for reference in test.iter(f"{QTI}assessmentItemRef"):
        assert str(reference.get("href")) in files
    assert "use-final" in str(next(test.iter(f"{QTI}assessmentItemRef")).get("category")).split()


def test_pictures_lie_where_items_look_for_them(
    pictured: tuple[Module, Curriculum], lamp: Media, unpacked: Files, tree: Tree
) -> None:
    files = unpacked(qti21(*pictured))
    item = tree(files["items/kit.q-choice.xml"])
    sources = [str(picture.get("src")) for picture in item.iter(f"{QTI}img")]
    assert len(sources) == 3
    for source in sources:
        assert files[normpath(join("items", source))] == lamp.data
    manifest = tree(files["imsmanifest.xml"])
    owner = next(each for each in manifest.iter(f"{CP}resource") if each.get("identifier") == "item-kit.q-choice")
    assert [str(file.get("href")) for file in owner.iter(f"{CP}file")][1:] == [normpath(join("items", sources[0]))]


def test_languages_are_named(editions: dict[str, Curriculum], unpacked: Files, tree: Tree) -> None:
    edition = editions["hi"]
    item = tree(unpacked(qti21(edition.modules[0], edition))["items/kit.q-choice.xml"])
    assert item.get(f"{XML}lang") == "hi-IN"
    body = item.find(f"{QTI}itemBody")
    assert body is not None
    fallback = next(each for each in body if each.get(f"{XML}lang"))
    assert fallback.get(f"{XML}lang") == "en-IN"
    assert "अभी अनुवाद नहीं हुआ" in "".join(body.itertext())


def test_nothing_for_trainers(package: bytes, unpacked: Files) -> None:
    assert not any(b"TRAINERONLY" in content for content in unpacked(package).values())


def test_the_same_bytes_twice(module: Module, curriculum: Curriculum, package: bytes) -> None:
    assert qti21(module, curriculum) == package


def test_ids_do_not_depend_on_words(attacked: tuple[Module, Curriculum], package: bytes, unpacked: Files, tree: Tree) -> None:
    def identifiers(data: bytes) -> list[tuple[str, str | None]]:
        return [
            (name, each.get("identifier") or each.get("identifierref"))
            for name, content in unpacked(data).items()
            for each in tree(content).iter()
            if each.get("identifier") or each.get("identifierref")
        ]

    assert identifiers(qti21(*attacked)) == identifiers(package)
