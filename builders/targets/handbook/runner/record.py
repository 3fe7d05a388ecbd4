"""What a build left behind in its scratch folder, written last: read back, it tells what may be used again.

A build that died has removed its record first and not written a new one, so nothing of it is trusted.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class PageRecord:
    """``source`` is the digest of a page's Markdown; the rest is what MkDocs found on it. ``entries`` are for the search index,
    each as the JSON that stands there."""

    source: str
    anchors: list[str]
    links: list[list[str]]
    entries: list[str]


@dataclass(frozen=True, slots=True)
class Record:
    """``files`` are digests of all that MkDocs wrote, by path."""

    fingerprint: str
    search: dict[str, Any]
    pages: Mapping[str, PageRecord]
    files: Mapping[str, str]


def checksum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def read_record(path: Path) -> Record | None:
    """None where there is none, or it is not what was written."""
    try:
        seal, _, body = path.read_text(encoding="utf-8").partition("\n")
    except (OSError, UnicodeDecodeError):
        return None
    if seal != checksum(body.encode()):
        return None
    found = json.loads(body)
    pages = {page: PageRecord(**known) for page, known in found["pages"].items()}
    return Record(found["fingerprint"], found["search"], pages, found["files"])


def write_record(path: Path, record: Record) -> None:
    """In one step: a reader sees the old record, the new one, or none."""
    body = json.dumps(
        {
            "fingerprint": record.fingerprint,
            "search": record.search,
            "pages": {page: _plain(known) for page, known in record.pages.items()},
            "files": dict(record.files),
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )
    draft = path.with_suffix(".draft")
    draft.write_text(f"{checksum(body.encode())}\n{body}", encoding="utf-8")
    draft.replace(path)


def _plain(page: PageRecord) -> dict[str, Any]:
    return {"source": page.source, "anchors": page.anchors, "links": page.links, "entries": page.entries}
