"""Measures typefaces for the decks: fonts of this machine come in, lines for ``faces.toml`` of the slides target go out.

Lines of the curriculum are shaped by HarfBuzz in a font and in the one whose letters are measured one by one
(``measure_fonts.py``); 99 of 100 lines are no wider than the share that is written down. Heights are those that the font names.

    python tests/tools/measure_faces.py --script Deva "Noto Serif Devanagari" regular.ttf bold.ttf
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

import uharfbuzz as hb
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parents[2]
FONTS = Path("/usr/share/fonts/truetype")
BASES = {
    "Latn": ("liberation/LiberationSans-Regular.ttf", "liberation/LiberationSans-Bold.ttf"),
    "Deva": ("noto/NotoSansDevanagari-Regular.ttf", "noto/NotoSansDevanagari-Bold.ttf"),
}
_SHARE = 0.99


def lines(script: str) -> list[str]:
    """What the curriculum says in a script, line by line."""
    ending = ".hi.md" if script == "Deva" else ".md"
    files = [path for path in sorted((ROOT / "curriculum").rglob("*.md")) if path.name.count(".") == ending.count(".")]
    found = (line.strip() for path in files for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in found if 25 < len(line) < 90 and _in_script(line[0], script)]


def _in_script(letter: str, script: str) -> bool:
    return "\u0900" <= letter <= "\u097f" if script == "Deva" else letter.isascii() and letter.isalpha()


def widths(path: Path, said: Iterable[str]) -> list[float | None]:
    """In ems; ``None`` for a line with a letter that the font lacks."""
    font = hb.Font(hb.Face(hb.Blob.from_file_path(str(path))))
    found: list[float | None] = []
    for line in said:
        buffer = hb.Buffer()
        buffer.add_str(line)
        buffer.guess_segment_properties()
        hb.shape(font, buffer, {"kern": False})  # presentations are not kerned unless they say so
        known = all(info.codepoint for info in buffer.glyph_infos)
        found.append(sum(place.x_advance for place in buffer.glyph_positions) / font.face.upem if known else None)
    return found


def height(path: Path) -> float:
    """Of a row in ems: the larger of what the font tells different systems."""
    font = TTFont(path)
    units, across, windows = font["head"].unitsPerEm, font["hhea"], font["OS/2"]
    return max(across.ascent - across.descent + across.lineGap, windows.usWinAscent + windows.usWinDescent) / units


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--script", choices=list(BASES), default="Latn")
    parser.add_argument("name", help="the name of the typeface, as PowerPoint shows it")
    parser.add_argument("files", nargs=2, type=Path, help="its regular and its bold font")
    arguments = parser.parse_args()
    said = lines(arguments.script)
    shares = []
    for base, path in zip(BASES[arguments.script], arguments.files, strict=True):
        pairs = zip(widths(path, said), widths(FONTS / base, said), strict=True)
        ratios = sorted(one / other for one, other in pairs if one and other)
        shares.append(ratios[int(len(ratios) * _SHARE)])
    print(f'"{arguments.name}" = {{width = {max(shares):.3f}, height = {height(arguments.files[0]):.3f}}}')  # noqa: T201 - a program


if __name__ == "__main__":
    main()
