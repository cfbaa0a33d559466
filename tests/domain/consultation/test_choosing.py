"""What is proposed: methods for a group, modules for a question, addresses for what does not belong here."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reflect.domain.consultation.finder import MODULES, Need, found
from reflect.domain.consultation.plan import holds
from reflect.domain.consultation.proposal import SUITS, Wish, proposals
from reflect.domain.consultation.sketch import Sketch, ordered
from reflect.domain.consultation.suitability import ADDRESSES, Address, Concern
from reflect.domain.protocol import Protocol, Step
from tests.domain.consultation.flows import method, six


def named(name: str, people: tuple[int, int] = (3, 8), minutes: int = 40) -> Protocol:
    return method((Step(id="a", title="A", minutes=minutes - 10), Step(id="b", title="B", minutes=10)), people, name)


@settings(deadline=None)
@given(st.integers(2, 20), st.integers(1, 200), st.sampled_from(Wish))
def test_everything_that_is_proposed_can_be_held(people: int, minutes: int, wish: Wish) -> None:
    at_hand = (six(), named("neun"), named("sfrt", minutes=30), named("eigenes", minutes=90))
    found_now = proposals(at_hand, people, minutes, wish)
    assert set(found_now) == {one for one in at_hand if holds(one, people, minutes)}


def test_the_wish_decides_among_those_that_fit_and_size_moves_down() -> None:
    at_hand = (named("sfrt"), named("neun"), named("hypothesen"), named("kurz", people=(9, 12)))
    order = {wish: [one.id for one in proposals(at_hand, 6, 40, wish)] for wish in Wish}
    assert order[Wish.IDEAS][0] == "neun"
    assert order[Wish.UNDERSTANDING][0] == "hypothesen"
    assert order[Wish.RELIEF][0] == "sfrt"
    assert {ids[-1] for ids in order.values()} == {"kurz"}
    assert all(SUITS.values())


def test_every_need_offers_its_first_module_first_and_own_modules_last() -> None:
    at_hand = [*(module for modules in MODULES.values() for module in modules), "unser-baustein"]
    pairs = found(at_hand)
    assert pairs[0] == (Need.DO, "ideen")
    assert pairs[-1] == (None, "unser-baustein")
    assert [module for _need, module in pairs].count("ideen") == 1
    assert {module for _need, module in pairs} == set(at_hand)
    assert found(["kopfstand"]) == [(Need.STUCK, "kopfstand")]


def test_every_concern_has_an_address_and_danger_comes_first() -> None:
    assert set(ADDRESSES) == set(Concern)
    assert next(iter(ADDRESSES.values())) is Address.PROTECTION


def test_sketches_are_ordered_by_urgency_then_hands_then_telling() -> None:
    lines = ("Jale: der Termin, der nie zustande kommt", "Tom", "Ines: Streit im Flur", " : ohne Namen")
    jale, tom, ines = (sketch for sketch in map(Sketch.read, lines) if sketch)
    assert (jale.who, jale.words, tom.words) == ("Jale", "der Termin, der nie zustande kommt", "")
    assert ordered((jale, tom.voted(), ines.pressing())) == (ines.pressing(), tom.voted(), jale)
    assert [jale.pressing().urgency, jale.pressing().pressing().pressing().urgency] == [2, 1]
