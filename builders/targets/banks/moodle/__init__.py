"""Moodle's own question format (docs.moodle.org, "Moodle XML format"): a module comes in, one XML document goes out."""

from builders.targets.banks.moodle.quiz import moodle_xml

__all__ = ["moodle_xml"]
