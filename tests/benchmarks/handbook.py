"""How long a large handbook takes: 600 sessions in one language, built anew and after one edited session.

Both are compared with a plain ``mkdocs build`` over the same pages, in one run and in turn. The handbook's command also reads
and judges the curriculum; MkDocs is handed the finished Markdown. Seconds by the clock and CPU seconds are given: the latter
tell more on a machine that has other work.

    python tests/benchmarks/handbook.py --sessions 600 --runs 1
"""

from __future__ import annotations

import argparse
import itertools
import os
import platform
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from generate import SESSIONS, generate
from running import CURRICULUM, edit, forget, plain_mkdocs, run

_EDITS = 3  # in every run: short ones vary most


@dataclass(slots=True)
class Times:
    """Seconds of each time that something was run: by the clock, and of the CPU."""

    clock: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def measure(self, task: Callable[[], None]) -> None:
        begun, used = time.perf_counter(), _used()
        task()
        self.clock.append(time.perf_counter() - begun)
        self.cpu.append(_used() - used)


def _used() -> float:
    """CPU seconds of the processes that were begun here and have ended."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sessions", type=int, default=600, help=f"rounded up to whole modules of {SESSIONS}; 600 unless given")
    parser.add_argument("--runs", type=int, default=1, help=f"each a cold build, one of MkDocs, {_EDITS} edits; 1 unless given")
    arguments = parser.parse_args()
    modules = -(-arguments.sessions // SESSIONS)
    with tempfile.TemporaryDirectory(prefix="curriculum-bench-handbook-") as folder:
        root = Path(folder)
        generate(root, modules=modules)
        found = measured(root, runs=arguments.runs)
        pages = len(list(root.glob("build/handbook/*/docs/**/*.md")))
    print(rendered(found, sessions=modules * SESSIONS, pages=pages))  # noqa: T201 - a program's output


def measured(root: Path, *, runs: int) -> tuple[Times, Times, Times]:
    """The times of cold builds, of builds after an edit, and of MkDocs."""
    cold, edited, mkdocs = Times(), Times(), Times()
    command = [CURRICULUM, "build", "--only", "handbook", "--root", str(root)]
    numbers = itertools.count()
    for number in range(runs):
        print(f"handbook: run {number + 1} of {runs} …", file=sys.stderr, flush=True)  # noqa: T201
        forget(root)
        cold.measure(lambda: run(command))
        mkdocs.measure(lambda: plain_mkdocs(root))
        for _ in range(_EDITS):
            edit(root, next(numbers))
            edited.measure(lambda: run(command, says="(1 built, "))
    return cold, edited, mkdocs


def rendered(found: tuple[Times, Times, Times], *, sessions: int, pages: int) -> str:
    """A table in Markdown: medians, and what part of MkDocs' time they are."""
    mkdocs = found[2]
    lines = [
        f"| handbook of {sessions} sessions, {pages} pages | seconds | of mkdocs | CPU seconds | of mkdocs | asked for |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    names = ("cold build", "build after one edited session", "plain mkdocs build of the same pages")
    for name, times, most in zip(names, found, ("at most 1.0", "at most 0.1", ""), strict=True):
        figures = [
            f"{statistics.median(own):.2f} | {statistics.median(own) / statistics.median(theirs):.3f}"
            for own, theirs in ((times.clock, mkdocs.clock), (times.cpu, mkdocs.cpu))
        ]
        lines.append(f"| {name} | {' | '.join(figures)} | {most} |")
    counts = f"Medians of {len(mkdocs.clock)}, of edits {len(found[1].clock)}."
    return "\n".join([*lines, "", f"{counts} Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}."])


if __name__ == "__main__":
    main()
