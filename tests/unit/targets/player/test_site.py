"""What is in a learner's site, and what is not."""

from __future__ import annotations

import gzip
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

from builders.model.blocks import Activity, Debrief, Facilitator, Prose, Slide, walk
from builders.model.curriculum import Curriculum
from builders.model.modules import Module
from builders.model.publications import of_module
from builders.model.text import texts_in
from builders.reading.curriculum import Reading
from builders.rendering.plain import to_plain
from builders.targets.player.assets import player_files
from builders.targets.player.site import SCRIPT, STYLES, LearnerSite, learner_site


class _Tags(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_nothing_for_trainers_is_in_it(site: LearnerSite) -> None:
    for path, data in site.files:
        assert b"TRAINERONLY" not in data, path


def test_a_picture_for_trainers_is_not_in_it(site: LearnerSite) -> None:
    pictures = [path for path, _ in site.files if path.startswith("media/")]
    assert len(pictures) == 1
    assert "lamp" in pictures[0]


def test_nothing_for_trainers_of_our_own_curriculum_is_in_it(reading: Reading) -> None:
    for curriculum in reading.editions.values():
        for module in curriculum.modules:
            site = learner_site([(of_module(module), curriculum)])
            shown = _words_of(dict(site.files)["index.html"].decode())
            hidden = _trainers_words(module)
            assert len(hidden) > 20
            assert [words for words in hidden if words in shown] == []


def _words_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html.replace("&quot;", '"').replace("&amp;", "&")).split())


def _trainers_words(module: Module) -> list[str]:
    """Lines of more than eight words that only trainers may read, and that are not said to learners elsewhere."""
    blocks = [block for session in module.sessions for part in session.segments for block in walk(part.blocks)]
    hidden = [child for block in blocks if isinstance(block, Facilitator | Debrief) for child in walk(block.children)]
    hidden += [note for block in blocks if isinstance(block, Slide) for note in walk(block.notes)]
    hidden += [child for block in blocks if isinstance(block, Activity) and not block.online for child in walk(block.children)]
    texts = [block.text.value for block in hidden if isinstance(block, Prose)]
    texts += [text.value for session in module.sessions for text in texts_in(session.difficulties)]
    texts += [text.value for scenario in module.scenarios for text in scenario.debrief]
    texts += [card.card.value for scenario in module.scenarios for card in scenario.roles]
    return [line for text in texts for line in to_plain(text).splitlines() if len(line.split()) > 8]


def test_only_what_is_cited_or_linked_is_listed(page: str) -> None:
    assert 'id="source-checked"' in page
    assert 'id="source-spare"' not in page
    assert 'id="term-kit"' in page
    assert 'id="term-bag"' in page  # the definition of "kit" links to it
    assert 'id="term-unused"' not in page


def test_unverified_sources_are_marked_where_they_are_cited_and_in_the_list(page: str) -> None:
    assert '<a href="#source-unread">[2, not yet verified]</a>' in page
    assert '<a href="#source-checked">[1]</a>' in page
    listed = page[page.index('id="source-unread"') :]
    assert "Source not yet verified" in listed[: listed.index("</li>")]


def test_every_address_inside_leads_somewhere(page: str, site: LearnerSite) -> None:
    tags = _Tags(page).tags
    ids = [attributes["id"] for _, attributes in tags if "id" in attributes]
    assert len(set(ids)) == len(ids)
    paths = {path for path, _ in site.files} | {SCRIPT, STYLES}
    addresses = [attributes.get("href") or attributes.get("src") or "" for _, attributes in tags]
    inside = [address for address in addresses if address and not address.startswith(("https:", "data:"))]
    assert [each for each in inside if (each[1:] not in ids if each.startswith("#") else each not in paths)] == []
    assert len(inside) > 20


def test_every_label_and_description_names_an_element(page: str) -> None:
    tags = _Tags(page).tags
    ids = {attributes["id"] for _, attributes in tags if "id" in attributes}
    named = [attributes.get(name) for _, attributes in tags for name in ("for", "aria-labelledby", "aria-describedby")]
    assert [name for name in named if name and name not in ids] == []


def test_nothing_inline_that_the_policy_would_refuse(page: str) -> None:
    tags = _Tags(page).tags
    policy = next(each["content"] or "" for name, each in tags if name == "meta" and "http-equiv" in each)
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'; ")
    assert "unsafe" not in policy
    for name, attributes in tags:
        assert not [key for key in attributes if key.startswith("on") or key == "style"], name
        assert name != "style"
        if name == "script":
            assert attributes.get("src") or attributes.get("type") == "application/json"


def test_data_cannot_end_its_own_block(curriculum: Curriculum) -> None:
    module = curriculum.modules[0]
    question = replace(module.questions[0], stem=replace(module.questions[0].stem, value="`</script><b>` & so on"))
    changed = replace(module, questions=(question, *module.questions[1:]))
    edition = replace(curriculum, modules=(changed,))
    site = learner_site([(of_module(changed), edition)])
    html = dict(site.files)["index.html"].decode()
    assert html.count("</script>") == 2


def test_a_question_asked_twice_is_played_once(page: str) -> None:
    assert page.count('id="check-kit.q-choice"') == 1
    assert page.count('href="#check-kit.q-choice"') == 1


def test_a_segment_without_anything_for_learners_has_no_page(page: str) -> None:
    assert "page-kit.first.open" in page
    assert "page-kit.first.room" not in page


def test_what_is_not_translated_is_marked_once_and_named(hindi_page: str) -> None:
    segment = hindi_page[hindi_page.index('id="page-kit.first.open"') : hindi_page.index('id="page-kit.first.sort"')]
    assert segment.count("अभी अनुवाद नहीं हुआ") == 1
    assert '<div class="prose" lang="en-IN">' in segment
    assert '<a lang="hi-IN" href="#source-unread">[2, जाँच बाकी]</a>' in segment
    start = hindi_page[hindi_page.index('id="page-start"') : hindi_page.index('id="page-kit.first.open"')]
    assert "अभी अनुवाद नहीं हुआ" not in start
    assert hindi_page.startswith('<!doctype html>\n<html lang="hi-IN">')


def test_code_and_styles_are_small() -> None:
    compressed = sum(len(gzip.compress(data, 9)) for _, data in player_files())
    assert compressed <= 40_000  # the standards' own scripts take up to 5 KB more


def test_file_names_are_plain(site: LearnerSite) -> None:
    for path, _ in site.files:
        assert re.fullmatch(r"[a-z0-9._/-]+", path), path


def test_same_input_same_bytes(site: LearnerSite, curriculum: Curriculum) -> None:
    again = learner_site([(of_module(curriculum.modules[0]), curriculum)], settings={"a": 1})
    assert again == site


def test_data_names_every_question_scenario_and_procedure(data: dict[str, Any]) -> None:
    assert {each["id"] for each in data["questions"].values()} >= {"kit.q-choice", "kit.order.recall-order"}
    assert [each["id"] for each in data["scenarios"].values()] == ["kit.dark"]
    assert [each["id"] for each in data["procedures"].values()] == ["kit.order"]
    assert [(len(test["questions"]), test["drawn"], test["mastery"]) for test in data["tests"]] == [(6, 6, 70)]
    assert data["settings"] == {"a": 1}
