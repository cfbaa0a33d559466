"""An organisation's own text, as it comes from a file: read into numbered sections and statements."""
