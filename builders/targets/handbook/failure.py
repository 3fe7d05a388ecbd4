"""The one error of this target: what MkDocs complains of comes in, an exception that names every complaint goes out."""

from __future__ import annotations


class HandbookError(Exception):
    """MkDocs found something wrong with the generated pages: a broken link, a missing anchor. ``complaints`` lists all."""

    def __init__(self, complaints: tuple[str, ...]) -> None:
        super().__init__("the handbook has faults:\n" + "\n".join(f"- {complaint}" for complaint in complaints))
        self.complaints = complaints

    def __reduce__(self) -> tuple[type[HandbookError], tuple[tuple[str, ...]]]:
        """Worker processes hand exceptions on by pickling, which would call ``__init__`` with the message."""
        return type(self), (self.complaints,)
