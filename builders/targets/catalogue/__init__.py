"""The catalogue: what has been built and the editions it was built from come in, one static page for a person goes out."""

from builders.targets.catalogue.page import build

__all__ = ["build"]
