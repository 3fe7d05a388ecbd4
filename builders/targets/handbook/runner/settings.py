"""MkDocs' configuration: ``site/mkdocs.yml`` and a plan come in, a configuration for this edition goes out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from builders.rendering.dialect import EXTENSION_CONFIGS, EXTENSIONS
from builders.rendering.languages import language
from builders.storage.resources import resource
from builders.targets.handbook.pages.navigation import Entry
from builders.targets.handbook.runner.plan import Plan
from builders.targets.handbook.runner.theme import HandbookTheme


def settings(plan: Plan, *, docs: Path, site: Path, compiled: Path) -> MkDocsConfig:
    """``docs`` holds the Markdown, ``site`` receives the site; both must exist."""
    config = load_config(
        config_file=str(resource("site") / "mkdocs.yml"),
        site_name=plan.name,
        docs_dir=str(docs),
        site_dir=str(site),
        nav=[_nav(entry) for entry in plan.navigation],
    )
    config.theme = _theme(plan, config, compiled)
    # Set here and not in the file, so that the dialect is written down once; MkDocs would add extensions of its own.
    config.markdown_extensions = ["toc", *EXTENSIONS]
    config.mdx_configs = {"toc": _toc(plan), **EXTENSION_CONFIGS}
    # Not "alternate": Material would ask a server for the site maps of every language it finds there.
    config.extra["alternate"] = len(plan.editions) > 1
    config.extra["editions"] = [language(code) for code in plan.editions]
    config.extra["words"] = dict(plan.words)
    return config


def _nav(entry: Entry) -> dict[str, Any]:
    return {entry.title: entry.path or [_nav(child) for child in entry.children]}


def _theme(plan: Plan, config: MkDocsConfig, compiled: Path) -> HandbookTheme:
    given = config.theme
    variables = {key: value for key, value in given.items() if key not in ("name", "locale")}
    variables["language"] = plan.language
    variables["palette"] = [
        {**option, "toggle": {**option["toggle"], "name": plan.words[option["toggle"]["name"]]}} for option in given["palette"]
    ]
    return HandbookTheme(name=str(given.name), custom_dir=str(given.custom_dir), settings=variables, compiled=compiled)


def _toc(plan: Plan) -> dict[str, Any]:
    return {"permalink": "#", "permalink_title": plan.words["permalink"], "toc_depth": "1-3", "slugify": _anchor}


def _anchor(_: str, separator: str) -> str:
    """The anchor of a heading without an id of its own: MkDocs numbers equal ones, so they are the same in every language."""
    return f"part{separator}of{separator}text"
