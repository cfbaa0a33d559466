"""What an organisation proposes under `/etc/reflect`; it can propose, never force."""

from pathlib import Path
from typing import Any

from reflect.settings import config
from reflect.settings.config import Config
from reflect.settings.places import Places

PROPOSABLE = frozenset({"language", "theme", "signs", "contacts", "backup_days", "leitbild"})
"""Choices an organisation may propose: none of them lets anybody else read or delete anything."""


def proposals(places: Places) -> dict[str, Any]:
    """What the organisation proposes; what it may not propose is passed over.

    Raises:
        WrongUsage: Its file cannot be read; see `reflect.settings.config.load`.
    """
    path = places.organisation / "config.toml"
    proposed = {key: value for key, value in config.read(path).items() if key in PROPOSABLE}
    config.config_from(proposed, path)
    return proposed


def choices(places: Places) -> Config:
    """The person's choices over the organisation's proposals over the defaults.

    Raises:
        WrongUsage: One of the files cannot be read; the sentence names it.
    """
    return config.config_from(proposals(places) | config.read(places.config), places.config)


def prompt_folders(places: Places, shipped: Path) -> tuple[Path, ...]:
    """The search path of protocols: the person's own, the organisation's, the shipped ones."""
    return (places.prompts, places.organisation / "prompts", shipped)
