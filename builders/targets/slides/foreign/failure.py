"""Why a presentation cannot be a template."""

from __future__ import annotations


class UnusableError(ValueError):
    """Nothing can be written onto it: ``fix`` says what its owner can do about that."""

    def __init__(self, message: str, fix: str) -> None:
        super().__init__(message)
        self.fix = fix


SAVE_AGAIN = "open it in PowerPoint, save it under a new name, and take that"
"""What mends most files that another program wrote."""
