"""Words of an option that is proposed."""

from reflect.language import gettext as _


def as_proposed(option: str) -> str:
    """An option with the word that it is proposed; the same on screen and line by line."""
    return _("{option} · vorgeschlagen").format(option=option)
