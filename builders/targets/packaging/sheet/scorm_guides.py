"""SCORM in four systems: the facts of a package come in, a guide goes out.

Read for these guides: ``mod/scorm`` of Moodle (settings form, English strings, completion rules of 3.11 to 4.4), the upload
page, viewer and SCORM adapter of sunbird-cb-portal and KB-iGOT, openedx-scorm-xblock of overhang.io.
"""

from __future__ import annotations

from builders.model.artefacts import Kind
from builders.targets.packaging.sheet.facts import Facts
from builders.targets.packaging.sheet.guide import Guide, Keys, Route, Setting, keys


def anywhere(facts: Facts) -> Guide:
    """Any system: what to look for, in no system's words."""
    tested = facts.mastery is not None
    steps = keys(
        "any-upload",
        "any-completion",
        "any-grade" if tested else "any-ungraded",
        tested and "any-attempts",
        "any-resume",
        "any-window",
    )
    return Guide(
        before=keys("before-zip", "before-course"),
        routes=(Route(steps),),
        events=_events(facts),
        reports=_reports(facts),
        attempts=keys(tested and "new-any"),
        smoke=_smoke(facts),
        renew=_renew("renew-any"),
        limits=keys("limit-any-2004", "limit-any-size", "limit-no-api"),
    )


def moodle(facts: Facts) -> Guide:
    newer = facts.standard is Kind.SCORM2004
    return Guide(
        before=keys(newer and "before-moodle-2004", "before-zip", "before-moodle-size", "before-course"),
        routes=(Route(("moodle-add", "moodle-name", "moodle-settings", "moodle-save"), _moodle_settings(facts)),),
        events=_events(facts),
        reports=keys("report-moodle", _reports(facts)),
        attempts=keys(facts.mastery is not None and ("new-moodle-2004" if newer else "new-moodle")),
        smoke=_smoke(facts),
        renew=_renew("renew-moodle"),
        limits=keys(newer and "limit-moodle-2004", "limit-moodle-review", "limit-moodle-size", "limit-no-api"),
    )


def _moodle_settings(facts: Facts) -> tuple[Setting, ...]:
    tested, several = facts.mastery is not None, facts.several
    attempts = Setting("Number of attempts", "1 attempt", "moodle-attempts" if tested else "moodle-attempts-untested")
    return (
        Setting("Display package", "Current window", "moodle-window"),
        Setting("Student skip content structure page", "First access", "moodle-skip"),
        Setting("Disable preview mode", "Yes", "moodle-preview"),
        Setting(
            "Display course structure in player",
            "To the side" if several else "Disabled",
            "moodle-toc-several" if several else "moodle-toc-one",
        ),
        Setting(
            "Grading method",
            "Highest grade" if tested else "Learning objects",
            "moodle-method-test" if tested else "moodle-method-units",
        ),
        *((Setting("Maximum grade", "100", "moodle-maximum"),) if tested else ()),
        *((attempts,) if facts.standard is Kind.SCORM12 else ()),
        Setting("Attempts grading", "Highest attempt", "moodle-whatgrade"),
        Setting("Force new attempt", "No", "moodle-force-new"),
        Setting("Lock after final attempt", "No", "moodle-lock"),
        Setting("Force completed", "No", "moodle-force-completed"),
        Setting("Auto-continue", "No", "moodle-continue"),
        Setting("Auto-commit", "No", "moodle-commit"),
        Setting("Mastery score overrides status", "No", "moodle-override"),
        *_moodle_completion(facts),
    )


def _moodle_completion(facts: Facts) -> tuple[Setting, ...]:
    """The rule compares words; up to Moodle 4.1 it wants the very set that was ticked."""
    if facts.mastery is None:
        status = Setting("Require status", "Completed", "moodle-completion-untested")
    elif facts.standard is Kind.SCORM12:
        status = Setting("Require status", "Completed", "moodle-completion-12")
    else:
        status = Setting("Require status", "Passed, Completed", "moodle-completion-2004")
    every = Setting("Require all scos to return completion status", "Yes", "moodle-all-scos")
    least = Setting("Require minimum score", "", "moodle-minimum")
    return (status, *((every,) if facts.several else ()), least)


