"""The look of decks on an academy's template: our look and the academy's theme come in, a look with its layouts goes out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from builders.model.contrast import LEAST, contrast
from builders.model.theme import Theme
from builders.targets.slides.faces import measured
from builders.targets.slides.foreign.failure import UnusableError
from builders.targets.slides.foreign.found import Found, Place, Template
from builders.targets.slides.foreign.matching import Match, Recipe, matched, recipes
from builders.targets.slides.foreign.template import template_of
from builders.targets.slides.frame import Frame
from builders.targets.slides.theme import FOOTER, KICKER, NUMBER, TITLE, Art, HolderStyle, LayoutStyle, Look

_STRIP = 18  # points that the line above a title takes
_EDGE = 8  # points that it keeps from whatever else is there
_TITLE = Frame(36, 24, 0, 60)  # where a title stands that the layout has no good place for; as wide as the page allows
_FURNITURE = ((FOOTER, "ftr"), (NUMBER, "sldNum"))


@lru_cache(maxsize=4)
def template_in(data: bytes) -> Template:
    """A template, read once for all decks of a build. Raises UnusableError."""
    return template_of(data)


def look_onto(usual: Look, theme: Theme) -> Look:
    """The look of decks that are written onto the theme's template. Raises UnusableError."""
    if theme.template is None:
        raise UnusableError("there is no template", "name one")
    template = template_in(theme.template.data)
    matches = matched(template.layouts, tuple(usual.layouts), dict(theme.layouts))
    headings, text, other = template.fonts
    look = replace(
        usual,
        name=template.name,
        page=template.page,
        colours=template.palette.slots,
        grounds=template.palette.grounds,
        scripts=measured(usual.scripts, (headings or "?", text or "?"), (other or "?",)),
        art=(),
        logo=None,
        theme=theme,
        ours=False,
    )
    layouts = {name: _layout(look, usual.layouts[name], match) for name, match in matches.items()}
    return replace(look, layouts=layouts, header=_header(look))


def _layout(look: Look, own: LayoutStyle, match: Match) -> LayoutStyle:
    """One of our layouts as the template has it: its placeholders where they do, text boxes in their room where they do not."""
    found, recipe = match.found, recipes()[own.name]
    busy = found.busy and not recipe.anywhere
    ground = _name_of(look, found.ground)
    title = _title(look, own, found)
    stage = found.stage
    if found.title is None and stage.y < title.frame.bottom + _EDGE:
        stage = stage.below(title.frame.bottom + _EDGE - stage.y)
    strip = _strip(title.frame, found)
    if strip.y >= stage.y - _STRIP:
        stage = stage.below(strip.bottom + _EDGE / 2 - stage.y)
    contents, panels = _contents(look, own, found, recipe, stage, "bg1" if busy else ground)
    if busy:  # words and cards of ours can be read on no picture for certain
        panels = (Art("rect", stage.inset(-_EDGE, -_EDGE / 2), "bg1"), *panels)
    return replace(
        own,
        type=found.type,
        ground="bg1" if busy else ground,
        plain=False,
        inked=busy,
        art=(),
        logo=None,
        part=found.part,
        stage=stage,
        corner=(max(strip.x + title.frame.w, stage.right) if strip.y < stage.y else stage.right, strip.y),
        panels=panels,
        holders=(title, _kicker(look, strip, title, ground), *_furniture(look, own, found), *contents),
    )


def _title(look: Look, own: LayoutStyle, found: Found) -> HolderStyle:
    style, place = own.holder(TITLE), found.title
    wide = Frame(_TITLE.x, _TITLE.y, look.page[0] - 2 * _TITLE.x, _TITLE.h)
    if place is None:
        return replace(style, frame=wide, target=("title", 0), settled=False, size=32)
    good = place.settled and place.frame.h >= 24 and place.frame.w >= look.page[0] * 0.3
    frame = place.frame if good else wide
    return replace(style, frame=frame, target=(place.kind, place.idx), settled=good, size=min(max(place.size, 20), 48))


def _strip(title: Frame, found: Found) -> Frame:
    """The place of the line above a title, under it where there is no room above."""
    above = Frame(title.x, title.y - _STRIP - 4, title.w * 0.5, _STRIP)
    whole = Frame(title.x, above.y, title.w, _STRIP)
    if above.y >= 4 and not any(_meet(whole, other) for other in (*found.art, *(place.frame for place in found.contents))):
        return above
    top = max(found.stage.y, title.bottom + _EDGE / 2)
    return Frame(found.stage.x, top, found.stage.w * 0.5, _STRIP)


