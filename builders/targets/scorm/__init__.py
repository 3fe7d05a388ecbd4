"""SCORM 1.2 and SCORM 2004 4th edition: one module of one language edition comes in, a package goes out."""

from builders.targets.scorm.package import package

__all__ = ["package"]
