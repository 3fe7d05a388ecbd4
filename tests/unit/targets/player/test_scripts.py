"""The player's scripts: their types hold, their words are there."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from builders.rendering.words import words
from builders.targets.player.assets import player_files
from builders.targets.player.script_data import SCRIPT_WORDS

TARGETS = Path(__file__).parents[4] / "builders" / "targets"
_STRICT = ("--strict", "--noUncheckedIndexedAccess", "--noUnusedLocals", "--noUnusedParameters")
_TARGET = ("--target", "es2022", "--module", "esnext", "--moduleResolution", "bundler", "--lib", "es2023,dom,dom.iterable")
_OPTIONS = ("--allowJs", "--checkJs", "--noEmit", *_STRICT, *_TARGET, "--types", "")
_BUILT_FROM_PARTS = {f"completion-{outcome}" for outcome in ("passed", "failed", "open")}


@pytest.mark.node
def test_types_hold(node: str, node_modules: Path, tmp_path: Path) -> None:
    """The scripts of all targets lie side by side in a package, so they are checked that way."""
    for source in (*TARGETS.glob("player/assets/*.js"), *TARGETS.glob("[!p]*/assets/*.js")):
        (tmp_path / source.name).write_bytes(source.read_bytes())
    files = sorted(path.name for path in tmp_path.glob("*.js"))
    tsc = node_modules / "typescript" / "bin" / "tsc"
    checked = subprocess.run([node, tsc, *_OPTIONS, *files], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert checked.stdout == ""
    assert checked.returncode == 0


def _scripts() -> str:
    return "\n".join(data.decode() for name, data in player_files() if name.endswith(".js"))


def test_every_word_that_a_script_asks_for_is_sent() -> None:
    asked = set(re.findall(r'words\["([a-z-]+)"\]', _scripts())) | set(re.findall(r'word\("([a-z-]+)"', _scripts()))
    assert len(asked) > 40
    assert asked - set(SCRIPT_WORDS) == set()


def test_every_word_that_is_sent_is_used() -> None:
    scripts = _scripts()
    assert [word for word in SCRIPT_WORDS if f'"{word}"' not in scripts and word not in _BUILT_FROM_PARTS] == []


def test_every_word_that_is_sent_exists() -> None:
    assert set(SCRIPT_WORDS) <= set(words("player", "en"))


def test_nothing_that_a_strict_policy_or_a_phone_would_mind() -> None:
    scripts = _scripts()
    for forbidden in ("innerHTML", "eval(", "new Function", "beforeunload", '"unload"', "document.write", "http://", "https://"):
        assert forbidden not in scripts
