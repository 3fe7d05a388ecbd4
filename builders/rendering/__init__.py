"""Prose of the model comes in; plain Markdown, HTML fragments, slide paragraphs and plain text go out."""
