"""One script out of many: ES modules come in, a classic script that holds those that are needed goes out.

One request on a poor line instead of twenty, and a script that also runs from a folder: browsers load no modules from there.
Each module becomes a function that returns what it exports. Comments that fill whole lines are left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_IMPORT = re.compile(r'^import \{ ([\w, ]+) \} from "\./([\w-]+\.js)";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:const|let|class|function|async function) (\w+))", re.MULTILINE)
_COMMENT = re.compile(r"^\s*(?://.*|/\*\*(?:[^*]|\*(?!/))*\*/)\n", re.MULTILINE)
_LEFT_OVER = re.compile(r"^(?:import|export)\b.*$", re.MULTILINE)


class BundleError(ValueError):
    """A module uses a form of import or export that the bundle does not know, or modules import each other in a circle."""


def bundled(modules: Mapping[str, bytes], start: str) -> bytes:
    """The module ``start`` and all that it needs. ``modules`` are source by name.

    Raises BundleError for what cannot be bundled and KeyError for a module that is not there.
    """
    order: list[str] = []
    _visit(start, modules, order, ())
    parts = [_wrapped(name, modules[name].decode()) for name in order]
    return "\n".join(['"use strict";', "(() => {", *parts, "})();", ""]).encode()


def _visit(name: str, modules: Mapping[str, bytes], order: list[str], behind: tuple[str, ...]) -> None:
    """Put a module after those that it imports."""
    if name in behind:
        raise BundleError(" -> ".join((*behind, name)))
    if name in order:
        return
    for match in _IMPORT.finditer(modules[name].decode()):
        _visit(match[2], modules, order, (*behind, name))
    order.append(name)


def _wrapped(name: str, source: str) -> str:
    exported = [match[1] for match in _EXPORT.finditer(source)]
    body = _IMPORT.sub(lambda match: f"const {{ {match[1]} }} = {_variable(match[2])};", source)
    body = _COMMENT.sub("", _EXPORT.sub("", body)).strip()
    if left := _LEFT_OVER.search(body):
        raise BundleError(f"{name}: {left[0]}")
    return f"const {_variable(name)} = (() => {{\n{body}\nreturn {{ {', '.join(exported)} }};\n}})();"


def _variable(name: str) -> str:
    return "in_" + re.sub(r"\W", "_", name.removesuffix(".js"))
