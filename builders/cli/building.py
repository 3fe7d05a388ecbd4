"""`curriculum build` and `curriculum clean`."""

from __future__ import annotations

import os
import time
from collections import Counter
from pathlib import Path
from typing import Any

import click

from builders.cli.dates import day
from builders.cli.declare import FINDINGS, command, root_option
from builders.cli.saying import counted, progress_shown, usage_errors
from builders.diagnostics.code import Severity
from builders.diagnostics.render import STYLES
from builders.model.artefacts import PACKAGES, PARTICIPANT
from builders.model.dates import DAYS_OFF, SUNDAY
from builders.workflow.build import build
from builders.workflow.calendars import dates_said
from builders.workflow.plan import EVERYTHING
from builders.workflow.request import ONLY, Request

_CORES = os.cpu_count() or 1


@command(
    "build",
    "curriculum build",
    "curriculum build --only decks --course two-day --language hi",
    "curriculum build --standard cmi5 --module empathy --languages all",
    "curriculum build --start 2027-02-01 --course two-day",
    "curriculum build --output /srv/training --jobs 8",
)
@root_option
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
@click.option("--pdf", is_flag=True, help="Decks as PDF too, and pictures of slides in the handbook. Needs LibreOffice.")
@click.option("--start", type=day, default=None, metavar="DATE", help="Make calendars too: courses begin on this day.")
@click.option(
    "--days-off", type=click.Choice(list(DAYS_OFF)), default=SUNDAY, show_default=True, help="Days of the week without training."
)
@click.option("--holiday", "holidays", type=day, multiple=True, metavar="DATE", help="A day without training; may be repeated.")
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
    with usage_errors(), progress_shown() as progress:
        result = build(request, progress=progress)
    shown = tuple(finding for finding in result.findings if finding.severity is Severity.ERROR)
    if result.failed:
        click.echo(STYLES["text"](shown, result.files.lines), err=True)
        click.echo(f"{counted(result.findings)} Nothing was written.", err=True)
        raise SystemExit(FINDINGS)
    if result.noticed:
        click.echo(STYLES["text"](result.noticed, result.files.lines), err=True)
    if result.findings:
        click.echo(f"{counted(result.findings)} `curriculum check` shows them.")
    if result.gone:
        kinds = Counter(artefact.kind.value for artefact in result.gone)
        told = ", ".join(f"{count} {kind}" for kind, count in kinds.items())
        click.echo(f"Made on demand before and out of date now, so taken out: {told}. Ask for them again.")
    for line in dates_said(result.entries, request):
        click.echo(line)
    took = time.perf_counter() - begun
    what = "nothing has changed" if result.unchanged else f"{result.made} built, {len(result.entries) - result.made} unchanged"
    size = sum(entry.bytes for entry in result.entries) / 1e6
    click.echo(f"{len(result.entries)} artefacts ({size:.1f} MB) in {request.output} ({what}), {took:.1f} s.")
    click.echo(f"Open {request.output / 'index.html'} to find everything.")


@command("clean", "curriculum clean", "curriculum clean --output /srv/training")
@root_option
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

    with usage_errors():
        for folder in clean(root, output or root / "dist"):
            click.echo(f"removed {folder}")
