"""What systems want to hear: the status words of a package, and what its manifest says of the pass mark."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Profile:
    """``passed`` is the SCORM 1.2 status once the module is passed, ``failed`` the one once all attempts are used up.

    SCORM 2004 has separate words for completion and success and needs no choice.
    """

    passed: str
    failed: str

    @property
    def states_mastery(self) -> bool:
        """Whether a SCORM 1.2 manifest carries the pass mark: with it Moodle sets passed or failed by itself, over
        whatever the package reports."""
        return self.passed == "passed"


GENERIC = Profile(passed="completed", failed="incomplete")
"""Every system counts ``completed``; Moodle's rule as it comes and iGOT count nothing else."""

PASSED_OR_FAILED = Profile(passed="passed", failed="failed")
"""For systems that are set to expect these words."""
