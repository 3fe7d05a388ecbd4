"""The command line: arguments come in, a request goes to the workflow, and what comes back is said in plain words."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from builders import __version__
from builders.diagnostics.code import Severity
from builders.diagnostics.codes import CODES
from builders.diagnostics.finding import Finding, has_errors, nearest
from builders.diagnostics.render import STYLES
from builders.model.artefacts import PACKAGES
from builders.storage.lock import LockedError
from builders.storage.output import NotOursError
from builders.workflow.build import build
from builders.workflow.plan import EVERYTHING
from builders.workflow.request import ONLY, PARTICIPANT, WORK, Request, UsageError

FINDINGS = 1
_CORES = os.cpu_count() or 1

_root = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="Folder that holds curriculum/. The current one unless given.",
)


class _Group(click.Group):
    """Lists commands in the order in which they are used, not by the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(self.commands)


def _command(name: str, *examples: str) -> Callable[[Callable[..., None]], click.Command]:
    """A command whose help ends with examples, laid out as written."""
    epilog = "\b\nExamples:\n" + "\n".join(f"  {example}" for example in examples)
    return main.command(name, epilog=epilog)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="curriculum")
def main() -> None:
    """Curriculum as code: YAML and Markdown in, trainer handbook, decks and LMS packages out.

    Exit codes: 0 done, 1 findings of level error, 2 wrong usage, 3 our fault.
    """


@_command(
    "check",
    "curriculum check",
    "curriculum check --format sarif > all.sarif",
    "curriculum check --root ../academy --strict",
)
@_root
@click.option("--format", "style", type=click.Choice(list(STYLES)), default="text", help="How findings are written.")
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@click.option("--all", "show_all", is_flag=True, help="Show notes as well (text format; the others always hold them).")
def check_command(root: Path, style: str, strict: bool, show_all: bool) -> None:
    """Read the curriculum and say everything that is wrong with it. Writes nothing but its memory in build/."""
    from builders.workflow.check import check  # noqa: PLC0415 - only this command and a real build need the rules

    judged = check(root, memory=root / WORK)
    shown = judged.findings if style != "text" or show_all else _without_notes(judged.findings)
    report = STYLES[style](shown, judged.reading.files.lines)
    if report:
        click.echo(report)
    if style == "text":
        click.echo(_counted(judged.findings))
    if has_errors(judged.findings) or (strict and _count(judged.findings, Severity.WARNING)):
        raise SystemExit(FINDINGS)


@_command(
    "build",
    "curriculum build",
    "curriculum build --only decks --course two-day --language hi",
    "curriculum build --standard cmi5 --module empathy --languages all",
    "curriculum build --output /srv/training --jobs 8",
)
@_root
@click.option("--only", type=click.Choice(list(ONLY)), default=None, help="Build one kind of output; the rest stays as it is.")
@click.option("--course", default="", metavar="ID", help="Build what belongs to one course.")
@click.option("--module", default="", metavar="ID", help="Build what belongs to one module.")
@click.option("--language", default="", metavar="L", help="Build one language edition.")
@click.option(
    "--audience", type=click.Choice(["trainer", "participant"]), default="trainer", help="`participant`: their handbook alone."
)
@click.option(
    "--standard",
    "standards",
    type=click.Choice([kind.value for kind in PACKAGES]),
    multiple=True,
    help="Packages of this standard; may be repeated.",
)
@click.option(
    "--profile", "profiles", type=click.Choice(list(EVERYTHING.profiles)), multiple=True, help="SCORM packages for this system."
)
@click.option(
    "--languages", type=click.Choice(list(EVERYTHING.languages)), multiple=True, help="A package for each language, one with all."
)
@click.option(
    "--granularity", type=click.Choice(list(EVERYTHING.granularity)), multiple=True, help="Launched as one, or by session."
)
@click.option("--output", type=click.Path(path_type=Path), default=None, metavar="DIR", help="Where to. ROOT/dist unless given.")
@click.option("--jobs", type=click.IntRange(1, 256), default=_CORES, metavar="N", help="Processes; one a core unless given.")
def build_command(root: Path, output: Path | None, jobs: int, only: str | None, **wishes: Any) -> None:
    """Build handbook, decks and LMS packages. What has not changed is not built again.

    Packages are those that curriculum.yaml names under `lms`; --standard, --profile, --languages and --granularity make others.

    Findings of level error stop the build before anything is written, and the former output stays whole until the new one
    takes its place in one step.
    """
    begun = time.perf_counter()
    audience = "" if wishes.pop("audience") == "trainer" else PARTICIPANT
    request = Request(root, output or root / "dist", jobs, only or "", audience=audience, **wishes)
    with _usage_errors(), _progress() as progress:
        result = build(request, progress=progress)
    shown = tuple(finding for finding in result.findings if finding.severity is Severity.ERROR)
    if result.failed:
        click.echo(STYLES["text"](shown, result.files.lines), err=True)
        click.echo(f"{_counted(result.findings)} Nothing was written.", err=True)
        raise SystemExit(FINDINGS)
    if result.noticed:
        click.echo(STYLES["text"](result.noticed, result.files.lines), err=True)
    if result.findings:
        click.echo(f"{_counted(result.findings)} `curriculum check` shows them.")
    took = time.perf_counter() - begun
    what = "nothing has changed" if result.unchanged else f"{result.made} built, {len(result.entries) - result.made} unchanged"
    size = sum(entry.bytes for entry in result.entries) / 1e6
    click.echo(f"{len(result.entries)} artefacts ({size:.1f} MB) in {request.output} ({what}), {took:.1f} s.")
    click.echo(f"Open {request.output / 'index.html'} to find everything.")


