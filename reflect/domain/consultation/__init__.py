"""Kollegiale Beratung: the plan, the people, the time bank, and the course of one session; all of it pure."""
