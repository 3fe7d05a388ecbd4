"""A learner who goes through everything that a module can show, and stops wherever something new is on the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from builders.model.curriculum import Curriculum

_SEEN = "([root, what]) => [...document.querySelectorAll(`${root} ${what}`)].some(each => each.checkVisibility())"


class Walk:
    """Every kind of page and every state of it, in the small curriculum's module. The learner has it open in an LMS."""

    def __init__(self, learner: Any) -> None:
        self.learner = learner
        self.frame = learner.frame

    def scenes(self) -> Iterator[str]:
        """Bring out one thing after the other; a name for each."""
        yield "start"
        yield from self._contents()
        for name in self.frame.eval_on_selector_all(".page", "pages => pages.map(page => page.id)"):
            self.learner.hands("show", name.removeprefix("page-"))
            yield name
            for scene in (self._explanations, self._questions, self._conversation, self._procedure, self._test):
                yield from (f"{name}: {each}" for each in scene(name))
        yield from self._connection()

    def _has(self, page: str, what: str) -> bool:
        return bool(self.frame.evaluate(_SEEN, [f"[id='{page}']", what]))

    def _contents(self) -> Iterator[str]:
        if self.frame.is_visible("#open-contents"):
            self.frame.click("#open-contents")
            yield "contents open"
            self.learner.page.keyboard.press("Escape")

    def _explanations(self, page: str) -> Iterator[str]:
        for kind in ("term", "source"):
            if self._has(page, f"a[href^='#{kind}-']"):
                self.frame.click(f"[id='{page}'] a[href^='#{kind}-'] >> nth=0")
                yield f"{kind} explained"
                self.learner.page.keyboard.press("Escape")

    def _questions(self, page: str) -> Iterator[str]:
        """Asked, not answered, wrong, right; hints open."""
        if not self._has(page, "form.question"):
            return
        self.frame.click(f"[id='{page}'] form.question [type=submit] >> nth=0")
        yield "answered with nothing"
        self._open_details(page)
        self.learner.hands("answerPage", "wrong")
        yield "answered wrong"
        self.frame.eval_on_selector_all(f"[id='{page}'] .verdict button", "all => all.forEach(each => each.click())")
        self.learner.hands("answerPage", "right")
        yield "answered right"

    def _conversation(self, page: str) -> Iterator[str]:
        if not self._has(page, ".talk > .main"):
            return
        self.frame.click(f"[id='{page}'] .talk > .main")
        yield "conversation begun"
        while self._has(page, ".option"):
            self.frame.click(f"[id='{page}'] .option >> nth=-1")
            yield "conversation goes on"
        self._open_details(page)
        yield "conversation looked back at"

    def _procedure(self, page: str) -> Iterator[str]:
        if not self._has(page, ".stepping"):
            return
        self._open_details(page)
        while self._has(page, ".stepping .main"):
            yield "step"
            self.frame.click(f"[id='{page}'] .stepping .main >> nth=0")
        yield "recall"
        yield from (f"recall {scene}" for scene in self._questions(page))

    def _test(self, page: str) -> Iterator[str]:
        if not self._has(page, ".test .main"):
            return
        self.frame.click(f"[id='{page}'] .test .main")
        total = int(self.frame.eval_on_selector(f"[id='{page}'] .place", "each => each.textContent.match(/\\d+/g).pop()"))
        for number in range(1, total + 1):
            yield f"question {number}"
            if number > 1:
                form = self.frame.query_selector(f"[id='{page}'] form")
                self.learner.answer(form, right=number > 2)
            self.frame.click(f"[id='{page}'] .turning .main")
        yield "gaps"
        self.frame.click(f"[id='{page}'] .turning button >> nth=-1")
        yield "result"
        self._open_details(page)
        yield "answers"

    def _connection(self) -> Iterator[str]:
        """The record cannot be written, then it can; then the learner leaves."""
        self.learner.page.evaluate("facade.broken = true")
        self.learner.hands("show", "start")
        self.frame.wait_for_selector("#not-saved button")
        yield "not saved"
        self.learner.page.evaluate("facade.broken = false")
        self.frame.click("#not-saved button")
        self.frame.click("#exit")
        self.frame.wait_for_selector(".gone")
        yield "gone"

    def _open_details(self, page: str) -> None:
        self.frame.eval_on_selector_all(f"[id='{page}'] details", "all => all.forEach(each => each.open = true)")


@pytest.fixture
def walk(learner_editions: dict[str, Curriculum], learner: Callable[..., Any], packed: Callable[..., bytes]) -> Callable[..., Walk]:
    """Opens a package in one language, or in all with that one first: ``walk("mr", viewport=…, all_languages=True)``."""

    def start(language: str, *, all_languages: bool = False, **context: Any) -> Walk:
        others = [each for code, each in learner_editions.items() if code != language] if all_languages else []
        player = learner(packed(learner_editions[language], *others), **context)
        player.launch()
        player.started()
        return Walk(player)

    return start
