"""K008, K009, K010, K011: what lies in the zip and how it is called."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builders.conformance.opening.package import Package
from builders.conformance.rules.saying import several
from builders.diagnostics.finding import Finding
from builders.diagnostics.location import Location

_LITTER = re.compile(r"(^|/)(__MACOSX/|\.git/|\.svn/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._[^/]*$)", re.IGNORECASE)
_PLAIN = re.compile(r"[!-~]*")


def check(package: Package) -> Iterator[Finding]:
    """The manifest comes first, names are ASCII in lower case, and nothing is there by accident.

    Example: a zip made by a file manager, with `__MACOSX/._index.html` in it.
    """
    if not package.zipped:
        return
    if package.paths[0] != package.manifest:
        yield Finding(package.at(package.manifest), "K008", f"the first entry of the zip is `{package.paths[0]}`")
    at = Location(package.name)
    litter = dict.fromkeys(path for path in package.paths if _LITTER.search(path))
    if litter:
        yield Finding(at, "K011", f"the zip holds {several(tuple(litter), 'file')} of the machine that made it")
    content = [path for path in package.paths if path not in litter]
    beyond = [path for path in content if not path.isascii()]
    if beyond:
        yield Finding(at, "K009", f"{several(beyond, 'file name')} beyond ASCII")
    uneven = [path for path in content if path.isascii() and (path != path.lower() or not _PLAIN.fullmatch(path))]
    if uneven:
        yield Finding(at, "K010", f"{several(uneven, 'file name')} with capitals or spaces")
