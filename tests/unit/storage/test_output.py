"""The output folder changes in one step, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders.storage import output as output_module
from builders.storage.lock import LockedError, locked
from builders.storage.output import MARKER, NotOursError, Output, UnsafePathError


def _build(folder: Path, content: bytes) -> None:
    output = Output(folder)
    output.open()
    output.write("a/file.txt", content)
    output.write(MARKER, b"{}")
    output.swap()


def test_second_build_replaces_the_first(tmp_path: Path) -> None:
    folder = tmp_path / "dist"
    _build(folder, b"one")
    _build(folder, b"two")
    assert (folder / "a/file.txt").read_bytes() == b"two"
    assert [path.name for path in tmp_path.iterdir()] == ["dist"]


def test_two_renames_where_folders_cannot_be_exchanged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output_module, "_exchange", lambda *_: False)
    _build(tmp_path / "dist", b"one")
    _build(tmp_path / "dist", b"two")
    assert (tmp_path / "dist/a/file.txt").read_bytes() == b"two"
    assert [path.name for path in tmp_path.iterdir()] == ["dist"]


def test_a_kill_between_two_renames_is_mended(tmp_path: Path) -> None:
    _build(tmp_path / "dist", b"one")
    (tmp_path / "dist").rename(tmp_path / ".dist.former")
    output = Output(tmp_path / "dist")
    output.open()
    assert (tmp_path / "dist/a/file.txt").read_bytes() == b"one"


def test_abandoned_staging_leaves_the_former_output(tmp_path: Path) -> None:
    _build(tmp_path / "dist", b"one")
    output = Output(tmp_path / "dist")
    output.open()
    output.write("a/file.txt", b"half")
    assert (tmp_path / "dist/a/file.txt").read_bytes() == b"one"
    _build(tmp_path / "dist", b"two")
    assert (tmp_path / "dist/a/file.txt").read_bytes() == b"two"


def test_a_folder_of_somebody_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist/thesis.txt").write_text("mine")
    with pytest.raises(NotOursError):
        Output(tmp_path / "dist").open()
    assert (tmp_path / "dist/thesis.txt").read_text() == "mine"


@pytest.mark.parametrize("path", ["../x", "/etc/x", "a/../../x", "", "C:/x", "a\\b"])
def test_paths_that_lead_out_are_refused(tmp_path: Path, path: str) -> None:
    output = Output(tmp_path / "dist")
    output.open()
    with pytest.raises(UnsafePathError):
        output.write(path, b"")


def test_a_file_is_written_once(tmp_path: Path) -> None:
    output = Output(tmp_path / "dist")
    output.open()
    output.write("a", b"")
    with pytest.raises(FileExistsError):
        output.write("a", b"")


def test_a_lock_is_held_once(tmp_path: Path) -> None:
    with locked(tmp_path / "lock"), pytest.raises(LockedError), locked(tmp_path / "lock", patience=0.1):
        pytest.fail("two builds at once")
    with locked(tmp_path / "lock"):
        pass
