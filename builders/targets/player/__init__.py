"""The learner's pages: one module of one language edition comes in, a page with scripts, styles and pictures goes out.

SCORM packages, and later cmi5 and the web edition, put these files beside what their standard asks for.
"""
