"""A curriculum as it was: a folder under Git and the name of a revision come in, a folder with the curriculum goes out."""

from __future__ import annotations

import io
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from builders.reading.discovery import FOLDER
from builders.workflow.request import UsageError


@contextmanager
def revision(root: Path, name: str) -> Iterator[Path]:
    """A folder elsewhere that holds ``curriculum/`` as it was at a revision, while it is needed. The work tree is not touched.

    ``root`` need not be the top of its repository. Raises UsageError where there is no Git, no such revision, or no
    curriculum in it.
    """
    git = shutil.which("git")
    if git is None:
        raise UsageError(f"{name}: there is no such file, and without git installed there are no revisions")
    commit = _ask(git, root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if commit is None:
        raise UsageError(f"{name}: there is neither a file nor a Git revision of that name")
    files = _ask(git, root, "archive", "--format=tar", commit.decode().strip(), "--", FOLDER)
    if files is None:
        raise UsageError(f"{name}: that revision has no folder {FOLDER}")
    with tempfile.TemporaryDirectory(prefix="curriculum-") as folder:
        _unpack(files, Path(folder))
        yield Path(folder)


def _ask(git: str, root: Path, *question: str) -> bytes | None:
    answer = subprocess.run([git, "-C", str(root), *question], capture_output=True, check=False)  # noqa: S603 - no shell; a revision cannot be taken for an option
    return answer.stdout if answer.returncode == 0 else None


def _unpack(files: bytes, folder: Path) -> None:
    """Write the files alone: a link becomes what it leads to, and one that leads out of the archive nothing."""
    with tarfile.open(fileobj=io.BytesIO(files)) as archive:
        for member in archive:
            content = _content(archive, member)
            if content is not None and ".." not in PurePosixPath(member.name).parts:
                path = folder / member.name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)


def _content(archive: tarfile.TarFile, member: tarfile.TarInfo) -> bytes | None:
    try:
        stream = archive.extractfile(member)
    except KeyError:
        return None
    return stream.read() if stream else None
