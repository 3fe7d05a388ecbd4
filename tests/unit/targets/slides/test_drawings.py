"""What authors ask for by layout is drawn natively: fields, arrows, charts, comparisons, pictures from edge to edge."""

from __future__ import annotations

import io
import zipfile
from typing import Any
from xml.etree import ElementTree

import pytest
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE

FIELDS = "| | Urgent | Can wait |\n| --- | --- | --- |\n| **Matters** | Go | Plan |\n| **Matters less** | Hand over | Leave |\n"
FIGURES = "| Kind | 2023 | 2024 |\n| --- | --- | --- |\n| Fraud | 1,200 | ४५ |\n| Theft | 3.5 | -2 |\n"
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def texts(slide: Any) -> list[str]:
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame and not shape.is_placeholder]


def test_four_fields_have_the_names_of_rows_and_columns(workshop: Any, misplaced: Any) -> None:
    (slide,) = workshop.slide(FIELDS, options=" {layout=grid}")
    assert slide.slide_layout.name == "Grid"
    assert texts(slide) == ["Urgent", "Can wait", "Matters", "Matters less", "Go", "Plan", "Hand over", "Leave"]
    fields = {shape.text_frame.text: shape for shape in slide.shapes if shape.has_text_frame}
    assert fields["Go"].top == fields["Plan"].top < fields["Leave"].top
    assert fields["Go"].left == fields["Hand over"].left < fields["Plan"].left
    assert misplaced([slide]) == []


def test_four_points_are_four_fields_as_well(workshop: Any) -> None:
    (slide,) = workshop.slide("- A\n    - one\n- B\n- C\n- D\n", options=" {layout=grid}")
    assert texts(slide) == ["A\none", "B", "C", "D"]


def test_steps_are_arrows_in_a_row_with_their_points_below(workshop: Any, misplaced: Any) -> None:
    (slide,) = workshop.slide("1. Look\n    - Safe?\n2. Listen\n3. Link\n    - Who helps?\n", options=" {layout=process}")
    arrows = [shape for shape in slide.shapes if shape.name.startswith("Step ")]
    assert [arrow.text_frame.text for arrow in arrows] == ["Look", "Listen", "Link"]
    assert [arrow._element.spPr.prstGeom.get("prst") for arrow in arrows] == ["homePlate", "chevron", "chevron"]
    assert len({arrow.top for arrow in arrows}) == 1
    below = [shape for shape in slide.shapes if shape.name.startswith("Under step")]
    assert [shape.text_frame.text for shape in below] == ["Safe?", "Who helps?"]
    assert all(shape.top >= arrows[0].top + arrows[0].height for shape in below)
    assert misplaced([slide]) == []


@pytest.mark.parametrize(
    ("layout", "kind"), [("bar-chart", XL_CHART_TYPE.BAR_CLUSTERED), ("line-chart", XL_CHART_TYPE.LINE_MARKERS)]
)
def test_figures_are_a_native_chart(workshop: Any, layout: str, kind: Any) -> None:
    (slide,) = workshop.slide(FIGURES, options=f" {{layout={layout}}}")
    (frame,) = (shape for shape in slide.shapes if shape.has_chart)
    chart = frame.chart
    assert chart.chart_type == kind
    assert list(chart.plots[0].categories) == ["Fraud", "Theft"]
    assert {series.name: tuple(series.values) for series in chart.plots[0].series} == {"2023": (1200, 3.5), "2024": (45, -2)}
    assert frame._element.xpath(".//p:cNvPr/@descr") == ["Chart – Fraud: 2023 1,200, 2024 ४५; Theft: 2023 3.5, 2024 -2"]
    assert chart.has_legend
    assert frame.is_placeholder


def test_the_figures_can_be_edited(workshop: Any) -> None:
    (slide,) = workshop.slide(FIGURES, options=" {layout=bar-chart}")
    (frame,) = (shape for shape in slide.shapes if shape.has_chart)
    blob = frame.chart.part.chart_workbook.xlsx_part.blob
    with zipfile.ZipFile(io.BytesIO(blob)) as book:
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))  # noqa: S314 - ours
        cells = {cell.get("r"): "".join(cell.itertext()) for cell in sheet.iter(f"{_SHEET}c")}
    assert cells == {
        "A1": "", "B1": "2023", "C1": "2024",
        "A2": "Fraud", "B2": "1200", "C2": "45",
        "A3": "Theft", "B3": "3.5", "C3": "-2",
    }  # fmt: skip


def test_shares_are_shown_as_shares(workshop: Any) -> None:
    table = "| Way | Share |\n| --- | --- |\n| Telephone | 60 % |\n| Counter | 40 % |\n"
    (slide,) = workshop.slide(table, options=" {layout=bar-chart}")
    (chart,) = (shape.chart for shape in slide.shapes if shape.has_chart)
    assert 'formatCode="General&quot;%&quot;"' in chart.part.blob.decode()
    assert not chart.has_legend


def test_two_things_are_compared_under_their_names(workshop: Any) -> None:
    columns = "".join(f"::: column\n### {name}\n- {name.lower()}\n:::\n" for name in ("Closed", "Open"))
    (slide,) = workshop.slide(f"::: columns\n{columns}:::\n")
    filled = {holder.placeholder_format.idx: holder.text_frame.text for holder in slide.placeholders}
    assert [filled[idx] for idx in (1, 2, 3, 4)] == ["Closed", "closed", "Open", "open"]


def test_a_picture_from_edge_to_edge_is_cut_and_not_stretched(workshop: Any, picture: bytes) -> None:
    files = {"modules/m/media/desk.png": picture}
    (slide,) = workshop.slide("![A desk](media/desk.png)\n", options=" {layout=full-picture}", files=files)
    (shown,) = (shape for shape in slide.shapes if hasattr(shape, "image"))
    assert (shown.left, shown.width) == (0, 12_192_000)
    assert shown.crop_top == pytest.approx(shown.crop_bottom)
    kept = shown.image.size[1] * (1 - shown.crop_top - shown.crop_bottom)
    assert shown.image.size[0] / kept == pytest.approx(shown.width / shown.height, rel=0.001)


def test_arrows_stay_with_the_cards_that_they_join(reading: Any) -> None:
    from builders.targets.slides import session_deck  # noqa: PLC0415 - one test

    curriculum = reading.editions["en"]
    data = session_deck(curriculum.session("sops.zero-fir"), course=curriculum.courses[0], curriculum=curriculum)
    joined = 0
    for slide in Presentation(io.BytesIO(data)).slides:
        names = {shape.shape_id: shape for shape in slide.shapes}
        for arrow in slide._element.xpath(".//p:cxnSp"):
            for end in (*arrow.xpath(".//a:stCxn"), *arrow.xpath(".//a:endCxn")):
                assert names[int(end.get("id"))].has_text_frame
                assert end.get("idx") in {"0", "1", "2", "3"}
                joined += 1
    assert joined > 20
