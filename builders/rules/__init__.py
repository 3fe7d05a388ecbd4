"""What files mean together: the editions of a curriculum come in, findings go out. One rule per file, named after the fault."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from builders.diagnostics.finding import Finding
from builders.model.curriculum import Curriculum
from builders.rules import (
    activity_longer_than_segment,
    citation_without_source,
    clip_without_transcript,
    course_never_assesses,
    dangling_link,
    dangling_reference,
    day_overrun,
    day_shortfall,
    dropped_html,
    duplicate_id,
    film_without_captions,
    id_of_another_module,
    link_leads_nowhere,
    missing_alternative_text,
    missing_media,
    objective_not_assessed,
    objective_not_taught,
    path_outside,
    prerequisite_order,
    question_asked_nowhere,
    question_with_every_choice_correct,
    question_with_several_correct_choices,
    question_without_correct_choice,
    question_without_feedback,
    scenario_cannot_be_failed,
    scenario_cannot_be_passed,
    scenario_endless,
    scenario_leads_nowhere,
    scenario_unreachable,
    segment_taught_twice,
    session_length,
    session_without_segments,
    sop_clock_backwards,
    sop_endless,
    sop_record_not_named,
    sop_step_beyond_clock,
    sop_step_leads_nowhere,
    sop_step_unreachable,
    source_not_cited,
    stretch_without_break,
    theme_contrast,
    theme_files,
    too_few_questions,
    unknown_competency,
    unknown_module,
    unknown_objective,
    unknown_segment,
    unknown_session,
    unverified_source,
)
from builders.rules.cascades import dependable
from builders.rules.views.passages import Passage, passages

__all__ = ["RULES", "TEXT_RULES", "WORD_RULES", "Rule", "TextRule", "WordRule", "dependable", "judge"]

Rule = Callable[[Curriculum], Iterator[Finding]]
"""A rule of meaning: judges the source edition, whose ids, times and figures the others share."""

WordRule = Callable[[Passage, Curriculum], Iterator[Finding]]
"""A rule about what stands in words: judges one passage of any edition that has a link, picture, citation or HTML in it. The
curriculum is there to look things up in."""

TextRule = Callable[[tuple[Passage, ...], Curriculum], Iterator[Finding]]
"""A rule about all words together: judges the passages of the source edition."""

RULES: tuple[Rule, ...] = (
    duplicate_id.check,
    id_of_another_module.check,
    unknown_session.check,
    unknown_objective.check,
    dangling_reference.check,
    unknown_module.check,
    unknown_competency.check,
    unknown_segment.check,
    day_overrun.check,
    day_shortfall.check,
    stretch_without_break.check,
    prerequisite_order.check,
    session_without_segments.check,
    segment_taught_twice.check,
    activity_longer_than_segment.check,
    session_length.check,
    objective_not_taught.check,
    objective_not_assessed.check,
    course_never_assesses.check,
    question_with_several_correct_choices.check,
    question_with_every_choice_correct.check,
    question_without_correct_choice.check,
    question_without_feedback.check,
    too_few_questions.check,
    question_asked_nowhere.check,
    scenario_leads_nowhere.check,
    scenario_unreachable.check,
    scenario_endless.check,
    scenario_cannot_be_passed.check,
    scenario_cannot_be_failed.check,
    sop_step_leads_nowhere.check,
    sop_step_unreachable.check,
    sop_endless.check,
    sop_step_beyond_clock.check,
    sop_clock_backwards.check,
    sop_record_not_named.check,
    theme_contrast.check,
    theme_files.check,
)

TEXT_RULES: tuple[TextRule, ...] = (
    source_not_cited.check,
    unverified_source.check,
)

WORD_RULES: tuple[WordRule, ...] = (
    dangling_link.check,
    missing_media.check,
    link_leads_nowhere.check,
    path_outside.check,
    missing_alternative_text.check,
    film_without_captions.check,
    clip_without_transcript.check,
    dropped_html.check,
    citation_without_source.check,
)


def judge(editions: Mapping[str, Curriculum]) -> tuple[Finding, ...]:
    """All findings of all rules, sorted by place.

    Every passage is judged once, in the edition in whose language it is written.
    """
    findings: set[Finding] = set()
    for edition in editions.values():
        words = tuple(passages(edition))
        if edition.language == edition.source_language:
            for rule in RULES:
                findings.update(rule(edition))
            for text_rule in TEXT_RULES:
                findings.update(text_rule(words, edition))
        for passage in words:
            if passage.marked:
                for word_rule in WORD_RULES:
                    findings.update(word_rule(passage, edition))
    return tuple(sorted(findings))
