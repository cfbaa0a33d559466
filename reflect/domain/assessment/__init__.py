"""Self-assessment: statements of the Leitbild, a few a month, each compared with nothing but itself."""
