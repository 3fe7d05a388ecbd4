"""Building again: quick, and never different from building anew."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from builders.model.artefacts import OutputFile
from builders.model.curriculum import Curriculum
from builders.targets.handbook import HandbookError, build
from builders.targets.handbook.runner import publish

Change = Callable[..., Mapping[str, Curriculum]]
Files = tuple[OutputFile, ...]
LISTENING = "modules/empathy/listening.md"


def made(curriculum: Curriculum, scratch: Path) -> Files:
    return build(curriculum, downloads=(), scratch=scratch)


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many pages MkDocs rendered, run by run."""
    runs: list[int] = []
    run = publish._run

    def counted(*args: object, **settings: object) -> object:
        plugin, search = run(*args, **settings)  # type: ignore[arg-type]  # handed on as they come
        runs.append(len(plugin.rendered))
        return plugin, search

    monkeypatch.setattr(publish, "_run", counted)
    return runs


@pytest.fixture
def kathmandu(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Another time zone, a quarter of an hour off the others."""
    monkeypatch.setenv("TZ", "Asia/Kathmandu")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_an_edit_renders_one_page_and_gives_what_a_new_build_gives(
    small: Mapping[str, Curriculum], changed: Change, tmp_path: Path, rendered: list[int]
) -> None:
    made(small["en"], tmp_path / "kept")
    edited = changed(LISTENING, "because of **us**", "because of **somebody**")["en"]
    again = made(edited, tmp_path / "kept")
    assert rendered == [20, 1]
    assert again == made(edited, tmp_path / "new")
    assert any(b"somebody" in file.data for file in again)


def test_nothing_is_rendered_where_nothing_changed(small: Mapping[str, Curriculum], tmp_path: Path, rendered: list[int]) -> None:
    first = made(small["en"], tmp_path / "kept")
    assert made(small["en"], tmp_path / "kept") == first
    assert rendered == [20]


def test_an_edit_that_moves_a_heading_is_found_by_search(small: Mapping[str, Curriculum], changed: Change, tmp_path: Path) -> None:
    made(small["en"], tmp_path / "kept")
    edited = changed(LISTENING, "Say what you are doing", "### On hold\n\nSay what you are doing")["en"]
    again = made(edited, tmp_path / "kept")
    assert again == made(edited, tmp_path / "new")


@pytest.mark.parametrize(
    ("language", "file", "old", "new"),
    [
        ("hi", "modules/empathy/listening.hi.md", "कुर्सियां घोड़े", "काग़ज़ और कुर्सियां घोड़े"),
        ("en", "modules/empathy/sops/receiving.yaml", "title: Is anyone hurt?", "title: Is anyone in danger?"),
        ("en", "modules/empathy/first-words.md", "prerequisites: [empathy.listening]\n", ""),
        ("en", "modules/empathy/questions.yaml", "Ask her to speak up", "Ask her to shout"),
    ],
    ids=["another spelling to search for", "a drawing", "what another page says of it", "a question"],
)
def test_an_edit_gives_what_a_new_build_gives(
    small: Mapping[str, Curriculum], changed: Change, tmp_path: Path, language: str, file: str, old: str, new: str
) -> None:
    made(small[language], tmp_path / "kept")
    edited = changed(file, old, new)[language]
    again = made(edited, tmp_path / "kept")
    assert again == made(edited, tmp_path / "new")
    assert again != made(small[language], tmp_path / "kept")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (LISTENING, "title: Listening", "title: Listening well"),
        ("curriculum.yaml", "title: Small academy", "title: Another academy"),
        ("modules/empathy/module.yaml", "sessions: [listening, first-words]", "sessions: [first-words, listening]"),
    ],
    ids=["a title in the navigation", "the name", "the order"],
)
def test_a_change_that_every_page_shows_renders_every_page(
    small: Mapping[str, Curriculum], changed: Change, tmp_path: Path, rendered: list[int], file: str, old: str, new: str
) -> None:
    made(small["en"], tmp_path / "kept")
    edited = changed(file, old, new)["en"]
    again = made(edited, tmp_path / "kept")
    assert rendered == [20, 20]
    assert again == made(edited, tmp_path / "new")


def test_a_page_that_is_gone_leaves_nothing(small: Mapping[str, Curriculum], changed: Change, tmp_path: Path) -> None:
    made(small["en"], tmp_path / "kept")
    edited = changed("courses/one-day.yaml")["en"]
    again = made(edited, tmp_path / "kept")
    assert "courses/one-day.html" not in {file.path for file in again}
    assert again == made(edited, tmp_path / "new")


def test_a_page_that_is_new_is_in_its_place(small: Mapping[str, Curriculum], changed: Change, tmp_path: Path) -> None:
    made(changed("courses/one-day.yaml")["en"], tmp_path / "kept")
    again = made(small["en"], tmp_path / "kept")
    assert "courses/one-day.html" in {file.path for file in again}
    assert again == made(small["en"], tmp_path / "new")


def test_a_changed_picture_is_handed_over(small: Mapping[str, Curriculum], tmp_path: Path) -> None:
    from dataclasses import replace  # noqa: PLC0415 - a single use

    first = made(small["en"], tmp_path / "kept")
    module = small["en"].modules[0]
    media = (replace(module.media[0], data=b"another picture"),)
    edited = replace(small["en"], modules=(replace(module, media=media),))
    again = made(edited, tmp_path / "kept")
    picture = OutputFile("media/empathy/chairs.png", b"another picture")
    assert picture in again
    assert picture not in first


@pytest.mark.parametrize(
    "damage",
    [
        lambda scratch: (scratch / "site/glossary.html").unlink(),
        lambda scratch: (scratch / "site/glossary.html").write_text("half a pa"),
        lambda scratch: (scratch / "site/stray.html").write_text("not ours"),
        lambda scratch: (scratch / "docs/glossary.md").unlink(),
        lambda scratch: (scratch / "docs/stray.md").write_text("# not ours"),
        lambda scratch: (scratch / "record.json").unlink(),
        lambda scratch: (scratch / "record.json").write_text("{"),
        lambda scratch: (scratch / "record.json").write_bytes(b"\xff\xfe"),
        lambda scratch: (scratch / "record.json").write_text((scratch / "record.json").read_text()[:-20]),
        lambda scratch: shutil.rmtree(scratch / "site"),
    ],
    ids=["page gone", "page cut", "page too many", "source gone", "source too many", "no record", "torn record",
         "record not text", "record cut", "site gone"],
)  # fmt: skip
def test_a_damaged_folder_is_not_built_upon(
    small: Mapping[str, Curriculum], changed: Change, tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    edited = changed(LISTENING, "because of **us**", "because of **somebody**")["en"]
    made(small["en"], tmp_path / "kept")
    damage(tmp_path / "kept")
    assert made(edited, tmp_path / "kept") == made(edited, tmp_path / "new")


def test_a_build_that_died_is_not_built_upon(
    small: Mapping[str, Curriculum], changed: Change, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edited = changed(LISTENING, "because of **us**", "because of **somebody**")["en"]
    made(small["en"], tmp_path / "kept")
    with monkeypatch.context() as patch:
        patch.setattr(publish, "write_record", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            made(edited, tmp_path / "kept")
    assert not (tmp_path / "kept/record.json").exists()
    assert made(small["en"], tmp_path / "kept") == made(small["en"], tmp_path / "new")


def test_the_same_bytes_in_another_folder_and_time_zone(
    small: Mapping[str, Curriculum], tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    first = made(small["hi"], tmp_path / "a")
    request.getfixturevalue("kathmandu")
    assert made(small["hi"], tmp_path / "somewhere/else") == first


def test_no_file_names_this_machine(small: Mapping[str, Curriculum], tmp_path: Path) -> None:
    for file in made(small["en"], tmp_path / "kept"):
        assert str(tmp_path).encode() not in file.data, file.path


@pytest.mark.parametrize(
    ("new", "complaint"),
    [
        ("[the form](form.docx)", "form.docx"),
        ("[there](#nowhere)", "nowhere"),
        ("[there](/absolute)", "/absolute"),
    ],
)
def test_a_broken_link_is_an_error_that_names_page_and_link(changed: Change, tmp_path: Path, new: str, complaint: str) -> None:
    edition = changed(LISTENING, "because of **us**", new)["en"]
    with pytest.raises(HandbookError) as error:
        made(edition, tmp_path / "kept")
    assert complaint in str(error.value)
    assert "sessions/empathy/listening.md" in str(error.value)


def test_an_error_survives_the_way_home_from_a_worker() -> None:
    import pickle  # noqa: PLC0415 - a single use

    error = pickle.loads(pickle.dumps(HandbookError(("one", "two"))))  # noqa: S301 - our own bytes
    assert error.complaints == ("one", "two")


def test_nothing_is_written_beside_the_scratch_folder(small: Mapping[str, Curriculum], tmp_path: Path, repository: Path) -> None:
    def theme() -> dict[Path, int]:
        return {path: path.stat().st_mtime_ns for path in (repository / "site").rglob("*")}

    before = theme()
    made(small["en"], tmp_path / "kept")
    assert theme() == before
    assert {path.name for path in tmp_path.iterdir()} == {"kept"}


def test_titles_are_escaped_and_marked_in_the_navigation(changed: Change, tmp_path: Path) -> None:
    changed("modules/empathy/first-words.hi.md")
    edition = changed("modules/empathy/first-words.md", "title: First words", "title: First & last < words")["hi"]
    page = next(file.data.decode() for file in made(edition, tmp_path / "kept") if file.path == "sessions/empathy/listening.html")
    navigation = page.partition('data-md-type="navigation"')[2].partition("<article")[0]
    assert '<span lang="en">First &amp; last &lt; words</span>' in navigation


def test_mkdocs_says_nothing(small: Mapping[str, Curriculum], tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    made(small["en"], tmp_path / "kept")
    (tmp_path / "kept/record.json").unlink()
    made(small["en"], tmp_path / "kept")
    assert capfd.readouterr() == ("", "")
