"""Ten templates of academies that do not exist."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

TITLE = ("title", 0, None)


def few(tools: Any) -> Any:
    """Only the two layouts that a hurried designer keeps."""
    sketch = tools.office()
    sketch.layouts = sketch.layouts[:2]
    return sketch


def renamed(tools: Any) -> Any:
    """Layouts of the academy's own, without types, in German."""
    left, right = (66, 140, 400, 340), (494, 140, 400, 340)
    names = (
        ("Titelfolie", (("ctrTitle", 0, (120, 90, 720, 180)), ("subTitle", 1, (120, 290, 720, 130)))),
        ("Nur Text", (TITLE, ("body", 1, None))),
        ("Zwei Spalten", (TITLE, ("body", 1, left), ("body", 2, right))),
        ("Bild und Text", (TITLE, ("body", 1, left), ("pic", 2, right))),
        ("Nur Titel", (TITLE,)),
    )
    return tools.sketch([tools.layout(name, "", (*holders, *tools.edges)) for name, holders in names])


def other_numbers(tools: Any) -> Any:
    """Placeholders with numbers as they are after years of editing, none of them 1, and one that hangs over the edge."""
    left, right, whole = (66, 140, 400, 340), (494, 140, 400, 340), (66, 140, 828, 340)
    layouts = (
        ("Title Slide", "title", (("ctrTitle", 0, (120, 90, 720, 180)), ("subTitle", 37, (120, 290, 720, 130)))),
        ("Title and Content", "obj", (TITLE, ("", 14, (66, 140, 940, 500)), ("ftr", 41, None), ("sldNum", 42, None))),
        ("Two Content", "twoObj", (TITLE, ("", 23, right), ("", 22, left))),
        ("Title and Table", "tbl", (TITLE, ("tbl", 51, whole))),
        ("Title and Chart", "chart", (TITLE, ("chart", 52, whole))),
    )
    return tools.sketch([tools.layout(*layout) for layout in layouts])


def four_to_three(tools: Any) -> Any:
    layouts = [
        tools.layout(
            "Title Slide", "title", (("ctrTitle", 0, (54, 168, 612, 116)), ("subTitle", 1, (108, 306, 504, 138)), *tools.edges)
        ),
        tools.layout("Title and Content", "obj", (TITLE, ("", 1, None), *tools.edges)),
    ]
    return tools.sketch(layouts, size=(720, 540), title=(36, 21, 648, 90), body=(36, 126, 648, 356))


def dark(tools: Any) -> Any:
    """Light on dark, with a logo above, a bar below and a master for notes."""
    bright = {
        "dk1": "10243A",
        "accent1": "F2B632",
        "accent2": "7FD1AE",
        "accent3": "9CC6FF",
        "accent4": "F58F7C",
        "hlink": "9CC6FF",
    }
    return tools.office(
        dark=True,
        colours={**tools.colours, **bright},
        inside=tools.rectangle("accent1", (0, 520, 960, 20)) + tools.picture("rId50", (840, 10, 100, 40)),
        related=(("rId50", "image", "../media/logo.png", False),),
        parts={"ppt/media/logo.png": ("", tools.png(100, 40))},
        notes=True,
    )


def without_title(tools: Any) -> Any:
    """A master and layouts on which nobody put a title."""
    layouts = [
        tools.layout("Content", "", (("body", 1, (66, 40, 828, 440)), *tools.edges)),
        tools.layout("Free", "blank", tools.edges),
    ]
    return tools.sketch(layouts, title=None)


def huge(tools: Any) -> Any:
    """A theme part of two megabytes, and a photograph behind every slide."""
    schemes = "".join(f'<a:extraClrScheme><a:clrScheme name="scheme {at}"/></a:extraClrScheme>' for at in range(30_000))
    fill = '<a:blipFill><a:blip r:embed="rId50"/><a:stretch><a:fillRect/></a:stretch></a:blipFill>'
    return tools.office(
        in_theme=f"<a:extraClrSchemeLst>{schemes}</a:extraClrSchemeLst>",
        ground=f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>",
        related=(("rId50", "image", "../media/photo.png", False),),
        parts={"ppt/media/photo.png": ("", tools.png(960, 540, level=0))},
    )


def with_links(tools: Any) -> Any:
    """A template (.potx) with a web address on its master, which is no reason to refuse it."""
    name = '<p:cNvPr id="70" name="Web"><a:hlinkClick r:id="rId60"/></p:cNvPr>'
    address = f"<p:sp><p:nvSpPr>{name}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/></p:sp>"
    related = (("rId60", "hyperlink", "https://academy.example.org/", True),)
    return tools.office(inside=address, related=related, notes=True, kind="template")


def without_furniture(tools: Any) -> Any:
    """Neither footer nor number, and a layout whose title stands under its picture."""
    caption = (("title", 0, (160, 380, 640, 50)), ("pic", 1, (160, 50, 640, 320)), ("body", 2, (160, 434, 640, 60)))
    return tools.sketch([
        tools.layout("Opening", "title", (("ctrTitle", 0, (120, 200, 720, 140)),)),
        tools.layout("Text", "tx", (TITLE, ("body", 1, None))),
        tools.layout("Caption", "picTx", caption),
    ])  # fmt: skip


TEN: dict[str, Callable[[Any], Any]] = {
    "like PowerPoint's": lambda tools: tools.office(),
    "few layouts": few,
    "renamed, in German": renamed,
    "other numbers": other_numbers,
    "4:3": four_to_three,
    "dark, with notes": dark,
    "no title anywhere": without_title,
    "huge theme, photograph": huge,
    "links, kind template": with_links,
    "no furniture": without_furniture,
}


@pytest.fixture(scope="session")
def ten(tools: Any) -> Mapping[str, bytes]:
    """Ten templates that decks are written onto, by name."""
    return {name: make(tools).made() for name, make in TEN.items()}
