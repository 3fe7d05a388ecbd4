"""K101: a package that never reports."""

from __future__ import annotations

from collections.abc import Iterator

from builders.conformance.opening.package import Package
from builders.conformance.opening.standard import Standard
from builders.conformance.views.launches import PAGES, launch_pages
from builders.conformance.views.resources import resources
from builders.diagnostics.finding import Finding

_NAMES = {Standard.SCORM12: b"LMSInitialize", Standard.SCORM2004: b"API_1484_11"}
_CODE = (".js", ".mjs", *PAGES)


def check(package: Package) -> Iterator[Finding]:
    """Somewhere in its scripts and pages stands the name of the standard's API, where there are SCOs.

    Example: a folder of web pages with a manifest beside it, or a SCORM 2004 player under a SCORM 1.2 manifest.
    """
    scos = [resource for resource in resources(package.root) if resource.is_sco]
    if not scos or not launch_pages(package):
        return
    wanted = _NAMES[package.standard]
    code = [path for path in package.paths if path.lower().endswith(_CODE)]
    if not any(path not in package.texts or wanted in package.texts[path] for path in code):  # what is too large may have it
        yield Finding(scos[0].element.at, "K101", f"no script and no page contains `{wanted.decode()}`")
