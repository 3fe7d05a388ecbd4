"""The build: a request comes in; what is wrong, or what was built, goes out. Nothing else in the product writes output.

This module and what it imports is all that runs where nothing has changed, so it is kept light: the model, the rules and the
targets come in with ``making``.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from builders.diagnostics.finding import Finding
from builders.reading.discovery import discover
from builders.storage.cache import Cache
from builders.storage.lock import locked
from builders.storage.output import Output
from builders.workflow.git import source_commit
from builders.workflow.manifest import read_former
from builders.workflow.request import NOT_CONVERTED, WORK, Progress, Request, Result
from builders.workflow.state import OutputState, input_key


def build(request: Request, *, progress: Progress) -> Result:
    """Carry a request out. Raises UsageError, NotOursError or LockedError before anything is written, OSError where reading
    or writing fails; the former output is whole in each case."""
    request.check_output()
    request.check_dates()
    request.check_pdf()
    work = (request.root / WORK).resolve()
    with locked(work / "lock"):
        output, state = Output(request.output), OutputState(work / "output.json")
        files, commit = discover(request.root), source_commit(request.root)
        limits = repr(replace(request, root=Path(), output=Path(), jobs=1))
        tools, lacking = _programs() if request.pdf else ("", ())
        key = input_key(files.texts, files.media, commit, limits, tools)
        if state.holds(request.output, key):
            former = read_former(request.output)
            return Result((), files, tuple(item.entry for item in former), unchanged=True, noticed=lacking)

        from builders.workflow.making import DamagedCacheError, make_output  # noqa: PLC0415 - see above

        cache = Cache(work / "cache")
        try:
            result = make_output(request, output, cache, work, commit, progress)
        except DamagedCacheError:
            cache.verify()
            result = make_output(request, output, cache, work, commit, progress)
        if not (result.failed or any(finding.code == NOT_CONVERTED for finding in result.noticed)):
            state.remember(request.output, key)
        return result


def _programs() -> tuple[str, tuple[Finding, ...]]:
    """Which programs convert decks on this machine, and a note on those that it lacks."""
    from builders.workflow.drawing import missing_programs, programs  # noqa: PLC0415 - see above

    return programs(), missing_programs()
