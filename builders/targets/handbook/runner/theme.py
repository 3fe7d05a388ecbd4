"""Material for MkDocs with our overrides: folders come in, a theme goes out that carries along only what pages need."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.theme import Theme

_NOT_NEEDED_FOLDERS = {"images", "lunr"}  # a logo of Material's; stemmers and tokenisers of languages that are not ours
_NOT_NEEDED_SUFFIXES = {".map"}


class _Loader(jinja2.FileSystemLoader):
    """Material brings some 14,000 icons. They are templates to include, not files to copy, and listing them takes longer
    than rendering a page."""

    def list_templates(self) -> list[str]:
        return sorted({path for folder in self.searchpath for path in _assets(Path(folder))})


def _assets(folder: Path) -> list[str]:
    found = (path.relative_to(folder) for path in (folder / "assets").rglob("*") if path.is_file())
    return [
        path.as_posix()
        for path in found
        if path.suffix not in _NOT_NEEDED_SUFFIXES and not _NOT_NEEDED_FOLDERS.intersection(path.parts)
    ]


class HandbookTheme(Theme):
    """``settings`` are the variables of the theme, ``compiled`` a folder that keeps compiled templates between builds."""

    def __init__(self, *, name: str, custom_dir: str, settings: Mapping[str, Any], compiled: Path) -> None:
        super().__init__(name, custom_dir=custom_dir, **settings)
        # A site map names absolute addresses, which a folder that is handed round has not; so does an error page.
        self.static_templates = set()
        self._compiled = compiled

    def get_env(self) -> jinja2.Environment:
        env = super().get_env()
        env.loader = _Loader(self.dirs)
        self._compiled.mkdir(parents=True, exist_ok=True)
        env.bytecode_cache = jinja2.FileSystemBytecodeCache(str(self._compiled))
        return env
