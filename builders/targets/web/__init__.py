"""The web edition: a publication comes in, a zip goes out that plays from a double-click and keeps progress on the device."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from builders.storage.archive import zipped
from builders.targets.packaging.assemble import assemble
from builders.targets.packaging.content import Content
from builders.targets.packaging.described import Edition
from builders.targets.player.assets import read_folder

_ASSETS = Path(__file__).parent / "assets"


def package(editions: Sequence[Edition]) -> tuple[Content, bytes]:
    """What is in it, and a zip whose ``index.html`` opens in any browser, from a web server or a folder."""
    content = assemble(editions, start="start-web.js", scripts=read_folder(_ASSETS))
    return content, zipped(content.files)
