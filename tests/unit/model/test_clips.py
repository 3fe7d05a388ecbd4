"""Films, recordings, and what lies beside them."""

from __future__ import annotations

import pytest

from builders.diagnostics.location import Location
from builders.model.clips import beside, captions, in_language, is_clip, is_film, transcripts
from builders.model.modules import Media


def _media(**files: bytes) -> tuple[Media, ...]:
    names = {name.replace("__", "."): data for name, data in files.items()}
    return tuple(Media(f"media/{name}", data, Location(name)) for name, data in names.items())


@pytest.mark.parametrize(
    ("path", "clip", "film"),
    [
        ("media/a.mp4", True, True),
        ("media/A.WEBM", True, True),
        ("media/a.mp3", True, False),
        ("media/a.m4a", True, False),
        ("media/a.png", False, False),
        ("media/mp4", False, False),
    ],
)
def test_the_ending_tells_what_it_is(path: str, clip: bool, film: bool) -> None:
    assert (is_clip(path), is_film(path)) == (clip, film)


def test_captions_are_found_by_name_and_language() -> None:
    media = _media(talk__mp4=b"", talk__en__vtt=b"1", talk__hi__vtt=b"2", talks__mr__vtt=b"3", talk__vtt=b"4", talk__en__txt=b"5")
    assert {language: each.data for language, each in captions("media/talk.mp4", media).items()} == {"en": b"1", "hi": b"2"}
    assert beside("media/talk.mp4", "hi", ".vtt") == "media/talk.hi.vtt"


def test_a_transcript_that_is_not_utf_8_holds_no_words() -> None:
    media = _media(call__en__txt=b"\xef\xbb\xbf One.\r\n\r\nTwo. ", call__hi__txt=b"\xff\xfe")
    assert transcripts("media/call.mp3", media) == {"en": "One.\n\nTwo.", "hi": ""}


def test_the_first_wanted_language_that_is_there() -> None:
    assert in_language({"en": 1, "mr": 2}, ("hi", "mr", "en")) == ("mr", 2)
    assert in_language({"en": 1}, ("hi",)) is None
