"""What surrounds a sitting: places, choices, clock and machine; light, so that the first page paints at once."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from reflect.settings import config as settings
from reflect.settings import organisation
from reflect.settings.config import Config
from reflect.settings.known import KnownVault
from reflect.settings.places import Places
from reflect.vault.layout import VAULT_NAME

if TYPE_CHECKING:
    from pathlib import Path

    from reflect.library.catalogue import Catalogue
    from reflect.vault.policy import KdfPolicy
    from reflect.vault.system import System
    from reflect.workflows.editions import Editions


def local_now() -> datetime:
    """The clock on the wall in the person's time zone; a default at the edge, tests hand in their own."""
    return datetime.now().astimezone()


@dataclass
class Surroundings:
    """Everything a sitting is given from outside.

    Attributes:
        places: Where things lie.
        config: The person's choices.
        now: The clock, with time zone.
        system: The machine below the vault; None for real files.
        policy: Cost of a guess of the passphrase for a new vault; None measures this machine.
        random: Returns so many random bytes.
    """

    places: Places
    config: Config = field(default_factory=Config)
    now: Callable[[], datetime] = local_now
    system: System | None = None
    policy: KdfPolicy | None = None
    random: Callable[[int], bytes] = os.urandom

    @property
    def has_vault(self) -> bool:
        """Whether something lies where the vault belongs, whole or not; a file named as vault is a backup."""
        place = self.places.vault
        if self.system is not None:
            return self.system.exists(place / VAULT_NAME)
        return (place / VAULT_NAME).exists() or place.is_file()

    @property
    def is_missing(self) -> bool:
        """Whether a vault that this computer knows is not where it lay: a stick that is not plugged in, say."""
        return not self.has_vault and any(one.place == self.places.vault for one in self.config.vaults)

    def know_as(self, name: str) -> None:
        """Remember the vault under a neutral name.

        Raises:
            NotSaved: The disk refused.
        """
        self.choose(vaults=(*self.config.vaults, KnownVault(name, str(self.places.vault.absolute()))))

    def turn_to(self, folder: Path) -> None:
        """Let another folder be the vault from now on."""
        self.places = replace(self.places, vault=folder)

    @cached_property
    def catalogue(self) -> Catalogue:
        """Every protocol at hand: the person's own, the organisation's, the shipped ones."""
        from reflect.library.catalogue import Catalogue  # noqa: PLC0415 - loaded when protocols are asked for

        return Catalogue(self.prompt_folders, cache=self.places.cache)

    @property
    def prompt_folders(self) -> tuple[Path, ...]:
        """The search path of protocols, own first; folders that do not exist are left out."""
        from reflect.library import shipped  # noqa: PLC0415 - loaded when protocols are asked for

        folders = organisation.prompt_folders(self.places, shipped.folder())
        return tuple(folder for folder in folders if folder.is_dir())

    @property
    def editions(self) -> Editions:
        """The Leitbild in all its versions."""
        from reflect.workflows.editions import editions  # noqa: PLC0415 - the parser, when it is asked for

        return editions(self.places, self.config)

    def choose(self, **choices: Any) -> Config:
        """Change some of the person's choices and write them to the settings file.

        Raises:
            WrongUsage: A value does not fit, or the file cannot be read.
            NotSaved: The disk refused; the choices hold until the program ends.
        """
        self.config = self.config.changed(**choices)
        settings.save(settings.load(self.places.config).changed(**choices), self.places.config)
        return self.config
