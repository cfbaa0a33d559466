"""Every shipped protocol can be printed and used on paper, in both languages."""

import pytest

from reflect import language
from reflect.cli.printout import COLUMNS, LINES, SIDES, printout
from reflect.domain.contact import Contact
from reflect.domain.protocol import Protocol, QuestionType, Share
from reflect.library.catalogue import Catalogue
from tests.cli.world import Home

CATALOGUE = Catalogue()
SHIPPED = [CATALOGUE.load(row.id, spoken) for spoken in ("de", "en") for row in CATALOGUE.protocols(spoken)]
OWN = Contact(name="Bereitschaft", number="0151 0000001", hours="immer")


TWO_SHEETS = {"einarbeitung", "selbsteinschaetzung"}
"""A plan for ninety days, and statements that are asked over three months."""

MANY = (
    OWN,
    Contact(name="Insoweit erfahrene Fachkraft, über die Leitung", number="0151 0000002", hours="werktags"),
    Contact(name="Jugendamt, Bereitschaftsdienst", number="0151 0000003", hours="immer"),
    Contact(name="Krisendienst für Kinder und Jugendliche", number="0151 0000004", hours="nachts"),
)


def lines_of(protocol: Protocol, contacts: tuple[Contact, ...] = ()) -> list[str]:
    """Both sides as they lie below each other."""
    return [line for side in printout(protocol, contacts) for line in side]


def one_line(lines: list[str]) -> str:
    return " ".join(" ".join(lines).split())


@pytest.mark.parametrize("protocol", SHIPPED, ids=lambda one: f"{one.language}-{one.id}")
def test_the_sheet_holds_everything_a_person_needs(protocol: Protocol) -> None:
    language.use(protocol.language)
    try:
        lines = lines_of(protocol, (OWN,))
    finally:
        language.use("de")
    assert max(map(len, lines)) <= COLUMNS
    assert not any(line != line.rstrip() for line in lines)
    text = one_line(lines)
    for step in protocol.steps:
        assert step.title in text
        for sentence in (*step.guidance, *step.read_aloud):
            assert sentence in text
        for question in step.questions:
            asked = text.index(question.text)
            assert question.help in text[asked:]
            for option in question.options:
                assert text.count(f"{option}") >= 1
            for label in (*question.rows, *question.columns):
                assert label.text in text[asked:]
    stops = [one for one in protocol.steps if one.stop] + [one for one in protocol.questions() if one.stop]
    assert text.count("0151 0000001 Bereitschaft immer") == len(stops)


@pytest.mark.parametrize("protocol", SHIPPED, ids=lambda one: f"{one.language}-{one.id}")
@pytest.mark.parametrize("contacts", [(), (OWN,), MANY], ids=["public", "own", "many"])
def test_it_is_one_sheet_with_a_front_and_at_most_a_back(protocol: Protocol, contacts: tuple[Contact, ...]) -> None:
    language.use(protocol.language)
    try:
        sides = printout(protocol, contacts)
    finally:
        language.use("de")
    assert len(sides) <= SIDES * (2 if protocol.id in TWO_SHEETS else 1)
    for side in sides:
        assert len(side) <= LINES
        assert side[0], "a side begins with words"
    assert max(len(line) for side in sides for line in side) <= COLUMNS


@pytest.mark.parametrize("protocol", [one for one in SHIPPED if one.language == "de"], ids=lambda one: one.id)
def test_a_question_and_its_room_stay_on_one_side(protocol: Protocol) -> None:
    for side in printout(protocol):
        asked = [question for question in protocol.questions() if f" {question.text[:24]}" in " ".join(side)]
        for question in asked:
            after = side[next(at for at, line in enumerate(side) if question.text[:24] in line) :]
            assert any("___" in line or "[ ] " in line or "( ) " in line for line in after[:12]), question.id


def test_a_protocol_too_long_for_a_sheet_goes_on_and_loses_nothing() -> None:
    question = CATALOGUE.load("rueckblick", "de").steps[0].questions[0]
    many = tuple(question.model_copy(update={"id": f"q{n}", "text": f"Frage {n}?"}) for n in range(120))
    long = CATALOGUE.load("rueckblick", "de")
    long = long.model_copy(update={"steps": (long.steps[0].model_copy(update={"questions": many}),)})
    sides = printout(long)
    assert len(sides) > SIDES
    assert all(len(side) <= LINES for side in sides)
    text = one_line([line for side in sides for line in side])
    assert all(f"{n + 1}. Frage {n}?" in " ".join(text.split()) for n in range(120))


@pytest.mark.parametrize("kind", QuestionType)
def test_each_type_leaves_room_to_write_or_to_tick(kind: QuestionType) -> None:
    asked = [(one, protocol) for protocol in SHIPPED for one in protocol.questions() if one.type is kind]
    assert asked or kind is QuestionType.SCALE
    for question, protocol in asked:
        lines = lines_of(protocol)
        first = next(at for at, line in enumerate(lines) if question.text[:30] in line)
        room = "\n".join(lines[first : first + 16])
        assert "___" in room or "[ ] " in room or "( ) " in room


def test_what_stays_with_the_writer_says_so() -> None:
    private = CATALOGUE.load("naehe-und-distanz", "de")
    kept = sum(question.share is Share.NEVER for question in private.questions())
    assert one_line(lines_of(private)).count("(bleibt bei dir)") == kept > 0


@pytest.mark.parametrize(("spoken", "words"), [("de", "für eine Person"), ("en", "for one person")])
def test_the_command_prints_it(home: Home, spoken: str, words: str) -> None:
    done = home.reflect("--lang", spoken, "prompts", "show", "rueckblick")
    assert done.code == 0
    assert words in done.out
    assert done.out.startswith(CATALOGUE.load("rueckblick", spoken).title)
    assert done.out.count("\f") == 1, "the back begins on a side of its own"
    assert "rueckblick.md" in done.err, "which file it is"
    assert "/" not in done.out, "no path on the sheet"
