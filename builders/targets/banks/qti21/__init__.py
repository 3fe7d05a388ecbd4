"""IMS Question and Test Interoperability 2.1: a module comes in, a content package with an item for each question and one test
goes out."""

from builders.targets.banks.qti21.package import qti21

__all__ = ["qti21"]
