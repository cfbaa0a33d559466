"""Forgetting: the look-ups keep words of the last texts in memory for speed; a lock lets them go."""

from reflect.anonymize import inflection, lists


def forget() -> None:
    """Let go of every word of the texts that were searched."""
    lists.forget()
    inflection.stems.cache_clear()
