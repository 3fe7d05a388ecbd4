"""One finding type, one table of codes, one renderer per output style."""
