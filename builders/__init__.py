"""A compiler for curricula: text in Git goes in, a handbook, decks and LMS packages come out."""

__version__ = "0.1.0"
