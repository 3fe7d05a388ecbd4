"""Contact sheets for a reviewer: decks come in, pictures with all their slides go out, as LibreOffice draws them.

Twelve slides stand on a sheet, large enough to read. Needs LibreOffice and poppler's pdftoppm; says so where they are missing.

    python tests/tools/contact_sheets.py dist/decks --output build/contact-sheets --only en/two-day
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from PIL import Image, ImageDraw

_AT_ONCE = 8  # decks that one LibreOffice opens: one after the other, so that starting it is paid for once
_GAP, _GROUND = 12, (196, 200, 206)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("decks", nargs="*", type=Path, default=[Path("dist/decks")], help="decks, or folders in which they lie")
    parser.add_argument("--output", type=Path, default=Path("build/contact-sheets"))
    parser.add_argument("--only", nargs="*", default=[""], help="parts of paths: decks with none of them are left out")
    parser.add_argument("--columns", type=int, default=3)
    parser.add_argument("--rows", type=int, default=4)
    parser.add_argument("--wide", type=int, default=640, help="pixels of one slide")
    arguments = parser.parse_args()
    programs = {name: shutil.which(name) for name in ("soffice", "pdftoppm")}
    missing = [name for name, path in programs.items() if path is None]
    if missing:
        sys.exit(
            f"{' and '.join(missing)} not found: for example `apt-get install libreoffice-impress poppler-utils fonts-noto-core`"
        )
    decks = [path for path in _decks(arguments.decks) if any(part in path.as_posix() for part in arguments.only)]
    if not decks:
        sys.exit("no deck there: run `curriculum build --only decks` before")
    written = 0
    with tempfile.TemporaryDirectory(prefix="contact-sheets-") as folder:
        for at in range(0, len(decks), _AT_ONCE):
            place = Path(folder) / str(at)  # a folder for each round: no picture of another deck gets in
            place.mkdir()
            for deck, slides in drawn(decks[at : at + _AT_ONCE], place, wide=arguments.wide).items():
                stem = "-".join(deck.with_suffix("").parts[-3:])
                for number, sheet in enumerate(sheets(slides, arguments.columns, arguments.rows), start=1):
                    arguments.output.mkdir(parents=True, exist_ok=True)
                    sheet.save(arguments.output / f"{stem}-{number}.png")
                    written += 1
    print(f"{written} sheets of {len(decks)} decks in {arguments.output}")  # noqa: T201 - a program's output


def _decks(places: Iterable[Path]) -> list[Path]:
    return [deck for place in places for deck in (sorted(place.rglob("*.pptx")) if place.is_dir() else [place])]


def drawn(decks: Sequence[Path], folder: Path, *, wide: int) -> dict[Path, list[Path]]:
    """A picture of every slide of every deck, ``wide`` pixels across."""
    copies = {deck: folder / f"{at}.pptx" for at, deck in enumerate(decks)}
    for deck, copy in copies.items():
        shutil.copyfile(deck, copy)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    names = [str(copy) for copy in copies.values()]
    _run(["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *names])
    found = {}
    for deck, copy in copies.items():
        pdf = copy.with_suffix(".pdf")
        if not pdf.exists():
            sys.exit(f"LibreOffice could not open {deck}")
        _run(["pdftoppm", "-png", "-scale-to-x", str(wide), "-scale-to-y", "-1", str(pdf), str(copy.with_suffix(""))])
        found[deck] = sorted(folder.glob(f"{copy.stem}-*.png"))
    return found


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=600)


def sheets(slides: Sequence[Path], columns: int, rows: int) -> Iterable[Image.Image]:
    """Slides side by side and under each other, each with its number."""
    most = columns * rows
    for begin in range(0, len(slides), most):
        group = [Image.open(path) for path in slides[begin : begin + most]]
        wide, high = group[0].size
        lines = -(-len(group) // columns)
        sheet = Image.new("RGB", (columns * (wide + _GAP) + _GAP, lines * (high + _GAP) + _GAP), _GROUND)
        pen = ImageDraw.Draw(sheet)
        for at, slide in enumerate(group):
            row, column = divmod(at, columns)
            place = (_GAP + column * (wide + _GAP), _GAP + row * (high + _GAP))
            sheet.paste(slide, place)
            pen.text((place[0] + 4, place[1] + high - 14), str(begin + at + 1), fill=(160, 0, 0))
        yield sheet


if __name__ == "__main__":
    main()
