"""What looks at packages: `curriculum validate` and `curriculum compare`."""

from __future__ import annotations

from pathlib import Path

import click

from builders.cli.declare import FINDINGS, command, root_option
from builders.cli.saying import count, counted, usage_errors, without_notes
from builders.diagnostics.code import Severity
from builders.diagnostics.finding import has_errors
from builders.diagnostics.render import STYLES


@command(
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
    shown = validated.findings if style != "text" or show_all else without_notes(validated.findings)
    report = STYLES[style](shown, validated.lines)
    if report:
        click.echo(report)
    if style == "text":
        for name, standard in validated.standards:
            click.echo(f"{name}: {standard or 'not recognised'}")
        click.echo(counted(validated.findings))
    if has_errors(validated.findings) or (strict and count(validated.findings, Severity.WARNING)):
        raise SystemExit(FINDINGS)


@command(
    "compare",
    "curriculum compare empathy-1.0.0.zip empathy-1.1.0.zip",
    "curriculum compare origin/main HEAD --module empathy --format json",
)
@click.argument("old")
@click.argument("new")
@root_option
@click.option("--module", default="", metavar="ID", help="Of two revisions: one module.")
@click.option("--course", default="", metavar="ID", help="Of two revisions: one course.")
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", help="How the answer is written.")
def compare_command(old: str, new: str, root: Path, module: str, course: str, style: str) -> None:
    """Say what NEW does to the records of learners who began OLD. Each is a package or a Git revision.

    Exit codes: 0 replace the package, 10 replace it with care, 20 make a new activity.
    """
    from builders.comparison.render import STYLES as COMPARISONS  # noqa: PLC0415 - nothing else needs it
    from builders.workflow.compare import compare_versions  # noqa: PLC0415 - as above

    with usage_errors():
        compared = compare_versions(root, old, new, module=module, course=course)
    if compared.findings:
        click.echo(STYLES["text"](compared.findings, compared.lines), err=True)
        click.echo(f"{counted(compared.findings)} Nothing was compared.", err=True)
    else:
        click.echo(COMPARISONS[style](compared.comparisons))
    raise SystemExit(compared.exit_code)
