"""Big words: sized as the wall needs them, never cut."""

from reflect.tui.widgets import letters


def test_the_word_that_matters_most_has_its_three_sizes() -> None:
    small = letters.small("SCHWEIGT", 45)
    assert small is not None
    assert [len(row) for row in small] == [45] * 4
    assert sum(any(cell != " " for cell in row) for row in small) == 4
    assert [len(row) for row in letters.large("SCHWEIGT", 100) or []] == [90] * 6
    assert [len(row) for row in letters.large("SCHWEIGT", 104) or []] == [104] * 6


def test_what_does_not_fit_is_not_drawn() -> None:
    assert letters.small("SCHWEIGT", 44) is None
    assert letters.large("SCHWEIGT", 89) is None
    assert letters.small("Zoë", 40) is None
    assert letters.small("", 40) is None


def test_every_letter_is_six_rows_of_one_width() -> None:
    for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ0123456789":
        rows = letters.large(letter, 40)
        assert rows is not None, letter
        assert len(rows) == letters.ROWS
        assert len({len(row) for row in rows}) == 1, letter
    assert letters.small("ß", 40) == letters.small("SS", 40)


def test_the_small_word_looks_as_it_was_drawn() -> None:
    assert letters.small("SI", 10) == ["▄▄▄▄▄ ▄", "█▄▄▄▄ █", "    █ █", "▀▀▀▀▀ ▀"]
