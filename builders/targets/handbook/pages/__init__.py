"""The pages of the handbook: a language edition comes in, plain Markdown goes out. Knows nothing of MkDocs."""
