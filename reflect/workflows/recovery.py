"""The recovery key in a sitting: whether it was typed back, and typing it back."""

from reflect.vault.recovery import RecoveryKey
from reflect.workflows.sitting import Sitting


def look_at(typed: str) -> None:
    """Look at a recovery key as typed, before any vault is open.

    Raises:
        WrongUsage: It is mistyped (fact: the groups), or no recovery key at all.
    """
    RecoveryKey.parse(typed)


def is_confirmed(sitting: Sitting) -> bool:
    """Whether the owner has typed the recovery key back."""
    return sitting.vault.state.recovery_confirmed


def prove(sitting: Sitting, typed: str) -> bool:
    """Try a recovery key as typed, and note that it fits.

    Returns:
        Whether it opens this vault.

    Raises:
        WrongUsage: It is mistyped.
        ReadOnly, NotSaved: It fits, but that could not be noted.
    """
    if not sitting.vault.check_recovery(typed):
        return False
    confirm(sitting)
    return True


def confirm(sitting: Sitting) -> None:
    """Note that the owner has the key.

    Raises:
        ReadOnly, NotSaved: It could not be noted.
    """
    if not is_confirmed(sitting):
        sitting.vault.confirm_recovery()
