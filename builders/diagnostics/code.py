"""What an entry of the table of codes is made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """``error`` stops a build, ``warning`` wants to be mended, ``note`` is worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Code:
    """An entry: ``title`` names the fault, ``why`` says what it would cause, ``fix`` what to do in general."""

    id: str
    severity: Severity
    title: str
    why: str
    fix: str
