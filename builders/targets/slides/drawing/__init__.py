"""Pages come in, PresentationML and DrawingML go out."""
