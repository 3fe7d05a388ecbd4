"""A LibreOffice that is a script: it writes what a conversion would, and a line for each time that it was started."""

from __future__ import annotations

import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from builders.workflow.office import Office

_SCRIPT = """#!{python}
import pathlib, sys, time
log = pathlib.Path({log!r})
files = [pathlib.Path(word) for word in sys.argv[1:] if word.endswith(".pptx")]
with log.open("a") as lines:
    lines.write(" ".join(file.read_text() for file in files) + "\\n")
for file in files:
    word = file.read_text()
    if word == "crashes":
        print("something is wrong with it")
        sys.exit(1)
    if word == "hangs":
        time.sleep(600)
    export = sys.argv[sys.argv.index("--convert-to") + 1]
    pdf = "%PDF-1.6 " + word + " " + export + " %%EOF"
    file.with_suffix(".pdf").write_text(pdf[:40] if word == "breaks-off" else pdf)
"""


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """The decks of each start, a line for each."""
    return tmp_path / "starts"


@pytest.fixture
def office(tmp_path: Path, log: Path) -> Office:
    """Converts words: a deck is a word, ``crashes``, ``hangs`` and ``breaks-off`` do so."""
    if sys.platform == "win32":
        pytest.skip("Windows starts no scripts by their first line")
    path = tmp_path / "soffice"
    path.write_text(_SCRIPT.format(python=sys.executable, log=str(log)), encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return Office(str(path), "LibreOffice 7.4", "one")


@pytest.fixture
def program(tmp_path: Path) -> Callable[[str, str], Path]:
    """A program of some name that prints something: ``program("soffice", "LibreOffice 7.4")``, and the folder it lies in."""

    def make(name: str, says: str) -> Path:
        folder = tmp_path / "programs"
        folder.mkdir(exist_ok=True)
        path = folder / name
        path.write_text(f"#!{sys.executable}\nprint({says!r})\n", encoding="utf-8")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        return folder

    return make
