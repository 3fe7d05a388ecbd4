"""The cache gives back what was stored, or nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from builders.storage.cache import Cache

KEY = "ab" * 32


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def _blob(cache: Cache, sha256: str) -> Path:
    return cache.folder / "blobs" / sha256[:2] / sha256


def test_stores_and_reads(cache: Cache) -> None:
    stored = cache.put(KEY, [("b", b"two"), ("a", b"one")])
    assert [item.path for item in stored] == ["a", "b"]
    assert cache.get(KEY) == stored
    assert [cache.read(item) for item in stored] == [b"one", b"two"]


def test_unknown_key(cache: Cache) -> None:
    assert cache.get(KEY) is None


def test_missing_blob_is_a_miss(cache: Cache) -> None:
    (stored,) = cache.put(KEY, [("a", b"one")])
    _blob(cache, stored.sha256).unlink()
    assert cache.get(KEY) is None
    assert cache.read(stored) is None


def test_changed_blob_is_noticed_and_removed(cache: Cache) -> None:
    (stored,) = cache.put(KEY, [("a", b"one")])
    _blob(cache, stored.sha256).write_bytes(b"bad")
    assert cache.read(stored) is None
    assert cache.get(KEY) is None


@pytest.mark.parametrize("content", ["", "[[", "[[1]]", "{}x"])
def test_damaged_entry_is_a_miss(cache: Cache, content: str) -> None:
    cache.put(KEY, [("a", b"one")])
    (cache.folder / "entries" / KEY[:2] / KEY).write_text(content)
    assert cache.get(KEY) is None


def test_verify_removes_what_was_changed_and_nothing_else(cache: Cache) -> None:
    one, two = cache.put(KEY, [("a", b"one"), ("b", b"two")])
    _blob(cache, one.sha256).write_bytes(b"bad")
    cache.verify()
    assert cache.get(KEY) is None
    assert cache.read(two) == b"two"


def test_prune_keeps_the_newest_and_their_blobs(cache: Cache) -> None:
    for number, key in enumerate(("aa" * 32, "bb" * 32, "cc" * 32)):
        cache.put(key, [("f", bytes([number]))])
        os.utime(cache.folder / "entries" / key[:2] / key, (1000 + number, 1000 + number))
    cache.prune(most_entries=2)
    assert cache.get("aa" * 32) is None
    (kept,) = cache.get("cc" * 32) or ()
    assert cache.read(kept) == b"\x02"
    assert len(list(cache.folder.glob("blobs/*/*"))) == 2
