"""A session file: front matter, segments, nested containers, leaves, and what is wrong with them."""

from __future__ import annotations

import pytest

from builders.model.blocks import Activity, Aside, Columns, Prose, Reference, Slide, walk
from builders.reading.sessions import SessionFile, parse_session

HEAD = "---\ntitle: T\nobjectives: [m.o]\n---\n\n"
SEGMENT = "## One {#one minutes=10 depth=core}\n\n"


def _parse(text: str, *, source: bool = True) -> tuple[SessionFile, list[tuple[str, int]]]:
    session, findings = parse_session(text, "s.md", module="m", language="en", source=source)
    assert session is not None
    return session, [(finding.code, finding.at.line) for finding in findings]


def test_a_whole_session() -> None:
    text = HEAD + SEGMENT + (
        "Hello\n\n::: slide {layout=bullets #s}\n### Title\n\n- a\n\n::: notes\nSay it.\n:::\n:::\n\n"
        '::: activity {#act title="Pairs" method=pairs group=2 minutes=5 materials="Cards"}\n1. Do\n\n::: debrief\n- Why?\n:::\n'
        "::: online\nWrite.\n:::\n:::\n\n:: question q-1\n:: sop other.s\n"
    )  # fmt: skip
    session, findings = _parse(text)
    assert findings == []
    prose, slide, activity, question, sop = session.segments[0].segment.blocks
    assert isinstance(prose, Prose)
    assert isinstance(slide, Slide)
    assert (slide.title.value, slide.title.at.line, slide.layout, slide.id) == ("Title", 11, "bullets", "s")
    assert [block.text.value for block in slide.children if isinstance(block, Prose)] == ["- a"]
    assert [block.text.value for block in slide.notes if isinstance(block, Prose)] == ["Say it."]
    assert isinstance(activity, Activity)
    assert (activity.id, activity.group, activity.minutes, len(activity.debriefs), len(activity.online)) == ("act", "2", 5, 1, 1)
    assert question == Reference("question", "m.q-1", question.at)  # type: ignore[union-attr]
    assert sop == Reference("sop", "other.s", sop.at)  # type: ignore[union-attr]


def test_prose_keeps_its_line() -> None:
    session, _ = _parse(HEAD + SEGMENT + "one\n\n::: callout\ntwo\n:::\n\nthree\n")
    prose = [block for block in walk(session.segments[0].segment.blocks) if isinstance(block, Prose)]
    assert [(block.text.value.strip(), block.text.at.line) for block in prose] == [("one", 8), ("two", 11), ("three", 14)]


def test_columns_and_titles() -> None:
    session, findings = _parse(
        HEAD + SEGMENT + '::: columns\n::: column\nA\n:::\n::: column\nB\n:::\n:::\n::: caution {title="Never"}\nx\n:::\n'
    )
    columns, caution = session.segments[0].segment.blocks
    assert findings == []
    assert isinstance(columns, Columns)
    assert len(columns.columns) == 2
    assert isinstance(caution, Aside)
    assert (caution.kind, caution.title and caution.title.value) == ("caution", "Never")


def test_directives_in_code_are_text() -> None:
    session, findings = _parse(HEAD + SEGMENT + "```\n::: slide\n## no segment\n```\n")
    assert findings == []
    assert len(session.segments) == 1


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (SEGMENT + "::: slide\n### T\n", ("M002", 8)),
        (SEGMENT + ":::\n", ("M003", 8)),
        (SEGMENT + "::: slid\n:::\n", ("M004", 8)),
        (SEGMENT + ":: questoin q\n", ("M004", 8)),
        (SEGMENT + "::: question q\n:::\n", ("M004", 8)),
        (SEGMENT + ":: callout\n", ("M004", 8)),
        (SEGMENT + ":: question\n", ("M009", 8)),
        (SEGMENT + "::: callout {titel=x}\n:::\n", ("M005", 8)),
        (SEGMENT + "::: callout title=x\n:::\n", ("M005", 8)),
        (SEGMENT + "::: activity {method=singing}\n:::\n", ("M005", 8)),
        (SEGMENT + "::: activity {minutes=ten}\n:::\n", ("M005", 8)),
        (SEGMENT + "::: slide {layout=bulets}\n### T\n:::\n", ("M005", 8)),
        (SEGMENT + "::: notes\n:::\n", ("M008", 8)),
        (SEGMENT + "::: slide\nno title\n:::\n", ("M010", 8)),
        (SEGMENT + "# Top\n", ("M011", 8)),
        ("stray\n\n" + SEGMENT, ("M006", 6)),
        ("## One\n", ("M007", 6)),
        ("## One {#one minutes=10}\n", ("M007", 6)),
        ("## One {#One minutes=10 depth=core}\n", ("S005", 6)),
        ("## One {#one minutes=999 depth=core}\n", ("M005", 6)),
        ("## One {#one minutes=10 depth=deep}\n", ("M005", 6)),
        ("## One {#one minutes=10 depth=core from=abc}\n", ("M005", 6)),
        (SEGMENT + "::: callout\n" * 9 + ":::\n" * 9, ("F005", 15)),
    ],
)
def test_faults_are_findings_at_their_line(body: str, expected: tuple[str, int]) -> None:
    _, findings = _parse(HEAD + body)
    assert expected in findings


@pytest.mark.parametrize("text", ["no front matter\n", "---\ntitle: T\n\n## One\n"])
def test_front_matter_is_needed(text: str) -> None:
    session, findings = parse_session(text, "s.md", module="m", language="en", source=True)
    assert session is None
    assert [(finding.code, finding.at.line) for finding in findings] == [("M001", 1)]


def test_a_translation_takes_its_times_from_the_source() -> None:
    _, findings = _parse(HEAD + "## Eins {#one minutes=10}\n", source=False)
    assert findings == [("M005", 6)]
