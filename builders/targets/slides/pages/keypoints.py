"""What to take away: the block comes in, pages on a dark ground go out."""

from __future__ import annotations

from builders.model.blocks import Aside
from builders.targets.slides.page import Line, Page
from builders.targets.slides.pages.authored import pieces_of, text_parts
from builders.targets.slides.pages.trainer import trainer_notes
from builders.targets.slides.pages.writer import Writer


def keypoint_pages(write: Writer, aside: Aside) -> tuple[Page, ...]:
    title = write.line(aside.title) if aside.title else write.say("keypoints")
    lines: list[Line] = []
    for piece in pieces_of(write, (*aside.children,)):
        if isinstance(piece, tuple):
            lines += piece
    notes = (write.label("notes-do"), write.say("keypoints-how"), *trainer_notes(write, aside))
    return write.series(title, text_parts(write, lines, "keypoints"), shown=(aside.title, aside.children), notes=notes)
