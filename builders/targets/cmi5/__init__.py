"""cmi5 (Quartz, 1st edition): a publication in one or more languages comes in, a course package goes out.

What a unit reports, and when:

- opened: token, launch data, learner preferences and our own state are fetched, then ``initialized``;
- every answer: ``answered``, a statement that cmi5 allows, with the question's own id, the same in every system;
- everything done, or the final assessment passed: ``completed`` and ``passed`` with the score, once for a registration;
- all attempts used up: ``failed``. New attempts are for the training officer to give, by a new registration;
- left, by the button or by closing the page: ``terminated`` with the time of the session. A page that is loaded again after
  that takes no record, and says so: the session can only be opened anew by the system;
- in the launch modes Browse and Review: ``initialized`` and ``terminated`` alone.

Progress goes to the State API before the statements that follow from it. Without a line, statements wait with their ids and
times in the tab's storage, and a copy of the progress is on the device.

The record store may be on another host than the package, and only the launch says which. So the documents' policy lets the
page call any host (``connect-src 'self' https: http:``); scripts, styles, pictures and forms stay with the package's own.
"""

from builders.targets.cmi5.manifest import manifest
from builders.targets.cmi5.package import package

__all__ = ["manifest", "package"]
