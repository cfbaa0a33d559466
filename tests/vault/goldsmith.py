"""Writes the golden vaults of the present format version; run once per version, then the files stay as they are.

    python -m tests.vault.goldsmith v1-draft tests/vault/golden

Each shows something of its own; what is in one stands beside it as JSON. The vaults are made up, their passphrase is no
secret, and their KDF is the cheap one of the tests.
"""

import json
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from reflect.vault.compaction import compact
from reflect.vault.passphrase import change_keys, change_passphrase
from reflect.vault.policy import KdfPolicy
from reflect.vault.recovery import RecoveryKey
from reflect.vault.vault import Vault

PASSPHRASE = "Grüße vom goldenen Tresor"
MOMENT = datetime(2024, 3, 1, 12, tzinfo=UTC)

Facts = dict[str, Any]


def everything(vault: Vault, recovery: RecoveryKey) -> Facts:
    """Every feature of a frame: bodies kept and replaced, batches, removals, another passphrase, a confirmed key."""
    fill(vault)
    vault.put("entries", "removed", {"title": "weg"}, "wird entfernt")
    vault.remove("entries", "removed")
    compact(vault)
    vault.put("entries", "0123456789", {"schema": 1, "title": "Nur der Titel ist neu", "tags": []})
    with vault.batch() as batch:
        batch.put("entries", "lang", {"schema": 1, "title": "Lang"}, "Ein langer Text. " * 200)
        batch.put("entries", "zweiter", {"schema": 1, "title": "Im selben Rahmen"}, "")
    change_passphrase(vault, "vorläufig", PASSPHRASE, rekey=False)
    vault.confirm_recovery()
    return {"recovery": recovery.text}


def compacted(vault: Vault, recovery: RecoveryKey) -> Facts:
    """Nothing but base frames: the file as a compaction leaves it."""
    fill(vault)
    change_passphrase(vault, "vorläufig", PASSPHRASE, rekey=False)
    vault.put("entries", "0123456789", {"schema": 1, "title": "Später"}, "Zweite Fassung")
    compact(vault)
    return {"recovery": recovery.text}


def rekeyed(vault: Vault, _recovery: RecoveryKey) -> Facts:
    """Another master key and another recovery key than at the beginning, and a commit after it."""
    fill(vault)
    fresh = change_keys(vault, PASSPHRASE)
    vault.put("cases", "danach", {"open": False})
    return {"recovery": fresh.text}


def with_draft(vault: Vault, recovery: RecoveryKey) -> Facts:
    """An unfinished text beside the vault, and the one before it; the anchor of the vault."""
    fill(vault)
    change_passphrase(vault, "vorläufig", PASSPHRASE, rekey=False)
    vault.draft.save("Mitten im Sa")
    vault.draft.save("Mitten im Satz: „größer“")
    return {"recovery": recovery.text, "draft": "Mitten im Satz: „größer“", "draft_before": "Mitten im Sa"}


MAKERS: dict[str, Callable[[Vault, RecoveryKey], Facts]] = {
    "v1": everything,
    "v1-compacted": compacted,
    "v1-rekeyed": rekeyed,
    "v1-draft": with_draft,
}


def fill(vault: Vault) -> None:
    """An entry with a body and a case without one."""
    vault.put("entries", "0123456789", {"schema": 1, "title": "Äußerst kurz", "tags": ["ß", "😀"]}, "Ein Satz. „Zitat“")
    vault.put("cases", "ohne-text", {"roles": {"A": 1}, "open": True, "share": None})


def write_golden(name: str, golden: Path) -> None:
    """Make one of them, its content as JSON, and keep what the format describes of the files beside it.

    Args:
        name: Which.
        golden: Folder of all golden vaults.
    """
    folder = golden / name
    vault, recovery = Vault.create(
        folder, "vorläufig", anchors=folder / "anchor", policy=KdfPolicy.for_tests(), now=lambda: MOMENT
    )
    facts = {"passphrase": PASSPHRASE, **MAKERS[name](vault, recovery)}
    content = {
        table: {doc_id: {"record": record, "body": body} for doc_id, record, body in vault.scan(table)}
        for table in ("entries", "cases")
    }
    vault.close()
    text = json.dumps({**facts, "content": content}, ensure_ascii=False, indent=1, sort_keys=True)
    (folder / "content.json").write_text(text + "\n", encoding="utf-8")
    (folder / "vault.reflect.lock").unlink()


if __name__ == "__main__":
    write_golden(sys.argv[1], Path(sys.argv[2]))
