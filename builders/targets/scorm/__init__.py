"""SCORM 1.2 and SCORM 2004 4th edition: a module or a course in one or more languages comes in, a package goes out.

What a package reports, and when:

- opened: incomplete, with suspend as the way to leave, so that progress is always there on return;
- after every answer and page: saved state, bookmark, time of the session, and the answer as an interaction;
- an assessment handed in: the best result so far, 0 to 100, an integer. Below the pass mark nothing else changes, since
  the learner can try again, three times in all;
- the assessment passed: ``completed`` in SCORM 1.2 (``passed`` in a profile that wants that word), ``completed`` and
  ``passed`` in SCORM 2004, in the same commit as the score. A later, poorer result lowers neither;
- all attempts used up: SCORM 1.2 stays ``incomplete`` (``failed`` in a profile that wants that word), SCORM 2004 stays
  ``incomplete`` and becomes ``failed``. New attempts are for the training officer to give, by a new attempt in the system;
- a module without a final assessment is complete once every page was read, and reports no score.

Profiles change this where a system wants it (``packaging/profiles.py``). In one that forgets a session that is closed half-way, the
record is committed on leaving and closed only once the learner is done; in one that answers otherwise than the standard says, a
value that comes back counts as written, and a commit as done unless the call throws or an error is named.
"""

from builders.targets.scorm.package import package

__all__ = ["package"]
