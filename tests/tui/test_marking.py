"""Breaking a marked text into rows."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reflect.domain.mention import mentions
from reflect.tui.widgets.marking import Run, pieces, rows
from tests.domain.reviews import review


def words(broken: list[list[Run]]) -> list[str]:
    return ["".join(run.text for run in row) for row in broken]


def test_rows_break_at_spaces_and_a_long_word_is_cut() -> None:
    runs = [Run("Mit "), Run("■", "a", "sign"), Run("Klientin A", "a", "words"), Run(" war ich abcdefghijklm.\n\nDa.")]
    assert words(rows(runs, 10)) == ["Mit", "■Klientin", "A war ich", "abcdefghij", "klm.", "", "Da."]


def test_a_mark_goes_on_in_the_next_row() -> None:
    broken = rows([Run("Am "), Run("■", "d", "sign"), Run("in der Woche", "d", "words"), Run(".")], 10)
    assert [[run.mention for run in row] for row in broken] == [["", "d", "d"], ["d", ""]]


@given(st.text(alphabet="ab ä中\n", max_size=60), st.integers(2, 12))
def test_no_letter_is_lost_and_no_row_is_too_wide(text: str, width: int) -> None:
    broken = words(rows([Run(text)], width))
    assert "".join("".join(broken).split()) == "".join(text.split())
    assert all(cell_len(row.rstrip(" ")) <= width for row in broken)


def test_a_passage_is_parted_from_the_next_and_from_its_heading() -> None:
    talk = review()
    text = "".join(run.text for run in pieces(talk, mentions(talk)))
    assert text.startswith("Was war?\nMit ?Rahel")
    assert "\n?Rahel ist ~34" in text
