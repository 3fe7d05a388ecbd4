"""The chart of a procedure and the map of a scenario."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from builders.model.curriculum import Curriculum
from builders.reading.curriculum import Reading
from builders.targets.handbook.pages.all_pages import written
from builders.targets.handbook.pages.drawing import tall, wide, wrapped
from builders.targets.handbook.pages.edition import edition_of

SVG = "{http://www.w3.org/2000/svg}"


def drawings(curriculum: Curriculum) -> dict[str, ElementTree.Element]:
    return {
        f"{page.page} {name}": ElementTree.fromstring(svg)  # noqa: S314 - our own drawing
        for page in written(edition_of(curriculum, ()))
        for name, svg in page.drawings.items()
    }


def words(svg: ElementTree.Element) -> list[str]:
    return [text.text or "" for text in svg.iter(f"{SVG}text")]


def test_every_procedure_and_scenario_is_drawn(reading: Reading) -> None:
    for curriculum in reading.editions.values():
        found = [(len(module.sops), len(module.scenarios)) for module in curriculum.modules]
        assert len(drawings(curriculum)) == sum(sops + scenarios for sops, scenarios in found) > 0


@pytest.mark.parametrize("language", ["en", "hi", "mr"])
def test_nothing_lies_outside_a_drawing_and_no_boxes_overlap(reading: Reading, language: str) -> None:
    for name, svg in drawings(reading.editions[language]).items():
        width, height = float(svg.get("width", 0)), float(svg.get("height", 0))
        boxes = [tuple(float(box.get(key, 0)) for key in ("x", "y", "width", "height")) for box in svg.iter(f"{SVG}rect")]
        assert boxes
        for x, y, wide_, tall_ in boxes:
            assert x >= 0 and x + wide_ <= width and y >= 0 and y + tall_ <= height, name  # noqa: PT018 - one box
        for first in boxes:
            for other in boxes:
                if first != other:
                    apart = any(first[k] + first[k + 2] <= other[k] or other[k] + other[k + 2] <= first[k] for k in (0, 1))
                    assert apart, f"{name}: {first} {other}"
        for path in svg.iter(f"{SVG}path"):
            numbers = [float(number) for number in re.findall(r"-?[\d.]+", path.get("d", ""))]
            assert all(-1 <= x <= width + 1 for x in numbers[::2]), name
            assert all(-1 <= y <= height + 1 for y in numbers[1::2]), name


def test_a_chart_says_where_every_step_leads(small: Mapping[str, Curriculum]) -> None:
    svg = drawings(small["en"])["sops/empathy/receiving.md flow"]
    assert svg.get("role") == "img"
    assert "The flow" in str(svg.get("aria-label"))
    found = words(svg)
    assert {"1", "2", "3", "4"} <= set(found)
    assert {"Yes", "No"} <= set(found)
    assert "→ End" in found
    assert len([path for path in svg.iter(f"{SVG}path") if path.get("class") == "arrow"]) == 4


def test_a_way_back_is_drawn_beside_the_steps(small: Mapping[str, Curriculum]) -> None:
    edition = small["en"]
    module = edition.modules[0]
    sop = module.sops[0]
    looped = replace(sop, steps=(*sop.steps[:3], replace(sop.steps[3], next="greet")))
    changed = replace(edition, modules=(replace(module, sops=(looped,)),))
    svg = drawings(changed)["sops/empathy/receiving.md flow"]
    assert len([path for path in svg.iter(f"{SVG}path") if path.get("class") == "arrow"]) == 5
    assert "→ End" not in words(svg)


def test_a_map_has_an_arrow_for_every_choice(small: Mapping[str, Curriculum]) -> None:
    scenario = small["en"].modules[0].scenarios[0]
    svg = drawings(small["en"])["scenarios/empathy/counter.md map"]
    arrows = [path for path in svg.iter(f"{SVG}path") if str(path.get("class")).startswith("arrow to-")]
    assert len(arrows) == sum(len(node.choices) for node in scenario.nodes)
    assert {f"Scene {n}" for n in range(1, len(scenario.nodes) + 1)} <= set(words(svg))


def test_words_are_broken_between_words() -> None:
    lines = wrapped("शिकायत लिखने से पहले पूछें कि वह सुरक्षित है या नहीं", "x", size=14, room=120)
    assert len(lines) > 2
    assert all(wide(line.words, 14) <= 120 for line in lines)
    assert " ".join(line.words for line in lines) == "शिकायत लिखने से पहले पूछें कि वह सुरक्षित है या नहीं"
    assert tall(lines) == pytest.approx(len(lines) * 14 * 1.45)
    assert wide("कि", 10) < wide("कीक", 10)
