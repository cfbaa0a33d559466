"""An organisation's text is understood as it stands, in every shape it comes in."""

from datetime import date
from io import BytesIO

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflect.domain.fault import WrongUsage
from reflect.domain.leitbild import Leitbild, order
from reflect.library.manuscript.document import text_of
from reflect.library.manuscript.sections import understood
from tests.library.manuscript.text import TEXT, rendered

TODAY = date(2026, 3, 1)
WORDS = st.lists(st.text("abcdeäöüß", min_size=1, max_size=6), min_size=1, max_size=8).map(" ".join)
SENTENCE = WORDS.map(lambda words: f"Wir {words}.")
HEADING = WORDS.map(lambda words: f"Kapitel {words}")
SECTION = st.tuples(HEADING, st.lists(SENTENCE, max_size=2), st.lists(SENTENCE, min_size=1, max_size=12))
SECTIONS = st.lists(SECTION, min_size=1, max_size=6)


def read(content: bytes, suffix: str = ".txt") -> Leitbild:
    return understood(text_of(content, suffix), TODAY)


def words(found: Leitbild) -> list[str]:
    kept = [found.title, *found.preamble]
    for section in found.sections:
        kept += [f"{section.id}.", section.title, *section.text, *(one.text for one in section.statements)]
    return " ".join([*kept, *found.closing]).split()


def ids(found: Leitbild) -> list[str]:
    return [statement.id for statement in found.statements()]


def test_a_whole_text_is_understood() -> None:
    found = read(TEXT.encode())
    assert found.title == "Nachbarschaft Weidenau e.V. – Leitbild für die Beratung im Quartier"
    assert (found.version, found.date) == ("2021-03-03", date(2021, 3, 3))
    assert found.preamble[-1] == "Weidenau, 3. März 2021"
    assert [section.title for section in found.sections] == ["Wer wir sind", "Wie wir arbeiten"]
    assert found.sections[0].text == ("Wir sind ein kleiner Verein. Zu uns gehören",)
    assert ids(found) == ["1.1", "1.2", "2.1", "2.2", "2.3"]
    assert found.statement("2.1").text == "Zeit: Wir hören zu und fragen nach."
    assert found.closing == ("Danke an alle, die mitgeschrieben haben.",)
    assert words(found) == TEXT.lstrip("\ufeff").replace("•", " ").split()


@pytest.mark.parametrize("sign", ["-", "*", "–", "▪", "\uf0b7", "+"])
def test_any_sign_is_a_bullet(sign: str) -> None:
    assert read(TEXT.replace("•", sign).encode()) == read(TEXT.encode())


def test_the_bytes_of_an_older_editor_mean_the_same() -> None:
    older = TEXT.lstrip("\ufeff").replace("\n", "\r\n").encode("cp1252")
    assert read(older) == read(TEXT.encode())


@pytest.mark.parametrize(
    "text",
    [
        "Leitbild\n\n1. Ziele\n\n1. Wir helfen.\n2. Wir fragen.\n\n2. Werte\n\n1. Wir achten.\n",
        "Leitbild\n\n1. Ziele\n1.1 Wir helfen.\n1.2 Wir fragen.\n2. Werte\n2.1 Wir achten.\n",
        "Leitbild\n\nZiele\n\nWir helfen.\n\nWir fragen.\n\nWerte\n\nWir achten.\n",
        "# Leitbild\n\n## 1. Ziele\n\n- Wir **helfen**.\n- Wir fragen.\n\n## 2. Werte\n\n- Wir achten.\n",
        "# Leitbild\n\n## Ziele\n\n1. Wir helfen.\n2. Wir fragen.\n\n## Werte\n\n1. Wir achten.\n",
    ],
    ids=["numbered lists", "full numbers", "no bullets", "markdown", "markdown with numbers"],
)
def test_other_shapes_say_the_same(text: str) -> None:
    found = read(text.encode(), ".md")
    assert (found.title, found.version, found.date) == ("Leitbild", "2026-03-01", None)
    assert [section.title for section in found.sections] == ["Ziele", "Werte"]
    assert {one.id: one.text for one in found.statements()} == {
        "1.1": "Wir helfen.",
        "1.2": "Wir fragen.",
        "2.1": "Wir achten.",
    }


def test_a_word_document_is_read_by_its_styles() -> None:
    document, file = docx.Document(), BytesIO()
    document.add_heading("Leitbild", 0)
    document.add_paragraph("Stand: 03.03.2021")
    document.add_heading("Ziele", 1)
    document.add_paragraph("Wir helfen.", style="List Bullet")
    document.add_paragraph("Wir fragen.", style="List Bullet")
    document.save(file)
    found = read(file.getvalue(), ".docx")
    assert (found.title, found.version, ids(found)) == ("Leitbild", "2021-03-03", ["1.1", "1.2"])


