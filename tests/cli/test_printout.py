"""Every shipped protocol can be printed and used on paper, in both languages."""

import pytest

from reflect import language
from reflect.cli.printout import COLUMNS, printout
from reflect.domain.contact import Contact
from reflect.domain.protocol import Protocol, QuestionType, Share
from reflect.library.catalogue import Catalogue
from tests.cli.world import Home

CATALOGUE = Catalogue()
SHIPPED = [CATALOGUE.load(row.id, spoken) for spoken in ("de", "en") for row in CATALOGUE.protocols(spoken)]
OWN = Contact(name="Bereitschaft", number="0151 0000001", hours="immer")


def one_line(lines: list[str]) -> str:
    return " ".join(" ".join(lines).split())


@pytest.mark.parametrize("protocol", SHIPPED, ids=lambda one: f"{one.language}-{one.id}")
def test_the_sheet_holds_everything_a_person_needs(protocol: Protocol) -> None:
    language.use(protocol.language)
    try:
        lines = printout(protocol, (OWN,))
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


@pytest.mark.parametrize("kind", QuestionType)
def test_each_type_leaves_room_to_write_or_to_tick(kind: QuestionType) -> None:
    asked = [(one, protocol) for protocol in SHIPPED for one in protocol.questions() if one.type is kind]
    assert asked or kind is QuestionType.SCALE
    for question, protocol in asked:
        lines = printout(protocol)
        first = next(at for at, line in enumerate(lines) if question.text[:30] in line)
        room = "\n".join(lines[first : first + 16])
        assert "___" in room or "[ ] " in room or "( ) " in room


def test_what_stays_with_the_writer_says_so() -> None:
    private = CATALOGUE.load("naehe-und-distanz", "de")
    kept = sum(question.share is Share.NEVER for question in private.questions())
    assert one_line(printout(private)).count("(bleibt bei dir)") == kept > 0


@pytest.mark.parametrize(("spoken", "words"), [("de", "für eine Person"), ("en", "for one person")])
def test_the_command_prints_it(home: Home, spoken: str, words: str) -> None:
    done = home.reflect("--lang", spoken, "prompts", "show", "rueckblick")
    assert done.code == 0
    assert words in done.out
    assert done.out.startswith(CATALOGUE.load("rueckblick", spoken).title)
    assert "rueckblick.md" in done.err, "which file it is"
    assert "/" not in done.out, "no path on the sheet"
