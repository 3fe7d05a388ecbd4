"""Nodes of the model come in, the pages of a deck go out; one file per kind of slide."""
