"""The version of the code: nothing comes in, a digest of everything that shapes the output besides the curriculum goes out."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path

from builders.storage.resources import resource

_LIBRARIES = ("jinja2", "jsonschema", "markdown", "mkdocs", "mkdocs-material", "nh3", "pyyaml", "segno")


@cache
def code_version() -> str:
    """64 hex digits over our own files, the schemas, the handbook's theme, the libraries' versions and Python's."""
    hasher = hashlib.sha256(repr((sys.version_info[:2], [(name, version(name)) for name in _LIBRARIES])).encode())
    for top in (Path(__file__).resolve().parents[1], resource("schemas"), resource("site")):
        for path in _files(top):
            hasher.update(path.relative_to(top).as_posix().encode())
            hasher.update(hashlib.sha256(path.read_bytes()).digest())
    return hasher.hexdigest()


def _files(top: Path) -> Iterator[Path]:
    yield from sorted(path for path in top.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
