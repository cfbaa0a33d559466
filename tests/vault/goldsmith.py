"""Writes the golden vault of the present format version; run once per version, then the file stays as it is.

    python -m tests.vault.goldsmith tests/vault/golden/v1 /tmp/anchors

The vault is made up, its passphrase is no secret, and its KDF is the cheap one of the tests.
"""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from reflect.vault.compaction import compact
from reflect.vault.passphrase import change_passphrase
from reflect.vault.policy import KdfPolicy
from reflect.vault.vault import Vault

PASSPHRASE = "Grüße vom goldenen Tresor"


def write_golden(folder: Path, anchors: Path) -> None:
    """Make a vault that shows every feature of the format, and its content as JSON."""
    moment = datetime(2024, 3, 1, 12, tzinfo=UTC)
    vault, recovery = Vault.create(
        folder, "vorläufig", anchors=anchors, policy=KdfPolicy.for_tests(), now=lambda: moment
    )
    vault.put("entries", "0123456789", {"schema": 1, "title": "Äußerst kurz", "tags": ["ß", "😀"]}, "Ein Satz. „Zitat“")
    vault.put("entries", "removed", {"title": "weg"}, "wird entfernt")
    vault.put("cases", "ohne-text", {"roles": {"A": 1}, "open": True, "share": None})
    vault.remove("entries", "removed")
    compact(vault)
    vault.put("entries", "0123456789", {"schema": 1, "title": "Nur der Titel ist neu", "tags": []})
    with vault.batch() as batch:
        batch.put("entries", "lang", {"schema": 1, "title": "Lang"}, "Ein langer Text. " * 200)
        batch.put("entries", "zweiter", {"schema": 1, "title": "Im selben Rahmen"}, "")
    change_passphrase(vault, "vorläufig", PASSPHRASE, rekey=False)
    vault.confirm_recovery()
    content = {
        table: {doc_id: {"record": record, "body": body} for doc_id, record, body in vault.scan(table)}
        for table in ("entries", "cases")
    }
    vault.close()
    facts = {"passphrase": PASSPHRASE, "recovery": recovery.text, "content": content}
    text = json.dumps(facts, ensure_ascii=False, indent=1, sort_keys=True)
    (folder / "content.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    write_golden(Path(sys.argv[1]), Path(sys.argv[2]))
