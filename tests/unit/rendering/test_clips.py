"""Films and recordings in prose, for targets that play them and for those that do not."""

from __future__ import annotations

from builders.rendering.html import to_html
from builders.rendering.paragraphs import Paragraph, Picture, to_paragraphs
from builders.rendering.references import References, resolve

FILM = "![At the *counter*](media/talk.mp4)"
LINKS = {"media/talk.mp4": "there/talk.mp4", "media/chairs.png": "there/chairs.png"}


def test_a_target_that_has_the_file_links_to_it() -> None:
    assert resolve(FILM, References(links=LINKS)) == "[At the *counter*](there/talk.mp4)"


def test_a_target_without_the_file_names_it() -> None:
    contents = to_paragraphs(FILM)
    assert [content.text for content in contents if isinstance(content, Paragraph)] == ["At the counter"]
    assert not any(isinstance(content, Picture) for content in contents)


def test_a_target_that_plays_gets_a_picture_to_replace() -> None:
    html = to_html(FILM, References(links=LINKS, plays=True))
    assert 'src="there/talk.mp4"' in html
    assert "<img" in html


def test_pictures_stay_pictures() -> None:
    assert resolve("![Chairs](media/chairs.png)", References(links=LINKS)) == "![Chairs](there/chairs.png)"
    assert resolve("`![Chairs](media/talk.mp4)`", References(links=LINKS)) == "`![Chairs](media/talk.mp4)`"
