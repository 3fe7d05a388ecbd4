"""MkDocs' chatter: its log comes in while it works; warnings go out as a list, the rest to our own log at debug level."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

_log = logging.getLogger(__name__)
_EXPECTED = ("A 'dirty' build is being performed",)  # what MkDocs says to everyone who renders only changed pages


class _Ear(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        _log.debug("%s: %s", record.name, message)
        if record.levelno >= logging.WARNING and not message.startswith(_EXPECTED):
            self.heard.append(message)


@contextmanager
def heard() -> Iterator[list[str]]:
    """The warnings of MkDocs and its plugins, collected instead of printed."""
    logger = logging.getLogger("mkdocs")
    ear = _Ear()
    level, propagate = logger.level, logger.propagate
    logger.addHandler(ear)
    logger.propagate = False
    logger.setLevel(logging.INFO)  # at debug level MkDocs does not look for missing anchors
    try:
        yield ear.heard
    finally:
        logger.removeHandler(ear)
        logger.propagate = propagate
        logger.setLevel(level)
