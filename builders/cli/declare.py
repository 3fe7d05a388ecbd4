"""What the commands share: a way to declare them, and the folder they work in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

FINDINGS = 1
"""Exit code where something has findings of level error."""

root_option = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="Folder that holds curriculum/. The current one unless given.",
)


def command(name: str, *examples: str) -> Callable[[Callable[..., None]], click.Command]:
    """A command whose help ends with examples, laid out as written."""
    return click.command(name, epilog="\b\nExamples:\n" + "\n".join(f"  {example}" for example in examples))
