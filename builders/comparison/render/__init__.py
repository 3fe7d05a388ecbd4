"""Comparisons as text: one module per output style, chosen by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from builders.comparison.change import Comparison
from builders.comparison.render.json import render_json
from builders.comparison.render.text import render_text

STYLES: dict[str, Callable[[Sequence[Comparison]], str]] = {"text": render_text, "json": render_json}
