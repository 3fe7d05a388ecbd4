"""A003: a film or recording has no transcript in the language that shows it."""

from __future__ import annotations

from collections.abc import Iterator

from builders.diagnostics.finding import Finding
from builders.model.clips import TRANSCRIPT, beside, transcripts
from builders.model.curriculum import Curriculum
from builders.rules.views.clips import clips
from builders.rules.views.passages import Passage


def check(passage: Passage, curriculum: Curriculum) -> Iterator[Finding]:  # noqa: ARG001 - every rule about words takes both
    """Who cannot hear or see, or has too poor a line, reads instead (WCAG 2.2, success criteria 1.2.1 and 1.2.3).

    Example, without a file modules/empathy/media/call.en.txt::

        ![A call at night](media/call.mp3)
    """
    code = passage.text.language
    for clip, module, offset in clips(passage):
        wanted = beside(clip, code, TRANSCRIPT)
        found = transcripts(clip, module.media)
        if code not in found:
            yield Finding(passage.at(offset), "A003", f"`{clip}` has no transcript in `{code}`", f"write `{wanted}`")
        elif not found[code]:
            yield Finding(passage.at(offset), "A003", f"`{wanted}` holds no words", "write them, and save the file as UTF-8")
