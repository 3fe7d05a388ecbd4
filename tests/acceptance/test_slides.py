"""Slides that do not come out as meant are said at `curriculum check`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from builders.reading.directives import LAYOUTS

Run = Callable[..., Any]

_CROWDED = "\n".join(
    f"- Point {number} takes a whole line of words, since its author could not decide what to leave out" for number in range(14)
)


def _with_slide(root: Path, slide: str) -> str:
    for translated in (root / "curriculum").rglob("*.hi.*"):
        translated.unlink()
    programme = root / "curriculum/curriculum.yaml"
    programme.write_text(programme.read_text(encoding="utf-8").replace("[en, hi]", "[en]"), encoding="utf-8")
    path = root / "curriculum/modules/empathy/listening.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.rstrip("\n") + f"\n\n{slide}\n", encoding="utf-8")
    return "curriculum/modules/empathy/listening.md"


def test_too_many_lines_and_the_wrong_layout_are_warnings_at_their_line(academy: Path, curriculum: Run) -> None:
    file = _with_slide(academy, f"::: slide\n### Too much\n{_CROWDED}\n:::\n\n::: slide {{layout=table}}\n### No table\n- One\n:::")
    checked = curriculum("check", "--root", academy, "--format", "github")
    assert checked.returncode == 0, checked.stdout
    lines = [line for line in checked.stdout.splitlines() if "V00" in line]
    assert len([line for line in lines if "V001" in line and file in line]) == 1
    assert len([line for line in lines if "V002" in line and file in line]) == 1
    assert all(line.startswith("::warning ") for line in lines)


def test_a_slide_that_fits_is_no_finding(academy: Path, curriculum: Run) -> None:
    _with_slide(academy, "::: slide\n### Enough\n- One\n- Two\n:::")
    assert "V00" not in curriculum("check", "--root", academy, "--format", "github").stdout


def test_a_layout_that_there_is_not_is_an_error_that_lists_those_there_are(academy: Path, curriculum: Run) -> None:
    file = _with_slide(academy, "::: slide {layout=quotation}\n### Which\n- One\n:::")
    checked = curriculum("check", "--root", academy)
    assert checked.returncode == 1
    (found,) = (line for line in checked.stdout.splitlines() if "M005" in line)
    assert found.startswith(f"{file}:")
    assert "there is no layout `quotation`" in found
    assert f"there are: {', '.join(LAYOUTS)}" in checked.stdout
