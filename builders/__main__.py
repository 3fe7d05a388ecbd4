"""The program: argv comes in, an exit code goes out."""

from __future__ import annotations

import gc
import sys
import traceback

import click

from builders.cli import main as commands

OUR_FAULT = 3


def main() -> None:
    """Run a command. What a command does not expect is our fault, said as such with all that is known of it."""
    gc.set_threshold(100_000, 50, 50)  # a command makes many objects and few cycles, and does not live long
    try:
        commands(prog_name="curriculum")
    except OSError as error:
        click.echo(f"curriculum: {error}\nThe former output has not been touched.", err=True)
        sys.exit(OUR_FAULT)
    except Exception:  # noqa: BLE001 - the last boundary before the user: nothing is hidden, the trace is shown
        traceback.print_exc()
        click.echo("curriculum: this is our fault, not yours. Please report it with the lines above.", err=True)
        sys.exit(OUR_FAULT)


if __name__ == "__main__":
    main()
