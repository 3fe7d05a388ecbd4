"""Measures fonts for the decks: fonts of this machine come in, ``metrics.toml`` of the slides target goes out.

Latin letters are measured one by one. Devanagari is shaped by HarfBuzz: consonants whole and halved, and every pair of
consonants and every consonant with a vowel sign whose width is not the sum of its parts. Widths are in thousandths of the
type size. Only figures that we measured are kept; no font and no part of one is.

    python tests/tools/measure_fonts.py /usr/share/fonts/truetype
"""

from __future__ import annotations

import argparse
import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import uharfbuzz as hb

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "builders/targets/slides/metrics.toml"

LATIN = {"regular": "liberation/LiberationSans-Regular.ttf", "bold": "liberation/LiberationSans-Bold.ttf"}
DEVANAGARI = {"regular": "noto/NotoSansDevanagari-Regular.ttf", "bold": "noto/NotoSansDevanagari-Bold.ttf"}

_RANGES = ((0x20, 0x7E), (0xA0, 0x24F), (0x300, 0x36F), (0x2010, 0x206F), (0x20A0, 0x20BF), (0x2190, 0x25FF))
_CONSONANTS = [chr(code) for code in range(0x915, 0x93A) if code not in (0x929, 0x934)]  # a dot below changes no width
_SIGNS = [chr(code) for code in (0x93A, 0x93B, *range(0x93E, 0x94D), 0x94E, 0x94F, 0x955, 0x956, 0x957, 0x962, 0x963)]
_MARKS = ["\u0900", "\u0901", "\u0902", "\u0903", "\u093c"]
_ALONE = [chr(code) for code in (*range(0x904, 0x915), 0x93D, 0x950, *range(0x960, 0x962), *range(0x964, 0x980))]
_VIRAMA, _JOINER = "\u094d", "\u200d"

_HEAD = """\
# How wide words are, in thousandths of the type size: measured by tests/tools/measure_fonts.py; do not edit.
# Latin letters as in Liberation Sans, which is as wide as Arial; Devanagari as HarfBuzz shapes Noto Sans Devanagari:
# letters alone, halves of consonants, signs behind them, and what is joined and not as wide as its parts."""

Measure = Callable[[str], int | None]


def measure(path: Path) -> Measure:
    """A function that gives the width of words in thousandths of an em, ``None`` where the font lacks a letter."""
    font = hb.Font(hb.Face(hb.Blob.from_file_path(str(path))))
    units = font.face.upem

    def width(words: str) -> int | None:
        buffer = hb.Buffer()
        buffer.add_str(words)
        buffer.guess_segment_properties()
        hb.shape(font, buffer, {"kern": False})  # presentations are not kerned unless they say so
        if any(info.codepoint == 0 for info in buffer.glyph_infos):
            return None
        return round(sum(place.x_advance for place in buffer.glyph_positions) * 1000 / units)

    return width


def latin(width: Measure, other: Measure) -> dict[str, int]:
    """Every letter that the font has; signs that it lacks as in the ``other`` one."""
    signs = [chr(code) for first, last in _RANGES for code in range(first, last + 1)]
    return _found((sign, width(sign)) for sign in signs) | _found((sign, other(sign)) for sign in signs if width(sign) is None)


def devanagari(width: Measure) -> dict[str, dict[str, int]]:
    """Whole letters, halves, the vowel signs, and what is not the sum of its parts."""
    alone = _found((sign, width(sign)) for sign in (*_CONSONANTS, *_ALONE))
    halves = _found((letter, width(f"{letter}{_VIRAMA}{_JOINER}")) for letter in _CONSONANTS)
    halves |= {
        pair: found
        for one, other in itertools.product(_CONSONANTS, _CONSONANTS)
        if one != "र"
        and (found := width(f"{(pair := f'{one}{_VIRAMA}{other}')}{_VIRAMA}{_JOINER}")) is not None
        and found != halves[one] + halves[other]
    }
    base = width("क") or 0
    signs = {sign: found - base for sign in (*_SIGNS, *_MARKS) if (found := width(f"क{sign}")) is not None}
    pairs = {
        f"{one}{_VIRAMA}{other}": found
        for one, other in itertools.product(_CONSONANTS, _CONSONANTS)
        if (found := width(f"{one}{_VIRAMA}{other}")) is not None and found != (halves[one] if one != "र" else 0) + alone[other]
    }
    ligatures = {
        f"{letter}{sign}": found
        for letter, sign in itertools.product((*_CONSONANTS, *pairs), _SIGNS)
        if sign in signs
        and (found := width(f"{letter}{sign}")) is not None
        and found != (pairs.get(letter) or alone[letter]) + signs[sign]
    }
    return {"alone": alone, "halves": halves, "signs": signs, "joined": pairs | ligatures}


def _found(pairs: Iterable[tuple[str, int | None]]) -> dict[str, int]:
    return {sign: width for sign, width in pairs if width is not None}


def table(name: str, widths: Mapping[str, int]) -> str:
    """A table of TOML: a width, and everything that has it."""
    groups: defaultdict[int, list[str]] = defaultdict(list)
    for sign, width in widths.items():
        groups[width].append(sign)
    single = not name.endswith(("halves", "joined"))
    rows = (f"{width} = {_row(sorted(signs), single=single)}" for width, signs in sorted(groups.items()))
    return "\n".join([f"[{name}]", *rows])


def _row(signs: list[str], *, single: bool) -> str:
    text = ("" if single else " ").join(signs)
    return '"' + "".join(_escaped(sign) for sign in text) + '"'


def _escaped(sign: str) -> str:
    code = ord(sign)
    if sign in '"\\':
        return f"\\{sign}"
    if code < 0x20 or 0x7F <= code < 0xA1 or 0x300 <= code < 0x370 or 0x2000 <= code < 0x2070:
        return f"\\u{code:04X}"
    return sign


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("fonts", type=Path, help="the folder in which the folders liberation and noto lie")
    fonts = parser.parse_args().fonts
    parts = [_HEAD]
    for weight, path in LATIN.items():
        parts.append(table(f"latin.{weight}", latin(measure(fonts / path), measure(fonts / DEVANAGARI[weight]))))
    for weight, path in DEVANAGARI.items():
        parts += [table(f"devanagari.{weight}.{name}", widths) for name, widths in devanagari(measure(fonts / path)).items()]
    TARGET.write_text("\n\n".join(parts) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
