"""Files come in; the model and findings go out, every value with its file, line and column."""
