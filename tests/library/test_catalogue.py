"""The catalogue: search path, languages, cache."""

import os
from pathlib import Path

import pytest

from reflect.domain.fault import NotFound
from reflect.domain.protocol import ProtocolKind
from reflect.library import reader
from reflect.library.catalogue import Catalogue
from reflect.library.flaw import Unreadable
from reflect.library.shipped import folder

ONE = """---
id: {name}
kind: reflection
title: {title}
summary: Kurz.
minutes: 5
---
# {title}

{{#anfang}}
## Anfang

{{#was type="text"}}
- Was?
"""


def put(place: Path, language: str, name: str, title: str) -> Path:
    file = place / language / "reflection" / f"{name}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(ONE.format(name=name, title=title), encoding="utf-8")
    return file


def test_the_shipped_protocols_load_in_both_languages() -> None:
    catalogue = Catalogue()
    for language in ("de", "en"):
        for row in catalogue.protocols(language):
            protocol = catalogue.load(row.id, language)
            assert (protocol.id, protocol.title, protocol.language) == (row.id, row.title, language)
            assert (protocol.kind, protocol.minutes, protocol.people) == (row.kind, row.minutes, row.people)
            assert row.shipped
            assert row.path.is_relative_to(folder())


def test_an_own_protocol_wins_over_a_shipped_one_even_in_another_language(tmp_path: Path) -> None:
    file = put(tmp_path, "de", "kurzreflexion", "Meine eigene")
    catalogue = Catalogue([tmp_path, folder()])
    assert catalogue.load("kurzreflexion", "de").title == "Meine eigene"
    assert catalogue.load("kurzreflexion", "en").title == "Meine eigene"
    assert catalogue.origin("kurzreflexion", "de") == file
    [row] = [row for row in catalogue.protocols("de") if row.id == "kurzreflexion"]
    assert not row.shipped
    assert catalogue.load("rueckblick", "en").title == "Looking back"


def test_rows_are_sorted_by_kind_and_title(tmp_path: Path) -> None:
    put(tmp_path, "de", "zwei", "B")
    put(tmp_path, "de", "eins", "Ä")
    assert [row.title for row in Catalogue([tmp_path]).protocols("de")] == ["Ä", "B"]
    assert Catalogue([tmp_path]).protocols("de")[0].kind is ProtocolKind.REFLECTION


def test_what_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFound) as caught:
        Catalogue([tmp_path]).load("gibt-es-nicht", "de")
    assert (caught.value.noun, caught.value.name) == ("protocol", "gibt-es-nicht")


def test_a_protocol_with_a_flaw_is_listed_but_not_run(tmp_path: Path) -> None:
    file = put(tmp_path, "de", "kaputt", "Kaputt")
    file.write_text(file.read_text(encoding="utf-8").replace('type="text"', 'type="roman"'), encoding="utf-8")
    catalogue = Catalogue([tmp_path])
    assert [row.id for row in catalogue.protocols("de")] == ["kaputt"]
    with pytest.raises(Unreadable) as caught:
        catalogue.load("kaputt", "de")
    assert (caught.value.facts["file"], caught.value.facts["line"]) == (str(file), 13)


def test_an_unchanged_file_is_not_parsed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place, cache = tmp_path / "prompts", tmp_path / "cache"
    put(place, "de", "eins", "Eins")
    first = Catalogue([place], cache).load("eins", "de")
    monkeypatch.setattr(reader, "read", None)
    again = Catalogue([place], cache)
    assert again.load("eins", "de") == first
    assert again.protocols("de")[0].title == "Eins"


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    place, cache = tmp_path / "prompts", tmp_path / "cache"
    file = put(place, "de", "eins", "Eins")
    catalogue = Catalogue([place], cache)
    assert catalogue.load("eins", "de").title == "Eins"
    file.write_text(ONE.format(name="eins", title="Anders"), encoding="utf-8")
    assert catalogue.load("eins", "de").title == "Anders"
    assert Catalogue([place], cache).load("eins", "de").title == "Anders"
    assert Catalogue([place], cache).protocols("de")[0].title == "Anders"


def test_a_new_file_is_seen_after_a_refresh(tmp_path: Path) -> None:
    put(tmp_path, "de", "eins", "Eins")
    catalogue = Catalogue([tmp_path])
    assert len(catalogue.protocols("de")) == 1
    put(tmp_path, "de", "zwei", "Zwei")
    catalogue.refresh()
    assert len(catalogue.protocols("de")) == 2


RUBBISH = [b"", b"{", b"[]", b'["x", "y", 3]\n', b'["x", "y", -14]\n', b'[[], "y", 0]\n', b"\xff\xfe"]


@pytest.mark.parametrize("rubbish", RUBBISH)
def test_a_damaged_cache_is_read_past(tmp_path: Path, rubbish: bytes) -> None:
    place, cache = tmp_path / "prompts", tmp_path / "cache"
    put(place, "de", "eins", "Eins")
    Catalogue([place], cache).load("eins", "de")
    for kept in cache.iterdir():
        kept.write_bytes(rubbish)
    catalogue = Catalogue([place], cache)
    assert catalogue.load("eins", "de").title == "Eins"
    assert len(catalogue.protocols("de")) == 1
    assert Catalogue([place], cache).load("eins", "de").title == "Eins"


def test_a_row_of_another_shape_is_read_anew(tmp_path: Path) -> None:
    place, cache = tmp_path / "prompts", tmp_path / "cache"
    put(place, "de", "eins", "Eins")
    Catalogue([place], cache).protocols("de")
    [kept] = cache.glob("rows*")
    kept.write_bytes(kept.read_bytes().replace(b'"minutes"', b'"seconds"'))
    assert Catalogue([place], cache).protocols("de")[0].minutes == 5


def test_the_cache_of_another_version_is_forgotten(tmp_path: Path) -> None:
    place, cache = tmp_path / "prompts", tmp_path / "cache"
    put(place, "de", "eins", "Eins")
    cache.mkdir()
    (cache / "protocols-0.0.1-1").write_bytes(b"old")
    Catalogue([place], cache).load("eins", "de")
    assert len(list(cache.glob("protocols-*"))) == 1


def test_a_torn_cache_keeps_what_came_before_and_heals(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place, cache = tmp_path / "prompts", tmp_path / "cache"
    for name in ("eins", "zwei"):
        put(place, "de", name, name.title())
    first = Catalogue([place], cache)
    whole = [first.load(name, "de") for name in ("eins", "zwei")]
    [kept] = cache.glob("protocols*")
    kept.write_bytes(kept.read_bytes()[:-20])
    assert Catalogue([place], cache).load("zwei", "de") == whole[1]
    monkeypatch.setattr(reader, "read", None)
    assert Catalogue([place], cache).load("zwei", "de") == whole[1]


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_cache_that_cannot_be_written_costs_nothing_but_time(tmp_path: Path) -> None:
    place, cache = tmp_path / "prompts", tmp_path / "cache"
    put(place, "de", "eins", "Eins")
    cache.mkdir(mode=0o500)
    assert Catalogue([place], cache).load("eins", "de").title == "Eins"


def test_a_cache_below_a_file_costs_nothing_but_time(tmp_path: Path) -> None:
    place = tmp_path / "prompts"
    put(place, "de", "eins", "Eins")
    (tmp_path / "datei").write_text("", encoding="utf-8")
    assert Catalogue([place], tmp_path / "datei" / "cache").load("eins", "de").title == "Eins"
