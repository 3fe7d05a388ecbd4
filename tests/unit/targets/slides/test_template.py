"""The template: named layouts with placeholders that leave each other room, one theme part that names colours and fonts."""

from __future__ import annotations

import io
import zipfile
from itertools import combinations
from typing import Any

import pytest
from pptx import Presentation

from builders.diagnostics.location import Location
from builders.model.contrast import LEAST, contrast
from builders.model.theme import Attached, Colour, Fonts, Theme
from builders.targets.slides.deck import About, deck
from builders.targets.slides.looks import look_of
from builders.targets.slides.theme import FOOTER, SLOTS, Look, theme

AT = Location("curriculum/theme.yaml", 1, 1)
LAYOUTS = {
    "title", "section", "bullets", "two-content", "picture", "table", "quote", "activity", "question", "answer", "scenario", "flow",
    "timetable", "keypoints", "sources", "comparison", "picture-text", "full-picture", "grid", "process", "chart", "closing",
}  # fmt: skip
FACES = {"+mj-lt", "+mn-lt", "+mj-cs", "+mn-cs", "+mj-ea", "+mn-ea"}
LOGO = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000040000000208020000007ef09e520000000e4944415478da63f80f060c708a01004f0a0bf5c5f1a0a1"
)  # four by two pixels; nobody looks beyond the head
OWN = Theme(
    colours=(Colour("main", "6B2D82", AT), Colour("deep", "3B1F4A", AT), Colour("highlight", "F2B632", AT)),
    fonts=Fonts(latin="Noto Sans", headings="Georgia", complex="Kokila"),
    logo=Attached("brand/logo.png", LOGO, AT),
)
THEMES = {"light": Theme(), "dark": Theme(ground="dark"), "own": OWN}


def empty(script: str, wanted: Theme = THEMES["light"]) -> bytes:
    about = About("Empty", "Course", "Issuer", "hi-IN" if script == "Deva" else "en-IN", script, "({n})")
    return deck((), about, look_of(wanted))


def opened(script: str, wanted: Theme = THEMES["light"]) -> Any:
    return Presentation(io.BytesIO(empty(script, wanted)))


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("script", ["Latn", "Deva"])
def test_it_is_16_to_9_with_all_layouts_and_no_slide(script: str, name: str) -> None:
    presentation = opened(script, THEMES[name])
    assert presentation.slide_width * 9 == presentation.slide_height * 16
    assert set(theme().layouts) == LAYOUTS
    assert [layout.name for layout in presentation.slide_layouts] == [layout.label for layout in theme().layouts.values()]
    assert len(presentation.slides) == 0


@pytest.mark.parametrize("name", THEMES)
def test_placeholders_lie_on_the_page_and_not_on_each_other(name: str) -> None:
    presentation = opened("Latn", THEMES[name])
    for layout in presentation.slide_layouts:
        for one in layout.placeholders:
            assert min(one.left, one.top) >= 0
            assert one.left + one.width <= presentation.slide_width
            assert one.top + one.height <= presentation.slide_height
        for one, other in combinations(layout.placeholders, 2):
            apart = (
                one.left + one.width <= other.left
                or other.left + other.width <= one.left
                or one.top + one.height <= other.top
                or other.top + other.height <= one.top
            )
            assert apart or {one.placeholder_format.idx, other.placeholder_format.idx} == {1, 2}, layout.name


def test_layouts_have_names_that_people_read() -> None:
    labels = [layout.label for layout in theme().layouts.values()]
    assert all(label[0].isupper() and "-" not in label for label in labels)
    assert "table" not in labels  # LibreOffice loses the ground of a layout with that name


