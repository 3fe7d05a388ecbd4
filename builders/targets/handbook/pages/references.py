"""What a segment plays, walks through or watches: a reference comes in, a short block with a link goes out."""

from __future__ import annotations

from builders.model import places
from builders.model.blocks import Reference
from builders.model.curriculum import Video
from builders.targets.handbook.pages import markup
from builders.targets.handbook.pages.writer import Writer

PENDING = "pending"


def referred(write: Writer, reference: Reference) -> str:
    """Nothing for an id that does not exist: a rule reports it."""
    match reference.kind:
        case "scenario":
            return _scenario(write, reference.target)
        case "sop":
            return _sop(write, reference.target)
        case _:
            video = write.edition.curriculum.video(reference.target)
            return _video(write, video) if video else ""


def _scenario(write: Writer, id: str) -> str:
    scenario = write.edition.curriculum.scenario(id)
    if scenario is None:
        return ""
    title = write.link(write.inline(scenario.title), places.scenario(id))
    minutes = markup.span("chip", write.word("minutes", n=scenario.minutes))
    name = markup.label(write.word("play-scenario"))
    return markup.box("block block-play", name, f"**{title}** {minutes}", write.prose(scenario.summary))


def _sop(write: Writer, id: str) -> str:
    sop = write.edition.curriculum.sop(id)
    if sop is None:
        return ""
    title = write.link(write.inline(sop.title), places.sop(id))
    limit = write.word(f"unit-{sop.clock_limit.unit}", n=sop.clock_limit.amount)
    chip = markup.span("chip", f"{write.word('clock-limit')}: {limit}")
    return markup.box("block block-walk", markup.label(write.word("walk-sop")), f"**{title}** {chip}", write.prose(sop.purpose))


def _video(write: Writer, video: Video) -> str:
    title = write.inline(video.title)
    if video.address != PENDING:
        title = f"[{title}]({video.address})"
    chips = f"{markup.span('chip', write.word('minutes', n=video.minutes))} {markup.span('chip', markup.plain(video.provider))}"
    return markup.box(
        "block block-video",
        markup.label(write.word("watch-video")),
        f"**{title}** {chips}",
        markup.span("field", write.word("video-pending")) if video.address == PENDING else "",
        f"{write.word('video-points')}:\n\n{write.listed(video.key_points)}" if video.key_points else "",
        f"{write.word('video-prompts')}:\n\n{write.listed(video.prompts)}" if video.prompts else "",
    )
