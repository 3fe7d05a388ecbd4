"""The table of codes: what each finding means, why it matters and what to do about it.

``curriculum explain CODE`` prints an entry, docs/codes.md lists them all. Every code has a case
under tests/cases; those of packages have a seeded fault in tests/unit/conformance.
"""

from __future__ import annotations

from builders.diagnostics.code import Code, Severity
from builders.diagnostics.meaning import MEANING_CODES
from builders.diagnostics.packages import PACKAGE_CODES
from builders.diagnostics.shape import SHAPE_CODES

CODES: dict[str, Code] = {code.id: code for code in (*SHAPE_CODES, *MEANING_CODES, *PACKAGE_CODES)}
"""Every code by its id, in the order of the table."""

__all__ = ["CODES", "Code", "Severity"]
