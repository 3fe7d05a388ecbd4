"""docs/themes.md says what there is: keys, colours with their values, measured fonts, layouts."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

from builders.model.theme import DARK, LIGHT
from builders.targets.slides.theme import theme

ROOT = Path(__file__).resolve().parents[2]
_FENCE = re.compile(r"^```[^\n]*\n.*?^```$", re.MULTILINE | re.DOTALL)
PAGE = (ROOT / "docs/themes.md").read_text(encoding="utf-8")


def schema() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((ROOT / "schemas/theme.schema.json").read_text(encoding="utf-8"))["properties"]
    return found


def section(heading: str) -> str:
    """What stands under a heading, up to the next one of any level; examples are left out."""
    return re.split(r"\n#+ ", _FENCE.sub("", PAGE).split(f" {heading}\n", 1)[1])[0]


def first_cells(text: str) -> list[str]:
    return re.findall(r"^\| `([\w-]+)` \|", text, re.MULTILINE)


def test_every_key_is_told() -> None:
    assert set(first_cells(section("A theme file"))) == set(schema())
    assert first_cells(section("Colours")) == list(schema()["colours"]["properties"])
    assert first_cells(section("Fonts")) == list(schema()["fonts"]["properties"])


def test_colours_have_the_values_that_they_have() -> None:
    rows = re.findall(r"^\| `(\w+)` \|.*\| `#(\w{6})` \| `#(\w{6})` \|$", section("Colours"), re.MULTILINE)
    assert {name: light for name, light, _ in rows} == dict(LIGHT)
    assert {name: dark for name, _, dark in rows} == dict(DARK)


def test_the_measured_fonts_are_those_that_were_measured() -> None:
    faces = tomllib.loads((ROOT / "builders/targets/slides/faces.toml").read_text(encoding="utf-8"))
    for kind, names in faces.items():
        (listed,) = re.findall(rf"^- {kind.capitalize()}: ([^.]+)\.$", section("Fonts"), re.MULTILINE)
        assert [" ".join(name.split()) for name in listed.split(",")] == list(names)


def test_every_layout_is_told() -> None:
    rows = re.findall(r"^\| (`.+`) \| .+ \|$", section("Layouts"), re.MULTILINE)
    assert sorted(name for row in rows for name in re.findall(r"`([\w-]+)`", row)) == sorted(theme().layouts)
    (sample,) = re.findall(r"^```\n\$ curriculum theme check.*?^```$", PAGE, re.MULTILINE | re.DOTALL)
    assert sorted(re.findall(r"^  ([a-z-]+) +\S", sample.partition("\nNo footer")[0], re.MULTILINE)) == sorted(theme().layouts)