def igot(facts: Facts) -> Guide:
    return Guide(
        before=keys(
            facts.standard is Kind.SCORM2004 and "before-igot-2004",
            facts.several and "before-one-unit",
            "before-zip",
            "before-igot-size",
            "before-igot-role",
        ),
        routes=(
            Route(
                keys(
                    "igot-open",
                    "igot-drop",
                    "igot-guidelines",
                    "igot-entry",
                    "igot-ipr",
                    facts.content.minutes > 0 and "igot-duration",
                    "igot-review",
                )
            ),
        ),
        events=_events(facts),
        reports=("report-igot", "report-never-lower", "report-notes-private"),
        attempts=keys(facts.mastery is not None and "new-igot"),
        smoke=keys(
            _first_steps(facts),
            "smoke-igot-open",
            "smoke-igot-pass" if facts.mastery is not None else "smoke-igot-read",
            "smoke-clean",
        ),
        renew=_renew("renew-igot"),
        limits=keys("limit-igot-save", "limit-igot-first", "limit-igot-live", "limit-no-api"),
    )


def openedx(facts: Facts) -> Guide:
    tested = facts.mastery is not None
    scored = Setting("Scored", "True" if tested else "False", "openedx-scored" if tested else "openedx-unscored")
    settings = (
        scored,
        *((Setting("Weight", "1", "openedx-weight"),) if tested else ()),
        Setting("Launch in pop-up window", "False", "openedx-popup"),
        Setting("Display height (px)", "700", "openedx-height"),
        Setting("Show Fullscreen Button", "True", "openedx-fullscreen"),
        Setting("Display navigation menu", "False", "openedx-menu"),
    )
    return Guide(
        before=keys(
            "before-openedx-block",
            facts.several and "before-one-unit",
            "before-zip",
            "before-openedx-size",
            "before-course",
        ),
        routes=(Route(("openedx-enable", "openedx-add", "openedx-edit", "openedx-settings"), settings),),
        events=_events(facts),
        reports=keys(tested and "report-openedx", _reports(facts)),
        attempts=keys(tested and "new-openedx"),
        smoke=keys("smoke-openedx", _smoke(facts)),
        renew=_renew("renew-openedx"),
        limits=keys("limit-openedx-first", "limit-openedx-preview", "limit-openedx-ancestor", "limit-no-api"),
    )


def _events(facts: Facts) -> tuple[tuple[str, str, str], ...]:
    """What a package reports when (see ``builders.targets.scorm``)."""
    opened = ("when-opened", facts.started, "no-score")
    page = ("when-page", facts.started, "no-score")
    if facts.mastery is None:
        return (opened, page, ("when-read", facts.passed, "no-score"))
    return (
        opened,
        page,
        ("when-below", facts.started, "best-score"),
        ("when-passed", facts.passed, "best-score"),
        ("when-used-up", facts.failed, "best-score"),
    )


def _reports(facts: Facts) -> Keys:
    several = facts.several and facts.mastery is not None
    return keys("report-never-lower", several and "report-several", "report-answers", "report-time", "report-notes-private")


def _first_steps(facts: Facts) -> Keys:
    several = len(facts.content.languages) > 1
    return keys("smoke-learner", "smoke-banner", "smoke-leave", "smoke-return", several and "smoke-languages")


def _smoke(facts: Facts) -> Keys:
    return keys(
        _first_steps(facts),
        "smoke-report",
        ("smoke-fail", "smoke-pass") if facts.mastery is not None else ("smoke-read",),
        "smoke-clean",
    )


def _renew(how: str) -> Keys:
    return ("renew-compare", "renew-replace", "renew-new", how)
