"""LibreOffice, where a machine has it: presentations come in, the PDFs that it makes of them go out.

It runs without a window, with a profile of its own, in folders that are removed afterwards; whatever happens to it, a build
goes on without the PDF.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Event

OLDEST = (7, 4)
"""The first LibreOffice that takes the options of an export on its command line."""

_NAMES = ("soffice", "libreoffice")
_ELSEWHERE = {
    "darwin": ("/Applications/LibreOffice.app/Contents/MacOS/soffice",),
    # soffice.com waits for its work to be done; soffice.exe does not.
    "win32": tuple(rf"C:\{folder}\LibreOffice\program\soffice.com" for folder in ("Program Files", "Program Files (x86)")),
}
_START, _EACH = 60, 90  # seconds that a conversion may take: for LibreOffice itself, and for each deck
_LISTEN = 0.5  # seconds between two looks at whether it is to stop
_END = b"%%EOF"
_SILENT = "LibreOffice wrote nothing and did not say why"


@dataclass(frozen=True, slots=True)
class Office:
    """``version`` is what LibreOffice calls itself. ``identity`` changes whenever its PDFs may: with another version and,
    where fontconfig can tell, with other fonts."""

    path: str
    version: str
    identity: str


@dataclass(frozen=True, slots=True)
class Converted:
    """PDFs by the name of their deck, and for each deck without one what LibreOffice said last."""

    pdfs: Mapping[str, bytes]
    failed: Mapping[str, str]


@cache
def find_office() -> Office | None:
    """The LibreOffice of this machine; none where there is none, it does not start, or it is older than :data:`OLDEST`."""
    places = [found for name in _NAMES if (found := shutil.which(name))]
    places += [place for place in _ELSEWHERE.get(sys.platform, ()) if Path(place).is_file()]
    for place in places:
        version = _said((place, "--version"))
        if _number(version) >= OLDEST:
            # Its own files alone do not shape a page: the words stand in the fonts that it finds.
            fonts = "\n".join(sorted(_said(("fc-list",)).splitlines())) if shutil.which("fc-list") else ""
            return Office(place, version, hashlib.sha256(f"{version}\0{fonts}".encode()).hexdigest())
    return None


def _said(command: Sequence[str]) -> str:
    """What a program prints; nothing where it cannot be run."""
    try:
        done = subprocess.run(command, capture_output=True, check=True, timeout=_START)  # noqa: S603 - found on this machine
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode(errors="replace").strip()


def _number(version: str) -> tuple[int, ...]:
    """``LibreOffice 7.4.7.2 40(Build:2)`` is (7, 4); nothing where there is no number."""
    found = re.search(r"\b(\d+)\.(\d+)", version)
    return (int(found[1]), int(found[2])) if found else ()


def convert(office: Office, decks: Mapping[str, bytes], folder: Path, *, notes: bool, stop: Event | None = None) -> Converted:
    """A PDF of the slides of each deck, or of its notes pages; slides that are hidden are left out of both.

    ``folder`` is for this conversion alone; it is removed. ``stop`` ends it early. Starting LibreOffice takes longer than
    most decks do, so all are given to one; those that it did not come to are given to another one by one, so that a deck that
    it stumbles over takes no other along.
    """
    shutil.rmtree(folder, ignore_errors=True)  # a build that was killed may have left it
    try:
        names = list(decks)
        pdfs, said = _round(office, decks, names, folder / "all", notes, stop)
        failed = {name: said for name in names if name not in pdfs}
        for at, name in enumerate(failed if len(names) > 1 else ()):
            if stop is not None and stop.is_set():
                break
            alone, said = _round(office, decks, [name], folder / str(at), notes, stop)
            pdfs |= alone
            failed[name] = said
        return Converted(pdfs, {name: said for name, said in failed.items() if name not in pdfs})
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _round(
    office: Office, decks: Mapping[str, bytes], names: Sequence[str], folder: Path, notes: bool, stop: Event | None
) -> tuple[dict[str, bytes], str]:
    """Those PDFs that one run of LibreOffice made, and its last words."""
    folder.mkdir(parents=True)
    files = {name: folder / f"{at}.pptx" for at, name in enumerate(names)}  # ids would do as names, and be longer than some may be
    for name, file in files.items():
        file.write_bytes(decks[name])
    said = run(arguments(office, list(files.values()), folder, notes=notes), limit=_START + _EACH * len(names), stop=stop)
    made = {name: file.with_suffix(".pdf") for name, file in files.items()}
    pdfs = {name: pdf.read_bytes() for name, pdf in made.items() if pdf.is_file()}
    return {name: steady(pdf) for name, pdf in pdfs.items() if pdf.rstrip().endswith(_END)}, said  # not one that was cut off


def export(*, notes: bool) -> str:
    """What is asked of LibreOffice, with options of its filter ``impress_pdf_Export``; what is hidden stays out by itself."""
    options = {"UseTaggedPDF": True, "ExportNotesPages": notes, "ExportOnlyNotesPages": notes}
    typed = {name: {"type": "boolean", "value": str(value).lower()} for name, value in options.items()}
    return f"pdf:impress_pdf_Export:{json.dumps(typed, separators=(',', ':'))}"


def arguments(office: Office, files: Sequence[Path], folder: Path, *, notes: bool) -> list[str]:
    """The command line that converts files into PDFs in a folder."""
    return [
        office.path,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        export(notes=notes),
        "--outdir",
        str(folder),
        *map(str, files),
    ]


def run(command: Sequence[str], *, limit: float, stop: Event | None = None) -> str:
    """Run a program to its end, for so many seconds or until somebody says ``stop``, and return the last line of what it said.

    LibreOffice is started by a script: whoever stops it has to stop the children too.
    """
    environment = {**os.environ, "TZ": "UTC"}
    if sys.platform.startswith("linux"):
        environment["SAL_USE_VCLPLUGIN"] = "svp"  # draws without any display, whatever desktop there is
    try:
        process = subprocess.Popen(  # noqa: S603 - our own command line, without a shell
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment, start_new_session=True
        )
    except OSError as error:
        return str(error)
    try:
        said = _heard(process, limit, stop)
    except BaseException:  # also when interrupted: it would go on alone
        _stop(process)
        raise
    if said is None:
        _stop(process)
        return f"stopped, after {limit:.0f} seconds at the latest"
    lines = said.decode(errors="replace").split("\n")
    return next((line.strip() for line in reversed(lines) if line.strip()), _SILENT)


def _heard(process: subprocess.Popen[bytes], limit: float, stop: Event | None) -> bytes | None:
    """What a program says until it ends; nothing where it does not end in time, or shall not go on."""
    end = time.monotonic() + limit
    while True:
        try:
            return process.communicate(timeout=_LISTEN)[0]
        except subprocess.TimeoutExpired:
            if time.monotonic() > end or (stop is not None and stop.is_set()):
                return None


def _stop(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        command = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - a part of Windows
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


_DATE = re.compile(rb"/(CreationDate|ModDate) ?\([^)]*\)|<xmp:(?:Create|Modify|Metadata)Date>[^<]*<")
_ID = re.compile(rb"/ID ?\[ ?<([0-9A-Fa-f]{32})>\s*<([0-9A-Fa-f]{32})> ?\]|/DocChecksum ?/([0-9A-Fa-f]{32})")


def steady(pdf: bytes) -> bytes:
    """A PDF without the time at which it was made, and with an id that follows from its content. Everything stays in its place:
    a PDF is full of distances from its beginning."""
    undated = _ID.sub(lambda found: _filled(found, b"0" * 32), _DATE.sub(_undated, pdf))
    id = hashlib.sha256(undated).hexdigest()[:32].upper().encode()
    return _ID.sub(lambda found: _filled(found, id), undated)


def _undated(found: re.Match[bytes]) -> bytes:
    if found[1]:
        return b"/%s(D:20000101000000Z)" % found[1] + b" " * max(0, len(found[0]) - len(found[1]) - 20)
    return re.sub(rb"\d", b"0", found[0])


def _filled(found: re.Match[bytes], id: bytes) -> bytes:
    whole = found[0]
    for old in filter(None, found.groups()):
        whole = whole.replace(old, id)
    return whole
