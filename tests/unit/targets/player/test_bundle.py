"""Many modules, one script."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from builders.targets.player.assets import player_files
from builders.targets.player.bundle import BundleError, bundled

MODULES = {
    "start.js": b'import { twice } from "./math.js";\nimport { say, NAME } from "./words.js";\n\nsay(`${NAME} ${twice(21)}`);\n',
    "math.js": b"// @ts-check\n/** Doubles. */\nconst factor = 2;\nexport function twice(n) {\n  return factor * n;\n}\n",
    "words.js": b'import { twice } from "./math.js";\nconst factor = twice(1);\nexport const NAME = `x${factor}`;\n'
    b"export const say = console.log;\n",
    "spare.js": b'throw new Error("never asked for");\n',
}


@pytest.mark.node
def test_runs_as_the_modules_would(node: str, tmp_path: Path) -> None:
    script = tmp_path / "all.js"
    script.write_bytes(bundled(MODULES, "start.js"))
    assert subprocess.run([node, script], capture_output=True, text=True, check=True).stdout == "x2 42\n"


def test_holds_what_is_needed_and_no_more() -> None:
    text = bundled(MODULES, "start.js").decode()
    assert "never asked for" not in text
    assert text.count("const factor = 2") == 1
    assert "Doubles" not in text
    assert "import " not in text


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (b'import all from "./math.js";\n', "import all"),
        (b"export default 1;\n", "export default"),
        (b'import { start } from "./start.js";\nexport const start = 1;\n', "start.js -> start.js"),
    ],
)
def test_refuses_what_it_does_not_know(source: bytes, said: str) -> None:
    with pytest.raises(BundleError, match=said):
        bundled({**MODULES, "start.js": source}, "start.js")


def test_a_module_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        bundled({"start.js": b'import { x } from "./gone.js";\n'}, "start.js")


def test_every_script_of_the_player_can_be_bundled() -> None:
    own: Mapping[str, bytes] = dict(player_files())
    text = bundled(own, "player.js").decode()
    assert all(f"const in_{name.removesuffix('.js')} = " in text for name in own if name.endswith(".js"))
