"""The manifest of a cartridge: the rules of the profile that its XSD states and those that it leaves to Schematron."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

import pytest

from builders.model.curriculum import Curriculum
from builders.model.publications import Publication
from builders.model.text import Text, compared_fields
from builders.targets.cartridge import package

Files = Callable[[bytes], dict[str, bytes]]
Tree = Callable[[bytes], Element]
VERSIONS = {"1.1": "v1p1", "1.3": "v1p3"}
NCNAME = re.compile(r"[A-Za-z_][A-Za-z0-9._-]*")


class Manifest:
    """A cartridge's manifest, by way of its version's namespaces."""

    def __init__(self, files: dict[str, bytes], version: str, tree: Tree) -> None:
        self.files = files
        self.cp = f"{{http://www.imsglobal.org/xsd/imscc{VERSIONS[version]}/imscp_v1p1}}"
        self.root = tree(files["imsmanifest.xml"])

    def all(self, name: str) -> list[Element]:
        return list(self.root.iter(f"{self.cp}{name}"))

    @property
    def resources(self) -> dict[str, Element]:
        return {str(resource.get("identifier")): resource for resource in self.all("resource")}

    def paths(self, resource: Element) -> list[str]:
        return [str(file.get("href")) for file in resource.iter(f"{self.cp}file")]


@pytest.fixture(params=VERSIONS)
def version(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=["module", "course"])
def manifest(
    request: pytest.FixtureRequest,
    version: str,
    publication: Publication,
    course: Publication,
    curriculum: Curriculum,
    unpacked: Files,
    tree: Tree,
) -> Manifest:
    chosen = publication if request.param == "module" else course
    return Manifest(unpacked(package((chosen, curriculum), version=version)[1]), version, tree)


def test_the_manifest_says_its_version(manifest: Manifest, version: str) -> None:
    assert next(iter(manifest.files)) == "imsmanifest.xml"
    assert manifest.root.tag == f"{manifest.cp}manifest"
    metadata = manifest.root.find(f"{manifest.cp}metadata")
    assert metadata is not None
    assert [child.text for child in metadata[:2]] == ["IMS Common Cartridge", f"{version}.0"]
    assert metadata[2].tag == f"{{http://ltsc.ieee.org/xsd/imscc{VERSIONS[version]}/LOM/manifest}}lom"
    assert [child.tag for child in manifest.root] == [f"{manifest.cp}{name}" for name in ("metadata", "organizations", "resources")]


def test_moodle_knows_it_by_its_first_kilobyte(manifest: Manifest, version: str) -> None:
    """It looks for the default namespace there, without spaces and quotation marks."""
    beginning = re.sub(r"[\s\"']", "", manifest.files["imsmanifest.xml"][:1024].decode("utf-8", "ignore").lower())
    assert f"xmlns=http://www.imsglobal.org/xsd/imscc{VERSIONS[version]}/imscp_v1p1" in beginning


def test_one_root_without_a_title_and_titles_below(manifest: Manifest) -> None:
    (organization,) = manifest.all("organization")
    assert organization.get("structure") == "rooted-hierarchy"
    (root,) = [child for child in organization if child.tag == f"{manifest.cp}item"]
    assert root.find(f"{manifest.cp}title") is None
    for item in root.iter(f"{manifest.cp}item"):
        if item is not root:
            assert 0 < len(str(item.findtext(f"{manifest.cp}title"))) <= 255
            children = item.findall(f"{manifest.cp}item")
            assert bool(children) is (item.get("identifierref") is None), "a folder has no address, a page no children"


def test_identifiers_are_unique_names_and_references_lead_somewhere(manifest: Manifest) -> None:
    identifiers = [str(each.get("identifier")) for each in manifest.root.iter() if each.get("identifier")]
    assert len(set(identifiers)) == len(identifiers)
    assert all(NCNAME.fullmatch(identifier) for identifier in identifiers)
    for element in manifest.root.iter():
        if reference := element.get("identifierref"):
            assert reference in manifest.resources, reference
    for resource in manifest.resources.values():
        needs = [str(each.get("identifierref")) for each in resource.iter(f"{manifest.cp}dependency")]
        assert len(set(needs)) == len(needs)
        assert resource.get("identifier") not in needs


def test_every_file_is_listed_and_every_listed_file_is_there(manifest: Manifest) -> None:
    listed = {path for resource in manifest.resources.values() for path in manifest.paths(resource)}
    assert listed | {"imsmanifest.xml"} == set(manifest.files)
    assert all(re.fullmatch(r"[a-z0-9._/-]+", path) for path in manifest.files)


def test_quizzes_have_one_file_and_no_address(manifest: Manifest, version: str) -> None:
    kinds = {f"imsqti_xmlv1p2/imscc_xml{VERSIONS[version]}/{name}" for name in ("assessment", "question-bank")}
    found = [resource for resource in manifest.resources.values() if str(resource.get("type")).startswith("imsqti")]
    assert {resource.get("type") for resource in found} == kinds
    for resource in found:
        assert resource.get("href") is None
        assert len(manifest.paths(resource)) == 1
    for resource in manifest.resources.values():
        if resource.get("type") == "webcontent":
            assert manifest.paths(resource) == [resource.get("href")]
            needed = (manifest.resources[str(each.get("identifierref"))] for each in resource.iter(f"{manifest.cp}dependency"))
            assert {each.get("type") for each in needed} <= {"webcontent"}, "pages may not depend on quizzes"


def test_there_is_one_bank_and_no_item_opens_it(manifest: Manifest) -> None:
    (bank,) = [resource for resource in manifest.resources.values() if str(resource.get("type")).endswith("question-bank")]
    assert bank.get("identifier") not in {item.get("identifierref") for item in manifest.all("item")}


def test_every_page_and_quiz_is_opened_by_an_item_once(manifest: Manifest) -> None:
    opened = [str(item.get("identifierref")) for item in manifest.all("item") if item.get("identifierref")]
    assert len(set(opened)) == len(opened)
    supports = {"style", "question-bank"}
    rest = {id for id, resource in manifest.resources.items() if not str(resource.get("href")).startswith("media/")}
    assert set(opened) == rest - supports


def test_only_version_1_1_tells_teachers_from_learners(manifest: Manifest, version: str) -> None:
    """The vocabulary of 1.3 could not be checked against its schema, so nothing is said there."""
    roles = [each.text for each in manifest.root.iter() if each.tag.endswith("LOM/resource}value")]
    assert roles == (["Instructor"] if version == "1.1" else [])
    if version == "1.1":
        assert "Instructor" in "".join(manifest.resources["page-about"].itertext())


def test_a_course_begins_with_its_pre_test_and_ends_with_its_post_test(
    course: Publication, curriculum: Curriculum, unpacked: Files, tree: Tree
) -> None:
    manifest = Manifest(unpacked(package((course, curriculum), version="1.3")[1]), "1.3", tree)
    opened = [str(item.get("identifierref")) for item in manifest.all("item") if item.get("identifierref")]
    assert {test.id for test in course.tests} == {"pre-test", "post-test"}
    assert opened[:2] == ["page-start", "quiz-pre-test"]
    assert opened.index("quiz-post-test") > max(opened.index(f"page-{session.id}") for session in course.sessions)


def test_the_content_says_what_is_in_it(publication: Publication, curriculum: Curriculum, cartridge: dict[str, bytes]) -> None:
    content, _ = package((publication, curriculum), version="1.3")
    assert (content.id, content.languages, content.version) == ("kit", ("en",), "1.2.0")
    assert {path for path, _ in content.files} == set(cartridge) - {"imsmanifest.xml"}
    assert content.units[0].page in cartridge


def test_the_same_bytes_twice(publication: Publication, curriculum: Curriculum) -> None:
    assert package((publication, curriculum), version="1.1")[1] == package((publication, curriculum), version="1.1")[1]


def test_an_unknown_version_is_an_error_of_ours(publication: Publication, curriculum: Curriculum) -> None:
    with pytest.raises(KeyError):
        package((publication, curriculum), version="1.2")


def test_identifiers_and_paths_do_not_depend_on_words(
    publication: Publication, curriculum: Curriculum, cartridge: dict[str, bytes], unpacked: Files, tree: Tree
) -> None:
    renamed = _renamed(publication)
    assert isinstance(renamed, Publication)
    other = unpacked(package((renamed, curriculum), version="1.3")[1])
    assert set(other) == set(cartridge)

    def identifiers(files: dict[str, bytes]) -> list[tuple[str | None, ...]]:
        return [
            tuple(each.get(key) for key in ("identifier", "identifierref", "href"))
            for each in Manifest(files, "1.3", tree).root.iter()
        ]

    assert identifiers(other) == identifiers(cartridge)


def _renamed(node: object) -> object:
    """The same nodes with other titles."""
    if isinstance(node, tuple):
        return tuple(_renamed(each) for each in node)
    if dataclasses.is_dataclass(node) and not isinstance(node, type | Text):
        fields = {name: _renamed(getattr(node, name)) for name in compared_fields(type(node)) if name != "title"}
        title = getattr(node, "title", None)
        if isinstance(title, Text):
            fields["title"] = dataclasses.replace(title, value=f"Other {title.value}")
        return dataclasses.replace(node, **fields)
    return node
