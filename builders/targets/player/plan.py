"""What stands on which page: a publication comes in, its pages in order and the keys of everything that is saved go out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builders.model.curriculum import Curriculum
from builders.model.modules import Segment, Session
from builders.model.publications import PRE_TEST, Publication, Test
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
    """The pages of a publication and what is placed on them.

    ``before`` are the tests that come ahead of the sessions, ``after`` those at the end. ``practice`` holds scenarios and
    procedures with a page of their own. ``checks`` are the questions asked in sessions.
    """

    before: tuple[Test, ...]
    segments: tuple[SegmentPage, ...]
    practice: tuple[Scenario | Sop, ...]
    after: tuple[Test, ...]
    checks: tuple[Question, ...]
    scenarios: tuple[Scenario, ...]
    sops: tuple[Sop, ...]

    @property
    def tests(self) -> tuple[Test, ...]:
        return (*self.before, *self.after)

    @property
    def tested(self) -> tuple[Question, ...]:
        """The questions of all tests, each once."""
        return tuple({question.id: question for test in self.tests for question in test.questions}.values())

    @property
    def counted(self) -> tuple[str, ...]:
        """The ids of the pages that count as progress."""
        return (
            "start",
            *(test.id for test in self.before),
            *(page.id for page in self.segments),
            *(item.id for item in self.practice),
            *(test.id for test in self.after),
        )


def plan(publication: Publication, curriculum: Curriculum) -> Plan:
    """Lay out a publication. What no model node answers to is left out: rules report it."""
    segments = tuple(_segment_pages(publication))
    met: dict[tuple[str, str], None] = {}
    for page in segments:
        met |= dict.fromkeys((reference.kind, reference.target) for reference in visible_references(page.segment.blocks))
    targets = {kind: tuple(target for found, target in met if found == kind) for kind in ("question", "scenario", "sop")}
    scenarios = [scenario for id in targets["scenario"] if (scenario := curriculum.scenario(id))]
    sops = [sop for id in targets["sop"] if (sop := curriculum.sop(id))]
    practice = tuple(item for item in publication.practice if item not in (*scenarios, *sops))
    return Plan(
        before=tuple(test for test in publication.tests if test.id == PRE_TEST),
        segments=segments,
        practice=practice,
        after=tuple(test for test in publication.tests if test.id != PRE_TEST),
        checks=tuple(question for id in targets["question"] if (question := curriculum.question(id))),
        scenarios=(*scenarios, *(item for item in practice if isinstance(item, Scenario))),
        sops=(*sops, *(item for item in practice if isinstance(item, Sop))),
    )


def _segment_pages(publication: Publication) -> Iterator[SegmentPage]:
    """A segment that has nothing for learners gets no page."""
    for session in publication.sessions:
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
