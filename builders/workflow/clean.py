"""``curriculum clean``: the output and what builds remember are removed, and nothing else."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from builders.storage.lock import locked
from builders.storage.output import NotOursError, Output, is_ours
from builders.workflow.request import WORK, Request


def clean(root: Path, output: Path) -> Iterator[Path]:
    """The folders removed. Raises UsageError or NotOursError for an output that no build made."""
    Request(root, output, 1).check_output()
    if output.exists() and not is_ours(output):
        raise NotOursError(str(output))
    with locked(root / WORK / "lock"):
        Output(output).discard()
        if output.exists():
            shutil.rmtree(output)
            yield output
    if (root / WORK).exists():
        shutil.rmtree(root / WORK)
        yield root / WORK
