"""QTI 2.1: every item keeps to the standard, whatever its words are (Information Model 2.1)."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from builders.model.curriculum import Curriculum
from builders.model.modules import Module
from builders.model.text import Text
from builders.targets.banks import qti21

Items = Callable[[bytes], dict[str, Element]]
QTI = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"
XML = "{http://www.w3.org/XML/1998/namespace}"
IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")

_BLOCK = {"p", "div", "ul", "ol", "dl", "pre", "table", "blockquote", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "address"}
_INLINE = {"a", "abbr", "b", "br", "cite", "code", "dfn", "em", "i", "img", "kbd", "q", "samp", "small", "span", "strong", "sub"}
_INLINE |= {"sup", "var"}
_PARTS = {"li", "dt", "dd", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "col", "colgroup"}
_BASE = {"class", f"{XML}lang"}
_OWN = {"a": {"href", "type"}, "img": {"src", "alt", "width", "height"}, "th": {"colspan", "rowspan", "scope", "headers"}}
_OWN |= {"td": {"colspan", "rowspan", "scope", "headers"}}


def test_items_keep_to_the_standard(module: Module, curriculum: Curriculum, qti_items: Items) -> None:
    for id, item in qti_items(qti21(module, curriculum)).items():
        _conforms(id, item)


def test_hostile_items_keep_to_the_standard(
    attacked: tuple[Module, Curriculum], words: Callable[[Text], str], qti_items: Items
) -> None:
    module, curriculum = attacked
    for id, item in qti_items(qti21(module, curriculum)).items():
        _conforms(id, item)
        question = module.question(id)
        assert question
        body = item.find(f"{QTI}itemBody")
        assert body is not None
        assert words(question.stem) in "".join("".join(body.itertext()).split())
        for choice in question.choices:
            assert words(choice.text) in {"".join("".join(each.itertext()).split()) for each in item.iter(f"{QTI}simpleChoice")}


def test_raw_html_becomes_what_qti_knows(module: Module, curriculum: Curriculum, qti_items: Items) -> None:
    raw = (
        "<section id='s'><details open><summary>More</summary><p>Inside <mark>it</mark>, <u>this</u> and <a href='#s'>that</a></p>"
        "</details></section>\n\n<del>old</del> word\n\n1. one\n2. two\n\n| a | b |\n|--|:--:|\n| 1 | x<br>y |\n\nline  \nbreak"
    )
    first = module.questions[0]
    question = dataclasses.replace(first, stem=dataclasses.replace(first.stem, value=raw))
    item = qti_items(qti21(dataclasses.replace(module, questions=(question,)), curriculum))[first.id]
    _conforms(first.id, item)
    body = item.find(f"{QTI}itemBody")
    assert body is not None
    assert "MoreInsideit,thisandthat" in "".join("".join(body.itertext()).split())


def _conforms(id: str, item: Element) -> None:
    assert item.tag == f"{QTI}assessmentItem"
    assert item.get("identifier") == id
    assert IDENTIFIER.fullmatch(id)
    assert item.get("title")
    assert (item.get("adaptive"), item.get("timeDependent")) == ("false", "false")
    assert item.get(f"{XML}lang")
    order = [child.tag.removeprefix(QTI) for child in item]
    known = ["responseDeclaration", "outcomeDeclaration", "itemBody", "responseProcessing", "modalFeedback"]
    assert order == sorted(order, key=known.index)
    declared = {str(each.get("identifier")): each for each in item.iter(f"{QTI}outcomeDeclaration")}
    for each in item.iter(f"{QTI}setOutcomeValue"):
        assert each.get("identifier") in declared
    for each in item.iter(f"{QTI}modalFeedback"):
        assert declared[str(each.get("outcomeIdentifier"))].get("baseType") == "identifier"
        assert IDENTIFIER.fullmatch(str(each.get("identifier")))
    _choices_conform(item)
    body = item.find(f"{QTI}itemBody")
    assert body is not None
    assert not (body.text or "").strip(), "words outside a block"
    for child in body:
        name = child.tag.removeprefix(QTI)
        assert name in _BLOCK or name.endswith("Interaction")
        assert not (child.tail or "").strip()
    for element in _prose(item):
        name = element.tag.removeprefix(QTI)
        assert set(element.attrib) <= _BASE | _OWN.get(name, set()), name
        if name == "p":
            assert {child.tag.removeprefix(QTI) for child in element} <= _INLINE | {"textEntryInteraction"}
        if name in {"ul", "ol", "tr", "tbody", "thead", "table"}:
            assert not (element.text or "").strip()


def _choices_conform(item: Element) -> None:
    identifiers = [
        str(each.get("identifier")) for each in item.iter() if each.tag in {f"{QTI}simpleChoice", f"{QTI}simpleAssociableChoice"}
    ]
    assert len(set(identifiers)) == len(identifiers)
    assert all(IDENTIFIER.fullmatch(identifier) for identifier in identifiers)
    interactions = [each for each in item.iter() if each.get("responseIdentifier")]
    assert len(interactions) == 1
    declaration = item.find(f"{QTI}responseDeclaration")
    assert declaration is not None
    assert interactions[0].get("responseIdentifier") == declaration.get("identifier")
    right = " ".join(value.text or "" for value in declaration.iter(f"{QTI}value"))
    if declaration.get("baseType") != "float":
        assert set(right.split()) <= set(identifiers)


def _prose(item: Element) -> Iterator[Element]:
    """The elements that hold words: everything that is XHTML has to be on QTI's list."""
    frames = {"itemBody", "modalFeedback", "simpleChoice", "simpleAssociableChoice", "simpleMatchSet", "choiceInteraction"}
    frames |= {"matchInteraction", "orderInteraction", "textEntryInteraction"}
    holders = [*item.iter(f"{QTI}itemBody"), *item.iter(f"{QTI}modalFeedback")]
    for element in (each for holder in holders for each in holder.iter()):
        name = element.tag.removeprefix(QTI)
        if name not in frames:
            assert name in _BLOCK | _INLINE | _PARTS, name
            yield element
