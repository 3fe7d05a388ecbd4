"""`curriculum theme check`: what an academy's own presentation is good for as a template of decks."""

from __future__ import annotations

from pathlib import Path

import click

from builders.cli.declare import FINDINGS, command
from builders.cli.saying import counted
from builders.diagnostics.finding import has_errors
from builders.diagnostics.render import STYLES

_LISTED = "V015"  # the list of layouts tells it already


@click.group("theme")
def theme_commands() -> None:
    """Look at what decks are to look like."""


@command("check", "curriculum theme check academy.potx", "curriculum theme check academy.pptx --format json")
@click.argument("file", metavar="FILE.pptx", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--format", "style", type=click.Choice(list(STYLES)), default="text", help="How findings are written.")
def theme_check_command(file: Path, style: str) -> None:
    """Say which layouts of a presentation fit, which are missing, and what will be used instead."""
    from builders.workflow.theme import check_theme  # noqa: PLC0415 - nothing else needs it

    checked = check_theme(file)
    if style == "text" and checked.lines:
        click.echo("\n".join([*checked.lines, ""]))
    findings = tuple(finding for finding in checked.findings if style != "text" or finding.code != _LISTED)
    report = STYLES[style](findings, lambda _file: ())
    if report:
        click.echo(report)
    if style == "text":
        click.echo(counted(findings))
    if has_errors(checked.findings):
        raise SystemExit(FINDINGS)


theme_commands.add_command(theme_check_command)