def _parts(data: bytes) -> dict[str, str]:
    archive = zipfile.ZipFile(io.BytesIO(data))
    return {name: archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml")}


@pytest.mark.parametrize("name", THEMES)
def test_colours_and_fonts_are_named_in_themes_alone(name: str) -> None:
    for part, xml in _parts(empty("Deva", THEMES[name])).items():
        faces = {piece.partition('"')[0] for piece in xml.split('typeface="')[1:]}
        if "/theme/" in part:
            assert "srgbClr" in xml
        else:
            assert "srgbClr" not in xml, part
            assert faces <= FACES, part


def test_the_theme_names_fonts_for_both_scripts() -> None:
    xml = _parts(empty("Deva"))["ppt/theme/theme1.xml"]
    assert xml.count('<a:latin typeface="Arial"/>') == 2
    assert xml.count('<a:cs typeface="Nirmala UI"/>') == 2
    assert xml.count('<a:font script="Deva" typeface="Noto Sans Devanagari"/>') == 2


def test_a_theme_file_becomes_the_theme() -> None:
    xml = _parts(empty("Deva", OWN))["ppt/theme/theme1.xml"]
    major, minor = xml.partition("<a:minorFont>")[::2]
    assert '<a:latin typeface="Georgia"/>' in major
    assert '<a:latin typeface="Noto Sans"/>' in minor
    assert '<a:cs typeface="Kokila"/>' in minor
    for slot, value in (("accent1", "6B2D82"), ("dk2", "3B1F4A"), ("accent2", "F2B632"), ("accent3", "0F6673")):
        assert f'<a:{slot}><a:srgbClr val="{value}"/></a:{slot}>' in xml


def test_a_dark_ground_turns_the_map_and_not_the_paper() -> None:
    parts = _parts(empty("Latn", THEMES["dark"]))
    assert 'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2"' in parts["ppt/slideMasters/slideMaster1.xml"]
    for name in ("ppt/notesMasters/notesMaster1.xml", "ppt/handoutMasters/handoutMaster1.xml"):
        assert 'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"' in parts[name]


@pytest.mark.parametrize("name", THEMES)
def test_every_master_has_a_theme_of_its_own(name: str) -> None:
    archive = zipfile.ZipFile(io.BytesIO(empty("Latn", THEMES[name])))
    masters = ("slideMasters/_rels/slideMaster1", "notesMasters/_rels/notesMaster1", "handoutMasters/_rels/handoutMaster1")
    used = [archive.read(f"ppt/{master}.xml.rels").decode().partition("theme/theme")[2][:1] for master in masters]
    assert sorted(used) == ["1", "2", "3"]
    listed = archive.read("ppt/presentation.xml").decode()
    assert "<p:notesMasterIdLst>" in listed
    assert "<p:handoutMasterIdLst>" in listed


def test_a_logo_stands_on_master_and_plates_and_footers_keep_off_it() -> None:
    look = look_of(OWN)
    archive = zipfile.ZipFile(io.BytesIO(empty("Latn", OWN)))
    plates = [layout for layout in look.layouts.values() if layout.plain]
    for part in ("ppt/slideMasters/slideMaster1.xml", *(layout.part for layout in plates)):
        xml = archive.read(part).decode()
        assert xml.count("<p:pic>") == 1, part
        assert ('name="Plate"' in xml) == (part != "ppt/slideMasters/slideMaster1.xml"), part  # it was made for paper
    assert [name for name in archive.namelist() if "/media/" in name] == [next(n for n in archive.namelist() if "/media/" in n)]
    for layout in look.layouts.values():
        logo = layout.logo if layout.plain else look.logo
        footer = layout.holder(FOOTER).frame
        assert logo is not None
        assert footer.right <= logo.x or footer.bottom <= logo.y or logo.bottom <= footer.y, layout.name
        right, top = layout.corner  # of the marks, which are 20 points high
        assert top + 20 <= logo.y or logo.bottom + 5 <= top or right < logo.x, layout.name
        assert not [art for art in layout.art if art.frame.y < top + 20 and top < art.frame.bottom and art.frame.x < right - 40
                    and right - 40 < art.frame.right and layout.name in {"title", "closing"}]  # fmt: skip


def test_a_logo_for_dark_grounds_needs_no_plate() -> None:
    both = Theme(ground="dark", logo=OWN.logo, logo_on_dark=Attached("brand/white.png", LOGO + b" ", AT))
    assert all('name="Plate"' not in xml for xml in _parts(empty("Latn", both)).values())


@pytest.mark.parametrize("name", THEMES)
def test_it_is_the_same_every_time(name: str) -> None:
    assert empty("Latn", THEMES[name]) == empty("Latn", THEMES[name])
    assert empty("Latn", THEMES[name]) != empty("Deva", THEMES[name])


def test_other_fonts_are_taken_to_be_as_wide_as_they_are() -> None:
    usual, other = look_of(Theme()), look_of(OWN)
    assert other.script("Latn").safety > usual.script("Latn").safety
    assert other.script("Deva").natural > usual.script("Deva").natural
    assert look_of(Theme(fonts=Fonts(latin="Times New Roman"))).script("Latn").safety < usual.script("Latn").safety


def ground_of(look: Look, layout: str, frame: Any) -> str:
    """The colour of what lies behind a frame: the last panel that holds it, or the ground."""
    style = look.layouts[layout]
    under = [
        art.fill
        for art in style.art
        if art.shape == "rect"
        and art.frame.x <= frame.x
        and frame.right <= art.frame.right
        and art.frame.y <= frame.y
        and frame.bottom <= art.frame.bottom
    ]
    return under[-1] if under else style.ground or "bg1"


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_words_stand_out_from_their_ground(layout: str, name: str) -> None:
    look = look_of(THEMES[name])
    for holder in look.layouts[layout].holders:
        ground = ground_of(look, layout, holder.frame)
        assert contrast(look.seen(holder.colour), look.seen(ground)) >= LEAST, (layout, holder.idx, holder.colour, ground)


def test_the_rule_about_contrast_knows_every_pair_of_the_layouts() -> None:
    """What is written on what in a layout stands among the pairs that a theme file is judged by."""
    roles = {"bg1": "paper", "tx1": "ink", "bg2": "pale", "tx2": "deep"}
    look = look_of(Theme())
    known = {(words, under) for words, under, *_ in Theme().pairs()}
    for layout in look.layouts.values():
        for holder in layout.holders:
            words, under = (
                roles.get(name) or SLOTS[name.partition("/")[0]]
                for name in (holder.colour, ground_of(look, layout.name, holder.frame))
            )
            assert any(pair[0] == words and pair[1].partition("/")[0] == under for pair in known), (
                layout.name,
                holder.idx,
                words,
                under,
            )


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(
    "fill", ["accent1", "accent2", "accent3", "accent4", "accent5", "accent1/10", "accent2/25", "dk2", "lt1", ""]
)
@pytest.mark.parametrize("words", ["dk1", "dk2", "lt1", "tx1", "accent3"])
def test_some_colour_can_be_read_on_every_fill(words: str, fill: str, name: str) -> None:
    look = look_of(THEMES[name])
    assert contrast(look.seen(look.legible(words, fill)), look.seen(fill or "bg1")) >= LEAST


def test_words_on_the_ground_turn_with_it() -> None:
    for name in ("light", "dark"):
        look = look_of(THEMES[name])
        assert look.legible("dk2", "accent1/10") == "tx2"
        assert look.legible("dk1", "") == "tx1"
        assert look.legible("lt1", "dk2") == "lt1"


@pytest.mark.parametrize("name", THEMES)
def test_words_on_what_never_turns_do_not_turn_either(name: str) -> None:
    look = look_of(THEMES[name])
    for fill in ("lt1", "dk2"):
        for words in ("tx1", "bg1", "accent2", "dk1", "lt1"):
            found = look.legible(words, fill)
            assert found not in {"tx1", "bg1", "tx2", "bg2"} or found == words, (words, fill)
