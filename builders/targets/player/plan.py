"""What stands on which page: a module comes in, its pages in order and the keys of everything that is saved go out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builders.model.curriculum import Curriculum
from builders.model.modules import Module, Segment, Session
from builders.model.questions import Question
from builders.model.scenarios import Scenario
from builders.model.sops import Sop
from builders.targets.player.keys import ITEM_WIDTH, short_keys
from builders.targets.player.visible import visible, visible_references


@dataclass(frozen=True, slots=True)
class SegmentPage:
    """A page for one segment; ``opens`` says that it is the first of its session."""

    session: Session
    segment: Segment
    opens: bool

    @property
    def id(self) -> str:
        return f"{self.session.id}.{self.segment.id}"


@dataclass(frozen=True, slots=True)
class Plan:
    """The pages of a module and what is placed on them.

    ``practice`` holds the module's scenarios and procedures that no session refers to: each gets a page after the
    sessions. ``checks`` are the questions asked in sessions, ``final`` those of the final assessment, ``drawn`` how many of
    these an attempt has.
    """

    segments: tuple[SegmentPage, ...]
    practice: tuple[Scenario | Sop, ...]
    checks: tuple[Question, ...]
    scenarios: tuple[Scenario, ...]
    sops: tuple[Sop, ...]
    final: tuple[Question, ...]
    drawn: int

    @property
    def counted(self) -> tuple[str, ...]:
        """The ids of the pages that count as progress."""
        ids = ["start", *(page.id for page in self.segments), *(item.id for item in self.practice)]
        return tuple([*ids, "assessment"] if self.final else ids)


def plan(module: Module, curriculum: Curriculum) -> Plan:
    """Lay out a module. What no model node answers to is left out: rules report it."""
    segments = tuple(_segment_pages(module))
    met: dict[tuple[str, str], None] = {}
    for page in segments:
        met |= dict.fromkeys((reference.kind, reference.target) for reference in visible_references(page.segment.blocks))
    targets = {kind: tuple(target for found, target in met if found == kind) for kind in ("question", "scenario", "sop")}
    scenarios = tuple(scenario for id in targets["scenario"] if (scenario := curriculum.scenario(id)))
    sops = tuple(sop for id in targets["sop"] if (sop := curriculum.sop(id)))
    spare_scenarios = tuple(scenario for scenario in module.scenarios if scenario not in scenarios)
    spare_sops = tuple(sop for sop in module.sops if sop not in sops)
    final = tuple(question for question in module.questions if "final" in question.use and question.graded)
    return Plan(
        segments=segments,
        practice=(*spare_scenarios, *spare_sops),
        checks=tuple(question for id in targets["question"] if (question := curriculum.question(id))),
        scenarios=(*scenarios, *spare_scenarios),
        sops=(*sops, *spare_sops),
        final=final,
        drawn=min(module.assessment_items or len(final), len(final)),
    )


def _segment_pages(module: Module) -> Iterator[SegmentPage]:
    """A segment that has nothing for learners gets no page."""
    for session in module.sessions:
        shown = [segment for segment in session.segments if visible(segment.blocks)]
        for index, segment in enumerate(shown):
            yield SegmentPage(session, segment, opens=index == 0)


@dataclass(frozen=True, slots=True)
class Keys:
    """Keys of what is saved, by id."""

    pages: dict[str, str]
    questions: dict[str, str]
    scenarios: dict[str, str]
    sops: dict[str, str]


def keys_of(planned: Plan, questions: tuple[Question, ...]) -> Keys:
    """Keys for a plan; ``questions`` are all that may be asked, recall questions of procedures included."""
    return Keys(
        pages=short_keys((*planned.counted, "completion", "glossary", "sources"), width=ITEM_WIDTH),
        questions=short_keys((question.id for question in questions), width=ITEM_WIDTH),
        scenarios=short_keys((scenario.id for scenario in planned.scenarios), width=ITEM_WIDTH),
        sops=short_keys((sop.id for sop in planned.sops), width=ITEM_WIDTH),
    )
