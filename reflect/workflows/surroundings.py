"""What surrounds a sitting: places, choices, clock and machine; light, so that the first page paints at once."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from reflect.domain.fault import WrongUsage
from reflect.settings import config as settings
from reflect.settings import organisation, whereabouts
from reflect.settings.config import Config
from reflect.settings.known import KnownVault, proper_name
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
        home: Where the vault of the start lies; turning to another one does not change it.
    """

    places: Places
    config: Config = field(default_factory=Config)
    now: Callable[[], datetime] = local_now
    system: System | None = None
    policy: KdfPolicy | None = None
    random: Callable[[int], bytes] = os.urandom
    home: Path = field(init=False)

    def __post_init__(self) -> None:
        self.home = self.places.vault

    @property
    def has_vault(self) -> bool:
        """Whether something lies where the vault belongs, whole or not; a file named as vault is a backup."""
        return self._lies_in(self.places.vault)

    def _lies_in(self, place: Path) -> bool:
        if self.system is not None:
            return self.system.exists(place / VAULT_NAME)
        return (place / VAULT_NAME).exists() or place.is_file()

    @property
    def is_named(self) -> bool:
        """Whether this computer knows the vault by a name."""
        return bool(self.name)

    @property
    def name(self) -> str:
        """How this computer calls the vault; empty while nobody has named it."""
        return next((one.name for one in self.config.vaults if one.place == self.places.vault), "")

    @property
    def is_missing(self) -> bool:
        """Whether a vault once lay here and is gone: its stick is not plugged in, its folder not synced yet."""
        return not self.has_vault and (self.is_named or self._was_seen(self.places.vault))

    def _was_seen(self, place: Path) -> bool:
        if self.system is not None:  # a vault in memory is nowhere once it is gone
            return False
        return place.absolute() in whereabouts.last_seen(self.places.state).values()

    def note_place(self, vault_id: str) -> None:
        """Remember where the vault lies, for the day when it does not."""
        if self.system is None:
            whereabouts.note(self.places.state, vault_id, self.places.vault.absolute())

    @property
    def vaults(self) -> tuple[KnownVault, ...]:
        """Every vault at hand: the one of the start and the present one while they have no name, then the others."""
        named = {one.place for one in self.config.vaults}
        nameless = dict.fromkeys(place for place in (self.home, self.places.vault) if place not in named)
        there = (place for place in nameless if self._lies_in(place) or self._was_seen(place))
        return (*(KnownVault("", str(place)) for place in there), *self.config.vaults)

    def free_place(self) -> Path:
        """A folder for another vault: beside the first one, where nothing lies yet."""
        taken = {one.place for one in self.vaults}
        beside = (self.home.with_name(f"vault-{number}") for number in itertools.count(2))
        return next(place for place in beside if place not in taken and not self._lies_in(place))

    def fitting_name(self, typed: str) -> str:
        """A neutral name as it is kept.

        Raises:
            WrongUsage: `vault-name` or `vault-name-taken`.
        """
        name = proper_name(typed)
        if not name:
            raise WrongUsage("vault-name")
        if any(one.name == name and one.place != self.places.vault for one in self.config.vaults):
            raise WrongUsage("vault-name-taken")
        return name

    def know_as(self, name: str) -> None:
        """Remember the vault under a neutral name, instead of the one it had.

        Raises:
            WrongUsage: See `fitting_name`.
            NotSaved: The disk refused.
        """
        own = KnownVault(self.fitting_name(name), str(self.places.vault.absolute()))
        if self.is_named:
            vaults = tuple(own if one.place == own.place else one for one in self.config.vaults)
        else:
            vaults = (*self.config.vaults, own)
        self.choose(vaults=vaults)

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
