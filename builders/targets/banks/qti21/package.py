"""The content package around items and test: a module comes in, the bytes of a zip go out.

The manifest is IMS Content Packaging 1.2 as QTI 2.1 profiles it: a resource for the test, which depends on every item, and a
resource for each item with its pictures. Its metadata are those of IEEE LOM, as in SCORM 2004.
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from builders.model.curriculum import Curriculum
from builders.model.modules import Module
from builders.model.publications import of_module
from builders.model.questions import Question
from builders.model.text import texts_in
from builders.storage.archive import zipped
from builders.targets.banks.qti21.assessment import assessment
from builders.targets.banks.qti21.item import interaction_type, item
from builders.targets.packaging.described import described
from builders.targets.packaging.lom import SCORM2004, lom
from builders.targets.packaging.wording import Wording, owner_of
from builders.targets.packaging.xml import child, written

MANIFEST = "imsmanifest.xml"
TEST = "test.xml"

_NAMESPACES = (
    ("", "http://www.imsglobal.org/xsd/imscp_v1p1"),
    SCORM2004.namespace,
    ("imsqti", "http://www.imsglobal.org/xsd/imsqti_metadata_v2p1"),
)


def qti21(module: Module, curriculum: Curriculum) -> bytes:
    """A zip with the manifest first: ``test.xml``, ``items/<id>.xml`` and ``media/<module>/<name>``."""
    wording = Wording(curriculum, area="banks")
    pictures = {question.id: _pictures(question, wording) for question in module.questions}
    files = {f"items/{question.id}.xml": item(question, wording) for question in module.questions}
    files |= {path: data for shown in pictures.values() for path, data in shown.items()}
    files[TEST] = assessment(module, wording)
    files[MANIFEST] = _manifest(module, wording, pictures)
    return zipped(files.items(), first=MANIFEST)


def _pictures(question: Question, wording: Wording) -> dict[str, bytes]:
    """Everything that any text of the question shows."""
    htmls = (wording.block(text, owner=owner_of(question)) for text in texts_in(question))
    return dict(sorted({path: data for html in htmls for path, data in html.pictures}.items()))


def _manifest(module: Module, wording: Wording, pictures: Mapping[str, Mapping[str, bytes]]) -> bytes:
    root = Element("manifest", identifier=f"bank-{module.id}-{wording.curriculum.language}")
    metadata = child(root, "metadata")
    child(metadata, "schema", "QTIv2.1 Package")
    child(metadata, "schemaversion", "1.0.0")
    metadata.append(lom(described([(of_module(module), wording.curriculum)]), SCORM2004))
    child(root, "organizations")
    resources = child(root, "resources")
    test = child(resources, "resource", identifier=f"test-{module.id}", type="imsqti_test_xmlv2p1", href=TEST)
    child(test, "file", href=TEST)
    for question in module.questions:
        child(test, "dependency", identifierref=f"item-{question.id}")
    for question in module.questions:
        _item(resources, question, wording, pictures[question.id])
    return written(root, _NAMESPACES)


def _item(resources: Element, question: Question, wording: Wording, pictures: Mapping[str, bytes]) -> None:
    path = f"items/{question.id}.xml"
    resource = child(resources, "resource", identifier=f"item-{question.id}", type="imsqti_item_xmlv2p1", href=path)
    described = child(child(resource, "metadata"), "imsqti:qtiMetadata")
    child(described, "imsqti:timeDependent", "false")
    child(described, "imsqti:interactionType", interaction_type(question, wording))
    has_feedback = bool(question.feedback or question.hint or any(choice.feedback for choice in question.choices))
    child(described, "imsqti:feedbackType", "nonadaptive" if has_feedback else "none")
    child(described, "imsqti:solutionAvailable", "true" if question.graded else "false")
    for file in (path, *pictures):
        child(resource, "file", href=file)
