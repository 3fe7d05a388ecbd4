"""What a page is written with: addresses, citations, marks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from builders.diagnostics.location import Location
from builders.model.curriculum import Curriculum
from builders.model.text import Text
from builders.targets.handbook.pages.bibliography import source_list
from builders.targets.handbook.pages.edition import edition_of
from builders.targets.handbook.pages.writer import Writer

PAGE = "sessions/empathy/listening.md"


def english(words: str) -> Text:
    return Text(words, "en", Location("x.md", 1, 1))


@pytest.fixture
def write(small: Mapping[str, Curriculum]) -> Writer:
    return Writer(edition_of(small["en"], ()), PAGE, module="empathy")


def test_links_lead_to_places_of_the_handbook(write: Writer) -> None:
    found = write.inline(english("[a](term:complainant) [b](session:empathy.first-words) [c](sop:empathy.receiving)"))
    assert found == "[a](../../glossary.md#complainant) [b](first-words.md) [c](../../sops/empathy/receiving.md)"


def test_a_link_to_nothing_keeps_its_words(write: Writer) -> None:
    assert write.inline(english("see [the rules](sop:empathy.none)")) == "see the rules"


def test_a_picture_is_that_of_the_module(write: Writer) -> None:
    assert write.prose(english("![Chairs](media/chairs.png)")) == "![Chairs](../../media/empathy/chairs.png)"


def test_sources_are_numbered_as_cited_and_once(write: Writer) -> None:
    assert write.inline(english("A [@listening-study]. B [@handbook-2024]. C [@listening-study].")) == (
        "A[[1]](#source_listening-study). B[[2]](#source_handbook-2024). C[[1]](#source_listening-study)."
    )
    assert write.cited == ("listening-study", "handbook-2024")


def test_an_unverified_source_bears_a_sign_where_cited_and_words_where_listed(small: Mapping[str, Curriculum]) -> None:
    sources = tuple(replace(source, status="unverified") for source in small["en"].sources)
    write = Writer(edition_of(replace(small["en"], sources=sources), ()), PAGE)
    assert "[1 ⚠" in write.inline(english("A [@handbook-2024]."))
    listed = source_list(write)
    assert "Source not yet verified" in listed
    assert write.word("unverified-legend") in listed


def test_a_page_that_cites_nothing_lists_no_sources(write: Writer) -> None:
    assert source_list(write) == ""


def test_words_of_another_language_bear_it(small: Mapping[str, Curriculum]) -> None:
    write = Writer(edition_of(small["hi"], ()), PAGE)
    assert write.inline(english("Sit down")) == '<span lang="en">Sit down</span>'
    assert write.prose(english("Sit down")).startswith('<div lang="en" markdown="1">')
    assert "अभी अनुवाद नहीं हुआ" in write.mark(english("Sit down"))
    assert write.mark(Text("बैठिए", "hi", Location("x"))) == ""


def test_words_from_an_older_source_bear_a_sign(small: Mapping[str, Curriculum]) -> None:
    write = Writer(edition_of(small["hi"], ()), PAGE)
    assert "पुराने संस्करण का अनुवाद" in write.mark((Text("बैठिए", "hi", Location("x"), stale=True),))


def test_a_tag_left_open_is_closed_where_it_stands(write: Writer) -> None:
    assert write.prose(english("<b>strong")) == "<p><b>strong</b></p>"
    assert write.prose(english("<div>\n\nopen")).count("</div>") == 1
    assert "script" not in write.prose(english("<script>alert(1)</script> words"))


def test_paragraphs_in_a_title_stand_under_each_other(write: Writer) -> None:
    assert write.inline(english("one\nand more\n\ntwo")) == "one and more<br>two"


def test_a_heading_has_its_anchor_and_its_short_name(write: Writer) -> None:
    assert write.heading(2, "Words", "stop-talking", short='A "quoted" name') == (
        "## Words {#stop-talking data-toc-label=\"A 'quoted' name\"}"
    )
