"""How long commands take: curricula of several sizes come in, one table with ratios measured in the same run goes out.

Each is compared with a plain ``mkdocs build`` over the same handbook pages (Material, the same Markdown dialect, one language
after the other), and with zipping the bytes that the build wrote. Every figure is a median of whole processes, started as a user
starts them. Work is done in a temporary folder; the repository is only read.

    python tests/benchmarks/bench.py --modules 10 100 --runs 3
"""

from __future__ import annotations

import argparse
import io
import os
import platform
import shutil
import statistics
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generate import generate
from running import CURRICULUM, edit, forget, plain_mkdocs, run

REPOSITORY = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Figures:
    """Seconds, but for the first four. ``pages`` and ``artefacts`` are over all languages."""

    sessions: int
    pages: int
    artefacts: int
    megabytes: float
    cold: float
    unchanged: float
    edited: float
    first_check: float
    check: float
    mkdocs: float
    zipped: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--modules", type=int, nargs="*", default=[10], help="sizes of generated curricula; 10 unless given")
    parser.add_argument("--runs", type=int, default=3, help="how often everything is measured; 3 unless given")
    arguments = parser.parse_args()
    table: dict[str, Figures] = {}
    with tempfile.TemporaryDirectory(prefix="curriculum-bench-") as folder:
        for name, root in _subjects(Path(folder), arguments.modules):
            print(f"measuring {name} …", file=sys.stderr, flush=True)  # noqa: T201 - a program's output
            table[name] = measure(root, runs=arguments.runs)
            shutil.rmtree(root)
    print(rendered(table, runs=arguments.runs))  # noqa: T201


def _subjects(folder: Path, sizes: list[int]) -> Iterator[tuple[str, Path]]:
    """The repository's own curriculum and generated ones, each in a folder of its own."""
    own = folder / "own"
    shutil.copytree(REPOSITORY / "curriculum", own / "curriculum")
    yield "this curriculum", own
    for size in sizes:
        root = folder / f"modules-{size}"
        generate(root, modules=size)
        yield f"{size} modules", root


def measure(root: Path, *, runs: int) -> Figures:
    """All figures of one curriculum."""
    command = [CURRICULUM, "build", "--root", str(root)]
    cold = _median(runs, lambda: run(command), before=lambda: forget(root))
    unchanged = _median(runs, lambda: run(command, says="nothing has changed"))
    numbers = iter(range(10**6))
    edited = _median(runs, lambda: run(command, says=" built, "), before=lambda: edit(root, next(numbers)))
    checked = [CURRICULUM, "check", "--root", str(root)]
    check = _median(runs, lambda: run(checked))
    dist = root / "dist"
    files = [path for path in sorted(dist.rglob("*")) if path.is_file()]
    mkdocs, zipped = _median(runs, lambda: plain_mkdocs(root)), _median(runs, lambda: _zip(files))
    return Figures(
        sessions=sum(1 for path in root.glob("curriculum/modules/*/*.md") if path.stem.count(".") == 0),
        pages=sum(1 for path in dist.glob("handbook/**/*.html")),
        artefacts=sum(1 for path in files if path.suffix in {".pptx", ".zip"}) + len(list(dist.glob("handbook/*"))),
        megabytes=sum(path.stat().st_size for path in files) / 1e6,
        cold=cold,
        unchanged=unchanged,
        edited=edited,
        first_check=_median(runs, lambda: run(checked), before=lambda: shutil.rmtree(root / "build")),
        check=check,
        mkdocs=mkdocs,
        zipped=zipped,
    )


def _median(runs: int, task: Callable[[], None], *, before: Callable[[], None] | None = None) -> float:
    """Seconds that a task takes; what comes before it is not counted."""
    taken = []
    for _ in range(runs):
        if before:
            before()
        begun = time.perf_counter()
        task()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)


def _zip(files: list[Path]) -> None:
    with zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as archive:
        for path in files:
            archive.write(path, path.as_posix())


def rendered(table: dict[str, Figures], *, runs: int) -> str:
    """The table in Markdown. In brackets: how many times a plain mkdocs build, and how many times zipping, that is."""

    def compared(seconds: float, figures: Figures) -> str:
        return f"{seconds:.2f} s ({seconds / figures.mkdocs:.2f} × mkdocs, {seconds / figures.zipped:.1f} × zip)"

    rows: list[tuple[str, Callable[[Figures], str]]] = [
        ("sessions", lambda f: f"{f.sessions}"),
        ("output", lambda f: f"{f.artefacts} artefacts, {f.pages} handbook pages, {f.megabytes:.1f} MB"),
        ("cold build", lambda f: compared(f.cold, f)),
        ("no-op build", lambda f: compared(f.unchanged, f)),
        ("build after one edited session", lambda f: compared(f.edited, f)),
        ("check, nothing remembered", lambda f: compared(f.first_check, f)),
        ("check", lambda f: compared(f.check, f)),
        ("plain mkdocs build of the same pages", lambda f: f"{f.mkdocs:.2f} s"),
        ("zipping the same bytes", lambda f: f"{f.zipped:.2f} s"),
    ]
    cells = [["", *table], *([label, *(show(figures) for figures in table.values())] for label, show in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(cells[0]))]
    lines = ["| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in cells]
    lines.insert(1, "| " + " | ".join("-" * width for width in widths) + " |")
    where = f"Median of {runs}, Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}."
    return "\n".join([*lines, "", where])


if __name__ == "__main__":
    main()
