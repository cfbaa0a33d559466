"""Golden vaults stay readable, by reflect and by a reader that knows only FORMAT.md."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from reflect.vault.check import check
from reflect.vault.vault import Vault
from tests.vault.goldsmith import MAKERS, write_golden
from tests.vault.independent_reader import read_vault
from tests.vault.worlds import World

GOLDEN = sorted((Path(__file__).parent / "golden").iterdir())


def facts(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "content.json").read_text("utf-8"))
    return found


def copied(folder: Path, tmp_path: Path, *, anchor: bool) -> tuple[Path, Path]:
    """A golden vault as its owner would have it: the folder, and the anchors' folder."""
    vault, state = tmp_path / "vault", tmp_path / "state"
    vault.mkdir()
    for file in folder.glob("vault.reflect*"):
        shutil.copyfile(file, vault / file.name)
    if anchor and (folder / "anchor").is_dir():
        shutil.copytree(folder / "anchor", state)
    return vault, state


@pytest.mark.parametrize("folder", GOLDEN, ids=lambda folder: folder.name)
@pytest.mark.parametrize("secret", ["passphrase", "recovery"])
@pytest.mark.parametrize("anchor", [True, False])
def test_a_golden_vault_stays_readable_and_writable(folder: Path, secret: str, anchor: bool, tmp_path: Path) -> None:  # noqa: FBT001 - pytest hands it over
    known = facts(folder)
    place, state = copied(folder, tmp_path, anchor=anchor)
    with Vault.open(place, known[secret], anchors=state) as vault:
        found = vault.state
        assert (found.readonly, found.repaired, found.cut_tail, found.damage) == (None, (), False, ())
        assert found.anchor == ("current" if anchor and (folder / "anchor").is_dir() else "none")
        assert check(vault, full=True).healthy
        for table, documents in known["content"].items():
            read = {doc_id: {"record": record, "body": body} for doc_id, record, body in vault.scan(table)}
            assert read == documents
        assert vault.draft.load() == known.get("draft")
        vault.put("entries", "neu", {}, "weiter")
    with Vault.open(place, known[secret], anchors=state) as vault:
        assert vault.body("entries", "neu") == "weiter"


def test_a_golden_draft_falls_back_to_the_one_before(tmp_path: Path) -> None:
    folder = Path(__file__).parent / "golden" / "v1-draft"
    known = facts(folder)
    place, state = copied(folder, tmp_path, anchor=True)
    (place / "vault.reflect.draft").write_bytes(bytes(548))
    with Vault.open(place, known["passphrase"], anchors=state) as vault:
        assert vault.draft.load() == known["draft_before"]


def test_a_golden_anchor_notices_that_its_vault_was_put_back(tmp_path: Path) -> None:
    folder = Path(__file__).parent / "golden" / "v1-draft"
    known = facts(folder)
    place, state = copied(folder, tmp_path, anchor=True)
    file = place / "vault.reflect"
    before = file.read_bytes()
    with Vault.open(place, known["passphrase"], anchors=state) as vault:
        vault.put("entries", "neu", {}, "weiter")
    file.write_bytes(before)
    with Vault.open(place, known["passphrase"], anchors=state) as vault:
        assert vault.state.readonly == "rolled-back"


def test_every_kind_of_golden_vault_is_there() -> None:
    assert [folder.name for folder in GOLDEN] == sorted(MAKERS)


@pytest.mark.parametrize("name", MAKERS)
def test_the_goldsmith_still_makes_what_the_independent_reader_reads(name: str, tmp_path: Path) -> None:
    write_golden(name, tmp_path)
    known = facts(tmp_path / name)
    assert read_vault((tmp_path / name / "vault.reflect").read_bytes(), known["passphrase"]) == known["content"]


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
    assert len(source.splitlines()) <= 141
    assert "import reflect" not in source
    assert "from reflect" not in source
