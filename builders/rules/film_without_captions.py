"""A002: a film has no captions in the language that shows it."""

from __future__ import annotations

from collections.abc import Iterator

from builders.diagnostics.finding import Finding
from builders.model.clips import CAPTIONS, beside, captions, is_film
from builders.model.curriculum import Curriculum
from builders.rules.views.clips import clips
from builders.rules.views.passages import Passage

_FIRST = b"WEBVTT"  # WebVTT 1.1, section 4.1: a file begins with it, after a byte order mark at most
_MARK = b"\xef\xbb\xbf"


def check(passage: Passage, curriculum: Curriculum) -> Iterator[Finding]:  # noqa: ARG001 - every rule about words takes both
    """Who cannot hear follows a film by its captions (WCAG 2.2, success criterion 1.2.2), and so does everybody in a loud room.

    Example, without a file modules/empathy/media/counter.en.vtt::

        ![The first minute at the counter](media/counter.mp4)
    """
    code = passage.text.language
    for clip, module, offset in clips(passage):
        if not is_film(clip):
            continue
        wanted = beside(clip, code, CAPTIONS)
        found = captions(clip, module.media).get(code)
        if found is None:
            yield Finding(passage.at(offset), "A002", f"the film `{clip}` has no captions in `{code}`", f"write `{wanted}`")
        elif not found.data.removeprefix(_MARK).startswith(_FIRST):
            yield Finding(passage.at(offset), "A002", f"`{wanted}` does not begin with `WEBVTT`", "save the captions as WebVTT")
