"""Writing digests into translations: a file's text and its stamps come in, the text with current digests goes out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from builders.reading.stamps import Stamp
from builders.reading.yaml_events import scalar

_HEADING_FROM = re.compile(r"\bfrom=[^\s}]+")
_VALUE = re.compile(r"[^\s,}]*")


def stamped(text: str, stamps: Iterable[Stamp]) -> str:
    """The text with every stamp's digest in its place: in the braces of a segment's heading, or as the key ``from``."""
    lines = text.split("\n")
    # From the end to the beginning, so that a line put in moves no place that is still to come.
    for stamp in sorted(stamps, key=lambda stamp: stamp.at, reverse=True):
        index = stamp.at.line - 1
        line = lines[index]
        if line.startswith("##"):
            lines[index] = _heading(line, stamp.digest)
        elif stamp.present:
            column = stamp.at.column - 1
            lines[index] = line[:column] + _VALUE.sub(_as_yaml(stamp.digest), line[column:], count=1)
        elif line[: stamp.at.column - 1].strip():
            column = stamp.at.column - 1  # inside braces: `{title: …}`
            lines[index] = f"{line[:column]}from: {_as_yaml(stamp.digest)}, {line[column:]}"
        else:
            lines.insert(index, f"{' ' * (stamp.at.column - 1)}from: {_as_yaml(stamp.digest)}")
    return "\n".join(lines)


def _as_yaml(digest: str) -> str:
    """In quotes where YAML would read the digits as a number."""
    return digest if isinstance(scalar(digest), str) else f'"{digest}"'


def _heading(line: str, digest: str) -> str:
    if _HEADING_FROM.search(line):
        return _HEADING_FROM.sub(f"from={digest}", line)
    end = line.rstrip().rfind("}")
    return f"{line[:end].rstrip()} from={digest}}}" if end > 0 else f"{line.rstrip()} {{from={digest}}}"
