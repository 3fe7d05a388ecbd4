"""``curriculum list``: a folder comes in, lines about its modules, courses and languages go out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from builders.rendering.languages import language
from builders.workflow.check import check


def listing(root: Path, *, memory: Path) -> Iterator[str]:
    """Nothing for a folder whose curriculum cannot be read at all."""
    editions = check(root, memory=memory).reading.editions
    if not editions:
        return
    source = next(iter(editions.values()))
    yield f"{source.title}"
    yield "\nLanguages"
    for code in source.languages:
        translated = sum(module.translated for module in editions[code].modules)
        yield f"  {code}  {language(code).name}: {translated} of {len(source.modules)} modules"
    yield "\nModules"
    for module in source.modules:
        codes = " ".join(code for code, edition in editions.items() if (found := edition.module(module.id)) and found.translated)
        yield f"  {module.id:18} {module.version:8} {module.status:9} {len(module.sessions)} sessions  {codes:9} {module.title}"
    yield "\nCourses"
    for course in source.courses:
        yield f"  {course.id:18} {len(course.days)} days, {course.depth:9} {course.title}"
