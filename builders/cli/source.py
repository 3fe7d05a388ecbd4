"""What looks at sources and writes none of them but stamps: `curriculum check`, `list`, `explain` and `stamp`."""

from __future__ import annotations

from pathlib import Path

import click

from builders.cli.declare import FINDINGS, command, root_option
from builders.cli.saying import count, counted, usage_errors, without_notes
from builders.diagnostics.code import Severity
from builders.diagnostics.codes import CODES
from builders.diagnostics.finding import has_errors, nearest
from builders.diagnostics.render import STYLES
from builders.workflow.request import WORK


@command(
    "check",
    "curriculum check",
    "curriculum check --format sarif > all.sarif",
    "curriculum check --root ../academy --strict",
)
@root_option
@click.option("--format", "style", type=click.Choice(list(STYLES)), default="text", help="How findings are written.")
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@click.option("--all", "show_all", is_flag=True, help="Show notes as well (text format; the others always hold them).")
def check_command(root: Path, style: str, strict: bool, show_all: bool) -> None:
    """Read the curriculum and say everything that is wrong with it. Writes nothing but its memory in build/."""
    from builders.workflow.check import check  # noqa: PLC0415 - only this command and a real build need the rules

    judged = check(root, memory=root / WORK)
    shown = judged.findings if style != "text" or show_all else without_notes(judged.findings)
    report = STYLES[style](shown, judged.reading.files.lines)
    if report:
        click.echo(report)
    if style == "text":
        click.echo(counted(judged.findings))
    if has_errors(judged.findings) or (strict and count(judged.findings, Severity.WARNING)):
        raise SystemExit(FINDINGS)


@command("list", "curriculum list", "curriculum list --root ../academy")
@root_option
def list_command(root: Path) -> None:
    """List modules, courses and languages with their versions."""
    from builders.workflow.listing import listing  # noqa: PLC0415 - as for check

    for line in listing(root, memory=root / WORK):
        click.echo(line)


@command("explain", "curriculum explain Q003", "curriculum explain")
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


@command("stamp", "curriculum stamp curriculum/modules/empathy/listening.hi.md")
@root_option
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
def stamp_command(root: Path, files: tuple[Path, ...]) -> None:
    """Record in translations that they were compared with the source as it is now."""
    from builders.workflow.stamp import stamp  # noqa: PLC0415 - as for check

    with usage_errors():
        for name, count in stamp(root, files):
            click.echo(f"{name}: {count} stamped")
