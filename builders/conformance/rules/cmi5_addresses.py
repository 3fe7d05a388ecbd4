"""K061: what a cmi5 unit launches (cmi5 13.1.4 and 14)."""

from __future__ import annotations

from collections.abc import Iterator

from builders.conformance.opening.element import Element
from builders.conformance.opening.package import Package
from builders.conformance.views.addresses import Fault, resolve
from builders.diagnostics.finding import Finding


def check(package: Package) -> Iterator[Finding]:
    """A relative url names a file in the zip, whatever its query; without a zip every url is whole.

    Example: `<url>content/index.html</url>` where the zip has `index.html` alone.
    """
    for unit in package.root.walk("au"):
        url = unit.first("url")
        said = _said(url, package)
        if said:
            yield Finding((url or unit).at, "K061", said)


def _said(url: Element | None, package: Package) -> str:
    if url is None:
        return "the unit has no url"
    target = resolve(url.text)
    if target.fault is Fault.WEB:
        return ""
    if target.fault:
        return f"the url `{url.text}` {target.fault}"
    if not package.zipped:
        return f"the url `{url.text}` is relative, and there is no zip"
    return "" if package.has(target.path) else f"`{target.path}` is not in the package"
