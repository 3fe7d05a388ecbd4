"""The trainer's handbook: one language edition and the artefacts to link to come in, a static website goes out.

``pages`` writes plain Markdown, ``runner`` lets MkDocs Material make a site of it in a scratch folder, ``product`` ties
the two together. Importing this package imports MkDocs: do so only where a handbook is built.
"""

from builders.targets.handbook.failure import HandbookError
from builders.targets.handbook.product import build

__all__ = ["HandbookError", "build"]
