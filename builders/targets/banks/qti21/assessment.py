"""The assessmentTest (Information Model 2.1, chapter 14): a module comes in, one XML document over all its items goes out.

Every question of the bank is in it, since systems exist that import no item without a test. A section stands for an
objective, a category for a level or a use, so a shorter test is made by choosing.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from builders.model.modules import Module
from builders.targets.banks.naming import by_objective, tags
from builders.targets.banks.qti21.parts import SCORE, outcome, root
from builders.targets.packaging.wording import Wording, shortened
from builders.targets.packaging.xml import written

_LONGEST_TITLE = 255


def assessment(module: Module, wording: Wording) -> bytes:
    """The document. Questions may be answered in any order and as often as one likes, each with its feedback."""
    document = root("assessmentTest", identifier=f"test-{module.id}", title=wording.plain(module.title))
    outcome(document, SCORE, base="float", default="0")
    part = SubElement(document, "testPart", identifier="questions", navigationMode="nonlinear", submissionMode="individual")
    SubElement(part, "itemSessionControl", maxAttempts="0", showFeedback="true", allowReview="true")
    titles = {objective.id: wording.plain(objective.text) for objective in module.objectives}
    for objective, questions in by_objective(module).items():
        title = shortened(titles.get(objective, objective), _LONGEST_TITLE)
        section = SubElement(part, "assessmentSection", identifier=f"section-{objective}", title=title, visible="true")
        for question in questions:
            SubElement(
                section,
                "assessmentItemRef",
                identifier=question.id,
                href=f"items/{question.id}.xml",
                category=" ".join(tags(question)),
            )
    _sum(document)
    return written(document)


def _sum(document: Element) -> None:
    total = SubElement(SubElement(document, "outcomeProcessing"), "setOutcomeValue", identifier=SCORE)
    SubElement(SubElement(total, "sum"), "testVariables", variableIdentifier=SCORE)
