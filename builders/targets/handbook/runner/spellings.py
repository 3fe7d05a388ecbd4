"""Hindi is written with and without nukta (काग़ज़, कागज): a search entry comes in, one that is found by both goes out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

_NUKTA = "\u093c"
_WORD = re.compile(r"[\u0900-\u097f\u200c\u200d]+")


def with_spellings(entry: Mapping[str, Any]) -> dict[str, Any]:
    """Words with a nukta are added without it as tags, which are searched and (by our style sheet) not shown.

    Words are written in one form: ``NFC``, which takes a letter with nukta apart. The page's script does so with a query.
    """
    found = {key: unicodedata.normalize("NFC", value) if isinstance(value, str) else value for key, value in entry.items()}
    words = dict.fromkeys(_WORD.findall(f"{found.get('title', '')} {found.get('text', '')}"))
    without = sorted({word.replace(_NUKTA, "") for word in words if _NUKTA in word})
    return {**found, "tags": [*found.get("tags", ()), *without]} if without else found
