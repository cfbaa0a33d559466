"""The course: one line for each statement, and two wordings never in one piece of it."""

from hypothesis import given
from hypothesis import strategies as st

from reflect.domain.assessment.course import Column, columns, lines, never_up
from reflect.domain.assessment.mark import Mark
from reflect.domain.assessment.month import Month
from reflect.domain.assessment.rating import Rating, Wording

OLD, NEW = Wording(version="1", text="Wir reden nicht von oben herab."), Wording(version="2", text="Wir fragen zuerst.")
AGAIN = Wording(version="2", text="Wir reden  nicht von oben herab.")


def month(name: str, mark: str, wording: Wording = OLD, statement: str = "5.4c") -> Month:
    rating = Rating(statement=statement, wording=wording, mark=Mark(mark))
    return Month(month=name, planned=(statement,), ratings={statement: rating})


def test_a_line_breaks_where_the_wording_changed_and_only_there() -> None:
    found = lines([month("2026-04", "2"), month("2026-05", "3", AGAIN), month("2026-09", "4", NEW)])
    assert [[point.month for point in piece.points] for piece in found[0].pieces] == [
        ["2026-04", "2026-05"],
        ["2026-09"],
    ]
    assert found[0].breaks == {"2026-09"}
    assert columns(found) == (
        Column("2026-04"),
        Column("2026-05"),
        Column("2026-09", is_break=True),
        Column("2026-09"),
    )


def test_a_jump_of_two_levels_is_seen_across_exits_but_not_across_wordings() -> None:
    plain = lines([month("2026-04", "2"), month("2026-05", "G"), month("2026-06", "4")])[0]
    jump = plain.jump("2026-06")
    assert jump is not None
    assert (jump.before.month, jump.after.month) == ("2026-04", "2026-06")
    assert plain.jump("2026-05") is None
    assert lines([month("2026-04", "2"), month("2026-06", "4", NEW)])[0].jump("2026-06") is None
    assert lines([month("2026-04", "2"), month("2026-06", "3")])[0].jump("2026-06") is None


def test_what_never_came_up_is_told_apart_from_what_had_no_occasion() -> None:
    found = lines([month("2026-04", "G"), month("2026-05", "3", statement="5.5")])
    assert never_up(["5.3b", "5.4c", "5.5"], found) == (("5.3b",), ("5.4c",))


def test_a_rating_taken_back_leaves_no_point() -> None:
    this = month("2026-04", "2")
    this.rate(this.ratings["5.4c"].model_copy(update={"mark": None}))
    assert this.is_empty
    assert lines([this]) == ()


wordings = st.builds(Wording, version=st.sampled_from("123"), text=st.sampled_from(["a b", "a  b", "c", "d"]))
said = st.tuples(st.sampled_from(list(Mark)), wordings, st.sampled_from(["2.1a", "5.4c"]))


@given(st.lists(st.lists(said, max_size=2), max_size=12))
def test_versions_never_mix_in_one_piece(told: list[list[tuple[Mark, Wording, str]]]) -> None:
    months = []
    for number, ratings in enumerate(told):
        this = Month(month=f"20{10 + number}-01")
        for mark, wording, statement in ratings:
            this.rate(Rating(statement=statement, wording=wording, mark=mark))
        months.append(this)
    for line in lines(months):
        for piece in line.pieces:
            assert len({" ".join(point.rating.wording.text.split()) for point in piece.points}) == 1
        for before, after in zip(line.pieces, line.pieces[1:], strict=False):
            assert not before.wording.is_same(after.wording)
            assert before.points[-1].month < after.points[0].month
        for point in line.points:
            jump = line.jump(point.month)
            assert jump is None or jump.before.rating.wording.is_same(jump.after.rating.wording)
    kept = sum(len(this.marked) for this in months)
    assert sum(len(line.points) for line in lines(months)) == kept
