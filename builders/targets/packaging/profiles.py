"""What systems want of a SCORM package: status words, limits, how much of a manifest they use. Frozen facts, each with where
it was read.

``generic`` is the standards alone. Of the others only published code and documentation is believed:

- moodle: ``mod/scorm``. Its completion rule compares ``cmi.core.lesson_status`` with the word that the
  teacher ticked, ``completed`` before Moodle 4.4 without being asked (MDL-80255); completion by score reads
  ``cmi.core.score.raw``. An attempt that says ``completed``, ``passed`` or ``failed`` is over: the learner may then begin a
  new one, as often as "Number of attempts" allows (``scorm_check_mode``). So ``failed`` is said here, where ``incomplete``
  would leave a learner without attempts in a package that stays locked. Moodle has no size limit of its own, the server's PHP
  has: 2 megabytes as it comes (PHP manual, "Handling file uploads, common pitfalls").
- igot: the viewer and the upload page of sunbird-cb-portal and its continuation in KB-iGOT. ``window.API`` alone, so SCORM
  1.2 alone; ``completed`` counts (``passed`` too); it opens ``index.html`` where nobody names another file, so one unit.
  ``LMSSetValue`` answers with the value and ``LMSCommit`` with ``false``, since it does not wait for the server (class
  ``SCORMAdapterService``). ``LMSFinish`` deletes what the browser holds, and the newer adapter sends nothing to the server
  before the status is ``completed``: a session that is closed half-way is lost. The upload page takes 200 MiB (``VIDEO_MAX_SIZE``).
- openedx: openedx-scorm-xblock. It opens the first resource with an href and has no sequencing, so one unit. After
  ``failed`` the grade is 0 until ``passed`` is said, whatever the score (``is_failed``), and until August 2025 ``passed``
  alone did not complete (pull request 104): so ``completed``, never ``failed``. From 50 MB Studio may show an error although
  the upload goes on (issue 121).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from builders.model.artefacts import GENERIC, SCORM, Kind

_MIB = 1024 * 1024
_SAVED_STATE = 3500


@dataclass(frozen=True, slots=True)
class Profile:
    """``passed`` is the SCORM 1.2 status once the pass mark is reached, ``failed`` the one once all attempts are used up;
    SCORM 2004 has separate words for completion and success and needs no choice.

    ``warn_above`` is the size in bytes from which an upload is known to meet trouble, None where no source names one.
    ``saved_state`` is the number of characters aimed at in SCORM 1.2 (the standard's own limit is 4096). ``standards`` are
    those that the system plays. ``one_unit`` says that it opens one resource of a package and no more, so that units of
    their own would never be reached. ``keeps_closed`` is False where a session must not be closed before the learner is done.
    ``plain_answers`` is False where a call that worked can be answered otherwise than with ``true``.
    """

    name: str
    passed: str = "completed"
    failed: str = "incomplete"
    warn_above: int | None = None
    saved_state: int = _SAVED_STATE
    standards: tuple[Kind, ...] = SCORM
    one_unit: bool = False
    keeps_closed: bool = True
    plain_answers: bool = True

    @property
    def states_mastery(self) -> bool:
        """Whether a SCORM 1.2 manifest carries the pass mark: with it Moodle sets passed or failed by itself, over
        whatever the package reports."""
        return self.passed == "passed"


PROFILES: Mapping[str, Profile] = MappingProxyType(
    {
        profile.name: profile
        for profile in (
            Profile(GENERIC),
            Profile("moodle", failed="failed", warn_above=2 * _MIB),
            Profile(
                "igot",
                warn_above=200 * _MIB,
                standards=(Kind.SCORM12,),
                one_unit=True,
                keeps_closed=False,
                plain_answers=False,
            ),
            Profile("openedx", warn_above=50_000_000, one_unit=True),
        )
    }
)
"""By name, the generic one first."""
