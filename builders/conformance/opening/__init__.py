"""Taking an untrusted package apart: bytes come in; paths, texts and trees of XML with line and column go out."""
