"""Typst: documents come in as calls of the theme's functions, tagged PDFs go out."""
