"""Pages of the self-assessment: one statement, what made it hard, the course over time, an agenda to talk about."""
