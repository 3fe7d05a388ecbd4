"""Films and recordings on the learner's pages: controls, captions, transcript, and the files that go with them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders.diagnostics.location import Location
from builders.model.blocks import Prose
from builders.model.curriculum import Curriculum
from builders.model.modules import Media, Module
from builders.model.publications import of_module
from builders.model.text import Text
from builders.rendering.words import words
from builders.targets.player.site import learner_site

FILES = {
    "media/walk.mp4": b"film",
    "media/walk.en.vtt": b"WEBVTT",
    "media/walk.mr.vtt": b"WEBVTT",
    "media/walk.en.txt": b"A voice says: a <lamp>.\n\nThen\na rope.",
    "media/call.mp3": b"recording",
    "media/call.mr.txt": "एक आवाज.".encode(),
    "media/call.en.txt": b"A voice.",
    "media/other.mp4": b"a film that no page shows",
}


def _with(curriculum: Curriculum, markdown: str) -> tuple[str, set[str]]:
    """The page and the paths of its files, where the first segment begins with this text."""
    module = curriculum.modules[0]
    media = tuple(Media(path, data, Location(path)) for path, data in FILES.items())
    segment = module.sessions[0].segments[0]
    text = Text(markdown, curriculum.language, segment.at)
    session = replace(module.sessions[0], segments=(replace(segment, blocks=(Prose(text),)), *module.sessions[0].segments[1:]))
    changed: Module = replace(module, media=(*module.media, *media), sessions=(session, *module.sessions[1:]))
    site = learner_site([(of_module(changed), replace(curriculum, modules=(changed,)))])
    files = dict(site.files)
    return files[site.page].decode(), set(files)


def test_a_film_has_controls_captions_and_transcript(curriculum: Curriculum) -> None:
    page, files = _with(curriculum, '![A "walk" & a talk](media/walk.mp4)')
    figure = page[page.index("<figure") : page.index("</figure>")]
    assert (
        '<video src="media/kit/walk.mp4" controls preload="none" playsinline aria-label="A &quot;walk&quot; &amp; a talk">'
        in figure
    )
    assert figure.index('srclang="en-IN" label="English" default>') < figure.index('srclang="mr-IN" label="मराठी">')
    assert figure.count(" default") == 1
    assert '<figcaption>A "walk" &amp; a talk</figcaption>' in figure
    assert "<p>A voice says: a &lt;lamp&gt;.</p><p>Then a rope.</p>" in figure
    assert "autoplay" not in page
    assert {path for path in files if "walk" in path} == {f"media/kit/walk{end}" for end in (".mp4", ".en.vtt", ".mr.vtt")}


def test_a_recording_has_its_transcript_in_the_language_of_the_page(editions: dict[str, Curriculum]) -> None:
    page, files = _with(editions["mr"], "![फोन](media/call.mp3)")
    figure = page[page.index("<figure") : page.index("</figure>")]
    assert '<audio src="media/kit/call.mp3" controls preload="none" aria-label="फोन"></audio>' in figure
    assert f"<summary>{words('player', 'mr')['transcript']}</summary><p>एक आवाज.</p>" in figure
    assert "media/kit/call.mp3" in files


def test_a_transcript_in_another_language_says_so(editions: dict[str, Curriculum]) -> None:
    page, _ = _with(editions["mr"], "![फेरी](media/walk.mp4)")
    figure = page[page.index("<figure") : page.index("</figure>")]
    assert '<p class="sign">अजून भाषांतर झालेले नाही</p><div lang="en-IN">' in figure
    assert figure.index('label="मराठी" default') < figure.index('label="English">')


@pytest.mark.parametrize(
    "markdown", ["See ![a walk](media/walk.mp4) first.", "| A | B |\n| --- | --- |\n| 1 | ![a walk](media/walk.mp4) |"]
)
def test_a_clip_among_words_is_a_link_that_leaves_the_page_open(curriculum: Curriculum, markdown: str) -> None:
    page, files = _with(curriculum, markdown)
    assert '<a href="media/kit/walk.mp4" target="_blank" rel="noopener">a walk</a>' in page
    assert "<video" not in page
    assert "media/kit/walk.mp4" in files


def test_only_what_is_shown_is_in_the_package(curriculum: Curriculum) -> None:
    _, files = _with(curriculum, "Nothing to play.")
    assert not {path for path in files if path.endswith((".mp4", ".mp3", ".vtt", ".txt"))}
