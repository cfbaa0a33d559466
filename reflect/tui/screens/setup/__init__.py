"""The first run: five short steps."""
