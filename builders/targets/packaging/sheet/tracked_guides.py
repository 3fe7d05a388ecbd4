"""cmi5 and the web edition: the facts of a package come in, a guide goes out. In both the player keeps progress by itself, for
cmi5 with the system, on the web with the browser.

Read: the cmi5 specification (Quartz), README and English strings of ADL's mod_cmi5launch for Moodle, README of Edly's
openedx-cmi5-xblock.
"""

from __future__ import annotations

from builders.targets.packaging.sheet.facts import Facts
from builders.targets.packaging.sheet.guide import Guide, Route, keys


def cmi5(facts: Facts) -> Guide:
    tested = facts.mastery is not None
    ended = (
        (("when-passed", facts.passed, "best-score"), ("when-used-up", facts.failed, "best-score"))
        if tested
        else (("when-read", facts.passed, "no-score"),)
    )
    return Guide(
        before=keys("before-cmi5", "before-zip", "before-course"),
        routes=(
            Route(("cmi5-import", "cmi5-completion"), system="cmi5"),
            Route(("cmi5-moodle-plugin", "cmi5-moodle-site", "cmi5-moodle-add"), system="Moodle"),
            Route(("cmi5-openedx",), system="Open edX"),
            Route(("cmi5-elsewhere",), system=facts.words["elsewhere"]),
        ),
        events=(
            ("when-opened", "`initialized`", "no-score"),
            ("when-answer", "`answered`", "no-score"),
            *ended,
            ("when-closed", "`terminated`", "no-score"),
        ),
        reports=keys("report-cmi5", "report-notes-private"),
        attempts=keys(tested and "new-any"),
        smoke=keys(
            "smoke-learner",
            "smoke-banner",
            "smoke-leave",
            "smoke-return",
            len(facts.content.languages) > 1 and "smoke-languages",
            "smoke-statements",
            "smoke-pass" if tested else "smoke-read",
            "smoke-clean",
        ),
        renew=("renew-compare", "renew-replace", "renew-new", "renew-cmi5"),
        limits=("limit-cmi5", "limit-any-size", "limit-no-api"),
    )


def web(facts: Facts) -> Guide:
    return Guide(
        before=(),
        routes=(Route(("web-unzip", "web-open", "web-share")),),
        reports=("report-web", "report-web-record", "report-notes-private"),
        smoke=keys("smoke-web", len(facts.content.languages) > 1 and "smoke-languages"),
        renew=("renew-compare", "renew-web"),
        limits=("limit-web-device", "limit-web-private"),
    )
