"""What MkDocs wrote and what there is to search come in, the files to hand over go out.

The search index is put together anew: MkDocs knows only the pages that it has just rendered.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from builders.model.artefacts import OutputFile
from builders.targets.handbook.runner.app import service_worker
from builders.targets.handbook.runner.spellings import with_spellings

_INDEX = "search/search_index.json"
_SOURCE_MAP = re.compile(rb"\n?(?://# sourceMappingURL=\S+|/\*# sourceMappingURL=\S+ ?\*/)\s*$")


def search_entry(found: Mapping[str, Any]) -> str:
    """An entry of MkDocs' search plugin as it stands in the index: JSON, other spellings added."""
    return _json(with_spellings(found))


def finished(
    written: Mapping[str, bytes], entries: Iterable[str], search: Mapping[str, Any], manifest: OutputFile
) -> tuple[OutputFile, ...]:
    """All files, sorted. ``entries`` come from ``search_entry``, ``search`` are the settings that go with them.

    The index is written twice: a server hands out the JSON; a page opened from a folder may not read files, but may run scripts.
    """
    index = f'{{"config":{_json(search)},"docs":[{",".join(entries)}]}}'.encode()
    files = [OutputFile(name, _without_source_map(name, data)) for name, data in written.items() if name != _INDEX]
    files.append(OutputFile(_INDEX, index))
    files.append(OutputFile("search/search_index.js", b"var __index = " + index))
    files.append(manifest)
    files.append(service_worker(files))
    return tuple(sorted(files))


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _without_source_map(name: str, data: bytes) -> bytes:
    """The maps are left out, so nothing may point to them."""
    return _SOURCE_MAP.sub(b"\n", data) if name.endswith((".js", ".css")) else data
