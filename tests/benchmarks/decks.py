"""How long decks take: sixty of twelve slides with notes, against pandoc and bare python-pptx writing the same words.

Ours are read from Markdown and YAML, laid out, measured and written in one process; what the others get was read back from
them, so all write the same titles, paragraphs, tables' words and notes. Every figure is the median of whole processes.

    python tests/benchmarks/decks.py --decks 60 --runs 3
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml
from vocabulary import Vocabulary

SLIDES = 12

_OURS = """
import sys
from pathlib import Path
from builders.reading.curriculum import read
from builders.targets.slides import session_deck
curriculum = read(Path(sys.argv[1])).editions["en"]
out = Path(sys.argv[2])
for session in curriculum.modules[0].sessions:
    (out / f"{session.slug}.pptx").write_bytes(session_deck(session, course=curriculum.courses[0], curriculum=curriculum))
"""
_BARE = """
import json, sys
from pathlib import Path
from pptx import Presentation
out = Path(sys.argv[2])
for name, slides in json.loads(Path(sys.argv[1]).read_text()).items():
    deck = Presentation()
    layout = deck.slide_layouts[1]
    for title, paragraphs, notes in slides:
        slide = deck.slides.add_slide(layout)
        slide.shapes.title.text = title
        slide.placeholders[1].text = "\\n".join(paragraphs)
        slide.notes_slide.notes_text_frame.text = notes
    deck.save(str(out / f"{name}.pptx"))
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--decks", type=int, default=60)
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="curriculum-bench-decks-") as folder:
        print(measured(Path(folder), decks=arguments.decks, runs=arguments.runs))  # noqa: T201 - a program's output


def measured(folder: Path, *, decks: int, runs: int) -> str:
    """The figures of one run, in words."""
    root, out = folder / "own", folder / "out"
    write(root, decks)
    out.mkdir()

    def ours() -> None:
        _run([sys.executable, "-c", _OURS, str(root), str(out)])

    ours()
    words = {path.stem: _words(path) for path in sorted(out.glob("*.pptx"))}
    slides = sum(map(len, words.values()))
    given = folder / "words.json"
    given.write_text(json.dumps(words), encoding="utf-8")
    tasks: dict[str, Callable[[], None]] = {
        "ours": ours,
        "bare python-pptx": lambda: _run([sys.executable, "-c", _BARE, str(given), str(out)]),
    }
    pandoc = shutil.which("pandoc")
    if pandoc:
        for name, found in words.items():
            (folder / f"{name}.md").write_text(_markdown(found), encoding="utf-8")

        def pandocs() -> None:
            for name in words:
                _run([pandoc, "-t", "pptx", "--slide-level=2", "-o", str(out / f"{name}.pptx"), str(folder / f"{name}.md")])

        tasks["pandoc -t pptx"] = pandocs
    taken: dict[str, list[float]] = {name: [] for name in tasks}
    for _ in range(runs):  # in turn, so that a busy moment hits all alike
        for name, task in tasks.items():
            begun = time.perf_counter()
            task()
            taken[name].append(time.perf_counter() - begun)
    seconds = {name: statistics.median(found) for name, found in taken.items()}
    rows = [f"{name:<18}{found:>8.2f} s   ours takes {seconds['ours'] / found:.2f} of it" for name, found in seconds.items()]
    missing = [] if pandoc else ["pandoc is not installed: for example `apt-get install pandoc`"]
    where = f"Median of {runs}, Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}."
    return "\n".join([f"{len(words)} decks, {slides} slides with notes", *rows, *missing, where])


def _run(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    if done.returncode:
        sys.exit(f"{' '.join(command)[:200]} ended with {done.returncode}:\n{done.stderr[-4000:]}")


def write(root: Path, decks: int) -> None:
    """A curriculum of one module with so many sessions of twelve slides."""
    words = Vocabulary("latin", "decks")
    module = root / "curriculum/modules/m"
    module.mkdir(parents=True)
    (root / "curriculum/courses").mkdir()
    sessions = [f"s{at:02d}" for at in range(1, decks + 1)]
    _yaml(
        root / "curriculum/curriculum.yaml",
        {"title": words.words(3), "issuer": words.words(2), "languages": ["en"], "licence": "MIT"},
    )
    _yaml(root / "curriculum/sources.yaml", {"sources": []})
    _yaml(module / "questions.yaml", {"questions": []})
    about = {"title": words.words(3), "summary": words.prose(20), "version": "1.0.0", "status": "draft", "audience": words.words(3)}
    objectives = [{"id": "m.one", "text": words.prose(8)}]
    _yaml(module / "module.yaml", {**about, "competencies": [], "objectives": objectives, "sessions": sessions})
    for session in sessions:
        (module / f"{session}.md").write_text(_session(words), encoding="utf-8")
    slots = [{"session": f"m.{session}"} for session in sessions]
    day = {"title": words.words(3), "start": "09:30", "end": "10:30", "slots": slots}
    _yaml(root / "curriculum/courses/c.yaml", {"title": words.words(3), "audience": words.words(2), "depth": "core", "days": [day]})


def _session(words: Vocabulary) -> str:
    lists = "objectives: [m.one]\nprerequisites: []\nmaterials: []\nprepare: []\n"
    head = f"---\ntitle: {words.words(3)}\nsummary: {words.words(12)}\n{lists}---\n\n"
    slides = [_slide(words, table=at % 4 == 3) for at in range(SLIDES)]
    return f"{head}## {words.words(3)} {{#a minutes=1 depth=core}}\n\n" + "\n".join(slides)


def _slide(words: Vocabulary, *, table: bool) -> str:
    if table:
        body = "| A | B |\n| --- | --- |\n" + "".join(f"| {words.words(3)} | {words.words(6)} |\n" for _ in range(5))
    else:
        body = "".join(f"- {words.words(8)}\n" for _ in range(5))
    return f"::: slide\n### {words.words(4)}\n\n{body}\n::: notes\n{words.prose(60)}\n:::\n:::\n"


def _yaml(path: Path, data: dict[str, Any]) -> None:
    path.write_text(yaml.safe_dump(data, sort_keys=False), encoding="utf-8")


def _words(path: Path) -> list[tuple[str, list[str], str]]:
    """Title, paragraphs and notes of every slide."""
    from pptx import Presentation  # noqa: PLC0415 - only to read back, and not in what is measured

    found = []
    for slide in Presentation(str(path)).slides:
        paragraphs = []
        for shape in slide.shapes:
            if shape.has_text_frame and not (shape.is_placeholder and shape.placeholder_format.idx in {0, 10, 11, 12}):
                paragraphs += [paragraph.text for paragraph in shape.text_frame.paragraphs if paragraph.text]
            elif shape.has_table:
                paragraphs += [" – ".join(cell.text_frame.text for cell in row.cells) for row in shape.table.rows]
        found.append((slide.shapes.title.text_frame.text, paragraphs, slide.notes_slide.notes_text_frame.text))
    return found


def _markdown(slides: list[tuple[str, list[str], str]]) -> str:
    parts = []
    for title, paragraphs, notes in slides:
        body = "\n".join(f"- {paragraph}" for paragraph in paragraphs)
        parts.append(f"## {title}\n\n{body}\n\n::: notes\n{notes}\n:::\n")
    return "\n".join(parts)


if __name__ == "__main__":
    main()
