"""The player's own code and styles: nothing comes in, files by name go out."""

from __future__ import annotations

from functools import cache
from pathlib import Path

STYLE = "player.css"

_FOLDER = Path(__file__).parent / "assets"
_SHEETS = ("frame.css", "practice.css", "closing.css")  # later rules win


@cache
def player_files() -> tuple[tuple[str, bytes], ...]:
    """Name and bytes of every script and of the style sheet, sorted by name. The parts of the sheet are put together: on a
    poor line every request counts."""
    files = dict(read_folder(_FOLDER))
    sheet = b"\n".join(files.pop(name) for name in _SHEETS)
    return tuple(sorted((*files.items(), (STYLE, sheet))))


def read_folder(folder: Path) -> tuple[tuple[str, bytes], ...]:
    """Name and bytes of the scripts and styles of a folder, sorted by name; line ends as on every other machine.

    ``types.js`` is for the type checker alone: nothing in it runs, and no package carries it.
    """
    paths = sorted(path for path in folder.iterdir() if path.suffix in {".css", ".js"} and path.name != "types.js")
    return tuple((path.name, path.read_bytes().replace(b"\r\n", b"\n")) for path in paths)
