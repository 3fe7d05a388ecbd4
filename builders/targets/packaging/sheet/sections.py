"""A sheet in the order in which it is read: facts and a guide come in, sections go out."""

from __future__ import annotations

from collections.abc import Iterator

from builders.model.artefacts import PLAYED, SCORM, Kind
from builders.rendering.languages import language
from builders.targets.packaging.content import Unit
from builders.targets.packaging.sheet.facts import Facts, present
from builders.targets.packaging.sheet.guide import Guide, Route
from builders.targets.packaging.sheet.parts import Cell, Grid, Note, Pairs, Part, Points, Section, Sheet, Steps

_SAVED = {Kind.SCORM12: 4096, Kind.SCORM2004: 64000}
"""Characters of suspend_data: SCORM 1.2 RTE 3.4.4, SCORM 2004 4th edition RTE 4.2.23."""


def sheet(facts: Facts, guide: Guide) -> Sheet:
    sections = (
        Section(facts.say("facts"), (Pairs(tuple(_facts(facts))),)),
        _units(facts),
        _said(facts, "before", Points, guide.before),
        *_setup(facts, guide),
        _reports(facts, guide),
        _said(facts, "new-attempts", Points, guide.attempts),
        _said(facts, "smoke", Steps, guide.smoke),
        _said(facts, "renew", Points, guide.renew),
        _said(facts, "limits", Points, guide.limits),
    )
    return Sheet(
        language=facts.language,
        kind=f"{facts.say('sheet')} · {facts.standard_name}",
        title=_cell(facts, *facts.own(facts.content.title)),
        lead=(facts.say("lead-web"),) if facts.standard is Kind.WEB else (facts.say("lead"), facts.say("lead-labels")),
        sections=tuple(section for section in sections if section and section.parts),
    )


def _facts(facts: Facts) -> Iterator[tuple[str, Cell]]:
    content = facts.content
    yield facts.say("fact-file"), Cell(f"`{facts.file}`")
    yield facts.say("fact-size"), Cell(facts.words["bytes"].format(size=facts.size_text(), n=facts.size))
    yield facts.say("fact-version"), Cell(content.version)
    yield facts.say("fact-standard"), Cell(facts.standard_name)
    yield facts.say("fact-system"), Cell(facts.system_name)
    yield facts.say("fact-languages"), Cell(_languages(facts))
    yield facts.say("fact-id"), Cell(f"`{content.id}`")
    if content.minutes:
        yield facts.say("fact-time"), Cell(facts.time_text(content.minutes))
    if content.units and facts.standard in PLAYED:
        yield facts.say("fact-mastery"), Cell(facts.mastery_text(facts.mastery) or facts.say("no-mastery"))
    if facts.mastery is not None and facts.standard in PLAYED:
        yield facts.say("fact-attempts"), Cell(str(facts.attempts))
    if content.units and facts.standard in SCORM:
        most = max(unit.saved_state for unit in content.units)
        yield facts.say("fact-saved"), Cell(facts.words["saved-most"].format(n=most, limit=_SAVED[facts.standard]))
    if present(content.audience):
        yield facts.say("fact-audience"), _cell(facts, *facts.own(content.audience))
    if present(content.publisher):
        yield facts.say("fact-publisher"), _cell(facts, *facts.own(content.publisher))
    if content.licence:
        yield facts.say("fact-licence"), Cell(content.licence)


def _languages(facts: Facts) -> str:
    names = ", ".join(language(code).name for code in facts.content.languages)
    if len(facts.content.languages) < 2 or facts.standard not in PLAYED:
        return names
    return facts.words["languages-inside"].format(languages=names)


def _units(facts: Facts) -> Section | None:
    """Every unit with the id that learners' records hang on."""
    units = facts.content.units
    if not units:
        return None
    head = tuple(facts.say(f"unit-{name}") for name in ("title", "id", "kind", "time", "mastery"))
    grid = Grid(facts.say("units"), head, tuple(_unit(facts, unit) for unit in units))
    return Section(facts.say("units"), (grid, Note(facts.say("units-note"))))


def _unit(facts: Facts, unit: Unit) -> tuple[Cell, ...]:
    return (
        _cell(facts, *facts.own(unit.title)),
        Cell(f"`{unit.id}`"),
        Cell(facts.words[f"kind-{unit.kind}"]),
        Cell(facts.time_text(unit.minutes) if unit.minutes else "–"),
        Cell(facts.mastery_text(unit.mastery) or "–"),
    )


def _setup(facts: Facts, guide: Guide) -> Iterator[Section]:
    """One section, with one of its own below it for each system where there are several."""
    if len(guide.routes) == 1:
        yield Section(facts.say("setup"), _route(facts, guide.routes[0]))
        return
    yield Section(facts.say("setup"), (Note(" · ".join(route.system for route in guide.routes)),))
    for route in guide.routes:
        yield Section(route.system, _route(facts, route), level=3)


def _route(facts: Facts, route: Route) -> tuple[Part, ...]:
    steps = Steps(tuple(facts.say(key) for key in route.steps))
    if not route.settings:
        return (steps,)
    head = tuple(facts.say(name) for name in ("setting", "value", "why"))
    rows = tuple(
        (Cell(f"“{each.label}”"), Cell(f"“{each.value}”" if each.value else "–"), Cell(facts.say(each.why)))
        for each in route.settings
    )
    return (steps, Grid(facts.say("settings"), head, rows))


def _reports(facts: Facts, guide: Guide) -> Section:
    head = tuple(facts.say(f"reports-{name}") for name in ("when", "status", "score"))
    rows = tuple((Cell(facts.say(when)), Cell(status), Cell(facts.say(score))) for when, status, score in guide.events)
    grids = (Grid(facts.say("reports"), head, rows),) if rows else ()
    return Section(facts.say("reports"), (*grids, Points(tuple(facts.say(key) for key in guide.reports))))


def _said(facts: Facts, heading: str, kind: type[Steps] | type[Points], keys: tuple[str, ...]) -> Section | None:
    return Section(facts.say(heading), (kind(tuple(facts.say(key) for key in keys)),)) if keys else None


def _cell(facts: Facts, text: str, language: str) -> Cell:
    return Cell(text.replace("`", "'"), "" if language == facts.language else language)
