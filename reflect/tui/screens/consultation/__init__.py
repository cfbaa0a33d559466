"""Kollegiale Beratung on the screen: before, live in the room, and after."""
