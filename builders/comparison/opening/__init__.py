"""Taking two packages apart: bytes come in; ids, words and digests go out, whatever the standard."""
