"""A video to watch: it comes in, a page with where it is and what to look for goes out."""

from __future__ import annotations

from builders.model.curriculum import Video
from builders.rendering.paragraphs import BULLET
from builders.targets.slides.page import Line, Page, Words
from builders.targets.slides.pages.authored import text_parts
from builders.targets.slides.pages.writer import Writer

_PENDING = "pending"


def video_pages(write: Writer, video: Video) -> tuple[Page, ...]:
    about = f"{video.provider} · {write.word('minutes', n=video.minutes)}"
    if video.address == _PENDING:
        place = write.plain(f"{about} · {write.word('department-fills')}")
    else:
        place = Line((Words(f"{about} · "), Words(video.address, link=video.address)), write.curriculum.language)
    lines = [place, *(write.line(point, kind=BULLET) for point in video.key_points)]
    notes = [write.label("notes-ask"), *(write.line(prompt, kind=BULLET) for prompt in video.prompts)] if video.prompts else []
    return write.series(write.line(video.title), text_parts(write, lines), shown=(video,), notes=notes, kicker=write.say("video"))
