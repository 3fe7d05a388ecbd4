"""A whole module by keyboard alone: what is reached can be seen, and no action loses the place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from builders.model.curriculum import Curriculum

pytestmark = [pytest.mark.browser, pytest.mark.node]

_ARRIVED = """(wanted) => {
  const here = document.activeElement;
  if (here === document.body) return "the focus is lost";
  const shown = here.closest(".choice") ?? here;
  const box = shown.getBoundingClientRect();
  const [x, y] = [box.left + Math.min(box.width / 2, 40), box.top + Math.min(box.height / 2, 12)];
  const top = document.elementFromPoint(x, y);
  const style = getComputedStyle(shown);
  const name = here.outerHTML.slice(0, 120);
  if (!top || !(shown.contains(top) || top.contains(shown))) return `not to be seen: ${name}`;
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) return `without a sign: ${name}`;
  return here.matches(wanted) ? "there" : "";
}"""
_MET = "(wanted) => { const here = document.activeElement; return here !== document.body && here.matches(wanted); }"


class Keys:
    """Presses keys, and looks after each where the focus is."""

    def __init__(self, learner: Any) -> None:
        self.learner = learner
        self.frame = learner.frame
        self.press = learner.page.keyboard.press

    def reach(self, wanted: str, *, key: str = "Tab") -> None:
        for _ in range(150):
            self.press(key)
            said = self.frame.evaluate(_ARRIVED, wanted)
            assert said in {"", "there"}, said
            if said:
                return
        pytest.fail(f"{wanted} cannot be reached")

    def use(self, wanted: str, *, lands: str, key: str = "Enter") -> None:
        """Go to a control, press it, and find the focus where it belongs."""
        self.reach(wanted)
        self.press(key)
        self.frame.wait_for_function(_MET, arg=lands, timeout=3000)

    def next_page(self) -> None:
        self.use("#next", lands="h2")

    def tick(self, form: str, values: list[str]) -> None:
        """Radio buttons are one stop and go on with arrows; check boxes are a stop each."""
        inputs = f"{form} input"
        shown = self.frame.eval_on_selector_all(inputs, "inputs => inputs.map(input => input.value)")
        for value in sorted(values, key=shown.index):  # a test shuffles them
            if self.frame.get_attribute(f"{inputs} >> nth=0", "type") == "checkbox":
                self.use(f"{inputs}[value='{value}']", lands="input", key="Space")
            else:
                self.reach(inputs)
                self.press("Space")
                while not self.frame.is_checked(f"{inputs}[value='{value}']"):
                    self.press("ArrowDown")

    def answer(self, id: str) -> None:
        """A right answer to one question, whatever its kind."""
        form = f"[id='{id}']"
        question = self.learner.data["questions"][self.frame.get_attribute(form, "data-question")]
        right = question["right"]
        match question["kind"]:
            case "multiple":
                self.tick(form, [right[at : at + 2] for at in range(0, len(right), 2)])
            case "match":
                for key, _ in question["options"]:
                    self.reach(f"{form} select[name='{key}']")
                    self.frame.select_option(f"{form} select[name='{key}']", key)  # headless Chromium opens no list for arrows
            case "order":
                self.sort(form, [key for key, _ in question["options"]])
            case "number":
                self.reach(f"{form} input")
                self.learner.page.keyboard.type(right)
            case kind:
                self.tick(form, ["3" if kind == "rating" else right])

    def sort(self, form: str, wanted: list[str]) -> None:
        """Move rows up until they stand right; the focus stays on the arrow that is pressed."""
        up = ".moves button:first-child"
        self.use(f"{form} li:last-child {up}", lands=up)
        for place, key in enumerate(wanted):
            rows = self.frame.eval_on_selector_all(f"{form} li", "rows => rows.map(row => row.dataset.key)")
            here = rows.index(self.frame.evaluate("document.activeElement.closest('li').dataset.key"))
            there = rows.index(key)
            if here != there:
                self.reach(f"{form} li[data-key='{key}'] {up}", key="Tab" if there > here else "Shift+Tab")
            for _ in range(there - place):
                self.press("Enter")
                assert self.frame.evaluate(_MET, f"li[data-key='{key}'] {up}")


@pytest.fixture
def keys(learner_editions: dict[str, Curriculum], learner: Callable[..., Any], packed: Callable[..., bytes]) -> Keys:
    player = learner(packed(learner_editions["en"]))
    player.launch()
    player.started()
    player.page.keyboard.press("Tab")
    return Keys(player)


def _page(keys: Keys) -> str:
    return str(keys.frame.eval_on_selector(".page:not([hidden])", "page => page.id"))


def test_a_whole_module_by_keyboard(keys: Keys) -> None:
    frame = keys.frame
    keys.next_page()
    for _ in range(2):  # two pages with every kind of question
        forms = frame.eval_on_selector_all(f"[id='{_page(keys)}'] form", "forms => forms.map(form => form.id)")
        assert forms
        for id in forms:
            keys.answer(id)
            keys.use(f"[id='{id}'] [type=submit]", lands=".result")
            assert frame.inner_text(f"[id='{id}'] .result") in {"Right.", "Thank you. Your answer is noted."}
        keys.next_page()
    keys.use(".talk > .main", lands=".moment")
    keys.use(".option", lands=".consequence")
    keys.use(".option", lands=".ending")
    keys.next_page()
    keys.use(".stepping .main", lands=".step h4")
    keys.use(".stepping .main", lands=".step h4")
    keys.use(".stepping .main", lands=".step h4")
    keys.use(".stepping .main", lands=".result")
    for id in frame.eval_on_selector_all(".recall form", "forms => forms.map(form => form.id)"):
        keys.answer(id)
        keys.use(f"[id='{id}'] [type=submit]", lands=".result")
    keys.next_page()
    keys.use(".test .main", lands=".place")
    while True:
        keys.answer(frame.get_attribute(".test form", "id"))
        last = frame.inner_text(".test .turning .main") == "Hand in"
        keys.use(".test .turning .main", lands="h3" if last else ".place")
        if last:
            break
    assert "100 %" in frame.inner_text(".test h3")
    keys.next_page()
    assert frame.inner_text("#completion .result").startswith("Completed.")
    keys.use("#completion .main", lands=".gone")
    assert keys.learner.values["cmi.core.lesson_status"] == "completed"


def test_a_wrong_answer_can_be_tried_again_from_where_one_is(keys: Keys) -> None:
    keys.next_page()
    form = "[id='check-kit.q-choice']"
    keys.tick(form, [keys.frame.get_attribute(f"{form} input >> nth=1", "value")])
    keys.use(f"{form} [type=submit]", lands=f"{form} .result")
    keys.use(f"{form} .verdict button", lands=f"{form} input")


def test_the_skip_link_comes_first_and_leads_to_the_text(keys: Keys) -> None:
    keys.press("Escape")
    assert keys.frame.evaluate(_MET, ".skip")
    keys.press("Enter")
    keys.reach("#main *")


def test_the_contents_open_and_close_without_losing_the_place(keys: Keys) -> None:
    keys.use("#open-contents", lands="#contents a[aria-current]")
    keys.press("Escape")
    assert keys.frame.evaluate(_MET, "#open-contents")
    keys.press("Enter")
    keys.use("#contents a[href='#page-kit.second.dark']", lands="h2")


def test_an_explanation_leads_back_to_its_word(keys: Keys) -> None:
    keys.next_page()
    for link in ("#main a[href^='#term-']", "#main a[href^='#source-']"):
        keys.use(link, lands="dialog h2")
        keys.press("Escape")
        assert keys.frame.evaluate(_MET, link)


def test_the_banner_goes_away_without_taking_the_place_along(keys: Keys) -> None:
    keys.learner.page.evaluate("facade.broken = true")
    keys.next_page()
    keys.frame.wait_for_selector("#not-saved button")
    keys.learner.page.evaluate("facade.broken = false")
    keys.reach("#not-saved button", key="Shift+Tab")
    keys.press("Enter")
    keys.frame.wait_for_function(_MET, arg="h2", timeout=3000)
    assert keys.frame.inner_text("#not-saved") == ""
