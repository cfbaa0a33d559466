"""Succession: an open vault goes on as a new generation of its file."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from reflect.vault.failure import saving
from reflect.vault.generation import Document, Start, install, write_generation
from reflect.vault.header import Header
from reflect.vault.keys import Keys
from reflect.vault.store import Store, Vessel
from reflect.vault.surroundings import Surroundings

SALT_SIZE = 16


class Successor(NamedTuple):
    """What a new generation is made of.

    Attributes:
        header: Its header.
        keys: Its keys.
        documents: What goes into it.
        sequence: Lowest number its first frame may have.
        aside: Suffix under which the file so far is kept; None keeps none.
    """

    header: Header
    keys: Keys
    documents: Iterable[Document]
    sequence: int = 0
    aside: str | None = None


def next_header(header: Header, random: Callable[[int], bytes]) -> Header:
    """Return the header of the next generation: another salt, the next number."""
    return replace(header, sequence=header.sequence + 1, generation_salt=random(SALT_SIZE))


def succeed(store: Store, surroundings: Surroundings, successor: Successor) -> tuple[Store, Path | None]:
    """Write the new generation, give it the vault's name, and open it.

    A crash leaves the old file or the new one, both whole. The first new frame carries the last old tag, so that
    an anchor that was not yet moved still recognises it.

    Args:
        store: The generation so far; closed when this returns.
        surroundings: The machine.
        successor: The generation to be.

    Returns:
        The new store, and the copy of the old file if one was kept.

    Raises:
        NotSaved: The disk refused; the old file is in place. Its store is still usable unless it is `broken`.
    """
    system, layout, log = surroundings.system, store.layout, store.log
    start = Start(max(log.sequence + 1, successor.sequence), log.tag, log.created or surroundings.microseconds())
    new_log = write_generation(
        surroundings,
        layout,
        header=successor.header,
        keys=successor.keys,
        start=start,
        documents=successor.documents,
    )
    # Windows renames nothing onto an open file.
    system.close(store.handle)
    try:
        kept = install(surroundings, layout, successor.aside)
    except BaseException:
        store.reopen()
        raise
    store.broken = True
    with saving(layout.file):
        handle = system.open(layout.file, write=True)
    successor_store = Store(Vessel(layout, handle, successor.header, successor.keys, new_log), surroundings)
    successor_store.anchor(durable=True)
    store.retire()
    with saving(layout.cache):
        system.unlink(layout.cache)
    return successor_store, kept
