"""What the tests of printed matter share: Typst, a font for Devanagari, and the programs that read PDFs."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn

import pytest

from builders.targets.printables.fonts import family_of


def _unavailable(what: str, remedy: str) -> NoReturn:
    message = f"{what} is not installed: {remedy}"
    if os.environ.get("REQUIRE_ALL") == "1":
        pytest.fail(message, pytrace=False)
    pytest.skip(message)


@pytest.fixture(scope="session", autouse=True)
def typst() -> None:
    """Typst and fonts for both scripts."""
    if find_spec("typst") is None:
        _unavailable("Typst", "run `pip install typst`")
    if not family_of("Deva"):
        _unavailable("a font for Devanagari", "for example `apt-get install fonts-noto-core`")


@dataclass(frozen=True, slots=True)
class Read:
    """``words`` are without any white space: Poppler puts spaces between letters that stand apart. ``facts`` are those of
    pdfinfo, ``fonts`` the rows of pdffonts."""

    words: str
    facts: dict[str, str]
    fonts: tuple[str, ...]

    @property
    def pages(self) -> int:
        return int(self.facts["Pages"])


@pytest.fixture(scope="session")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], Read]:
    """Reads a PDF with Poppler."""
    for program in ("pdftotext", "pdfinfo", "pdffonts"):
        if shutil.which(program) is None:
            _unavailable(program, "for example `apt-get install poppler-utils`")
    path: Path = tmp_path_factory.mktemp("print") / "sheet.pdf"

    def run(*command: str) -> str:
        return subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stdout

    @cache
    def read(data: bytes) -> Read:
        path.write_bytes(data)
        lines = run("pdfinfo", str(path)).splitlines()
        facts = {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}
        fonts = tuple(run("pdffonts", str(path)).splitlines()[2:])
        return Read("".join(run("pdftotext", str(path), "-").split()), facts, fonts)

    return read
