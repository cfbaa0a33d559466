"""Twins: copies that a sync client made because two machines wrote. They are named, never merged."""

from reflect.vault.header import MAGIC
from reflect.vault.layout import VAULT_NAME, Layout
from reflect.vault.system import System

_STEM, _SUFFIX = VAULT_NAME.split(".")


def twins(system: System, layout: Layout) -> tuple[str, ...]:
    """Return names of files beside the vault that are vaults too.

    Dropbox and Nextcloud write `vault (conflicted copy …).reflect`, Syncthing `vault.sync-conflict-….reflect`, OneDrive
    `vault-NAME.reflect`, others `vault 2.reflect`: all keep the first and the last part of the name.
    """
    names = system.listdir(layout.folder)
    return tuple(name for name in names if _is_twin(name) and _starts_as_vault(system, layout, name))


def _is_twin(name: str) -> bool:
    return name.startswith(_STEM) and name.endswith(f".{_SUFFIX}") and name != VAULT_NAME


def _starts_as_vault(system: System, layout: Layout, name: str) -> bool:
    try:
        handle = system.open(layout.folder / name)
    except OSError:
        return False
    try:
        return system.pread(handle, len(MAGIC), 0) == MAGIC
    except OSError:
        return False
    finally:
        system.close(handle)