@_command(
    "validate",
    "curriculum validate course.zip",
    "curriculum validate --format sarif course.zip other.imscc > all.sarif",
)
@click.argument(
    "packages", nargs=-1, required=True, metavar="PACKAGE...", type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--format", "style", type=click.Choice(list(STYLES)), default="text", help="How findings are written.")
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@click.option("--all", "show_all", is_flag=True, help="Show notes as well (text format; the others always hold them).")
def validate_command(packages: tuple[Path, ...], style: str, strict: bool, show_all: bool) -> None:
    """Judge packages, ours or another's: SCORM, cmi5, Common Cartridge, QTI 2.1. Nothing is unpacked to the disk."""
    from builders.workflow.validate import validate  # noqa: PLC0415 - as for check

    validated = validate(packages)
    shown = validated.findings if style != "text" or show_all else _without_notes(validated.findings)
    report = STYLES[style](shown, validated.lines)
    if report:
        click.echo(report)
    if style == "text":
        for name, standard in validated.standards:
            click.echo(f"{name}: {standard or 'not recognised'}")
        click.echo(_counted(validated.findings))
    if has_errors(validated.findings) or (strict and _count(validated.findings, Severity.WARNING)):
        raise SystemExit(FINDINGS)


@_command(
    "compare",
    "curriculum compare empathy-1.0.0.zip empathy-1.1.0.zip",
    "curriculum compare origin/main HEAD --module empathy --format json",
)
@click.argument("old")
@click.argument("new")
@_root
@click.option("--module", default="", metavar="ID", help="Of two revisions: one module.")
@click.option("--course", default="", metavar="ID", help="Of two revisions: one course.")
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", help="How the answer is written.")
def compare_command(old: str, new: str, root: Path, module: str, course: str, style: str) -> None:
    """Say what NEW does to the records of learners who began OLD. Each is a package or a Git revision.

    Exit codes: 0 replace the package, 10 replace it with care, 20 make a new activity.
    """
    from builders.comparison.render import STYLES as COMPARISONS  # noqa: PLC0415 - nothing else needs it
    from builders.workflow.compare import compare_versions  # noqa: PLC0415 - as above

    with _usage_errors():
        compared = compare_versions(root, old, new, module=module, course=course)
    if compared.findings:
        click.echo(STYLES["text"](compared.findings, compared.lines), err=True)
        click.echo(f"{_counted(compared.findings)} Nothing was compared.", err=True)
    else:
        click.echo(COMPARISONS[style](compared.comparisons))
    raise SystemExit(compared.exit_code)


@_command("list", "curriculum list", "curriculum list --root ../academy")
@_root
def list_command(root: Path) -> None:
    """List modules, courses and languages with their versions."""
    from builders.workflow.listing import listing  # noqa: PLC0415 - as for check

    for line in listing(root, memory=root / WORK):
        click.echo(line)


@_command("explain", "curriculum explain Q003", "curriculum explain")
@click.argument("code", required=False)
def explain_command(code: str | None) -> None:
    """Say what a finding's code means and what to do about it; without a code, list them all."""
    if code is None:
        for entry in CODES.values():
            click.echo(f"{entry.id}  {entry.severity:8} {entry.title}")
        return
    if code.upper() not in CODES:
        raise click.UsageError(f"there is no code {code}; {nearest(code.upper(), tuple(CODES))}")
    explained = CODES[code.upper()]
    click.echo(f"{explained.id} ({explained.severity}): {explained.title}\n\nwhy:  {explained.why}\nfix:  {explained.fix}")


@_command("stamp", "curriculum stamp curriculum/modules/empathy/listening.hi.md")
@_root
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
def stamp_command(root: Path, files: tuple[Path, ...]) -> None:
    """Record in translations that they were compared with the source as it is now."""
    from builders.workflow.stamp import stamp  # noqa: PLC0415 - as for check

    with _usage_errors():
        for name, count in stamp(root, files):
            click.echo(f"{name}: {count} stamped")


@_command("clean", "curriculum clean", "curriculum clean --output /srv/training")
@_root
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    default=None,
    metavar="DIR",
    help="The output to remove. ROOT/dist unless given.",
)
def clean_command(root: Path, output: Path | None) -> None:
    """Remove the output and the cache. Sources are never touched."""
    from builders.workflow.clean import clean  # noqa: PLC0415 - nothing else needs it

    with _usage_errors():
        for folder in clean(root, output or root / "dist"):
            click.echo(f"removed {folder}")


@contextmanager
def _usage_errors() -> Iterator[None]:
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
def _progress() -> Iterator[Callable[[int, int, str], None]]:
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


def _without_notes(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if finding.severity is not Severity.NOTE)


def _count(findings: tuple[Finding, ...], severity: Severity) -> int:
    return sum(finding.severity is severity for finding in findings)


def _counted(findings: tuple[Finding, ...]) -> str:
    counts = [(severity, _count(findings, severity)) for severity in Severity]
    said = ", ".join(f"{count} {severity}{'' if count == 1 else 's'}" for severity, count in counts if count)
    return f"{said}." if said else "No findings."
