"""The documents: parts of a curriculum come in, one PDF each goes out."""
