"""The catalogue: what has been built and the editions it was built from come in, static pages for people go out."""

from builders.targets.catalogue.contents import contents
from builders.targets.catalogue.page import build, pages

__all__ = ["build", "contents", "pages"]
