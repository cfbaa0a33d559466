"""What a review teaches a case."""

from reflect.domain.decision import Action, Decision
from reflect.domain.finding import Kind
from reflect.domain.learning import learned
from reflect.domain.registry import KnownName, Registry
from tests.domain.reviews import review


def decided(surface: str, decision: Decision, registry: Registry | None = None) -> Registry:
    done = review()
    done.decide(next(one.id for one in done.findings if one.surface == surface), decision)
    return learned(registry or Registry(), done)


def test_a_replaced_name_is_known_from_then_on_with_its_role() -> None:
    taught = decided("Selam", Decision(action=Action.REPLACE, text="Tante von A"))
    assert taught.names == (KnownName(surface="Selam", kind=Kind.PERSON, role="Tante von"),)


def test_days_and_ages_are_no_names() -> None:
    assert decided("am 12. Dezember", Decision(action=Action.REPLACE)).names == ()
    assert decided("34", Decision(action=Action.GENERALISE, text="Mitte 30")).names == ()


def test_a_kept_word_teaches_nothing_unless_it_always_stays() -> None:
    assert decided("Selam", Decision(action=Action.KEEP)) == Registry()
    assert decided("Selam", Decision(action=Action.ALWAYS_KEEP)).keep == ("Selam",)


def test_a_second_name_shares_the_person() -> None:
    done = review()
    rahel, selam = (next(one for one in done.findings if one.surface == name) for name in ("Rahel", "Selam"))
    known = Registry(names=(KnownName(surface="Rahel", role="Klientin", gender="f"),))
    done.decide(selam.id, Decision(action=Action.SAME_AS, same_as=rahel.id))
    names = {name.surface: name for name in learned(known, done).names}
    assert names["Selam"].entity == names["Rahel"].entity == "rahel"
    assert names["Selam"].role == "Klientin"


def test_a_known_name_keeps_its_role_unless_another_was_chosen() -> None:
    known = Registry(names=(KnownName(surface="Selam", role="Schwester von"),))
    assert decided("Selam", Decision(action=Action.REPLACE), known) == known
    changed = decided("Selam", Decision(action=Action.REPLACE, text="Mutter von A"), known)
    assert changed.names[0].role == "Mutter von"
