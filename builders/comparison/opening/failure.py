"""Why a file cannot be compared."""

from __future__ import annotations


class NotAPackageError(Exception):
    """The file is no package of this program, or it is damaged. The message says what was found, for the user."""
