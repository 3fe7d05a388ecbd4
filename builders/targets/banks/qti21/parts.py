"""The QTI elements that several kinds of question share: values and words come in, elements go out."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, tostring

from builders.targets.banks.qti21.xhtml import inside, moved
from builders.targets.packaging.wording import Html

NAMESPACE = "http://www.imsglobal.org/xsd/imsqti_v2p1"
_SCHEMA = f"{NAMESPACE} http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd"
RESPONSE = "RESPONSE"
SCORE = "SCORE"
FEEDBACK = "FEEDBACK"
HINT = "HINT"


def item_markup(html: Html) -> str:
    """The markup with its pictures where an item finds them: items lie in a folder beside that of the pictures."""
    return html.placed(lambda path, _: f"../{path}")


def holding(parent: Element, name: str, html: Html, **attributes: str) -> Element:
    """Append an element that holds words, in a line or in blocks."""
    return moved(inside(item_markup(html)), SubElement(parent, name, attributes))


def root(name: str, **attributes: str) -> Element:
    """A document's outermost element."""
    names = {
        "xmlns": NAMESPACE,
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation": _SCHEMA,
    }
    return Element(name, names | attributes)


def response(parent: Element, *, cardinality: str, base: str, right: tuple[str, ...] = ()) -> None:
    """Declare the answer, with the right one where there is one."""
    declaration = SubElement(parent, "responseDeclaration", identifier=RESPONSE, cardinality=cardinality, baseType=base)
    if right:
        correct = SubElement(declaration, "correctResponse")
        for value in right:
            SubElement(correct, "value").text = value


def outcome(parent: Element, identifier: str, *, cardinality: str = "single", base: str, default: str = "") -> Element:
    """Declare what comes of an answer."""
    declaration = SubElement(parent, "outcomeDeclaration", identifier=identifier, cardinality=cardinality, baseType=base)
    if default:
        SubElement(SubElement(declaration, "defaultValue"), "value").text = default
    return declaration


def setting(parent: Element, identifier: str, *, base: str, value: str) -> None:
    """Set an outcome to a fixed value."""
    SubElement(SubElement(parent, "setOutcomeValue", identifier=identifier), "baseValue", baseType=base).text = value


def written(document: Element) -> bytes:
    """UTF-8. Nothing is indented: a line break between two inline elements would be a space in what is read."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(document, encoding="unicode")}\n'.encode()
