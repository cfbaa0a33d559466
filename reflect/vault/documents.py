"""Documents on their way from one generation into the next."""

from collections.abc import Callable, Iterator

from reflect.domain.fault import VaultDamaged
from reflect.vault.body import binding, open_body
from reflect.vault.damage import moment
from reflect.vault.generation import Document
from reflect.vault.store import Store

Reseal = Callable[[str, str, str], bytes]
Name = tuple[str, str]


def documents(store: Store, *, reseal: Reseal | None = None, lost: list[Name] | None = None) -> Iterator[Document]:
    """Yield every document, its body unsealed once to prove it.

    Args:
        store: The generation so far.
        reseal: Seals table, id and text under other keys; None copies the sealed bytes.
        lost: Collects names of documents whose body is damaged, which then go on without it; None makes
            such a body an error, because rewriting must never drop anything silently.

    Raises:
        VaultDamaged: A body is damaged and `lost` is None.
    """
    keys, vault_id = store.keys, store.header.vault_id
    for table in list(store.log.index.tables):
        for doc_id, entry, sealed in store.sealed(table):
            text = open_body(keys, binding(vault_id, table, doc_id), sealed) if sealed else None
            body: bytes | None = None
            if text is not None:
                body = sealed if reseal is None else reseal(table, doc_id, text)
            elif entry.body.sequence:
                if lost is None:
                    raise VaultDamaged(((entry.body.sequence, moment(entry.time)),), 1)
                lost.append((table, doc_id))
            yield Document(table, doc_id, entry.packed, body, entry.time)
