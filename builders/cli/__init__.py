"""The command line: arguments come in, a request goes to the workflow, and what comes back is said in plain words."""

import click

from builders import __version__
from builders.cli.building import build_command, clean_command
from builders.cli.packages import compare_command, validate_command
from builders.cli.source import check_command, explain_command, list_command, stamp_command
from builders.cli.theme import theme_commands


class _InOrder(click.Group):
    """Lists commands in the order in which they are used, not by the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(self.commands)


@click.group(cls=_InOrder, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="curriculum")
def main() -> None:
    """Curriculum as code: YAML and Markdown in, trainer handbook, decks and LMS packages out.

    Exit codes: 0 done, 1 findings of level error, 2 wrong usage, 3 our fault.
    """


_COMMANDS = (
    check_command,
    build_command,
    validate_command,
    compare_command,
    theme_commands,
    list_command,
    explain_command,
    stamp_command,
    clean_command,
)

for each in _COMMANDS:
    main.add_command(each)