def _meet(one: Frame, other: Frame) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def _kicker(look: Look, strip: Frame, title: HolderStyle, ground: str) -> HolderStyle:
    colour = look.legible("accent3", "", ground)
    return replace(title, idx=KICKER, kind="body", frame=strip, size=12, colour=colour, bold=True, anchor="ctr", target=None)


def _furniture(look: Look, own: LayoutStyle, found: Found) -> list[HolderStyle]:
    """Footer and number where the layout has them; the academy's own stay as they are."""
    styles = []
    for idx, kind in _FURNITURE:
        place = found.place(kind)
        target = (place.kind, place.idx) if place and place.settled and place.frame.h >= 8 else None
        frame = place.frame if place and target else Frame(0, look.page[1] - _STRIP, look.page[0] / 2, _STRIP)
        styles.append(replace(own.holder(idx), frame=frame, size=min(place.size, 12) if place else 11, target=target))
    return styles


def _contents(
    look: Look, own: LayoutStyle, found: Found, recipe: Recipe, stage: Frame, ground: str
) -> tuple[list[HolderStyle], tuple[Art, ...]]:
    """Our placeholders for content. Where the template has one for each, they stand there; else the recipe says where, and what
    is drawn behind them."""
    wanted = [holder for holder in own.holders if holder.idx not in {TITLE, KICKER, FOOTER, NUMBER}]
    given = _assigned(wanted, found)
    if all(idx in given and given[idx].frame.y >= stage.y - 1 for idx in (holder.idx for holder in wanted)):
        return [_at_home(holder, given[holder.idx]) for holder in wanted], ()
    holders = []
    for holder in wanted:
        place = given.get(holder.idx) if holder.idx not in recipe.on else None
        target = (place.kind, place.idx) if place else None
        size = min(max(place.size, 18), holder.size) if place else holder.size
        colour = look.legible(holder.colour, recipe.on.get(holder.idx, ""), ground)
        frame = _within(stage, recipe.places[holder.idx])
        holders.append(replace(holder, frame=frame, target=target, settled=False, size=size, colour=colour, bullets=False))
    panels = tuple(Art("rect", _within(stage, panel.place), panel.fill) for panel in recipe.panels)
    return holders, panels


def _assigned(wanted: list[HolderStyle], found: Found) -> Mapping[int, Place]:
    """The template's placeholders for ours, each once, as one reads."""
    free = [place for place in found.contents if place.frame.w >= 60 and place.frame.h >= 20]
    given: dict[int, Place] = {}
    for exact in (True, False):  # pictures and tables first take what is made for them
        for holder in wanted:
            fits = (place for place in free if (place.kind == holder.kind != "body" if exact else place.takes(holder.kind)))
            place = next(fits, None) if holder.idx not in given else None
            if place:
                given[holder.idx] = place
                free.remove(place)
    return given


def _at_home(holder: HolderStyle, place: Place) -> HolderStyle:
    size = min(max(place.size, 18), 32)
    return replace(holder, frame=place.frame, target=(place.kind, place.idx), settled=place.settled, size=size, bullets=False)


def _within(stage: Frame, share: Frame) -> Frame:
    return Frame(stage.x + stage.w * share.x, stage.y + stage.h * share.y, stage.w * share.w, stage.h * share.h)


def _name_of(look: Look, value: str) -> str:
    """The name of the theme's colour that is nearest to one of the template."""

    def apart(name: str) -> int:
        seen = look.seen(name)
        return sum((int(seen[at : at + 2], 16) - int(value[at : at + 2], 16)) ** 2 for at in (0, 2, 4))

    return min(("bg1", "tx1", "bg2", "tx2", *(f"accent{at}" for at in range(1, 7))), key=apart)


def _header(look: Look) -> str:
    """The fill of a table's first row: the darkest of the theme's main colours on which words can be read."""
    fills = ("dk2", "accent1", "tx1")
    good = (fill for fill in fills if contrast(look.seen(look.legible("bg1", fill)), look.seen(fill)) >= LEAST)
    return next(good, "tx1")
