"""Findings as text: one module per output style, chosen by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from builders.diagnostics.finding import Finding
from builders.diagnostics.render.github import render_github
from builders.diagnostics.render.json import render_json
from builders.diagnostics.render.sarif import render_sarif
from builders.diagnostics.render.text import render_text

Lines = Callable[[str], Sequence[str]]
"""Gives the lines of a source file by its name; an empty sequence for one that cannot be read."""

STYLES: dict[str, Callable[[Sequence[Finding], Lines], str]] = {
    "text": render_text,
    "github": lambda findings, _: render_github(findings),
    "json": lambda findings, _: render_json(findings),
    "sarif": lambda findings, _: render_sarif(findings),
}
