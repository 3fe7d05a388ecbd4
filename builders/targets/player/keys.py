"""Short names for long ids: ids come in, ASCII keys of one width go out.

Saved progress holds keys, since SCORM 1.2 gives it 4096 characters in all. A key is made from its id alone, so that an
item keeps it when others are added, moved or removed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from string import ascii_letters, digits

ITEM_WIDTH = 4
"""Of pages, questions, scenarios and procedures: among 100 of a kind, two meet once in 3000 packages."""

OPTION_WIDTH = 2
"""Of the answers of one question, the moments of one scenario, the steps of one procedure."""

_ALPHABET = digits + ascii_letters


def short_keys(ids: Iterable[str], *, width: int) -> dict[str, str]:
    """A key for every id. Where two ids meet in one key, the second in alphabetical order takes another."""
    keys: dict[str, str] = {}
    for id in sorted(set(ids)):
        salt = 0
        while (key := _key(id, salt, width)) in keys.values():
            salt += 1
        keys[id] = key
    return keys


def _key(id: str, salt: int, width: int) -> str:
    number = int.from_bytes(hashlib.sha256(f"{salt}:{id}".encode()).digest()[:8], "big")
    characters = []
    for _ in range(width):
        number, position = divmod(number, len(_ALPHABET))
        characters.append(_ALPHABET[position])
    return "".join(characters)
