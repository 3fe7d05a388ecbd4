"""The other editions: the source edition and translation files come in, one curriculum per language goes out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from builders.diagnostics.finding import Finding
from builders.diagnostics.location import Location
from builders.model.courses import Course
from builders.model.curriculum import Curriculum
from builders.model.modules import Module, Session
from builders.reading.document import Document, View
from builders.reading.grafting import graft_segments
from builders.reading.kinds import FileKind
from builders.reading.overlay import Overlay
from builders.reading.parsing import Parsed
from builders.reading.sessions import SessionFile
from builders.reading.stamps import Stamp

T = TypeVar("T")


@dataclass
class TranslatedEdition:
    """Lays the files of one language over the source edition."""

    source: Curriculum
    language: str
    files: dict[FileKind, Parsed]
    findings: list[Finding] = field(default_factory=list)
    stamps: list[Stamp] = field(default_factory=list)

    def build(self) -> Curriculum:
        source = self.source
        own = self._over(source, FileKind("curriculum"), only=("title", "issuer"))
        return replace(
            source,
            language=self.language,
            title=own.title,
            issuer=own.issuer,
            modules=tuple(self._module(module) for module in source.modules),
            courses=tuple(self._course(course) for course in source.courses),
            terms=self._items(source.terms, "glossary", "terms"),
            competencies=self._items(source.competencies, "competencies", "competencies"),
            videos=self._items(source.videos, "videos", "videos"),
            theme=self._over(source.theme, FileKind("theme")),
        )

    def _view(self, kind: FileKind) -> View | None:
        parsed = self.files.get(replace(kind, language=self.language))
        return View.of(parsed.content) if parsed and isinstance(parsed.content, Document) else None

    def _over(self, node: T, kind: FileKind, *, only: tuple[str, ...] = ()) -> T:
        """A node with the words of its own file. ``only`` limits what the file may hold: the rest has files of its own."""
        view = self._view(kind)
        if view is None:
            return node
        overlay = Overlay(self.language)
        if only:
            bare: dict[str, Any] = dict.fromkeys(("modules", "courses", "sources", "terms", "competencies", "needs", "videos"), ())
            translated = overlay.translate(replace(node, **bare), view)  # type: ignore[type-var]
        else:
            translated = overlay.translate(node, view)
        self._take(overlay)
        return translated

    def _take(self, overlay: Overlay) -> None:
        self.findings += overlay.findings
        self.stamps += overlay.stamps

    def _items(self, items: tuple[T, ...], kind: str, key: str, *, module: str = "") -> tuple[T, ...]:
        view = self._view(FileKind(kind, module))
        if view is None or not items:
            return items
        overlay = Overlay(self.language)
        translated = overlay.translate_items(items, view, key)
        self._take(overlay)
        return translated

    def _course(self, course: Course) -> Course:
        return self._over(course, FileKind("course", slug=course.id))

    def _module(self, module: Module) -> Module:
        id = module.id
        if not any(kind.module == id and kind.language == self.language for kind in self.files):
            at = Location(f"curriculum/modules/{id}/module.yaml")
            self.findings.append(Finding(at, "L006", f"module `{id}` has no {self.language} translation"))
            return replace(module, translated=False)
        own = self._over(module, FileKind("module", id))
        return replace(
            own,
            sessions=tuple(self._session(session, id) for session in module.sessions),
            questions=self._items(module.questions, "questions", "questions", module=id),
            scenarios=tuple(self._over(item, FileKind("scenario", id, item.id.partition(".")[2])) for item in module.scenarios),
            sops=tuple(self._over(item, FileKind("sop", id, item.id.partition(".")[2])) for item in module.sops),
        )

    def _session(self, session: Session, module: str) -> Session:
        parsed = self.files.get(FileKind("session", module, session.slug, self.language))
        if parsed is None or not isinstance(parsed.content, SessionFile):
            return session
        overlay = Overlay(self.language)
        view = View.of(parsed.content.front)
        translated = overlay.translate(session, view)
        self._take(overlay)
        segments, findings, stamps = graft_segments(session.segments, parsed.content.segments, at=view.at)
        self.findings += findings
        self.stamps += stamps
        return replace(translated, segments=segments)
