"""A cartridge: a publication in one language comes in, its content and the bytes of an ``.imscc`` go out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from builders.storage.archive import zipped
from builders.targets.cartridge.about import about
from builders.targets.cartridge.manifest import WEB, Resource, manifest
from builders.targets.cartridge.outline import outline
from builders.targets.cartridge.pages import STYLE, Page, pages
from builders.targets.cartridge.qti12 import assessment, question_bank
from builders.targets.cartridge.questions import CartridgeItem, converted
from builders.targets.cartridge.quizzes import Quiz, bank, quizzes
from builders.targets.cartridge.versions import VERSIONS, Version
from builders.targets.packaging.content import Content
from builders.targets.packaging.described import Edition, described, unit_of
from builders.targets.packaging.wording import Wording

MANIFEST = "imsmanifest.xml"

_STYLE_ID = "style"
_BANK_ID = "question-bank"
_STYLES = Path(__file__).parent / "assets" / STYLE


def package(edition: Edition, *, version: str) -> tuple[Content, bytes]:
    """What is in the cartridge, and a zip with the manifest first. ``version`` is 1.3 or 1.1; another raises KeyError."""
    publication, curriculum = edition
    profile = VERSIONS[version]
    wording = Wording(curriculum, area="cartridge")
    asked = quizzes(publication, curriculum, wording)
    questions = bank(publication, curriculum)
    items = tuple(item for question in questions for item in converted(question, wording))
    shown, pictures = pages(publication, wording, asked, about=about(publication, asked, questions, wording) if items else "")
    pictures |= {path: data for item in (*items, *_items(asked)) for path, data in _pictures(item)}
    files = {page.path: page.html for page in shown} | pictures
    files[STYLE] = _STYLES.read_bytes().replace(b"\r\n", b"\n")
    files |= {_path(quiz.id): _quiz(quiz, wording) for quiz in asked}
    if items:
        files[_path(_BANK_ID)] = question_bank(items, wording, id=f"bank-{publication.id}")
    unit = unit_of([edition], page="index.html", files=sorted(files))
    content = described([edition], units=[unit], files=tuple(files.items()))
    folders = outline(publication, shown, asked, wording)
    resources = _resources(shown, asked, items, sorted(pictures), profile)
    data = zipped([(MANIFEST, manifest(content, folders, resources, profile)), *files.items()], first=MANIFEST)
    return content, data


def _resources(
    shown: Sequence[Page],
    asked: Sequence[Quiz],
    items: Sequence[CartridgeItem],
    pictures: Sequence[str],
    version: Version,
) -> list[Resource]:
    listed = [
        Resource(
            f"page-{page.id}",
            WEB,
            page.path,
            needs=(_STYLE_ID, *map(_picture_id, page.pictures)),
            teachers=page.id == "about",
        )
        for page in shown
    ]
    listed += [Resource(quiz.id, version.assessment, _path(quiz.id), _needs(quiz.items), opens=False) for quiz in asked]
    if items:
        listed.append(Resource(_BANK_ID, version.bank, _path(_BANK_ID), _needs(items), opens=False))
    listed.append(Resource(_STYLE_ID, WEB, STYLE))
    return listed + [Resource(_picture_id(path), WEB, path) for path in pictures]


def _quiz(quiz: Quiz, wording: Wording) -> bytes:
    rubric = ""
    if quiz.test:
        mastery = quiz.test.mastery
        said = wording.word("no-pass-mark") if mastery is None else wording.word("pass-mark", mastery=mastery)
        rubric = f"<p>{said}</p>"
    attempts = quiz.test.attempts if quiz.test else None
    return assessment(quiz.items, wording, id=quiz.id, title=quiz.title, rubric=rubric, attempts=attempts)


def _items(asked: Sequence[Quiz]) -> tuple[CartridgeItem, ...]:
    return tuple(item for quiz in asked for item in quiz.items)


def _needs(items: Iterable[CartridgeItem]) -> tuple[str, ...]:
    return tuple(sorted({_picture_id(path) for item in items for path, _ in _pictures(item)}))


def _pictures(item: CartridgeItem) -> tuple[tuple[str, bytes], ...]:
    html = item.stem + item.praise + item.correction + item.hint
    for _, words in (*item.labels, *item.said):
        html += words
    return html.pictures


def _picture_id(path: str) -> str:
    return re.sub(r"[^a-z0-9._-]", "-", path)


def _path(id: str) -> str:
    return f"quizzes/{id}.xml"
