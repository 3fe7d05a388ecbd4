"""The zip: its order, names, sameness, what its documents may call."""

from __future__ import annotations

import gzip
import io
import re
import zipfile
from collections.abc import Callable
from html import unescape

import pytest

from builders.model.curriculum import Curriculum
from builders.targets.cmi5.package import settings
from builders.targets.packaging.content import Content

Pack = Callable[..., tuple[Content, bytes]]
Editions = dict[str, Curriculum]


@pytest.fixture
def packed(editions: Editions, packed5: Pack) -> tuple[Content, bytes]:
    return packed5(editions["en"], editions["hi"])


def test_the_course_structure_comes_first_and_nothing_else_at_the_root(packed: tuple[Content, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(packed[1])) as archive:
        names = archive.namelist()
    assert names[0] == "cmi5.xml"
    assert [name for name in names if "/" not in name] == ["cmi5.xml", "index.hi.html", "index.html"]
    assert [name for name in names if not re.fullmatch(r"[a-z0-9._/-]+", name)] == []
    assert set(names) == {"cmi5.xml", *(path for path, _ in packed[0].files)}


def test_same_input_same_bytes(packed: tuple[Content, bytes], editions: Editions, packed5: Pack) -> None:
    assert packed5(editions["en"], editions["hi"])[1] == packed[1]


def test_nothing_for_trainers(packed: tuple[Content, bytes], unpacked: Callable[[bytes], dict[str, bytes]]) -> None:
    assert [name for name, content in unpacked(packed[1]).items() if b"TRAINERONLY" in content] == []


def test_only_calls_may_go_to_another_host(packed: tuple[Content, bytes], unpacked: Callable[[bytes], dict[str, bytes]]) -> None:
    for name in ("index.html", "index.hi.html"):
        page = unescape(unpacked(packed[1])[name].decode())
        found = re.search(r'Policy" content="([^"]+)"', page)
        assert found is not None
        policy = dict(part.split(" ", 1) for part in found[1].split("; "))
        assert policy["connect-src"] == "'self' https: http:"
        assert [part for part, sources in policy.items() if "http" in sources] == ["connect-src"]


def test_says_in_each_language_why_nothing_is_recorded(
    packed: tuple[Content, bytes], unpacked: Callable[[bytes], dict[str, bytes]]
) -> None:
    told = settings(["en", "hi", "mr"])
    assert set(told) == {"iri", *(f"{what}.{code}" for what in ("over", "refused") for code in ("en", "hi", "mr"))}
    assert len(set(told.values())) == 7
    for name in ("index.html", "index.hi.html"):
        page = unpacked(packed[1])[name].decode()
        assert str(told["over.hi"]) in page
        assert str(told["refused.en"]) in page


def test_carries_its_own_standard_alone_and_stays_small(
    packed: tuple[Content, bytes], unpacked: Callable[[bytes], dict[str, bytes]]
) -> None:
    files = unpacked(packed[1])
    script = files["player/player.js"]
    assert b"LMS.LaunchData" in script
    assert b"API_1484_11" not in script
    assert b"LMSInitialize" not in script
    assert len(gzip.compress(script)) + len(gzip.compress(files["player/player.css"])) < 45 * 1024
