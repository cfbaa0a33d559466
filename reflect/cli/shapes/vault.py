"""`--json`: the vault, its health and the choices beside it."""

from datetime import datetime

from pydantic import Field

from reflect.cli.shapes.shape import Shape


class MadeVault(Shape):
    """`reflect init --json`."""

    vault: str
    recovery_file: str | None
    recovery_confirmed: bool


class CheckedBackup(Shape):
    """One backup in `reflect check --full --json`."""

    file: str
    taken: datetime
    healthy: bool


class Checked(Shape):
    """`reflect check --json`."""

    healthy: bool
    readonly: str | None
    frames: int
    documents: int
    bodies: int
    damaged_places: list[int]
    damaged_documents: list[str]
    rolled_back: bool
    header_copies: int
    repaired: list[str] = Field(description="what this opening put right: header-a, header-b, tail")
    anchor: bool
    tails: list[str]
    copies: list[str]
    passphrases: int
    recovery_keys: int
    recovery_confirmed: bool
    last_backup: datetime | None
    backups: list[CheckedBackup] = Field(description="proven one by one with --full, else empty")


class Choices(Shape):
    """`reflect config --json`."""

    language: str
    theme: str
    signs: str
    idle_minutes: int
    backup_folder: str
    backup_days: int
    author: str
