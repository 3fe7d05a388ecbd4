"""Devanagari as it is shaped: words come in, their width in thousandths of the type size goes out, syllable by syllable.

A syllable's width is not the sum of its letters: consonants lose their stem before others or melt into one sign, a leading
*r* flies over the syllable and takes no room. ``metrics.toml`` holds what HarfBuzz made of halves and pairs; here they are
put together. The fonts of the machine that builds play no part, so that decks are the same everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_VIRAMA, _DOT, _APART = "\u094d", "\u093c", "\u200c"
_SYLLABLE = re.compile(
    f"((?:[\u0915-\u0939]{_VIRAMA}[\u200c\u200d]?)*)([\u0915-\u0939])([\u0900-\u0903\u093a\u093b\u093e-\u094f\u0955-\u0957\u0962\u0963]*)"
)
_DOTTED = str.maketrans(
    dict(zip("\u0929\u0934\u0958\u0959\u095a\u095b\u095c\u095d\u095e\u095f", "नळकखगजडढफय", strict=True)) | {_DOT: None}
)


@dataclass(frozen=True, slots=True)
class Shapes:
    """The measured widths of one weight: letters alone, halves of consonants, signs behind letters, and whatever is not as
    wide as its parts. ``others`` has the letters of other scripts, ``default`` stands for any that was not measured."""

    alone: Mapping[str, int]
    halves: Mapping[str, int]
    signs: Mapping[str, int]
    joined: Mapping[str, int]
    others: Mapping[str, int]
    default: int

    def width(self, words: str) -> int:
        """Thousandths of the type size."""
        plain = words.translate(_DOTTED)
        total = at = 0
        for syllable in _SYLLABLE.finditer(plain):
            total += self._letters(plain[at : syllable.start()]) + self._syllable(*syllable.groups())
            at = syllable.end()
        return total + self._letters(plain[at:])

    def _letters(self, words: str) -> int:
        return sum(self._letter(sign) for sign in words)

    def _letter(self, sign: str) -> int:
        found = self.others.get(sign, self.alone.get(sign))
        return found if found is not None else self.signs.get(sign, 0 if sign == _VIRAMA else self.default)

    def _syllable(self, before: str, last: str, signs: str) -> int:
        """Consonants without a vowel of their own, the one that carries it, the signs around that."""
        halves = [part for part in before.replace("\u200d", "").split(_VIRAMA) if part]
        if _APART in before:  # written apart: every letter whole, its missing vowel marked below
            whole = sum(self.alone[letter] for letter in before if letter in self.alone)
            return whole + self._core(last, signs)
        if halves and halves[0] == "र":
            halves = halves[1:]
        melted = len(halves) > 1 and _VIRAMA.join(halves[-2:]) in self.halves
        if halves and not melted and (pair := f"{halves[-1]}{_VIRAMA}{last}") in self.joined:
            return self._halved(halves[:-1]) + self._core(pair, signs)
        return self._halved(halves) + self._core(last, signs)

    def _halved(self, letters: Sequence[str]) -> int:
        """Consonants without vowels; two of them may melt into one."""
        total = at = 0
        while at < len(letters):
            pair = self.halves.get(_VIRAMA.join(letters[at : at + 2])) if at + 1 < len(letters) else None
            total += self.halves[letters[at]] if pair is None else pair
            at += 1 if pair is None else 2
        return total

    def _core(self, core: str, signs: str) -> int:
        joined = self.joined.get(core + signs[:1]) if signs else None
        if joined is not None:
            return joined + self._signs(signs[1:])
        return self.joined.get(core, self.alone.get(core, self.default)) + self._signs(signs)

    def _signs(self, signs: str) -> int:
        return sum(self.signs.get(sign, 0) for sign in signs)
