"""The engine in a process that was forked: builds fork, and somebody may have printed before."""

from __future__ import annotations

import multiprocessing
import sys
from concurrent.futures import ProcessPoolExecutor
from hashlib import sha256

import pytest

from builders.targets.printables.typesetting.engine import compiled

CODE = '#set document(title: "T", date: none)\n#heading("T")\n' + '#par("क्षमा ")\n' * 200


def _digest(code: str) -> str:
    return sha256(compiled(code)).hexdigest()


@pytest.mark.skipif(sys.platform == "win32", reason="nothing forks there")
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_forked_child_prints_what_its_parent_prints() -> None:
    here = _digest(CODE)
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("fork")) as pool:
        assert pool.submit(_digest, CODE).result(timeout=60) == here
