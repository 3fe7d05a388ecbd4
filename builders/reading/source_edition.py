"""The source edition: parsed files come in, the curriculum in its source language goes out, with findings about files."""

from __future__ import annotations

from dataclasses import dataclass, field

from builders.diagnostics.finding import Finding, nearest
from builders.diagnostics.location import Location
from builders.model.curriculum import Curriculum
from builders.model.modules import Difficulty, Media, Module, Objective, Session
from builders.model.text import Text
from builders.model.theme import Theme
from builders.reading.decode.courses import decode_course
from builders.reading.decode.programme import (
    decode_competencies,
    decode_glossary,
    decode_lms,
    decode_needs,
    decode_published,
    decode_sources,
    decode_videos,
)
from builders.reading.decode.questions import decode_questions
from builders.reading.decode.scenarios import decode_scenario
from builders.reading.decode.sops import decode_sop
from builders.reading.decode.theme import decode_theme
from builders.reading.decode.words import Words
from builders.reading.discovery import PRESENTATIONS
from builders.reading.document import Document, View
from builders.reading.kinds import FileKind
from builders.reading.parsing import Parsed
from builders.reading.sessions import SessionFile

LONGEST_STRETCH = 90
MASTERY = 70


@dataclass
class SourceEdition:
    """Assembles the source edition from files by kind."""

    files: dict[FileKind, Parsed]
    media: dict[str, bytes]
    languages: tuple[str, ...]
    findings: list[Finding] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.words = Words(self.languages[0])
        self._sources: dict[tuple[str, str], list[FileKind]] = {}
        for kind in sorted(kind for kind in self.files if not kind.language):
            self._sources.setdefault((kind.kind, kind.module), []).append(kind)

    def build(self) -> Curriculum:
        programme = self._view(FileKind("curriculum"))
        rules = programme.get("day-rules")
        return Curriculum(
            language=self.languages[0],
            languages=self.languages,
            title=self.words.text(programme, "title"),
            issuer=self.words.text(programme, "issuer"),
            licence=programme.string("licence"),
            longest_stretch=rules.integer("longest-stretch", LONGEST_STRETCH) if rules else LONGEST_STRETCH,
            modules=tuple(self._module(kind.module) for kind in self._modules()),
            courses=tuple(decode_course(self._view(kind), kind.slug, self.words) for kind in self._of("course")),
            sources=decode_sources(self._view(FileKind("sources"))),
            terms=decode_glossary(self._view(FileKind("glossary")), self.words),
            competencies=decode_competencies(self._view(FileKind("competencies")), self.words),
            needs=decode_needs(self._view(FileKind("needs"))),
            videos=decode_videos(self._view(FileKind("videos")), self.words),
            lms=decode_lms(programme),
            published=decode_published(programme),
            theme=self._theme(programme),
            at=programme.at,
        )

    def _theme(self, programme: View) -> Theme:
        """The theme; a presentation that lies there and is not its template belongs to nothing."""
        theme = decode_theme(self._view(FileKind("theme")), programme, self.media, self.words)
        used = f"curriculum/{theme.template.path}" if theme.template else ""
        for name in sorted(self.media):
            if name.lower().endswith(PRESENTATIONS) and "/media/" not in name and name != used:
                fix = f"write `template: {name.removeprefix('curriculum/')}` into curriculum.yaml, or remove it"
                self.findings.append(Finding(Location(name), "F008", f"no deck is written onto `{name}`", fix))
        return theme

    def _of(self, kind: str, module: str = "") -> list[FileKind]:
        """The files of a kind that could be read, in the order of their names."""
        return [found for found in self._sources.get((kind, module), ()) if self.files[found].content is not None]

    def _modules(self) -> list[FileKind]:
        ids = [module for kind, module in self._sources if kind == "module"]
        return [found for id in ids for found in self._of("module", id)]

    def _view(self, kind: FileKind) -> View:
        parsed = self.files.get(kind)
        content = parsed.content if parsed else None
        return View.of(content if isinstance(content, Document) else Document(_name(kind), {}, {}, {}))

    def _module(self, id: str) -> Module:
        view = self._view(FileKind("module", id))
        assessment = view.get("assessment")
        return Module(
            id=id,
            title=self.words.text(view, "title"),
            summary=self.words.text(view, "summary"),
            version=view.string("version"),
            status=view.string("status"),
            audience=self.words.text(view, "audience"),
            competencies=view.strings("competencies"),
            keywords=self.words.list(view, "keywords"),
            objectives=tuple(
                Objective(item.string("id"), self.words.text(item, "text"), item.at) for item in view.items("objectives")
            ),
            sessions=self._sessions(id, view),
            questions=decode_questions(self._view(FileKind("questions", id)), self.words),
            scenarios=tuple(
                decode_scenario(self._view(kind), f"{id}.{kind.slug}", self.words) for kind in self._of("scenario", id)
            ),
            sops=tuple(decode_sop(self._view(kind), f"{id}.{kind.slug}", self.words) for kind in self._of("sop", id)),
            media=self._media(id),
            mastery=view.integer("mastery", MASTERY),
            assessment_items=assessment.integer("items") if assessment else 0,
            translated=True,
            at=view.at,
        )

    def _sessions(self, module: str, view: View) -> tuple[Session, ...]:
        listed = view.items("sessions")
        slugs = [str(item.data) for item in listed]
        there = [kind.slug for kind in self._sources.get(("session", module), ())]
        for item, slug in zip(listed, slugs, strict=True):
            if slug not in there:
                left = tuple(name for name in there if name not in slugs)
                self.findings.append(
                    Finding(item.at, "F007", f"there is no `{slug}.md` beside module.yaml", nearest(slug, left) if left else "")
                )
        for slug in there:
            if slug not in slugs:
                name = f"curriculum/modules/{module}/{slug}.md"
                self.findings.append(Finding(Location(name), "F008", f"`{slug}` is not among the sessions of module.yaml"))
        found = []
        for slug in dict.fromkeys(slugs):
            parsed = self.files.get(FileKind("session", module, slug))
            if parsed and isinstance(parsed.content, SessionFile):
                found.append(self._session(f"{module}.{slug}", parsed.content))
        return tuple(found)

    def _session(self, id: str, file: SessionFile) -> Session:
        view = View.of(file.front)
        summary = view.get("summary")
        return Session(
            id=id,
            title=self.words.text(view, "title"),
            summary=Text(view.string("summary").strip(), self.words.language, summary.at) if summary else None,
            objectives=view.strings("objectives"),
            prerequisites=view.strings("prerequisites"),
            materials=self.words.list(view, "materials"),
            prepare=self.words.list(view, "prepare"),
            difficulties=tuple(
                Difficulty(item.string("id"), self.words.text(item, "when"), self.words.text(item, "do"), item.at)
                for item in view.items("difficulties")
            ),
            segments=tuple(stamped.segment for stamped in file.segments),
            at=view.at,
        )

    def _media(self, module: str) -> tuple[Media, ...]:
        top = f"curriculum/modules/{module}/"
        return tuple(
            Media(name.removeprefix(top), data, Location(name))
            for name, data in sorted(self.media.items())
            if name.startswith(f"{top}media/")
        )


def _name(kind: FileKind) -> str:
    """The file that a kind would stand in: where findings about a missing one point."""
    folders = {"course": f"courses/{kind.slug}.yaml", "module": f"modules/{kind.module}/module.yaml"}
    return f"curriculum/{folders.get(kind.kind, kind.kind + '.yaml')}"
