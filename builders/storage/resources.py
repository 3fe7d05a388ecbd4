"""Where the package's own data lies: the name of a top-level data folder comes in, its path goes out."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def resource(name: str) -> Path:
    """``schemas`` or ``site``: inside the package when installed from a wheel, beside it in a checkout."""
    bundled = _PACKAGE / "resources" / name
    return bundled if bundled.exists() else _PACKAGE.parent / name
