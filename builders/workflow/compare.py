"""``curriculum compare``: two packages or revisions come in, what a change does to learners' records goes out.

Of a revision the same package is built as the other side is, with the code and the schemas of today, so that what differs is
what authors changed. Nothing is written but to temporary folders.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from builders.comparison import Comparison, NotAPackageError, Package, Verdict, compare, gravest, on_one_side, open_package
from builders.comparison.opening.archive import MOST_UNPACKED
from builders.diagnostics.code import Severity
from builders.diagnostics.finding import Finding, nearest
from builders.model.curriculum import Curriculum
from builders.workflow.check import check
from builders.workflow.repacking import Publication, packed, packed_like
from builders.workflow.request import UsageError
from builders.workflow.revisions import revision

EXIT_CODES = {Verdict.REPLACE: 0, Verdict.CARE: 10, Verdict.NEW: 20}
"""For scripts. 1 to 3 mean what they mean for every command."""


@dataclass(frozen=True, slots=True)
class Compared:
    """``findings`` are errors in the curriculum of a revision; then nothing was compared. A file in them is called
    ``v1.0.0:curriculum/…``, as Git calls it, and ``texts`` are by that name."""

    comparisons: tuple[Comparison, ...]
    findings: tuple[Finding, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)

    @property
    def exit_code(self) -> int:
        """1 with findings, else that of the gravest verdict."""
        return 1 if self.findings else EXIT_CODES[gravest(comparison.verdict for comparison in self.comparisons)]

    def lines(self, file: str) -> list[str]:
        """The lines of a text that has findings."""
        return self.texts.get(file, "").splitlines()


@dataclass(frozen=True, slots=True)
class Revision:
    """A curriculum as it was. ``findings`` are errors, with which there is nothing to build from."""

    name: str
    editions: Mapping[str, Curriculum]
    findings: tuple[Finding, ...]
    texts: Mapping[str, str]


def compare_versions(root: Path, old: str, new: str, *, module: str = "", course: str = "") -> Compared:
    """Compare what is in use with what is to take its place. Each is the path of a package or the name of a Git revision; a
    file goes before a revision of the same name.

    ``module`` and ``course`` are ids and choose among what revisions hold; without them every module is compared. Raises
    UsageError for what is neither package nor revision, and for an id that there is not.
    """
    was, now = _side(root, old), _side(root, new)
    broken = [side for side in (was, now) if isinstance(side, Revision) and side.findings]
    if broken:
        findings = tuple(finding for side in broken for finding in side.findings)
        return Compared((), findings, {file: text for side in broken for file, text in side.texts.items()})
    if (module or course) and not (isinstance(was, Revision) and isinstance(now, Revision)):
        raise UsageError("--module and --course choose what revisions hold; a package says itself what it holds")
    if isinstance(was, Revision):
        if isinstance(now, Revision):
            return Compared(tuple(_revisions(was, now, module, course)))
        was = packed_like(now, was.name, was.editions)
    elif isinstance(now, Revision):
        now = packed_like(was, now.name, now.editions)
    return Compared((compare(was, now),))


def _side(root: Path, name: str) -> Package | Revision:
    path = Path(name)
    if path.is_dir():
        raise UsageError(f"{name} is a folder; name a package, as the zip that it came in, or a Git revision")
    if not path.is_file():
        return _revision(root, name)
    size = path.stat().st_size
    if size > MOST_UNPACKED:
        raise UsageError(f"{name} has {size} bytes; {MOST_UNPACKED} are read at the most")
    try:
        return open_package(path.as_posix(), path.read_bytes())
    except NotAPackageError as error:
        raise UsageError(f"{name} cannot be compared: {error}") from error


def _revision(root: Path, name: str) -> Revision:
    """Judged as for a build: from what has errors nothing is built."""
    with revision(root, name) as folder:
        judged = check(folder, memory=folder / "memory")
    errors = [finding for finding in judged.findings if finding.severity is Severity.ERROR]
    findings = tuple(replace(finding, at=replace(finding.at, file=f"{name}:{finding.at.file}")) for finding in errors)
    faulty = {finding.at.file for finding in errors}
    texts = {f"{name}:{file}": text for file, text in judged.reading.files.texts.items() if file in faulty}
    return Revision(name, judged.reading.editions, findings, texts)


def _revisions(old: Revision, new: Revision, module: str, course: str) -> Iterator[Comparison]:
    """Each module that one of them has, or what was asked for, as SCORM 1.2 in the source language."""
    for wanted in _wanted(old, new, module, course):
        was, now = (packed(wanted, side.name, side.editions) for side in (old, new))
        if was and now:
            yield compare(was, now)
        else:
            yield on_one_side(was, now)


def _wanted(old: Revision, new: Revision, module: str, course: str) -> list[Publication]:
    sources = [next(iter(side.editions.values())) for side in (new, old)]
    modules = tuple(dict.fromkeys(each.id for source in sources for each in source.modules))
    courses = tuple(dict.fromkeys(each.id for source in sources for each in source.courses))
    for option, id, known in (("--module", module, modules), ("--course", course, courses)):
        if id and id not in known:
            raise UsageError(f"{option} {id}: neither revision has it; {nearest(id, known)}")
    named = [Publication(of, id) for of, id in (("module", module), ("course", course)) if id]
    return named or [Publication("module", id) for id in modules]
