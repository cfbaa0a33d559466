"""Sealing what is unfinished when the vault is closed, also while the program fails."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reflect.workflows.sitting import Sitting


def seal_and_close(
    sealing: Iterable[Callable[[], object]],
    sitting: "Sitting",
    held: list[bytes],
    *,
    close: bool = True,
    care: bool = False,
) -> None:
    """Seal, then close the vault whatever happens.

    Args:
        sealing: What each page laid aside; bytes that it gives back could not be written.
        sitting: The vault.
        held: Takes those bytes.
        close: Whether the vault is closed.
        care: Whether what is due after a sitting is done before: a backup, tidying.
    """
    try:
        given_back = [finish() for finish in sealing]
        held += [sealed for sealed in given_back if isinstance(sealed, bytes)]
        if care and close and not held:
            from reflect.workflows.upkeep import look_after  # noqa: PLC0415 - with the vault

            look_after(sitting)
    finally:
        if close:
            sitting.close()


def seal_if_possible(unfinished: Callable[[], list[Callable[[], object]]], sitting: "Sitting | None") -> bool:
    """Seal what is unfinished although the program is failing; whether there was something and it worked."""
    if sitting is None:
        return False
    try:
        sealing, held = unfinished(), list[bytes]()
        seal_and_close(sealing, sitting, held)
    except Exception:  # noqa: BLE001 - the program is ending already; the first error is the one to tell
        return False
    return bool(sealing) and not held
