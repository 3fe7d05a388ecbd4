"""The documentation says what there is: every command, option, code and directive, and nothing that is gone.

``UPDATE_DOCS=1 pytest tests/architecture/test_documentation.py`` rewrites docs/codes.md.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from builders.cli import main
from builders.diagnostics.codes import CODES, Code
from builders.reading.directives import CONTAINERS, DEPTHS, GROUPS, LAYOUTS, LEAVES, METHODS

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")] + sorted((ROOT / "docs").glob("*.md"))
COMMANDS: dict[str, click.Command] = {
    "": main,
    **{
        f"{name} {below}".strip(): found
        for name, command in main.commands.items()
        for below, found in (command.commands.items() if isinstance(command, click.Group) else [("", command)])
    },
}

_SUBJECTS = {
    "F": "Files",
    "S": "Keys and values of one file",
    "M": "Markdown of a session",
    "D": "Ids",
    "R": "References",
    "A": "Accessibility",
    "T": "Timetables",
    "O": "Objectives",
    "Q": "Questions",
    "B": "Branching scenarios",
    "P": "Standard operating procedures",
    "C": "Citations",
    "L": "Languages",
    "V": "Slides",
    "U": "Units that learners play",
    "K": "Packages",
    "W": "Printed matter",
}
_FENCE = re.compile(r"^(`{3,})[^\n]*\n.*?^\1$", re.MULTILINE | re.DOTALL)


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def section(text: str, heading: str) -> str:
    """What stands under a heading, up to the next one; examples are left out."""
    return _FENCE.sub("", text).split(f"\n{heading}\n", 1)[1].split("\n## ", 1)[0]


def codes_page() -> str:
    """docs/codes.md."""
    parts = [
        "# Codes",
        "Made from `builders/diagnostics/`; do not edit. `curriculum explain CODE` prints one of them.",
        "An `error` stops a build, a `warning` wants to be mended, a `note` is worth knowing.",
    ]
    for letter, subject in _SUBJECTS.items():
        rows = [_row(code) for code in CODES.values() if code.id[0] == letter]
        parts += [f"## {subject}", "\n".join(["| code | | what | why | what to do |", "| --- | --- | --- | --- | --- |", *rows])]
    return "\n\n".join(parts) + "\n"


def _row(code: Code) -> str:
    cells = (code.id, str(code.severity), code.title, code.why, code.fix)
    return "| " + " | ".join(cell.replace("|", r"\|") for cell in cells) + " |"


def test_every_code_is_documented() -> None:
    page = ROOT / "docs/codes.md"
    if os.environ.get("UPDATE_DOCS") == "1":
        page.write_text(codes_page(), encoding="utf-8", newline="\n")
    assert page.read_text(encoding="utf-8") == codes_page(), "run with UPDATE_DOCS=1"
    assert {code[0] for code in CODES} == set(_SUBJECTS)


def test_no_code_is_mentioned_that_is_gone() -> None:
    for page in PAGES:
        for code in re.findall(r"`([A-Z]\d{3})`", page.read_text(encoding="utf-8")):
            assert code in CODES, f"{page.name}: {code}"


def test_every_command_has_its_section() -> None:
    headings = re.findall(r"^## curriculum ?(.*)$", read("docs/commands.md"), re.MULTILINE)
    assert headings == list(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_of_a_command_is_documented(name: str) -> None:
    text = section(read("docs/commands.md"), f"## curriculum {name}".strip())
    documented = {option for row in re.findall(r"^\| (`-.*?) \|", text, re.MULTILINE) for option in re.findall(r"`(-[\w-]+)", row)}
    assert documented == set(_options(COMMANDS[name], everywhere=not name))
    for parameter in COMMANDS[name].params:
        if isinstance(parameter.type, click.Choice):
            row = next(line for line in text.splitlines() if line.startswith(f"| `{parameter.opts[0]} "))
            assert row.split(" ", 3)[2].rstrip("`").split(r"\|") == list(parameter.type.choices)
    arguments = [parameter for parameter in COMMANDS[name].params if isinstance(parameter, click.Argument)]
    called = " ".join((argument.metavar or argument.name or "").upper()[:4] for argument in arguments[:2])
    assert f"curriculum {name} {called}".strip() in text or not arguments


def _options(command: click.Command, *, everywhere: bool) -> Iterator[str]:
    """The options as they are written. Those for help, which every command has, are documented once."""
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            yield from parameter.opts
    if everywhere:
        yield from main.context_settings["help_option_names"]


def test_commands_and_options_named_anywhere_exist() -> None:
    options = {option for command in COMMANDS.values() for option in _options(command, everywhere=True)}
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for line in re.findall(r"^(?:\S*[/\\])?curriculum ([a-z].*)$|`curriculum ([a-z][^`]*)`", text, re.MULTILINE):
            words = "".join(line).split()
            name = next((name for name in (" ".join(words[:2]), words[0]) if name in COMMANDS), None)
            assert name, f"{page.name}: curriculum {' '.join(words)}"
            known = set(_options(COMMANDS[name], everywhere=True))
            assert {word for word in words if word.startswith("-")} <= known, f"{page.name}: curriculum {' '.join(words)}"
        assert set(re.findall(r"`(--[a-z]+)[ `]", text)) <= options, page.name


def test_every_directive_is_documented() -> None:
    text = read("docs/authoring.md")
    rows = dict(
        re.findall(r"^\| (`[a-z]+`(?:, `[a-z]+`)*) \|([^|]*)\| [^|]+\|$", section(text, "## A session: `<slug>.md`"), re.MULTILINE)
    )
    documented = {
        name: set(re.findall(r"`#?([a-z]+)`", attributes))
        for names, attributes in rows.items()
        for name in re.findall(r"`(\w+)`", names)
    }
    assert documented == {name: set(directive.attributes) for name, directive in CONTAINERS.items()}
    leaves = set(re.findall(r"^\| `:: (\w+) ", text, re.MULTILINE))
    assert leaves == set(LEAVES)


@pytest.mark.parametrize("word", [*METHODS, *GROUPS, *LAYOUTS, *DEPTHS])
def test_every_keyword_is_documented(word: str) -> None:
    assert f"`{word}`" in section(read("docs/authoring.md"), "## A session: `<slug>.md`")


def test_links_between_pages_lead_somewhere() -> None:
    for page in PAGES:
        for address in re.findall(r"\]\(([^)\s]+)\)", _FENCE.sub("", page.read_text(encoding="utf-8"))):
            path, _, anchor = address.partition("#")
            if re.match(r"[a-z]+:|…", address) or path.startswith("media/"):
                continue
            target = page.parent / path if path else page
            assert target.is_file(), f"{page.name}: {address}"
            if not anchor:
                continue
            headings = re.findall(r"^#+ (.*)$", target.read_text(encoding="utf-8"), re.MULTILINE)
            anchors = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
            assert anchor in anchors, f"{page.name}: {address}"


def test_make_targets_named_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):", read("Makefile"), re.MULTILINE))
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        named = re.findall(r"(?:^|`|1 )make (?:[A-Z]+=\S+ )?([a-z-]+)", text, re.MULTILINE)
        assert set(named) <= targets, page.name


def test_files_and_folders_named_exist() -> None:
    for page in PAGES:
        for path in re.findall(
            r"`((?:builders|schemas|site|tests|docs|curriculum|\.vscode|\.ci)/[\w./-]*)`", page.read_text(encoding="utf-8")
        ):
            assert (ROOT / path).exists(), f"{page.name}: {path}"


def test_every_package_and_target_stands_in_the_architecture() -> None:
    text = read("docs/architecture.md")
    packages = {path.parent.name for path in (ROOT / "builders").glob("*/__init__.py")}
    targets = {path.parent.name for path in (ROOT / "builders/targets").glob("*/__init__.py")}
    assert {name for name in packages if f"`{name}/`" not in text} == set()
    assert set(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)) == targets


def test_the_version_is_in_the_changelog() -> None:
    from builders import __version__  # noqa: PLC0415 - used here alone

    assert f"## [{__version__}]" in read("CHANGELOG.md")


def test_editors_know_the_schema_of_every_file() -> None:
    mapped: dict[str, list[str]] = {
        schema: [patterns] if isinstance(patterns, str) else patterns
        for schema, patterns in json.loads(read(".vscode/settings.json"))["yaml.schemas"].items()
    }
    # Front matter stands in Markdown, which the YAML extension does not read.
    schemas = {path.relative_to(ROOT).as_posix() for path in (ROOT / "schemas").glob("*.json")}
    assert set(mapped) == schemas - {"schemas/session.schema.json"}
    for path in sorted((ROOT / "curriculum").rglob("*.yaml")):
        name = path.relative_to(ROOT).as_posix()
        matching = [schema for schema, patterns in mapped.items() if _maps(patterns, name)]
        assert len(matching) == 1, f"{name}: {matching}"
        assert ("translation" in matching[0]) == (path.stem.count(".") == 1)


def _maps(patterns: list[str], name: str) -> bool:
    """As the YAML extension reads them: some pattern matches, and none of those that begin with ``!``."""

    def matches(pattern: str) -> bool:
        expression = re.escape(pattern).replace(r"\*\*/", "(?:.*/)?").replace(r"\*", "[^/]*")
        return re.fullmatch(expression, name) is not None

    excluded = any(matches(pattern[1:]) for pattern in patterns if pattern.startswith("!"))
    return not excluded and any(matches(pattern) for pattern in patterns)
