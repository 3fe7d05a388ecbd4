"""What the four profiles promise to their systems."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import pytest

from builders.model.artefacts import Kind
from builders.targets.packaging.profiles import PROFILES


def test_the_four_by_name_the_generic_one_first() -> None:
    assert list(PROFILES) == ["generic", "moodle", "igot", "openedx"]
    assert all(profile.name == name for name, profile in PROFILES.items())


@pytest.mark.parametrize("name", PROFILES)
def test_passing_is_completed_everywhere(name: str) -> None:
    """Moodle's rule as it comes and iGOT count this word; in Open edX ``passed`` alone did not complete for years."""
    assert PROFILES[name].passed == "completed"
    assert not PROFILES[name].states_mastery


def test_the_pass_mark_is_stated_with_passed_alone() -> None:
    assert replace(PROFILES["generic"], passed="passed", failed="failed").states_mastery


def test_failing() -> None:
    """In Moodle ``failed`` ends an attempt, so that another can begin. In Open edX it would hold the grade at 0."""
    assert {name: profile.failed for name, profile in PROFILES.items()} == {
        "generic": "incomplete",
        "moodle": "failed",
        "igot": "incomplete",
        "openedx": "incomplete",
    }


def test_limits_are_those_that_a_source_names() -> None:
    assert PROFILES["generic"].warn_above is None
    assert {name: profile.warn_above for name, profile in PROFILES.items() if profile.warn_above} == {
        "moodle": 2 * 1024 * 1024,
        "igot": 200 * 1024 * 1024,
        "openedx": 50_000_000,
    }
    assert all(profile.saved_state == 3500 < 4096 for profile in PROFILES.values())


def test_what_systems_cannot_do() -> None:
    assert PROFILES["igot"].standards == (Kind.SCORM12,)
    assert [name for name, profile in PROFILES.items() if profile.one_unit] == ["igot", "openedx"]
    assert [name for name, profile in PROFILES.items() if not profile.keeps_closed] == ["igot"]


def test_profiles_stay_as_they_are() -> None:
    with pytest.raises(FrozenInstanceError):
        PROFILES["generic"].passed = "passed"
    with pytest.raises(TypeError):
        PROFILES["mine"] = PROFILES["generic"]
