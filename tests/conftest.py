"""What tests share: the repository's own curriculum, and the programs that some of them need.

A program that is missing skips the test with a word on how to get it; with REQUIRE_ALL=1, as in CI, it fails the test.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest

from builders.model.artefacts import Kind
from builders.model.curriculum import Curriculum
from builders.reading.curriculum import Reading, read
from builders.targets.packaging.assemble import publications
from builders.targets.scorm import package

ROOT = Path(__file__).resolve().parents[1]


def _unavailable(what: str, remedy: str) -> NoReturn:
    message = f"{what} is not installed: {remedy}"
    if os.environ.get("REQUIRE_ALL") == "1":
        pytest.fail(message, pytrace=False)
    pytest.skip(message)


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of this checkout."""
    return ROOT


@pytest.fixture(scope="session")
def reading() -> Reading:
    """The repository's own curriculum."""
    return read(ROOT)


@pytest.fixture(scope="session")
def packed() -> Callable[..., bytes]:
    """A SCORM package of an edition's first module: ``packed(edition, standard=Kind.SCORM12)``. Several editions make one
    package; ``module`` or ``course`` is an id, other keywords go to the target."""

    def pack(*editions: Curriculum, standard: Kind = Kind.SCORM12, module: str = "", course: str = "", **wishes: Any) -> bytes:
        module = module or ("" if course else editions[0].modules[0].id)
        return package(publications(editions, module=module, course=course), standard=standard, **wishes)[1]

    return pack


@pytest.fixture(scope="session")
def node_modules() -> Path:
    """The folder of node packages that package.json names."""
    folder = ROOT / "node_modules"
    if not folder.is_dir():
        _unavailable("node_modules", "run `npm install` in the repository (needs node 20 or newer)")
    return folder


@pytest.fixture(scope="session")
def node() -> str:
    """The path of node."""
    found = shutil.which("node")
    if found is None:
        _unavailable("node", "install node 20 or newer, for example `apt-get install nodejs npm`")
    return found


@pytest.fixture(scope="session")
def soffice() -> str:
    """The path of LibreOffice."""
    found = shutil.which("soffice")
    if found is None:
        _unavailable("LibreOffice", "for example `apt-get install libreoffice-impress poppler-utils fonts-noto-core`")
    return found


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """The path of Chromium."""
    found = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)
    if found is None:
        _unavailable("Chromium", "for example `apt-get install chromium fonts-noto-core`")
    return found


@pytest.fixture(scope="session")
def chromium(chromium_path: str) -> Iterator[Any]:
    """A headless Chromium, as playwright's Browser."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where a browser is there

    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path, args=arguments)
        yield browser
        browser.close()
