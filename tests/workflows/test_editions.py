"""The text in force is chosen, its wording appears wherever a protocol names a shipped statement."""

from datetime import date
from pathlib import Path

import pytest

from reflect.domain.fault import NotFound
from reflect.domain.leitbild import Leitbild, Section, Statement
from reflect.domain.succession import Link, Ties
from reflect.domain.touching import toggled
from reflect.settings import leitbild as kept
from reflect.settings.adoption import Adoption
from reflect.settings.config import Config
from reflect.settings.places import Places
from reflect.workflows.editions import Editions, editions

OLD, NEW = date(2024, 5, 1), date(2025, 5, 1)
CHOICE = (Adoption("2021", OLD), Adoption("2025", NEW))


def text(version: str, *statements: str) -> Leitbild:
    numbered = tuple(Statement(id=f"1.{at}", text=words) for at, words in enumerate(statements, 1))
    return Leitbild(title="Weidenau", version=version, sections=(Section(id="1", title="Wir", statements=numbered),))


@pytest.fixture
def places(tmp_path: Path) -> Places:
    config = tmp_path / "config"
    found = Places(
        config=config / "config.toml",
        vault=tmp_path / "vault",
        state=tmp_path / "state",
        cache=tmp_path / "cache",
        prompts=config / "prompts",
        organisation=tmp_path / "etc",
    )
    kept.keep(found, text("2021", "Wir hören zu.", "Wir fragen nach.", "Wir bauen Häuser."))
    first = (Link(number="1.1", counterparts=("5.4",)), Link(number="1.2", counterparts=("4.3b",)), Link(number="1.3"))
    kept.settle(found, "2021", Ties(links=first))
    kept.keep(found, text("2025", "Wir schützen Kinder.", "Wir hören immer zu.", "Wir fragen nach."))
    later = (
        Link(number="1.1"),
        Link(number="1.2", continues=("1.1",), counterparts=("5.4",)),
        Link(number="1.3", continues=("1.2",), counterparts=("4.3b", "4.3c")),
    )
    kept.settle(found, "2025", Ties(before="2021", links=later))
    return found


@pytest.fixture
def both(places: Places) -> Editions:
    return editions(places, Config(leitbild=CHOICE))


def test_each_day_has_the_text_that_was_chosen_for_it(both: Editions) -> None:
    assert both.on(date(2024, 4, 30)).version == "1"
    assert both.on(OLD).version == "2021"
    assert both.on(NEW).version == "2025"


def test_a_shipped_id_leads_to_the_own_wording_of_the_day(both: Editions) -> None:
    assert both.wording("5.4", OLD).text == "Wir hören zu."
    later = both.wording("5.4", NEW)
    assert (later.label, later.text) == ("1.2", "Wir hören immer zu.")
    assert both.wording("5.4a", NEW) == later
    assert both.wording("4.3", NEW).text == "Wir fragen nach."


def test_ids_stay_though_numbers_move(both: Editions) -> None:
    old, new = both.own
    assert [(one.id, one.label) for one in old.statements()] == [
        ("own:1.1", "1.1"),
        ("own:1.2", "1.2"),
        ("own:1.3", "1.3"),
    ]
    assert [(one.id, one.label) for one in new.statements()] == [
        ("own:1.1-2", "1.1"),
        ("own:1.1", "1.2"),
        ("own:1.2", "1.3"),
    ]


def test_what_the_own_text_does_not_say_keeps_its_last_wording(both: Editions) -> None:
    assert both.wording("own:1.3", NEW).text == "Wir bauen Häuser."
    assert both.wording("2.1", NEW).id == "2.1"
    with pytest.raises(NotFound):
        both.wording("9.9", NEW)


def test_an_own_mark_speaks_for_the_shipped_ones_it_stands_for(both: Editions) -> None:
    marked = toggled(both.on(NEW), [], "own:1.2")
    assert marked == ["own:1.2", "4.3b", "4.3c"]
    assert [one.label for one in both.touched(marked, NEW)] == ["1.3"]
    assert [one.id for one in both.touched(marked, date(2020, 1, 1))] == ["4.3b", "4.3c"]
    assert toggled(both.on(NEW), marked, "own:1.2") == []


def test_a_mark_from_before_the_own_text_is_found_in_it_and_can_be_taken_back(both: Editions) -> None:
    assert [one.label for one in both.touched(["5.4", "2.1"], NEW)] == ["1.2", "2.1"]
    assert toggled(both.on(NEW), ["5.4", "2.1"], "own:1.1") == ["2.1"]


def test_a_missing_or_broken_version_gives_way_to_the_shipped_text(places: Places) -> None:
    assert editions(places, Config(leitbild=(Adoption("1999", OLD),))).on(NEW).version == "1"
    (kept.folder(places) / "2021.json").write_text("{}", "utf-8")
    assert editions(places, Config(leitbild=CHOICE)).on(NEW).version == "1"


def test_an_organisation_proposes_a_version_and_its_ties(places: Places) -> None:
    proposed = kept.folders(places)[1]
    kept.folder(places).rename(tmp := places.organisation.with_name("x"))
    proposed.parent.mkdir()
    tmp.rename(proposed)
    assert editions(places, Config(leitbild=CHOICE)).wording("5.4", NEW).label == "1.2"
