"""TinyDB over sealed records, and the traps of its own storage seam.

TinyDB annotates its ids as int; ours are text, so the tables here are `Any`.
"""

from collections.abc import MutableMapping
from typing import Any

import pytest
from tinydb import Query, where

from reflect.vault.vault import Vault
from tests.vault.worlds import World


@pytest.fixture
def vault() -> Vault:
    made, _ = World().create()
    with made.batch() as batch:
        for number in range(6):
            batch.put("entries", f"e{number}", {"n": number, "tags": ["a"], "deep": {"list": [1]}}, f"Text {number}")
    return made


def reopened(vault: Vault) -> Vault:
    surroundings, folder = vault.surroundings, vault.store.layout.folder
    vault.close()
    return Vault.open(folder, "pass", anchors=surroundings.anchors, system=surroundings.system, now=surroundings.now)


def test_queries_find_documents_by_text_id(vault: Vault) -> None:
    table: Any = vault.table("entries")
    assert [found.doc_id for found in table.search(where("n") >= 4)] == ["e4", "e5"]
    assert table.get(doc_id="e3")["n"] == 3
    assert table.get(doc_id="none") is None
    assert table.contains(Query().tags.any(["a"]))
    assert (len(table), table.count(where("n") < 2), len(table.all())) == (6, 2, 6)


def test_update_in_place_is_seen_and_written(vault: Vault) -> None:
    table: Any = vault.table("entries")
    assert table.update({"n": 10}, where("n") == 1) == ["e1"]
    table.update(lambda document: document["deep"]["list"].append(2), where("n") == 10)
    table.update({"all": True})
    assert table.upsert({"n": 11, "neu": 1}, where("n") == 10) == ["e1"]
    vault = reopened(vault)
    assert vault.record("entries", "e1") == {"n": 11, "tags": ["a"], "deep": {"list": [1, 2]}, "all": True, "neu": 1}
    assert vault.body("entries", "e1") == "Text 1"


def test_one_call_is_one_frame_and_no_change_is_none(vault: Vault) -> None:
    before = vault.state.sequence
    table: Any = vault.table("entries")
    table.update({"x": 1})
    assert vault.state.sequence == before + 1
    table.update({"x": 1})
    table.remove(where("n") == 99)
    assert vault.state.sequence == before + 1


def test_insert_draws_text_ids(vault: Vault) -> None:
    table: Any = vault.table("cases")
    drawn: list[Any] = table.insert_multiple([{"b": 1}, {"b": 2}])
    drawn.append(table.insert({"a": 1}))
    assert len(set(drawn)) == 3
    assert all(isinstance(doc_id, str) and len(doc_id) == 10 for doc_id in drawn)
    assert reopened(vault).state.entries == 9


def test_remove_and_truncate(vault: Vault) -> None:
    table: Any = vault.table("entries")
    assert table.remove(where("n") < 2) == ["e0", "e1"]
    assert table.remove(doc_ids=["e2", "none"]) == ["e2"]
    vault = reopened(vault)
    assert set(vault.records("entries")) == {"e3", "e4", "e5"}
    vault.table("entries").truncate()
    assert reopened(vault).state.entries == 0


def test_what_is_handed_out_never_aliases_what_is_kept(vault: Vault) -> None:
    table: Any = vault.table("entries")
    for found in (table.get(where("n") == 0), table.search(where("n") == 0)[0], table.all()[0], next(iter(table))):
        found["deep"]["list"].append("X")
        found["tags"].append("X")
    assert vault.record("entries", "e0") == {"n": 0, "tags": ["a"], "deep": {"list": [1]}}
    assert table.get(where("n") == 0) == vault.record("entries", "e0")


def test_there_is_no_query_cache(vault: Vault) -> None:
    table: Any = vault.table("entries")
    query = where("n") == 0
    first, second = table.search(query), table.search(query)
    assert first[0] is not second[0]
    calls: list[int] = []

    def counted(value: int) -> bool:
        calls.append(value)
        return True

    for _ in range(2):
        table.search(Query().n.test(counted))
    assert len(calls) == 12
    assert table._query_cache.capacity == 0


def test_whole_tables_can_be_named_and_dropped(vault: Vault) -> None:
    vault.put("cases", "k", {"x": 1})
    database = vault._database
    assert database.tables() == {"entries", "cases"}
    database.drop_table("cases")
    assert vault.records("cases") == {}
    database.drop_tables()
    assert reopened(vault).state.entries == 0


def test_a_failed_updater_changes_nothing(vault: Vault) -> None:
    before = vault.records("entries")

    def fail(document: MutableMapping[str, Any]) -> None:
        document["n"] = "half done"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        vault.table("entries").update(fail)
    with pytest.raises(TypeError):
        vault.table("entries").update({"n": object()})
    assert vault.records("entries") == before
