"""Pages about the Leitbild."""
