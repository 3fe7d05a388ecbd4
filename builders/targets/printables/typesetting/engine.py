"""The engine: Typst code comes in, the bytes of a PDF go out. As a program, from standard input to standard output.

It imports nothing of ours, so that it starts quickly as a program.
"""

from __future__ import annotations

import os
import subprocess
import sys
import warnings
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import typst

_STANDARD: Final = "ua-1"
_NO_GLYPH = "could not be displayed"
_ONE_AT_A_TIME = Lock()  # a compiler belongs to one thread at a time
_first: dict[str, int] = {}  # the process that used Typst first


def compiled(source: str) -> bytes:
    """A PDF, always the same for the same code and fonts. Raises ModuleNotFoundError where Typst is not installed.

    Typst works with threads of its own, and a forked process has none of its parent's: it would wait for them for ever. Where
    the parent has used Typst before the fork, the child hands its work to a fresh interpreter.
    """
    if _first.setdefault("process", os.getpid()) != os.getpid():
        command = [sys.executable, "-P", __file__]
        return subprocess.run(command, input=source.encode(), stdout=subprocess.PIPE, check=True).stdout  # noqa: S603 - our own program
    with _ONE_AT_A_TIME:
        return _pressed(_compiler(), source)


def _pressed(compiler: typst.Compiler, source: str) -> bytes:
    import typst  # noqa: PLC0415 - an extra, and slow to import

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of families that a machine lacks: what it can print was asked before
        try:
            made = compiler.compile(input=source.encode(), format="pdf", pdf_standards=[_STANDARD], timestamp=0)
        except typst.TypstError as error:
            if _NO_GLYPH not in str(error):
                raise
            made = compiler.compile(input=source.encode(), format="pdf", timestamp=0)
    if not isinstance(made, bytes):
        raise TypeError(type(made))
    return made


@cache
def _compiler() -> typst.Compiler:
    """One for the process: looking up the machine's fonts takes as long as a document."""
    import typst  # noqa: PLC0415 - as above

    return typst.Compiler()


if __name__ == "__main__":
    sys.stdout.buffer.write(compiled(sys.stdin.buffer.read().decode()))
