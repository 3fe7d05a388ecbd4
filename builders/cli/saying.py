"""What a person at a terminal is told: findings, progress and wrong usage come in, words go out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from builders.diagnostics.code import Severity
from builders.diagnostics.finding import Finding
from builders.storage.lock import LockedError
from builders.storage.output import NotOursError
from builders.workflow.request import UsageError


@contextmanager
def usage_errors() -> Iterator[None]:
    """Say what cannot be done as asked, with exit code 2."""
    try:
        yield
    except UsageError as error:
        raise click.UsageError(str(error)) from error
    except NotOursError as error:
        raise click.UsageError(f"{error} holds files that no build made; name an empty folder or remove it yourself") from error
    except LockedError as error:
        raise click.UsageError("another build of this curriculum is running; wait for it to end") from error


@contextmanager
def progress_shown() -> Iterator[Callable[[int, int, str], None]]:
    """A bar on a terminal, a line now and then elsewhere."""
    if not sys.stderr.isatty():
        yield _Lines()
        return
    from rich.console import Console  # noqa: PLC0415 - only where there is somebody to look at it
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    columns = (BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading")
        yield lambda done, total, path: bar.update(task, completed=done, total=total, description=path)


class _Lines:
    """Progress for a log: every tenth of the way."""

    def __init__(self) -> None:
        self.said = 0

    def __call__(self, done: int, total: int, path: str) -> None:
        tenth = done * 10 // total
        if tenth > self.said or done == total:
            self.said = tenth
            click.echo(f"{done}/{total} {path}", err=True)


def without_notes(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if finding.severity is not Severity.NOTE)


def count(findings: tuple[Finding, ...], severity: Severity) -> int:
    return sum(finding.severity is severity for finding in findings)


def counted(findings: tuple[Finding, ...]) -> str:
    counts = [(severity, count(findings, severity)) for severity in Severity]
    said = ", ".join(f"{count} {severity}{'' if count == 1 else 's'}" for severity, count in counts if count)
    return f"{said}." if said else "No findings."
