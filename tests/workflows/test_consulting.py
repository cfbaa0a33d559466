"""The shipped methods and modules: their own minutes, exact plans, and everything a layman needs to moderate."""

import json
from pathlib import Path
from typing import Any

import pytest

from reflect.domain.consultation.plan import TooLong, TooShort, fit, holds
from reflect.domain.fault import NotFound
from reflect.domain.protocol import Protocol, Record, Role, Step
from reflect.library.catalogue import Catalogue
from reflect.library.listing import LANGUAGES
from reflect.workflows import consulting

NATURAL: dict[str, dict[str, Any]] = json.loads((Path(__file__).parent / "natural.json").read_text("utf-8"))
CATALOGUE = Catalogue()
METHODS = {language: consulting.methods(CATALOGUE, language) for language in LANGUAGES}
MODULES = {language: consulting.modules(CATALOGUE, language) for language in LANGUAGES}
EVERY = [*METHODS["de"], *METHODS["en"], *MODULES["de"].values(), *MODULES["en"].values()]
PROTECTED = [
    "tietze",
    "heilsbronn",
    "kobesu",
    "ktc",
    "tcc",
    "fotoscholing",
    "lippmann",
    "schley",
    "mutzeck",
    "schlee",
    "norman",
    "andersen",
    "staempfli",
    "liberating",
    "herwig",
    "fallner",
    "grässlin",
    "gräßlin",
    "payette",
    "champagne",
    "franz",
    "kopp",
]


def name_of(protocol: Protocol) -> str:
    return f"{protocol.language}-{protocol.id}"


def steps() -> list[tuple[str, Step]]:
    return [(f"{name_of(protocol)}-{step.id}", step) for protocol in EVERY for step in protocol.steps]


def test_there_are_sixteen_methods_in_both_languages() -> None:
    for language in LANGUAGES:
        assert {method.id for method in METHODS[language]} == set(NATURAL)
    assert len(MODULES["de"]) >= 20


@pytest.mark.parametrize("protocol", [*METHODS["de"], *METHODS["en"]], ids=name_of)
def test_at_its_natural_length_a_method_keeps_its_own_minutes(protocol: Protocol) -> None:
    seed = NATURAL[protocol.id]
    plan = consulting.plan(CATALOGUE, protocol.language, protocol.id).contract()
    found = [
        [phase["id"], phase["minutes"], phase["speaks"], phase["silent"], phase["records"]] for phase in plan["phases"]
    ]
    assert found == seed["phases"]
    assert (plan["total"], list(protocol.people or ())) == (seed["total"], seed["people"])


@pytest.mark.parametrize("minutes", [20, 35, 60, 90])
@pytest.mark.parametrize("protocol", METHODS["de"], ids=name_of)
def test_the_sum_is_exact_or_the_refusal_helps(protocol: Protocol, minutes: int) -> None:
    others = METHODS["de"]
    people = (protocol.people or (6, 6))[0]
    if holds(protocol, people, minutes):
        assert fit(protocol, people, minutes, others).total == minutes
        return
    with pytest.raises((TooShort, TooLong)) as refused:
        fit(protocol, people, minutes, others)
    assert refused.value.code == 2
    if refused.value.facts["other"]:
        other = consulting.method(CATALOGUE, "de", str(refused.value.facts["other"]))
        assert fit(other, people, minutes).total == minutes


def test_a_method_answers_to_id_and_title() -> None:
    for name in ("intervision_uk", "intervision-uk", "Intervision in zwei Runden", "INTERVISION_UK"):
        assert consulting.method(CATALOGUE, "de", name).id == "intervision_uk"
    with pytest.raises(NotFound):
        consulting.method(CATALOGUE, "de", "rueckblick")


def test_the_number_of_people_is_guessed_within_what_is_recommended() -> None:
    assert [consulting.plan(CATALOGUE, "de", name).people for name in ("neun", "troika", "weise_menge_gross")] == [
        6,
        4,
        12,
    ]
    assert consulting.rescue_plan(CATALOGUE, "de", "neun").total == 20


@pytest.mark.parametrize(("place", "step"), steps(), ids=[place for place, _ in steps()])
def test_a_layman_finds_every_sentence(place: str, step: Step) -> None:
    said = step.moderation
    assert len(step.read_aloud) == 1, place
    assert all((said.closes, said.good, said.bad, said.allowed, said.later)), place
    if step.silent:
        assert said.counter, place
    for text in (*step.read_aloud, said.closes, said.counter):
        assert len(text) <= 132, place


@pytest.mark.parametrize("protocol", EVERY, ids=name_of)
def test_no_protected_name_is_used(protocol: Protocol) -> None:
    words = protocol.model_dump_json().casefold()
    assert [name for name in PROTECTED if name in words] == []


def test_modules_that_touch_feelings_are_not_written_down() -> None:
    for name in ("resonanzrunde", "sharing", "blitzlicht", "stille_spiegeln"):
        assert {step.record for step in MODULES["de"][name].steps} == {Record.NONE}


def test_every_loop_is_at_hand() -> None:
    for method in METHODS["de"]:
        for step in method.steps:
            assert not step.loop or step.loop in MODULES["de"]


def test_solutions_never_come_before_the_presenter_was_heard() -> None:
    for method in METHODS["de"]:
        first = next(i for i, step in enumerate(method.steps) if Role.PRESENTER in step.speaks)
        written = next((i for i, step in enumerate(method.steps) if step.record is Record.LIST), len(method.steps))
        assert first < written, method.id
