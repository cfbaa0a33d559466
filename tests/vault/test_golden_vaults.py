"""Golden vaults stay readable, by reflect and by a reader that knows only FORMAT.md."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from reflect.vault.vault import Vault
from tests.vault.independent_reader import read_vault
from tests.vault.worlds import World

GOLDEN = sorted((Path(__file__).parent / "golden").iterdir())


def facts(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "content.json").read_text("utf-8"))
    return found


@pytest.mark.parametrize("folder", GOLDEN, ids=lambda folder: folder.name)
@pytest.mark.parametrize("secret", ["passphrase", "recovery"])
def test_a_golden_vault_stays_readable_and_writable(folder: Path, secret: str, tmp_path: Path) -> None:
    known = facts(folder)
    copied = tmp_path / "vault"
    copied.mkdir()
    shutil.copyfile(folder / "vault.reflect", copied / "vault.reflect")
    with Vault.open(copied, known[secret], anchors=tmp_path / "state") as vault:
        assert vault.state.readonly is None
        for table, documents in known["content"].items():
            found = {doc_id: {"record": record, "body": body} for doc_id, record, body in vault.scan(table)}
            assert found == documents
        vault.put("entries", "neu", {}, "weiter")
    with Vault.open(copied, known[secret], anchors=tmp_path / "state") as vault:
        assert vault.body("entries", "neu") == "weiter"


@pytest.mark.parametrize("folder", GOLDEN, ids=lambda folder: folder.name)
def test_the_independent_reader_reads_golden_vaults(folder: Path) -> None:
    known = facts(folder)
    raw = (folder / "vault.reflect").read_bytes()
    assert read_vault(raw, known["passphrase"]) == known["content"]
    assert read_vault(raw, known["recovery"], recovery=True) == known["content"]


def test_the_independent_reader_reads_what_is_written_today() -> None:
    world = World()
    vault, recovery = world.create("heute")
    vault.put("entries", "a", {"t": "ü"}, "Text " * 500)
    vault.put("entries", "a", {"t": "neu"})
    vault.put("cases", "k", {})
    vault.close()
    expected = {
        "entries": {"a": {"record": {"t": "neu"}, "body": "Text " * 500}},
        "cases": {"k": {"record": {}, "body": ""}},
    }
    assert read_vault(bytes(world.data()), "heute") == expected
    assert read_vault(bytes(world.data()), recovery.text, recovery=True) == expected


def test_the_independent_reader_is_short_and_independent() -> None:
    source = (Path(__file__).parent / "independent_reader.py").read_text("utf-8")
    assert len(source.splitlines()) <= 150
    assert "import reflect" not in source
    assert "from reflect" not in source
