"""Addresses in manifests and pages: an href as written comes in, a path in the package or what speaks against it goes out."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote


class Fault(StrEnum):
    """Why an address is no path in the package. The words complete the sentence «the address …»."""

    WEB = "is on another host"
    ABSOLUTE = "is absolute"
    OUTSIDE = "leads out of the package"
    BACKSLASH = "has a backslash"
    EMPTY = "is empty"


@dataclass(frozen=True, slots=True)
class Target:
    """``path`` is where the address leads in the package, without query and fragment; empty with a ``fault``."""

    path: str
    fault: Fault | None = None


def resolve(href: str, *, base: str = "") -> Target:
    """``base`` is the xml:base, or the page that the address stands in: what follows its last ``/`` does not count."""
    written = href.strip()
    fault = _fault(written)
    if fault:
        return Target("", fault)
    path = unquote(re.split(r"[?#]", written, maxsplit=1)[0])
    if not path:
        return Target("", Fault.EMPTY)
    whole = posixpath.normpath(base.rpartition("/")[0] + "/" + path if "/" in base else path)
    if whole == ".." or whole.startswith("../"):
        return Target("", Fault.OUTSIDE)
    return Target(whole)


def _fault(href: str) -> Fault | None:
    if re.match(r"[A-Za-z]:", href) or (href.startswith("/") and not href.startswith("//")):
        return Fault.ABSOLUTE
    if href.startswith("//") or re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", href):
        return Fault.WEB
    return Fault.BACKSLASH if "\\" in href else None
