"""Import sheets: every standard, every profile, every language."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from builders.model.artefacts import PACKAGES, SCORM
from builders.rendering.html import to_html
from builders.rendering.words import FOLDER, words
from builders.targets.packaging.content import Content
from builders.targets.packaging.profiles import PROFILES
from builders.targets.packaging.sheet import import_sheet

COMBINATIONS = [
    *((kind.value, profile) for kind in SCORM for profile in PROFILES),
    *((kind.value, None) for kind in PACKAGES if kind not in SCORM),
]
FILE, SIZE = "kit-2.3.4-en-package.zip", 1_234_567
SOURCES = Path(import_sheet.__code__.co_filename).parent


def both(content: Content, standard: str, profile: str | None, language: str = "en") -> tuple[str, str]:
    html, markdown = import_sheet(content, standard=standard, profile=profile, file=FILE, size=SIZE, language=language)
    return html.decode(), markdown.decode()


def seen(html: str) -> str:
    """The words of a page."""
    body = html.split("<body>", 1)[1]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def headings(html: str) -> list[str]:
    return [seen(f"<body>{found}") for found in re.findall(r"<h[1-6][^>]*>(.*?)</h[1-6]>", html, re.DOTALL)]


@pytest.mark.parametrize("language", ["en", "hi", "mr"])
@pytest.mark.parametrize(("standard", "profile"), COMBINATIONS)
def test_facts_stand_in_both_forms(content: Content, standard: str, profile: str | None, language: str) -> None:
    html, markdown = both(content, standard, profile, language)
    title = dict(content.title)[language]
    for text in (seen(html), markdown.replace("\\", "")):
        for fact in (title, FILE, "2.3.4", "1.2 MB", "1234567", "CC BY 4.0", "हिन्दी", "मराठी", "English", "kit"):
            assert fact in text
        assert not re.search(r"\{\w+\}", text), "a blank was left open"
    assert '<html lang="' + {"en": "en-IN", "hi": "hi-IN", "mr": "mr-IN"}[language] in html


@pytest.mark.parametrize("language", ["en", "hi", "mr"])
@pytest.mark.parametrize(("standard", "profile"), COMBINATIONS)
def test_markdown_renders_to_the_same_headings(content: Content, standard: str, profile: str | None, language: str) -> None:
    html, markdown = both(content, standard, profile, language)
    found = headings(html)
    assert headings(to_html(markdown)) == found
    assert len(set(found)) == len(found) > 6


@pytest.mark.parametrize(("standard", "profile"), COMBINATIONS)
def test_markdown_renders_to_the_same_steps_and_tables(content: Content, standard: str, profile: str | None) -> None:
    html, markdown = both(content, standard, profile)
    rendered = to_html(markdown)
    steps = re.findall(r'<ol class="steps">(.*?)</ol>', html, re.DOTALL)
    assert [steps.count("<li>") for steps in re.findall(r"<ol>(.*?)</ol>", rendered, re.DOTALL)] == [s.count("<li>") for s in steps]
    assert rendered.count("<tr>") == html.count('<tr role="row">')


def test_signs_of_markup_in_an_authors_title_are_words(content: Content) -> None:
    html, markdown = both(replace(content, title=(("en", "<b>One</b> | `two` *three*"),)), "scorm12", "moodle")
    assert "<b>One</b>" not in html
    assert "&lt;b&gt;One&lt;/b&gt; | 'two' *three*" in html
    assert r"# \<b\>One\</b\> \| 'two' \*three\*" in markdown


@pytest.mark.parametrize(("standard", "profile"), COMBINATIONS)
def test_same_input_same_bytes_and_nothing_from_elsewhere(content: Content, standard: str, profile: str | None) -> None:
    html, _ = both(content, standard, profile)
    assert (html, _) == both(content, standard, profile)
    assert "<script" not in html
    assert "http" not in html.replace("http-equiv", "")
    assert "default-src 'none'" in html
    assert not re.search(r"\d{4}-\d\d-\d\d", html), "a date"


@pytest.mark.parametrize(
    ("standard", "profile", "passed", "failed"),
    [
        ("scorm12", "generic", "`completed`", "`incomplete`"),
        ("scorm12", "moodle", "`completed`", "`failed`"),
        ("scorm12", "igot", "`completed`", "`incomplete`"),
        ("scorm2004", "generic", "`completed` and `passed`", "`incomplete` and `failed`"),
        ("cmi5", None, "`completed` and `passed`", "`failed`"),
    ],
)
def test_status_words_are_those_of_the_profile(
    content: Content, standard: str, profile: str | None, passed: str, failed: str
) -> None:
    _, markdown = both(content, standard, profile)
    assert f"| test passed, 70 % or more | {passed} |" in markdown
    assert f"| all 3 attempts used up | {failed} |" in markdown


@pytest.mark.parametrize(("standard", "profile"), COMBINATIONS)
def test_without_a_test_there_is_no_word_of_one(untested: Content, standard: str, profile: str | None) -> None:
    _, markdown = both(untested, standard, profile)
    for word in ("70 %", "0 %", "attempts used up", "Pass the test", "“Grade to pass”", "“Highest grade”"):
        assert word not in markdown.replace("70 % of its duration", "")


def test_every_unit_stands_there_with_its_id(sessions: Content) -> None:
    for text in both(sessions, "scorm12", "moodle"):
        assert "kit.opening" in text
        assert "kit.assessment" in text
        assert "Require all scos to return completion status" in text


@pytest.mark.parametrize("profile", ["igot", "openedx"])
def test_systems_that_open_one_unit_are_warned_of_several(sessions: Content, content: Content, profile: str) -> None:
    warning = "This package has 2 units"
    assert warning in both(sessions, "scorm12", profile)[1]
    assert "opens only the first one" not in both(content, "scorm12", profile)[1]


def test_moodle_is_told_to_tick_what_the_package_reports(content: Content, untested: Content) -> None:
    """Up to Moodle 4.1 the rule wants the very set of words that was ticked."""
    assert "| “Require status” | “Completed” |" in both(content, "scorm12", "moodle")[1]
    assert "| “Require status” | “Passed, Completed” |" in both(content, "scorm2004", "moodle")[1]
    assert "| “Require status” | “Completed” |" in both(untested, "scorm2004", "moodle")[1]


def test_igot_is_told_that_scorm_2004_records_nothing(content: Content) -> None:
    assert "SCORM 1.2 alone" in both(content, "scorm2004", "igot")[1]
    assert "SCORM 1.2 alone" not in both(content, "scorm12", "igot")[1]


def test_moodle_is_not_sent_a_cartridge_that_it_cannot_read(content: Content) -> None:
    assert "“Restore”" in both(content, "cartridge11", None)[1]
    assert "“Restore”" not in both(content, "cartridge13", None)[1]
    assert "does not read this one" in both(content, "cartridge13", None)[1]


def test_a_bank_without_units_has_a_sheet(content: Content) -> None:
    bare = replace(content, units=(), files=(), shared=())
    for standard in ("moodle-xml", "gift", "qti21", "cartridge11"):
        assert "What is in it" not in both(bare, standard, None)[1]


def test_the_buttons_of_the_package_are_named_in_its_own_language(content: Content) -> None:
    _, markdown = both(replace(content, languages=("mr",)), "scorm12", "moodle", "en")
    assert words("player", "mr")["save-and-exit"] in markdown


def test_ids_of_questions_begin_with_a_module_even_in_a_course(content: Content) -> None:
    _, markdown = both(replace(content, id="course-two-day", kind="course"), "scorm12", "generic")
    assert "such as `kit.…`" in markdown


def test_words_of_another_language_say_so(content: Content) -> None:
    html, _ = both(content, "scorm12", "moodle", "hi")
    assert '<span lang="en-IN">Training; branch, Ltd</span>' in html
    assert '<b lang="en">“Save and display”</b>' in html


@pytest.mark.parametrize("language", ["hi", "mr"])
def test_what_stands_on_buttons_and_what_is_typed_is_the_same_in_every_language(language: str) -> None:
    english, other = words("import-sheet", "en"), words("import-sheet", language)
    for key, text in english.items():
        for marked in ("“[^”]+”", "`[^`]+`"):
            assert sorted(set(re.findall(marked, text))) == sorted(set(re.findall(marked, other[key]))), key


def test_no_word_is_there_for_nothing() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in sorted(SOURCES.glob("*.py")))
    asked = set(re.findall(r"""["']([a-z0-9]+(?:-[a-z0-9]+)*)["']""", code))
    made = {f"unit-{name}" for name in ("title", "id", "kind", "time", "mastery")}
    made |= {f"reports-{name}" for name in ("when", "status", "score")}
    made |= {f"kind-{name}" for name in ("module", "course", "session", "practice", "test")}
    own = re.findall(r"^([a-z0-9-]+) =", (FOLDER / "import-sheet.en.toml").read_text(encoding="utf-8"), re.MULTILINE)
    assert [key for key in own if key not in asked | made] == []


def test_strangers_are_refused(content: Content) -> None:
    with pytest.raises(ValueError, match="aicc"):
        import_sheet(content, standard="aicc", profile=None, file=FILE, size=SIZE, language="en")
    with pytest.raises(KeyError):
        import_sheet(content, standard="scorm12", profile="canvas", file=FILE, size=SIZE, language="en")
