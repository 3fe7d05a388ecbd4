"""A plan and a scratch folder come in, the files of the site go out. Only what changed since the last build is rendered.

The result does not depend on what the scratch folder holds. MkDocs is given a page again when its Markdown changed, and
all pages when anything changed that every page depends on (see ``plan``), or when the folder is not as the last build
left it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as run_mkdocs
from mkdocs.exceptions import MkDocsException

from builders.model.artefacts import OutputFile
from builders.targets.handbook.failure import HandbookError
from builders.targets.handbook.runner.app import app_manifest
from builders.targets.handbook.runner.complaints import heard
from builders.targets.handbook.runner.output import finished, search_entry
from builders.targets.handbook.runner.plan import Plan
from builders.targets.handbook.runner.plugin import SEARCH, HandbookPlugin
from builders.targets.handbook.runner.record import PageRecord, Record, checksum, read_record, write_record
from builders.targets.handbook.runner.scratch import Scratch
from builders.targets.handbook.runner.settings import settings

_SEARCH_SETTINGS = ("lang", "separator", "pipeline", "fields")


def publish(plan: Plan, scratch: Path) -> tuple[OutputFile, ...]:
    """All files of the site, sorted. Raises HandbookError where MkDocs warns, of a broken link for example."""
    folder = Scratch(scratch)
    written = folder.written()
    last = _last(plan, folder, written)
    sources = {page: checksum(plan.source(page)) for page in plan.pages}
    changed = [page for page in plan.pages if last is None or last.pages[page].source != sources[page]]
    if last is None or changed:
        last, written = _render(plan, folder, last, sources, changed)
    entries = (entry for page in plan.pages for entry in last.pages[page].entries)
    return finished({**written, **plan.pictures}, entries, last.search, app_manifest(plan))


def _last(plan: Plan, folder: Scratch, written: Mapping[str, bytes]) -> Record | None:
    """The record of the last build, if what it left can be built upon."""
    record = read_record(folder.record)
    if record is None or record.fingerprint != plan.fingerprint:
        return None
    if folder.laid_out() != {*plan.pages, *(name for name, _ in plan.media)}:
        return None
    return record if _checksums(written) == record.files else None


def _checksums(written: Mapping[str, bytes]) -> dict[str, str]:
    return {name: checksum(data) for name, data in written.items()}


def _render(
    plan: Plan, folder: Scratch, last: Record | None, sources: Mapping[str, str], changed: list[str]
) -> tuple[Record, dict[str, bytes]]:
    """Let MkDocs render what changed, and everything after no build or an unusable one. What it wrote goes out as well."""
    folder.record.unlink(missing_ok=True)
    if last is None:
        folder.clear()
        folder.lay_out(dict(plan.media))
    folder.lay_out({page: plan.pages[page].encode() for page in changed})
    plugin, search = _run(plan, folder, only_changed=last is not None)
    known = dict(last.pages) if last else {}
    for page, found in plugin.rendered.items():
        links = [list(link) for link in found.links]
        known[page] = PageRecord(sources[page], found.anchors, links, [search_entry(entry) for entry in found.entries])
    if complaints := tuple(_missing_anchors(known)):
        raise HandbookError(complaints)
    written = folder.written()
    record = Record(plan.fingerprint, search, known, _checksums(written))
    write_record(folder.record, record)
    return record, written


def _run(plan: Plan, folder: Scratch, *, only_changed: bool) -> tuple[HandbookPlugin, dict[str, Any]]:
    plugin = HandbookPlugin(plan)
    with heard() as warnings:
        try:
            config = settings(plan, docs=folder.docs, site=folder.site, compiled=folder.compiled)
            config.plugins["handbook"] = plugin
            run_mkdocs(config, dirty=only_changed)
        except MkDocsException as error:
            raise HandbookError((*warnings, str(error))) from error
    if warnings:
        raise HandbookError(tuple(warnings))
    search = config.plugins[SEARCH].config
    return plugin, {name: search[name] for name in _SEARCH_SETTINGS}


def _missing_anchors(pages: Mapping[str, PageRecord]) -> Iterator[str]:
    """MkDocs itself compares only pages that it renders in the same run."""
    for page, record in sorted(pages.items()):
        for target, anchor in record.links:
            if target in pages and anchor not in pages[target].anchors:
                yield f"{page} links to {target}#{anchor}, but there is no such anchor"
