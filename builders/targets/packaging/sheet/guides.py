"""What is to be done in which system: the facts of a package come in, keys of words go out, in order.

Each guide says only what was read in a system's published code or documentation; what could not be verified says so itself.
"""

from __future__ import annotations

from builders.model.artefacts import BANKS, CARTRIDGES, SCORM, Kind
from builders.targets.packaging.sheet.facts import Facts
from builders.targets.packaging.sheet.guide import Guide
from builders.targets.packaging.sheet.scorm_guides import anywhere, igot, moodle, openedx
from builders.targets.packaging.sheet.tracked_guides import cmi5, web
from builders.targets.packaging.sheet.untracked_guides import bank, cartridge

_SYSTEMS = {"moodle": moodle, "igot": igot, "openedx": openedx}


def guide(facts: Facts) -> Guide:
    """The guide for a standard and, for SCORM, a system."""
    if facts.standard in SCORM:
        return _SYSTEMS.get(facts.system, anywhere)(facts)
    if facts.standard in CARTRIDGES:
        return cartridge(facts)
    if facts.standard in BANKS:
        return bank(facts)
    return cmi5(facts) if facts.standard is Kind.CMI5 else web(facts)
