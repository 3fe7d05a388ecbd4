"""A machine that lacks a font or Typst gets a finding that names what to install."""

from __future__ import annotations

import pytest

from builders.diagnostics.location import Location
from builders.targets.printables import fonts

AT = Location("curriculum/curriculum.yaml", 1, 1)


def test_with_everything_there_is_nothing_to_say() -> None:
    assert fonts.printable(["en", "hi", "mr"], at=AT) == (("en", "hi", "mr"), ())
    assert len(fonts.families()) == 2
    assert len(fonts.fingerprint()) == 64


def test_without_devanagari(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "installed", lambda: frozenset({"Libertinus Serif"}))
    able, findings = fonts.printable(["en", "hi", "mr"], at=AT)
    assert able == ("en",)
    assert [finding.code for finding in findings] == ["W002", "W002"]
    assert "हिन्दी" in findings[0].message
    assert "fonts-noto-core" in findings[0].remedy


def test_without_typst(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "find_spec", lambda _: None)
    able, findings = fonts.printable(["en", "hi"], at=AT)
    assert able == ()
    assert [finding.code for finding in findings] == ["W001"]
    assert "pip install" in findings[0].remedy
