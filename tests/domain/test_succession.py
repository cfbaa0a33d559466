"""Ids stay while numbers move, and every statement of two versions is accounted for."""

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reflect.domain.leitbild import Leitbild, Section, Statement
from reflect.domain.resemblance import Measure, continuations, counterparts
from reflect.domain.succession import Change, Link, Ties, identified, preceding, traced, transitions, unsettled

WORDS = st.sampled_from(["zeit", "ort", "weg", "ziel", "haus", "kind", "frau", "mann", "brief", "amt"])
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=7, unique=True)


def version(name: str, texts: Sequence[str]) -> Leitbild:
    statements = tuple(Statement(id=f"1.{at}", text=text) for at, text in enumerate(texts, 1))
    return Leitbild(title="Weidenau", version=name, sections=(Section(id="1", title="Wir", statements=statements),))


def common(one: str, other: str) -> float:
    """A measure of our own: the share of words both have."""
    left, right = set(one.split()), set(other.split())
    return 100 * len(left & right) / len(left | right)


def inside(one: str, other: str) -> float:
    left, right = set(one.split()), set(other.split())
    return 100 * len(left & right) / min(len(left), len(right))


MEASURE = Measure(common, inside)


def proposed(before: Leitbild, after: Leitbild) -> Ties:
    found = continuations(before, after, MEASURE)
    links = tuple(Link(number=number, continues=continues) for number, continues in found.items())
    return Ties(before=before.version, links=links)


@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_ids_are_unique_in_every_version_and_numbers_are_those_of_the_text(texts: list[list[str]]) -> None:
    versions = [version(str(year), one) for year, one in enumerate(texts, 2020)]
    ties = [Ties(), *(proposed(before, after) for before, after in pairwise(versions))]
    for plain, found in zip(versions, identified(list(zip(versions, ties, strict=True))), strict=True):
        ids = [one.id for one in found.statements()]
        assert len(set(ids)) == len(ids)
        assert [one.label for one in found.statements()] == [one.id for one in plain.statements()]
        assert [one.text for one in found.statements()] == [one.text for one in plain.statements()]


@given(TEXTS, st.randoms(use_true_random=False))
def test_the_same_words_keep_their_id_wherever_they_stand(texts: list[str], random: object) -> None:
    mixed = list(texts)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    before, after = version("2020", texts), version("2021", mixed)
    links = tuple(Link(number=f"1.{at}", continues=(f"1.{texts.index(text) + 1}",)) for at, text in enumerate(mixed, 1))
    old, new = identified([(before, Ties()), (after, Ties(before="2020", links=links))])
    assert {one.text: one.id for one in old.statements()} == {one.text: one.id for one in new.statements()}
    origins = {link.number: link.continues for link in links}
    assert {one.change for one in transitions(before, after, origins)} <= {Change.SAME, Change.MOVED}


@given(TEXTS, TEXTS)
def test_no_statement_is_left_out_of_a_comparison(one: list[str], other: list[str]) -> None:
    before, after = version("2020", one), version("2021", other)
    found = transitions(before, after, continuations(before, after, MEASURE))
    assert [line.after.id for line in found if line.after] == [line.id for line in after.statements()]
    assert {line.id for change in found for line in change.before} == {line.id for line in before.statements()}
    assert all((line.after is None) == (line.change is Change.DROPPED) for line in found)


def test_each_kind_of_change_is_recognised() -> None:
    before = version("2020", ["a b c d", "e f g h", "i k l m", "n o", "p q", "r s t u", "v w x y"])
    after = version("2021", ["neu hier", "a b c d", "e f", "g h", "i k l n", "n o p q", "r s t u"])
    found = {
        line.after.id if line.after else f"-{line.before[0].id}": (line.change, [one.id for one in line.before])
        for line in transitions(before, after, continuations(before, after, Measure(common, inside)))
    }
    assert found == {
        "1.1": (Change.NEW, []),
        "1.2": (Change.MOVED, ["1.1"]),
        "1.3": (Change.SPLIT, ["1.2"]),
        "1.4": (Change.SPLIT, ["1.2"]),
        "1.5": (Change.REWORDED, ["1.3"]),
        "1.6": (Change.MERGED, ["1.4", "1.5"]),
        "1.7": (Change.MOVED, ["1.6"]),
        "-1.7": (Change.DROPPED, ["1.7"]),
    }


def test_a_new_statement_never_takes_an_id_that_another_had() -> None:
    first = version("2020", ["a", "b"])
    second = version("2021", ["b"])
    third = version("2022", ["b", "c"])
    ties = Ties(before="2020", links=(Link(number="1.1", continues=("1.2",)),))
    last = Ties(before="2021", links=(Link(number="1.1", continues=("1.1",)),))
    found = identified([(first, Ties()), (second, ties), (third, last)])
    assert [one.id for one in found[2].statements()] == ["1.2", "1.2-2"]
    assert traced([(first, Ties()), (second, ties), (third, last)]) == {"1.1": ("1.2",), "1.2": ()}


def test_an_equal_number_helps_where_the_words_are_few() -> None:
    own, shipped = version("2020", ["haus amt", "ort weg"]), version("1", ["haus ziel", "ort zeit"])
    assert counterparts(own, shipped, Measure(common, lambda one, other: inside(one, other) - 5)) == {
        "1.1": ("1.1",),
        "1.2": ("1.2",),
    }


def test_what_was_settled_is_known() -> None:
    whole = version("2020", ["a", "b"])
    ties = Ties().settled(Link(number="1.1")).settled(Link(number="1.1", counterparts=("5.4",)))
    assert [one.id for one in unsettled(whole, ties)] == ["1.2"]
    assert ties.link("1.1") == Link(number="1.1", counterparts=("5.4",))
    assert preceding(["2018", "2020", "2024"], "2020") == "2018"
    assert preceding(["2020"], "2020") == ""
