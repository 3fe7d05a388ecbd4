"""A cmi5 package: a publication in one or more languages comes in, content and the bytes of a zip go out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from builders.rendering.words import words
from builders.storage.archive import zipped
from builders.targets.cmi5.manifest import IRI, manifest
from builders.targets.packaging.assemble import assemble
from builders.targets.packaging.content import Content
from builders.targets.packaging.described import Edition
from builders.targets.player.assets import read_folder

MANIFEST = "cmi5.xml"
START = "start-cmi5.js"
CONNECT = "'self' https: http:"
"""The hosts that the page may call: the record store can be anywhere, and only the launch says where."""

_ASSETS = Path(__file__).parent / "assets"
_SAID = ("over", "refused")


def package(editions: Sequence[Edition], *, granularity: str = "") -> tuple[Content, bytes]:
    """What is in the package, and a zip with the course structure first.

    With the granularity ``session`` there is an AU for each session, practice and test.
    """
    content = assemble(
        editions,
        start=START,
        scripts=read_folder(_ASSETS),
        settings=settings([edition.language for _, edition in editions]),
        granularity=granularity,
        connect=CONNECT,
    )
    return content, zipped([(MANIFEST, manifest(content)), *content.files], first=MANIFEST)


def settings(languages: Sequence[str]) -> dict[str, str | int]:
    """What ``cmi5.js`` is told: what our ids begin with, and what it says where nothing is recorded, as ``over.hi``."""
    said = {f"{key}.{code}": words("cmi5", code)[key] for key in _SAID for code in languages}
    return {"iri": IRI, **said}
