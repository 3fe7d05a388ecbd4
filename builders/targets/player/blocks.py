"""The learner's blocks of a segment as HTML, in teaching order."""

from __future__ import annotations

from builders.model.blocks import Activity, Aside, Block, Columns, Prose, Reference
from builders.model.curriculum import Curriculum, Video
from builders.model.text import Text
from builders.targets.player.edition import Edition
from builders.targets.player.markup import plain, tag
from builders.targets.player.procedures import render_procedure
from builders.targets.player.questions import render_question
from builders.targets.player.scenarios import render_scenario
from builders.targets.player.visible import inside, visible


class BlockWriter:
    """Writes the blocks of one page.

    ``placed`` is shared by all pages: what is met a second time is linked to, not played twice. ``marked`` says that
    the page already carries the sign that it is not translated.
    """

    def __init__(self, edition: Edition, *, page: str, marked: bool, placed: set[tuple[str, str]]) -> None:
        self._edition = edition
        self._page = page
        self._marked = marked
        self._placed = placed
        self._activities: list[str] = []

    def write(self, blocks: tuple[Block, ...]) -> str:
        """The learner's blocks one below the other."""
        return "".join(self._block(block) for block in visible(blocks))

    def _block(self, block: Block) -> str:
        match block:
            case Prose():
                return self._edition.block(block.text, "prose")
            case Aside():
                return self._aside(block)
            case Columns():
                columns = [tag("div", self.write(column.children), class_="column") for column in block.columns]
                return tag("div", *columns, class_="columns")
            case Activity():
                return self._activity(block)
            case Reference():
                return self._reference(block)
            case _:
                return ""

    def _aside(self, aside: Aside) -> str:
        title = self._edition.inline(aside.title) if aside.title else self._edition.word(f"aside-{aside.kind}")
        body = self.write(aside.children)
        return tag("div", tag("p", title, class_="aside-title"), body, class_=f"aside {aside.kind}")

    def _activity(self, activity: Activity) -> str:
        """Only the variant for a lone learner; the notes that go with it never leave the device."""
        edition = self._edition
        id = f"{self._page}.{activity.id or len(self._activities) + 1}"
        self._activities.append(id)
        name = f"activity-{id}"
        title = edition.inline(activity.title) if activity.title else edition.word("activity-alone")
        body = "".join(self._block(child) for child in inside(activity))
        notes = tag(
            "div",
            tag("label", edition.word("reflection"), for_=f"{name}-notes"),
            tag("textarea", id=f"{name}-notes", rows=4, data_reflection=id, aria_describedby=f"{name}-private"),
            tag("p", edition.word("reflection-private"), id=f"{name}-private", class_="how"),
            class_="reflection",
            hidden=True,
        )
        kicker = tag("p", edition.word("activity-alone"), class_="kicker") if activity.title else ""
        return tag("section", kicker, tag("h3", title, id=name), body, notes, class_="activity", aria_labelledby=name)

    def _reference(self, reference: Reference) -> str:
        if (reference.kind, reference.target) in self._placed:
            return self._again(reference)
        html = self._played(reference)
        if html:
            self._placed.add((reference.kind, reference.target))
        return html

    def _played(self, reference: Reference) -> str:
        """Empty where nothing has that id: rules report it."""
        edition, curriculum, marked = self._edition, self._edition.curriculum, self._marked
        if reference.kind == "question" and (question := curriculum.question(reference.target)):
            owner = reference.target.partition(".")[0]
            return render_question(question, edition, place="check", owner=owner, marked=marked)
        if reference.kind == "scenario" and (scenario := curriculum.scenario(reference.target)):
            return render_scenario(scenario, edition, marked=marked)
        if reference.kind == "sop" and (sop := curriculum.sop(reference.target)):
            return render_procedure(sop, edition, marked=marked)
        if reference.kind == "video" and (video := curriculum.video(reference.target)):
            return self._video(video)
        return ""

    def _again(self, reference: Reference) -> str:
        place = "check" if reference.kind == "question" else reference.kind
        title = _title(reference, self._edition.curriculum)
        link = tag("a", self._edition.short(title) if title else "", href=f"#{place}-{reference.target}")
        return tag("p", self._edition.word("again"), " ", link, class_="again")

    def _video(self, video: Video) -> str:
        edition = self._edition
        where = tag("p", edition.word("video-pending"), class_="how")
        if video.address != "pending":
            link = tag("a", edition.word("video-open"), href=video.address, target="_blank", rel="noopener noreferrer")
            where = tag("p", link)
        lists = [(edition.word("video-points"), video.key_points), (edition.word("video-prompts"), video.prompts)]
        parts = [
            tag("p", head, class_="term") + tag("ul", *(tag("li", edition.inline(text)) for text in texts))
            for head, texts in lists
            if texts
        ]
        return tag(
            "section",
            tag("p", edition.word("video"), " · ", edition.word("minutes", n=video.minutes), class_="kicker"),
            tag("h3", edition.inline(video.title), id=f"video-{video.id}"),
            "" if self._marked else edition.sign(video.title),
            tag("p", plain(video.provider)),
            where,
            *parts,
            class_="video",
            aria_labelledby=f"video-{video.id}",
        )


def _title(reference: Reference, curriculum: Curriculum) -> Text | None:
    if reference.kind == "question":
        question = curriculum.question(reference.target)
        return question.stem if question else None
    look = {"scenario": curriculum.scenario, "sop": curriculum.sop, "video": curriculum.video}
    found = look[reference.kind](reference.target)
    return found.title if found else None
