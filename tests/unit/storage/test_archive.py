"""Archives are the same bytes whatever the order and the clock."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from builders.storage.archive import comment_of, zipped


def test_same_bytes_in_any_order() -> None:
    files = [("b.txt", b"2"), ("a/c.txt", b"3"), ("imsmanifest.xml", b"1")]
    assert zipped(files, first="imsmanifest.xml") == zipped(reversed(files), first="imsmanifest.xml")


def test_named_entry_comes_first_and_the_rest_is_sorted() -> None:
    data = zipped([("b", b""), ("z.xml", b""), ("a", b"")], first="z.xml")
    assert zipfile.ZipFile(io.BytesIO(data)).namelist() == ["z.xml", "a", "b"]


def test_times_and_permissions_are_fixed() -> None:
    entry = zipfile.ZipFile(io.BytesIO(zipped([("a", b"x")]))).infolist()[0]
    assert (entry.date_time, entry.create_system, entry.external_attr >> 16) == ((1980, 1, 1, 0, 0, 0), 3, 0o644)


def test_two_entries_of_one_name_are_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        zipped([("a", b"1"), ("a", b"2")])


def test_what_is_compressed_already_is_stored() -> None:
    data = zipped([("a.pptx", b"x" * 500), ("a.html", b"x" * 500)], stored=(".pptx",), level=1)
    entries = {entry.filename: entry for entry in zipfile.ZipFile(io.BytesIO(data)).infolist()}
    assert (entries["a.pptx"].compress_type, entries["a.pptx"].compress_size) == (zipfile.ZIP_STORED, 500)
    assert entries["a.html"].compress_type == zipfile.ZIP_DEFLATED
    assert entries["a.html"].compress_size < 50


def test_comments_are_read_back(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped([("a", b"x")], comment=b"said"))
    (tmp_path / "b.zip").write_bytes(zipped([("a", b"x")]))
    (tmp_path / "c.zip").write_bytes(b"no zip")
    assert [comment_of(tmp_path / f"{name}.zip") for name in "abcd"] == [b"said", b"", b"", b""]
