"""Names of a vault's files."""

from dataclasses import dataclass
from pathlib import Path

VAULT_NAME = "vault.reflect"


@dataclass(frozen=True, slots=True)
class Layout:
    """The vault file and what stands beside it.

    Attributes:
        file: The vault file.
    """

    file: Path

    @property
    def folder(self) -> Path:
        """Where everything lies."""
        return self.file.parent

    def beside(self, suffix: str) -> Path:
        """A file next to the vault whose name starts with the vault's."""
        return self.file.with_name(f"{self.file.name}.{suffix}")

    @property
    def lock(self) -> Path:
        """Held while somebody writes."""
        return self.beside("lock")

    @property
    def cache(self) -> Path:
        """The sealed index; may vanish at any time."""
        return self.beside("index")

    @property
    def draft(self) -> Path:
        """What is being typed, sealed."""
        return self.beside("draft")

    @property
    def new(self) -> Path:
        """The next generation while it is written."""
        return self.beside("new")
