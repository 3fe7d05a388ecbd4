"""How long a session is in words: a session comes in, its minutes at core and at extended depth go out."""

from __future__ import annotations

from builders.model.modules import CORE, Session
from builders.targets.handbook.pages.writer import Writer


def length(write: Writer, session: Session) -> str:
    core, whole = session.minutes(CORE), session.minutes()
    if core == whole:
        return write.word("session-length-core", core=core)
    return write.word("session-length" if core else "session-length-extended", core=core, all=whole)
