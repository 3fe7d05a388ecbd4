"""What the benchmarks run: a generated curriculum comes in; it is built, edited, forgotten, or its pages are given to MkDocs alone.

Whole processes are run, started as a user starts them.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from builders.rendering.dialect import EXTENSIONS

_BIN = Path(sys.executable).parent
CURRICULUM, _MKDOCS = str(_BIN / "curriculum"), str(_BIN / "mkdocs")
_PARAGRAPH = re.compile(r"^## .*\}\n\n(?=\w)", re.MULTILINE)
_EDITION = re.compile(r"Edition \d+\. ")


def run(command: list[str], *, says: str = "") -> None:
    """Run a command that must succeed and say something: another answer would be the time of something else."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    if done.returncode or says not in done.stdout:
        missing = f" without saying `{says.strip()}` (was the code changed meanwhile?)" if says not in done.stdout else ""
        sys.exit(f"{' '.join(command)} ended with {done.returncode}{missing}:\n{done.stdout[-4000:]}{done.stderr[-4000:]}")


def forget(root: Path) -> None:
    """Take away all that was built, and all that earlier builds remember."""
    for name in ("build", "dist"):
        shutil.rmtree(root / name, ignore_errors=True)


def edit(root: Path, number: int) -> None:
    """Change a paragraph of one session: other words each time, so that no cache knows them, and no other block."""
    session = min(path for path in root.glob("curriculum/modules/*/*.md") if path.stem.count(".") == 0)
    text = _EDITION.sub("", session.read_text(encoding="utf-8"))
    edited, count = _PARAGRAPH.subn(rf"\g<0>Edition {number}. ", text, count=1)
    if not count:
        sys.exit(f"{session} has no segment that begins with a paragraph")
    session.write_text(edited, encoding="utf-8")


def plain_mkdocs(root: Path) -> None:
    """The pages that the handbook target wrote, as MkDocs alone would build them: Material as it comes, the same Markdown
    dialect, one language after the other."""
    extensions = "".join(f"  - {name}\n" for name in ("toc", *EXTENSIONS) if not name.startswith("builders."))
    found = sorted(root.glob("build/handbook/*/docs"))
    if len(found) != len(list(root.glob("dist/handbook/*"))):
        sys.exit(f"the handbook target keeps its pages elsewhere: {root}/build/handbook/<language>/docs expected")
    for docs in found:
        with tempfile.TemporaryDirectory(prefix="curriculum-mkdocs-") as folder:
            settings = Path(folder) / "mkdocs.yml"
            settings.write_text(
                f"site_name: Plain\ndocs_dir: {docs}\nsite_dir: {folder}/out\nuse_directory_urls: false\n"
                f"theme: {{name: material, font: false}}\nplugins: [search]\nmarkdown_extensions:\n{extensions}",
                encoding="utf-8",
            )
            run([_MKDOCS, "build", "--quiet", "--config-file", str(settings)])
            built = sum(1 for _ in Path(folder).glob("out/**/*.html"))
            if built < sum(1 for _ in docs.rglob("*.md")):
                sys.exit(f"mkdocs built {built} pages only")
