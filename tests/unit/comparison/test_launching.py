"""What a system itself knows: identifiers, units, rules, languages, status words, files."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from builders.comparison import Comparison, Verdict, compare_bytes
from builders.model.artefacts import Kind
from builders.model.curriculum import Curriculum
from builders.model.publications import SESSION
from builders.targets import cmi5, web
from builders.targets.packaging.assemble import publications
from builders.targets.packaging.profiles import PROFILES

MANIFEST = "imsmanifest.xml"
Pack = Callable[..., bytes]


def compared(old: bytes, new: bytes) -> Comparison:
    return compare_bytes(("old", old), ("new", new))


def test_an_item_identifier(kit: bytes, repacked: Any, told: Any) -> None:
    comparison = compared(kit, repacked(kit, **{MANIFEST: lambda text: text.replace('"item-kit"', '"item-1"')}))
    assert told(comparison, "unit") == [("kit", "its identifier is `item-1` now, was `item-kit`", "records", "new")]
    assert "Moodle deletes the records of an item whose identifier is gone" in comparison.lost[0]


@pytest.mark.parametrize(
    ("before", "after", "topic", "what"),
    [
        ('"resource-kit"', '"resource-1"', "unit", "its resource is `resource-1` now, was `resource-kit`"),
        ("objective-kit", "objective-1", "unit", "its objective is `objective-1` now, was `objective-kit`"),
        ("organization-kit", "organization-1", "manifest", "the identifier of the organization is `organization-1` now"),
        ("manifest-kit-en", "manifest-1", "manifest", "the identifier of the manifest is `manifest-1` now"),
    ],
)
def test_other_identifiers(
    before: str, after: str, topic: str, what: str, edition: Curriculum, packed: Pack, repacked: Any
) -> None:
    old = packed(edition, standard=Kind.SCORM2004)
    comparison = compared(old, repacked(old, **{MANIFEST: lambda text: text.replace(before, after)}))
    found = [change for change in comparison.changes if change.topic == topic]
    assert [(change.what, change.weight, change.verdict) for change in found] == [(what, "records", Verdict.CARE)]


def test_a_pass_mark_in_the_manifest(kit: bytes, repacked: Any, told: Any) -> None:
    def stated(text: str) -> str:
        return text.replace("</item>", "<adlcp:masteryscore>70</adlcp:masteryscore></item>")

    comparison = compared(kit, repacked(kit, **{MANIFEST: stated}))
    assert told(comparison, "unit") == [("kit", "the manifest's pass mark is 70 now, was not stated", "structure", "care")]


def test_units_go_come_and_move(edition: Curriculum, packed: Pack, told: Any) -> None:
    def pack(*sessions: int) -> bytes:
        module = edition.modules[0]
        kept = replace(module, sessions=tuple(module.sessions[at] for at in sessions))
        return packed(replace(edition, modules=(kept,)), granularity=SESSION)

    gone = compared(pack(0, 1), pack(0))
    assert ("kit.second", "is gone", "records", "new") in told(gone, "unit")
    assert gone.verdict is Verdict.NEW
    come = compared(pack(0), pack(0, 1))
    assert ("kit.second", "is new", "structure", "replace") in told(come, "unit")
    moved = compared(pack(0, 1), pack(1, 0))
    assert told(moved, "unit") == [("", "the order is another one", "structure", "replace")]


def test_a_change_names_its_unit(edition: Curriculum, packed: Pack, question: Any) -> None:
    edit = question("kit.q-rating", lambda _: None)
    newer = replace(edition, modules=(edit(edition.modules[0]),))
    comparison = compared(*(packed(each, granularity=SESSION) for each in (edition, newer)))
    assert {change.unit for change in comparison.changes if change.id == "kit.q-rating"} == {"kit.first"}


def test_as_one_and_session_by_session(edition: Curriculum, packed: Pack) -> None:
    comparison = compared(packed(edition), packed(edition, granularity=SESSION))
    assert [change.what for change in comparison.changes] == ["is launched session by session now, was as one"]
    assert comparison.verdict is Verdict.NEW


def test_another_module(kit: bytes, edition: Curriculum, packed: Pack) -> None:
    comparison = compared(kit, packed(edition, course="one"))
    assert [(change.id, change.what) for change in comparison.changes] == [("course-one", "takes the place of `kit`")]
    assert comparison.verdict is Verdict.NEW


def test_another_standard(kit: bytes, edition: Curriculum, packed: Pack) -> None:
    comparison = compared(kit, packed(edition, standard=Kind.SCORM2004))
    assert "is scorm2004 now, was scorm12" in {change.what for change in comparison.changes}
    assert comparison.verdict is Verdict.NEW


def test_languages(editions: dict[str, Curriculum], packed: Pack, told: Any) -> None:
    one, two = packed(editions["en"]), packed(editions["en"], editions["hi"])
    added = compared(one, two)
    assert told(added, "language") == [("hi", "is new", "structure", "replace")]
    assert added.advice.enough  # how it is packed is no matter of the module's version
    removed = compared(two, one)
    assert told(removed, "language") == [("hi", "is gone", "structure", "care")]
    turned = compared(two, packed(editions["hi"], editions["en"]))
    assert told(turned, "language") == [("hi", "opens first now, was en", "structure", "replace")]
    assert not told(turned, "page")


def test_another_profile(edition: Curriculum, packed: Pack, told: Any) -> None:
    comparison = compared(packed(edition), packed(edition, profile=PROFILES["moodle"]))
    assert told(comparison, "status") == [("failed", "is `failed` now, was `incomplete`", "structure", "care")]
    assert comparison.advice.enough


def test_objectives(edition: Curriculum, packed: Pack, told: Any) -> None:
    module = edition.modules[0]
    fewer = replace(edition, modules=(replace(module, objectives=module.objectives[:1]),))
    assert told(compared(packed(edition), packed(fewer)), "objective") == [("kit.use", "is gone", "records", "care")]
    assert told(compared(packed(fewer), packed(edition)), "objective") == [("kit.use", "is new", "structure", "replace")]


def test_media(kit: bytes, repacked: Any, told: Any) -> None:
    path = "media/kit/new.png"
    more = repacked(kit, **{path: lambda _: "one"})
    other = repacked(more, **{path: lambda _: "two"})
    assert told(compared(kit, more), "media") == [(path, "is new", "structure", "replace")]
    assert told(compared(more, other), "media") == [(path, "is another one", "structure", "replace")]
    assert told(compared(more, kit), "media") == [(path, "is gone", "structure", "replace")]


def test_the_player(kit: bytes, repacked: Any, told: Any) -> None:
    comparison = compared(kit, repacked(kit, **{"player/player.css": lambda text: text + "/* */"}))
    assert told(comparison, "player") == [("", "is of another version of the program", "structure", "replace")]


def test_another_way_to_draw(edition: Curriculum, packed: Pack, repacked: Any, told: Any) -> None:
    """It matters where some questions are drawn, and not where all are asked."""

    def other(text: str) -> str:
        assert "const in_chance = (() => {\n" in text
        return re.sub(r"(const in_chance = \(\(\) => \{\n)", r"\1const other = 1;\n", text)

    module = edition.modules[0]
    drawing = packed(replace(edition, modules=(replace(module, assessment_items=3),)))
    script = {"player/player.js": other}
    expected = [("", "draws questions in another way", "records", "care")]
    assert told(compared(drawing, repacked(drawing, **script)), "player") == expected
    asking_all = packed(edition)
    assert told(compared(asking_all, repacked(asking_all, **script)), "player")[0][2:] == ("structure", "replace")
    elsewhere = {"player/player.js": lambda text: text.replace("const in_chance", "let x;\nconst in_chance")}
    assert told(compared(drawing, repacked(drawing, **elsewhere)), "player")[0][2:] == ("structure", "replace")


def test_cmi5(edition: Curriculum, repacked: Any, told: Any) -> None:
    _, old = cmi5.package(publications((edition,), module="kit"))
    assert compared(old, old).identical
    other = repacked(old, **{"cmi5.xml": lambda text: text.replace(":au:kit", ":au:1")})
    assert told(compared(old, other), "unit") == [
        ("kit", "its identifier is `urn:curriculum-as-code:au:1` now, was `urn:curriculum-as-code:au:kit`", "records", "new")
    ]
    moves = repacked(old, **{"cmi5.xml": lambda text: text.replace("CompletedAndPassed", "Completed")})
    assert told(compared(old, moves), "unit") == [
        ("kit", "the manifest's moveOn is Completed now, was CompletedAndPassed", "structure", "care")
    ]
    ids = repacked(old, **{"index.html": lambda text: text.replace('"iri":"urn:curriculum-as-code"', '"iri":"urn:x"')})
    assert told(compared(old, ids), "manifest")[0][2:] == ("records", "new")


def test_the_web_edition(edition: Curriculum, question: Any, told: Any) -> None:
    newer = replace(edition, modules=(question("kit.q-rating", lambda _: None)(edition.modules[0]),))
    old, new = (web.package(publications((each,), module="kit"))[1] for each in (edition, newer))
    assert ("kit.q-rating", "is gone", "records", "care") in told(compared(old, new), "question")
