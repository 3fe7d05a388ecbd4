"""The registry: every rule is in it, says what it reports and why, and reports nothing else."""

from __future__ import annotations

import importlib
import pkgutil
import re
from typing import Any

import pytest

import builders.conformance.opening
import builders.conformance.rules
from builders.conformance.opening.standard import Standard
from builders.conformance.rules import PAGE_RULES, RULES
from builders.diagnostics.codes import CODES

REGISTERED = tuple(dict.fromkeys((*(rule for rules in RULES.values() for rule in rules), *PAGE_RULES)))


def modules(package: Any) -> list[Any]:
    names = sorted(module.name for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."))
    return [importlib.import_module(name) for name in names]


def codes_of(module: Any) -> set[str]:
    return set(re.findall(r"\bK\d{3}\b", (module.__doc__ or "").partition(":")[0]))


def test_every_rule_is_registered() -> None:
    written = {
        check for module in modules(builders.conformance.rules) for name, check in vars(module).items() if name.startswith("check")
    }
    assert written == set(REGISTERED)
    assert set(RULES) == set(Standard)
    for rules in RULES.values():
        assert len(rules) == len(set(rules))


@pytest.mark.parametrize("rule", REGISTERED, ids=lambda rule: f"{rule.__module__.rpartition('.')[2]}.{rule.__name__}")
def test_every_rule_gives_an_example_and_its_codes(rule: Any) -> None:
    assert "Example:" in (rule.__doc__ or "")
    named = codes_of(importlib.import_module(rule.__module__))
    assert named
    assert named <= set(CODES)


def test_a_rule_reports_the_codes_that_it_names() -> None:
    for module in modules(builders.conformance.rules):
        source = module.__loader__.get_source(module.__name__)
        assert set(re.findall(r'"(K\d{3})"', source)) == codes_of(module), module.__name__


def test_every_code_of_packages_is_reported_somewhere() -> None:
    reported = {code for module in modules(builders.conformance.rules) for code in codes_of(module)}
    for module in (*modules(builders.conformance.opening), importlib.import_module("builders.conformance.opened")):
        reported |= set(re.findall(r'"(K\d{3})"', module.__loader__.get_source(module.__name__)))
    assert reported == {code for code in CODES if code[0] == "K"}
