"""IMS Common Cartridge 1.3 and 1.1: a publication in one language comes in, an ``.imscc`` goes out.

In it are the sessions as web pages that need no script, quizzes as QTI 1.2, and the question bank. The questions that a
session asks in its text stand in a quiz of their own behind the session's page; each test of the publication is a quiz.
"""

from builders.targets.cartridge.package import package

__all__ = ["package"]
