"""Places on disk: where the settings, the vault, the anchor and the organisation's files live."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

NAME = "reflect"
ORGANISATION = Path("/etc/reflect")


@dataclass(frozen=True, slots=True)
class Places:
    """Every place the program may look at or write to on its own.

    Attributes:
        config: The settings file.
        vault: Folder of the vault.
        state: Folder of the anchor; never holds a title.
        cache: Folder for protocols that were read before; nothing a person wrote.
        prompts: The person's own protocols.
        organisation: What the organisation proposes.
    """

    config: Path
    vault: Path
    state: Path
    cache: Path
    prompts: Path
    organisation: Path = ORGANISATION

    @classmethod
    def find(cls, environment: Mapping[str, str] = os.environ, *, vault: Path | None = None) -> Self:
        """The places of this person.

        Args:
            environment: `XDG_*`, `REFLECT_VAULT` and `REFLECT_CONFIG` count; elsewhere the platform's own places.
            vault: A folder named for this one command.
        """
        config = _folder(environment, "XDG_CONFIG_HOME", "config")
        data = _folder(environment, "XDG_DATA_HOME", "data")
        named = environment.get("REFLECT_VAULT", "")
        chosen = environment.get("REFLECT_CONFIG", "")
        return cls(
            config=Path(chosen).expanduser() if chosen else config / "config.toml",
            vault=vault or (Path(named).expanduser() if named else data / "vault"),
            state=_folder(environment, "XDG_STATE_HOME", "state"),
            cache=_folder(environment, "XDG_CACHE_HOME", "cache"),
            prompts=config / "prompts",
        )


def _folder(environment: Mapping[str, str], variable: str, kind: str) -> Path:
    """`$XDG_…/reflect` where it is set to an absolute path, as the specification asks, else the platform's place."""
    given = environment.get(variable, "")
    if given and Path(given).is_absolute():
        return Path(given) / NAME
    import platformdirs  # noqa: PLC0415 - not needed where the environment says it all

    dirs = platformdirs.PlatformDirs(NAME, appauthor=False)
    return Path(getattr(dirs, f"user_{kind}_dir"))
