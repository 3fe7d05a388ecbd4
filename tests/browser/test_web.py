"""The web edition, unpacked and opened from a folder: it plays, keeps progress on the device, and changes its language."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from builders.model.curriculum import Curriculum
from builders.targets.packaging.assemble import publications
from builders.targets.web import package

pytestmark = [pytest.mark.browser, pytest.mark.node]

Editions = dict[str, Curriculum]

# Firefox keeps the storage of every file:// document apart from that of its neighbours.
_APART = """
for (const name of ["getItem", "setItem", "removeItem"]) {
  const own = Storage.prototype[name];
  Storage.prototype[name] = function (key, ...rest) { return own.call(this, location.pathname + key, ...rest); };
}
"""
_FORBIDDEN = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"


@pytest.fixture
def folder(learner_editions: Editions, tmp_path: Path) -> Path:
    """The unpacked edition in three languages."""
    editions = publications(tuple(learner_editions.values()), module="kit")
    with zipfile.ZipFile(io.BytesIO(package(editions)[1])) as archive:
        archive.extractall(tmp_path / "kit")
    return tmp_path / "kit"


@pytest.fixture
def reader(folder: Path, learner: Callable[..., Any]) -> Iterator[Any]:
    """A learner who has opened index.html from the folder."""
    made = learner(b"PK\x05\x06" + bytes(18), locale="en")
    made.home = folder.as_uri()
    _open(made, folder)
    yield made
    assert made.troubles == []


def _open(reader: Any, folder: Path, name: str = "index.html") -> None:
    reader.open_alone((folder / name).as_uri())
    reader.started()


def _switch(reader: Any, language: str) -> None:
    reader.frame.click(f".languages a[hreflang^='{language}']")
    reader.page.wait_for_url(f"**/index.{language}.html*" if language != "en" else "**/index.html*")
    reader.started()


def _language(reader: Any) -> str:
    return str(reader.frame.evaluate("document.documentElement.lang"))


def _half_way(reader: Any) -> str:
    reader.hands("show", "kit.first.open")
    reader.hands("answerPage", "right")
    reader.hands("show", "assessment")
    reader.hands("sit", "assessment", "right", 3)
    return str(reader.frame.get_attribute("#test-assessment form", "data-question"))


def _goes_on(reader: Any, asked: str) -> None:
    assert reader.frame.get_attribute(".page:not([hidden])", "id") == "page-assessment"
    assert reader.frame.get_attribute("#test-assessment form", "data-question") == asked
    reader.hands("show", "kit.first.open")
    assert reader.frame.locator(".page:not([hidden]) .result.right").count() == 3
    reader.hands("show", "assessment")


def test_plays_to_the_end_from_a_folder(reader: Any) -> None:
    reader.hands("readAll", "right")
    reader.hands("sit", "assessment", "right")
    assert "100 %" in reader.frame.inner_text("#test-assessment h3")
    reader.hands("show", "completion")
    assert reader.frame.is_visible("#completion .result.right")
    assert not reader.frame.is_visible("#exit")
    assert reader.frame.inner_text("#notice") == ""
    broken = "all => all.filter(each => each.complete && !each.naturalWidth).map(each => each.src)"
    assert reader.frame.eval_on_selector_all("img", broken) == []


def test_resumes_after_the_page_was_closed(reader: Any, folder: Path) -> None:
    asked = _half_way(reader)
    _open(reader, folder)
    _goes_on(reader, asked)


@pytest.mark.parametrize("storage", ["together", "apart"])
def test_changes_the_language_by_going_to_the_other_file(reader: Any, folder: Path, storage: str) -> None:
    if storage == "apart":
        reader.context.add_init_script(_APART)
        _open(reader, folder)
    asked = _half_way(reader)
    for language in ("hi", "mr", "en", "hi"):
        _switch(reader, language)
        assert _language(reader).startswith(language)
        _goes_on(reader, asked)
    assert "saved=" not in reader.page.url
    reader.hands("sit", "assessment", "right", 1)
    place = reader.frame.inner_text("#test-assessment .place")
    _open(reader, folder)  # the first language's file leads to the one that was chosen
    reader.page.wait_for_url("**/index.hi.html")
    reader.started()
    assert _language(reader).startswith("hi")
    assert reader.frame.inner_text("#test-assessment .place") == place
    reader.page.reload()
    reader.started()
    assert reader.frame.inner_text("#test-assessment .place") == place


def test_opens_in_the_language_of_the_browser_or_the_file_that_was_opened(folder: Path, learner: Callable[..., Any]) -> None:
    reader = learner(b"PK\x05\x06" + bytes(18), locale="mr-IN")
    reader.home = folder.as_uri()
    _open(reader, folder)
    reader.page.wait_for_url("**/index.mr.html")
    reader.started()
    assert _language(reader).startswith("mr")
    assert reader.troubles == []
    other = learner(b"PK\x05\x06" + bytes(18), locale="mr-IN")
    other.home = folder.as_uri()
    _open(other, folder, "index.hi.html")
    assert _language(other).startswith("hi")
    assert other.troubles == []


def test_says_so_where_the_browser_keeps_nothing(reader: Any, folder: Path) -> None:
    reader.context.add_init_script(_FORBIDDEN)
    _open(reader, folder)
    reader.hands("show", "kit.first.open")
    assert reader.frame.inner_text("#not-saved") != ""
    asked = _half_way(reader)
    _switch(reader, "hi")  # what cannot be kept is carried over all the same
    _goes_on(reader, asked)
    _switch(reader, "en")
    _goes_on(reader, asked)