def test_the_numbers_of_the_text_stay_where_each_statement_has_one() -> None:
    found = read(
        b"Leitbild\n\n1. Ziele\n1.1 Wir helfen.\n1.3 Wir fragen.\n1.3a Wir hoeren.\n2. Werte\n2.2 Wir achten.\n"
    )
    assert ids(found) == ["1.1", "1.3", "1.3a", "2.2"]
    doubled = read(b"Leitbild\n\n1. Ziele\n1.1 Wir helfen.\n1.1 Wir fragen.\n")
    assert ids(doubled) == ["1.1", "1.2"]


def test_the_real_shape_of_a_text_is_understood_to_the_last_word() -> None:
    sections = [
        ("Wer wir sind", ["Wir sind ein Verein. Dazu gehört"], [f"Aufgabe {at} im Kreis;" for at in range(4)]),
        ("Unsere Rolle", [], [f"im Verhältnis zu {at}: Wir stehen dazu. Wir gehen mit." for at in range(3)]),
        ("Ziele", [], [f"Ziel {at}" for at in range(3)]),
        (
            "Werte/Haltung, die uns leiten",
            [],
            [f"Wert {at}: Wir achten ihn (www.beispiel)." for at in range(5)],
        ),
        ("Merkmale unserer Arbeit", [], [f"Wir tun, was {at} verlangt, und prüfen es." for at in range(8)]),
    ]
    text = rendered("Verein Weidenau – Leitbild", ["Erste Vorrede.", "Zweite.", "Weidenau, 16. Mai 2018"], sections)
    for ending in ("\n", "\r\n"):
        for encoding in ("utf-8", "utf-8-sig", "cp1252", "utf-16"):
            found = read(text.replace("\n", ending).encode(encoding))
            assert (found.version, len(found.sections), len(ids(found))) == ("2018-05-16", 5, 23)
            assert (ids(found)[0], ids(found)[-1]) == ("1.1", "5.8")
            assert words(found) == text.replace("•", " ").split()


@pytest.mark.parametrize("sign", ["a)", "(1)", "(b)", "1)", "o  "])
def test_lettered_and_bracketed_lists_are_lists(sign: str) -> None:
    found = read(f"Leitbild\n\n1. Ziele\n\n{sign} Wir helfen z. B. beim Ankommen.\n{sign} Wir fragen.\n".encode())
    assert [one.text for one in found.statements()] == ["Wir helfen z. B. beim Ankommen.", "Wir fragen."]


def test_a_table_of_a_word_document_loses_no_word() -> None:
    document, file = docx.Document(), BytesIO()
    document.add_heading("Ziele", 1)
    table = document.add_table(rows=2, cols=2)
    for cell, said in zip(
        [cell for row in table.rows for cell in row.cells], ["Zeit", "haben", "Ort", ""], strict=True
    ):
        cell.text = said
    document.add_heading("Werte", 1)
    document.add_paragraph("Wir achten.", style="List Number")
    document.save(file)
    found = read(file.getvalue(), ".docx")
    assert {one.id: one.text for one in found.statements()} == {"1.1": "Zeit haben", "1.2": "Ort", "2.1": "Wir achten."}


@pytest.mark.parametrize(
    ("content", "suffix", "what"),
    [
        (b" \n\n", ".txt", "leitbild-empty"),
        (b"Wir helfen und fragen und achten alle.", ".txt", "leitbild-no-headings"),
        (b"# Leitbild\n\n## Ziele\n\n## Werte\n", ".md", "leitbild-no-statements"),
        (b"\0\1", ".txt", "leitbild-unreadable"),
        (b"\xff\xfe\x00\xd8", ".txt", "leitbild-unreadable"),
        (b"no word file", ".docx", "leitbild-unreadable"),
        (b"%PDF", ".pdf", "leitbild-format"),
    ],
)
def test_what_cannot_be_understood_is_refused_by_its_reason(content: bytes, suffix: str, what: str) -> None:
    with pytest.raises(WrongUsage) as refused:
        read(content, suffix)
    assert refused.value.what == what


@given(preamble=st.lists(SENTENCE, max_size=3), sections=SECTIONS)
def test_no_word_is_lost_and_ids_are_unique_and_in_order(
    preamble: list[str], sections: list[tuple[str, list[str], list[str]]]
) -> None:
    text = rendered("Unser Leitbild", preamble, sections)
    found = read(text.encode())
    assert words(found) == text.replace("•", " ").split()
    assert len(set(ids(found))) == len(ids(found))
    assert ids(found) == order(ids(found))


@given(preamble=st.lists(SENTENCE, max_size=3), sections=SECTIONS)
def test_what_was_understood_is_understood_again(
    preamble: list[str], sections: list[tuple[str, list[str], list[str]]]
) -> None:
    found = read(rendered("Unser Leitbild", preamble, sections).encode())
    again = [(one.title, list(one.text), [each.text for each in one.statements]) for one in found.sections]
    assert read(rendered(found.title, list(found.preamble), again).encode()) == found
