"""A strict system for cmi5 units and a learner at it. The double's modules are loaded by their paths: tests import no tests."""

from __future__ import annotations

import importlib.util
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from builders.model.curriculum import Curriculum
from builders.targets.cmi5 import package
from builders.targets.packaging.assemble import publications

HERE = Path(__file__).parent
DROPPED = """
const drop = (event) => window.dropped && event.stopImmediatePropagation();
addEventListener("pagehide", drop, true);
document.addEventListener("visibilitychange", drop, true);
"""
NOT_THERE_YET = "the server responded with a status of 404"  # no state, no preferences: browsers call that an error


def _load(name: str) -> ModuleType:
    full = f"cmi5_double_{name}"
    if full not in sys.modules:
        spec = importlib.util.spec_from_file_location(full, HERE / f"{name}.py")
        assert spec is not None
        assert spec.loader is not None
        sys.modules[full] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[full])
    return sys.modules[full]


@pytest.fixture
def system() -> Iterator[Callable[..., Any]]:
    """Makes systems: ``system(package, elsewhere=False)``."""
    made: list[Any] = []

    def make(data: bytes, **options: Any) -> Any:
        books = _load("books")
        lms = _load("lms").Lms(books.Books(_load("judge"), _load("requirements").REQUIREMENTS), books, **options)
        lms.unpack(data)
        made.append(lms)
        return lms

    yield make
    for each in made:
        each.close()


@pytest.fixture
def launched() -> Callable[..., Any]:
    """Makes units without a browser, which have asked their way in: ``launched(lms)``."""

    def make(lms: Any, **wishes: Any) -> Any:
        unit = _load("raw").Unit(lms, **wishes)
        unit.begin()
        return unit

    return make


@pytest.fixture
def lms(system: Callable[..., Any], packed5: Callable[..., bytes]) -> Any:
    """A system with the small curriculum's module in English."""
    return system(packed5("en"))


@pytest.fixture
def player(attending: Callable[..., Attending], lms: Any) -> Attending:
    """A learner who has it open."""
    made = attending(lms)
    made.begin(returnURL=f"{lms.address}/back")
    made.idle()
    return made


@pytest.fixture
def packed5(learner_editions: dict[str, Curriculum]) -> Callable[..., bytes]:
    """Packages of the small curriculum's module: ``packed5("en", "hi", granularity="session")``."""

    def make(*languages: str, granularity: str = "", editions: dict[str, Curriculum] | None = None, course: str = "") -> bytes:
        known = editions or learner_editions
        chosen = [known[each] for each in languages or ("en",)]
        module = "" if course else chosen[0].modules[0].id
        return package(publications(chosen, module=module, course=course), granularity=granularity)[1]

    return make


class Attending:
    """What a learner does at this system; ``learner`` is the one with the browser."""

    def __init__(self, learner: Any, lms: Any) -> None:
        self.learner = learner
        self.lms = lms
        learner.site = lms
        learner.context.add_init_script(DROPPED)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.learner, name)

    def begin(self, *arguments: Any, **wishes: Any) -> None:
        """Launch a unit in a new tab."""
        self.open(self.lms.launch(*arguments, **wishes))
        self.started()

    def open(self, address: str) -> None:
        self.learner._tab()
        self.page.goto(address)
        self.learner.frame = self.page.main_frame

    def check(self, at: int = 0) -> None:
        """Answer a question of the page "Open the kit" rightly."""
        self.show("Open the kit")
        form = self.frame.query_selector_all(".page:not([hidden]) form.question")[at]
        self.answer(form, right=True)
        form.query_selector("button[type=submit]").click()

    def sit(self, *, right: bool = True) -> None:
        """Take the final assessment."""
        self.show("Final assessment")
        self.frame.click("#test-assessment .main")
        self.sit_assessment(right=right)

    def shut(self) -> None:
        """Close the tab, as a learner does, and wait for its farewell."""
        self.page.close()
        self.learner.page = None
        self.until(lambda: self.lms.session.over)

    def dropped(self) -> None:
        """What a phone does to a page that it has no memory for: it goes without a word and is loaded again later."""
        self.page.evaluate("window.dropped = true")
        self.page.reload()

    def leave(self) -> None:
        """Save and exit; the system has a place to go back to."""
        self.frame.click("#exit")
        self.page.wait_for_url("**/back")

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait for something to have happened in the system."""
        for _ in range(400):
            if condition():
                return
            time.sleep(0.025)
        pytest.fail("it never happened")

    def idle(self) -> None:
        """Wait until the unit has had nothing to say for a moment."""
        before = -1
        while before != len(self.lms.books.requests):
            before = len(self.lms.books.requests)
            time.sleep(0.4)

    def untroubled(self) -> bool:
        """Whether the browser had nothing to complain of, on this host or another one than the package's."""
        for expected in (NOT_THERE_YET, f"another host: {self.lms.store}"):
            self.learner.troubles = [each for each in self.learner.troubles if expected not in each]
        assert self.learner.troubles == []
        return True


@pytest.fixture
def attending(learner: Callable[..., Any]) -> Callable[..., Attending]:
    """Makes learners at a system: ``attending(lms)``."""
    return lambda lms, **options: Attending(learner(_blank(), **options), lms)


def _blank() -> bytes:
    """An empty zip: the SCORM system beside is not asked for anything."""
    return b"PK\x05\x06" + bytes(18)
