"""The outgoing page, line by line."""

from reflect.domain.outgoing import OutgoingLine, lines, pages
from reflect.domain.release import Passage

PASSAGES = (Passage(heading="Szene", text="Eins.\n\nZwei."), Passage(heading="", text="Drei."))


def test_every_line_knows_where_it_stands() -> None:
    page = lines("Vorlage", PASSAGES, frozenset({(0, 2)}))
    assert page == (
        OutgoingLine("title", "Vorlage"),
        OutgoingLine("heading", "Szene", 0),
        OutgoingLine("text", "Eins.", 0, 0),
        OutgoingLine("text", "", 0, 1),
        OutgoingLine("text", "Zwei.", 0, 2, withdrawn=True),
        OutgoingLine("text", "Drei.", 1, 0),
    )
    assert [line.can_be_withdrawn for line in page] == [False, False, True, False, True, True]


def test_what_the_program_adds_is_shown_and_cannot_be_withdrawn() -> None:
    last = lines("Vorlage", PASSAGES, footer="Geprüft.")[-1]
    assert last == OutgoingLine("footer", "Geprüft.")
    assert not last.can_be_withdrawn


def test_a_heading_goes_with_the_last_of_its_words() -> None:
    page = lines("Vorlage", PASSAGES, frozenset({(0, 0), (0, 2)}))
    assert page[1].withdrawn


def test_a_page_is_46_rows_and_an_empty_text_is_one_page() -> None:
    assert pages(()) == 1
    assert pages(OutgoingLine("text", "x") for _ in range(46)) == 1
    assert pages(OutgoingLine("text", "x") for _ in range(47)) == 2
    assert pages(OutgoingLine("text", "x" * 89) for _ in range(24)) == 2
    assert pages(OutgoingLine("text", "x" * 89, withdrawn=True) for _ in range(24)) == 1
