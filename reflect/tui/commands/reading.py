"""A vault that is open for reading only: what writes is not available, and says why."""

from typing import Any

from reflect.language import N_

ONLY_READ = N_("Der Tresor ist nur zum Lesen offen.")


def may_write(screen: Any) -> bool:
    """Whether the open vault takes changes."""
    sitting = screen.app.sitting
    return sitting is not None and sitting.vault.refusal is None
