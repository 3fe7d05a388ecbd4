"""Which layout stands for which: by the author's name, by name, by kind, by placeholders, or the nearest."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

from builders.model.contrast import contrast
from builders.targets.slides.foreign.report import report
from builders.targets.slides.looks import look_of
from builders.targets.slides.theme import FOOTER, KICKER, NUMBER, TITLE, theme

BAR = ("title", 0, None)
WHOLE = (66, 140, 828, 340)


def _matches(sketch: Any, **named: str) -> dict[str, tuple[str, str]]:
    found = report(sketch.made(), {name.replace("_", "-"): value for name, value in named.items()})
    return {name: (match.found.name, match.how) for name, match in found.matches.items()}


def test_every_layout_of_ours_has_one(tools: Any) -> None:
    assert list(_matches(tools.office())) == list(theme().layouts)


def test_layouts_are_found_by_name(tools: Any) -> None:
    sketch = tools.office()
    sketch.layouts += [
        tools.layout("3_Key  Points", "obj", (BAR, ("body", 1, None))),
        tools.layout("QUOTE", "", (BAR, ("body", 1, None))),
    ]
    found = _matches(sketch)
    assert found["keypoints"] == ("3_Key  Points", "name")
    assert found["quote"] == ("QUOTE", "name")


def test_layouts_are_found_by_their_kind_in_any_language(tools: Any) -> None:
    sketch = tools.office()
    for layout, name in zip(sketch.layouts, ("शीर्षक", "शीर्षक और सामग्री", "खंड", "दो", "तुलना", "केवल शीर्षक", "खाली"), strict=True):
        layout.name = name
    found = _matches(sketch)
    assert found["title"] == ("शीर्षक", "type")
    assert found["two-content"] == ("दो", "type")
    assert found["comparison"] == ("तुलना", "type")
    assert found["question"] == ("केवल शीर्षक", "nearest")


def test_layouts_are_found_by_their_placeholders(tools: Any) -> None:
    pictured = (BAR, ("body", 5, (66, 140, 400, 340)), ("pic", 6, (494, 140, 400, 340)))
    found = _matches(tools.sketch([tools.layout("Alpha", "", (BAR, ("body", 1, None))), tools.layout("Beta", "", pictured)]))
    assert found["bullets"] == ("Alpha", "places")
    assert found["picture-text"] == ("Beta", "places")
    assert found["table"] == ("Alpha", "nearest")


def test_the_author_s_name_goes_before_everything(tools: Any) -> None:
    found = _matches(tools.office(), table="Title and Content", quote="section header", activity="No such layout")
    assert found["table"] == ("Title and Content", "named")
    assert found["quote"] == ("Section Header", "named")
    assert found["activity"] == ("Title Only", "nearest")
    unknown = report(tools.office().made(), {"activity": "No such layout", "table": "Title Only"}).unknown
    assert unknown == (("activity", "No such layout"),)


def test_layouts_whose_words_run_upwards_are_passed_over(tools: Any) -> None:
    sketch = tools.sketch(
        [tools.layout("Upright", "", (BAR, ("body", 1, None))), tools.layout("Other", "", (BAR, ("body", 1, None)))]
    )
    data = sketch.made()
    assert b"vert=" not in data
    first = report(_turned(data), {}).matches["bullets"]
    assert first.found.name == "Other"


def _turned(data: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(
                name, content.replace(b"<a:bodyPr/>", b'<a:bodyPr vert="vert270"/>') if "slideLayout1.xml" in name else content
            )
    return buffer.getvalue()


def test_placeholders_are_taken_where_they_suit_and_text_boxes_elsewhere(tools: Any, onto: Callable[..., Any]) -> None:
    sketch = tools.office()
    sketch.layouts.append(tools.layout("Title and Table", "tbl", (BAR, ("tbl", 51, WHOLE))))
    look = look_of(onto(sketch.made()))
    assert look.layouts["table"].holder(1).target == ("tbl", 51)
    assert look.layouts["bullets"].holder(1).target == ("", 1)
    assert [look.layouts["comparison"].holder(idx).target for idx in (1, 2, 3, 4)] == [("body", 1), ("", 2), ("body", 3), ("", 4)]
    assert look.layouts["question"].holder(1).target is None
    assert {look.layouts[name].holder(KICKER).target for name in look.layouts} == {None}
    assert look.layouts["bullets"].holder(FOOTER).target == ("ftr", 11)
    assert look.layouts["bullets"].holder(NUMBER).target == ("sldNum", 12)


def test_panels_are_drawn_on_the_slide_where_the_layout_has_none(tools: Any, onto: Callable[..., Any]) -> None:
    look = look_of(onto(tools.office().made()))
    (panel,) = look.layouts["activity"].panels
    assert panel.frame.x <= look.layouts["activity"].holder(2).frame.x
    assert panel.frame.right >= look.layouts["activity"].holder(2).frame.right
    assert look.layouts["bullets"].panels == ()


def test_content_keeps_off_title_and_furniture(tools: Any, onto: Callable[..., Any]) -> None:
    """A text placeholder that lies under its title and over the footer, as careless designers leave it."""
    sketch = tools.sketch([tools.layout("Text", "obj", (BAR, ("body", 1, (20, 20, 920, 510)), *tools.edges))])
    layout = look_of(onto(sketch.made())).layouts["bullets"]
    body, title, footer = (layout.holder(idx).frame for idx in (1, TITLE, FOOTER))
    assert body.y >= title.bottom
    assert body.bottom <= footer.y
    assert not layout.holder(1).settled


def test_words_keep_off_a_logo_where_no_placeholder_says_where_they_stand(tools: Any, onto: Callable[..., Any]) -> None:
    sketch = tools.office(
        inside=tools.picture("rId50", (0, 0, 180, 540)),
        related=(("rId50", "image", "../media/bar.png", False),),
        parts={"ppt/media/bar.png": ("", tools.png(18, 54))},
    )
    assert look_of(onto(sketch.made())).layouts["table"].stage.x >= 180


def test_words_can_be_read_on_any_panel(tools: Any, onto: Callable[..., Any]) -> None:
    for accent in ("000000", "FFFFFF", "FFFF00", "7F7F7F", "C00000"):
        look = look_of(onto(tools.office(colours={**tools.colours, "accent1": accent}).made()))
        colour = look.layouts["activity"].holder(2).colour
        assert contrast(look.seen(colour), accent) >= 4.5, accent


def test_content_gets_a_plain_panel_where_the_ground_is_a_picture(tools: Any, onto: Callable[..., Any]) -> None:
    fill = '<a:blipFill><a:blip r:embed="rId50"/><a:stretch><a:fillRect/></a:stretch></a:blipFill>'
    sketch = tools.office(
        ground=f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>",
        related=(("rId50", "image", "../media/photo.png", False),),
        parts={"ppt/media/photo.png": ("", tools.png(96, 54))},
    )
    look = look_of(onto(sketch.made()))
    for name in ("bullets", "question", "activity"):
        layout = look.layouts[name]
        assert layout.panels[0].fill == "bg1"
        assert layout.panels[0].frame.x <= layout.holder(1).frame.x
        assert layout.inked
    assert look.layouts["title"].panels == ()
    assert not look_of(onto(tools.office().made())).layouts["bullets"].inked
