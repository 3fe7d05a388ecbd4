"""Archives are the same bytes whatever the order and the clock."""

from __future__ import annotations

import io
import zipfile

import pytest

from builders.storage.archive import zipped


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
