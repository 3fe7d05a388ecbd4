"""Tables for narrow screens."""

from __future__ import annotations

from builders.rendering.html import to_html
from builders.targets.player.tables import adaptable


def test_cells_carry_their_heading_and_everything_its_role() -> None:
    html = adaptable(to_html('| **Thing** | "Use" |\n| --- | --- |\n| Lamp | Light |\n| Rope | |'))
    assert html.startswith('<div class="table"><table role="table">')
    assert '<th role="columnheader">' in html
    assert '<td role="cell" data-label="Thing">Lamp</td>' in html
    assert '<td role="cell" data-label="&quot;Use&quot;">Light</td>' in html
    assert html.count('role="row"') == 3
    assert html.count('role="rowgroup"') == 2


def test_other_html_stays_as_it_is() -> None:
    assert adaptable("<p>the table</p>") == "<p>the table</p>"
