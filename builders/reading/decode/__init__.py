"""Views of checked documents come in, nodes of the source edition go out: one module per kind of file."""
