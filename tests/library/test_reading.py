"""Reading protocols: from Markdown to the nouns."""

from pathlib import Path

import pytest

from reflect.domain.audience import Audience
from reflect.domain.protocol import Protocol, ProtocolKind, QuestionType, Record, Role, Share, StopKind
from reflect.library.reader import read

WHOLE = """---
id: probe
kind: consultation
version: 3
title: Probe
summary: Für die Prüfung.
minutes: 20
people: 4-9
roles: [presenter, advisors]
principles: ["4.5", "5.10"]
---
# Probe

Wozu das
gut ist.

{#erzaehlen minutes="10" speaks="presenter" silent="advisors facilitator" record="key" round="true" stop="violence"}
## Erzählen

Was hier *geschieht*.

> Der Satz,
> der vorgelesen wird.

{#frage type="line" required="true" share="offer" for="team individual" principles="4.5 5.1"}
- Was ist deine Frage?

  Ein Satz reicht.

{#stufe type="scale"}
- Wie oft?
  1. nie
  2. immer

{#waehlen type="choices"}
- Was davon?
  - Luft
  - Wasser

{#feld type="grid" share="offer"}
- Was war?

  {#ich share="never"}
  - Ich

  {#andere}
  - Andere

  1. getan
  2. gedacht

{#nochmal back="erzaehlen" optional="true" together="true"}
## Noch einmal
"""


@pytest.fixture(scope="module")
def protocol() -> Protocol:
    reading = read(WHOLE, Path("probe.md"), "de")
    assert reading.flaws == ()
    assert reading.protocol is not None
    return reading.protocol


def test_front_matter_stays_text_until_the_nouns_convert_it(protocol: Protocol) -> None:
    assert protocol.principles == ("4.5", "5.10")
    assert (protocol.kind, protocol.version, protocol.minutes) == (ProtocolKind.CONSULTATION, 3, 20)
    assert (protocol.people, protocol.roles) == ((4, 9), (Role.PRESENTER, Role.ADVISORS))
    assert protocol.language == "de"


def test_paragraphs_are_one_line_without_marks(protocol: Protocol) -> None:
    assert protocol.intro == ("Wozu das gut ist.",)
    assert protocol.steps[0].guidance == ("Was hier geschieht.",)
    assert protocol.steps[0].read_aloud == ("Der Satz, der vorgelesen wird.",)


def test_a_step_knows_who_speaks_and_what_stops(protocol: Protocol) -> None:
    step = protocol.steps[0]
    assert (step.id, step.title, step.minutes) == ("erzaehlen", "Erzählen", 10)
    assert (step.speaks, step.silent) == ((Role.PRESENTER,), (Role.ADVISORS, Role.FACILITATOR))
    assert (step.record, step.round, step.stop) == (Record.KEY, True, StopKind.VIOLENCE)
    assert (protocol.steps[1].back, protocol.steps[1].optional, protocol.steps[1].together) == ("erzaehlen", True, True)


def test_a_question_carries_its_attributes_and_help(protocol: Protocol) -> None:
    question = protocol.question("frage")
    assert (question.type, question.required, question.share) == (QuestionType.LINE, True, Share.OFFER)
    assert (question.audiences, question.principles) == ((Audience.TEAM, Audience.INDIVIDUAL), ("4.5", "5.1"))
    assert (question.text, question.help) == ("Was ist deine Frage?", "Ein Satz reicht.")


def test_anchors_are_numbered_and_choices_are_not(protocol: Protocol) -> None:
    assert protocol.question("stufe").options == ("nie", "immer")
    assert protocol.question("waehlen").options == ("Luft", "Wasser")


def test_a_grid_has_columns_and_rows_with_a_share_each(protocol: Protocol) -> None:
    grid = protocol.question("feld")
    assert [(label.id, label.share) for label in grid.columns] == [("ich", Share.NEVER), ("andere", Share.OFFER)]
    assert [(label.id, label.text) for label in grid.rows] == [("1", "getan"), ("2", "gedacht")]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ('{#belastung type="text" share="offer"}', "Wie viel ist das?"),
        ('{#frei type="text" share="offer"}', "Wie schläfst du zurzeit, und was macht dein Schlaf?"),
        ('{#frei type="text" share="ask"}', "How is your health?"),
    ],
)
def test_strain_of_the_writer_is_never_shared_whatever_the_file_says(line: str, text: str) -> None:
    whole = WHOLE.replace('{#stufe type="scale"}\n- Wie oft?\n  1. nie\n  2. immer', f"{line}\n- {text}")
    reading = read(whole, Path("probe.md"), "de")
    assert [(flaw.what, flaw.line) for flaw in reading.flaws] == [("strain-shared", 30)]


STRAIN = "  - {}\n  - nichts davon"
GRID = "  {{#{}{}}}\n  - {}\n\n  {{#eins}}\n  1. am Morgen"


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        (
            '{#auswahl type="choices" share="offer"}\n- Was trifft auf dich zu?\n'
            + STRAIN.format("schlecht geschlafen"),
            1,
        ),
        ('{#auswahl type="choice" share="ask"}\n- Was stimmt?\n' + STRAIN.format("ich bin erschöpft"), 1),
        ('{#raster type="grid" share="offer"}\n- Was war?\n\n' + GRID.format("schlaf", "", "Stunden"), 1),
        ('{#raster type="grid" share="offer"}\n- Was war?\n\n' + GRID.format("a", "", "wie ich schlafe"), 1),
        ('{#raster type="grid" share="offer"}\n- Was war?\n\n' + GRID.format("a", ' share="offer"', "meine Kräfte"), 1),
        ('{#hilfe-frage type="text" share="offer"}\n- Was ist los?\n\n  Wie geht es dir heute?', 1),
        ('{#raster type="grid" share="offer"}\n- Was war?\n\n' + GRID.format("schlaf", ' share="never"', "Stunden"), 0),
    ],
    ids=["choices", "choice", "column-id", "column-text", "column-share", "help", "column-kept-back"],
)
def test_no_corner_of_a_question_makes_strain_exportable(question: str, asked: int) -> None:
    whole = WHOLE.replace('{#stufe type="scale"}\n- Wie oft?\n  1. nie\n  2. immer', question)
    assert whole != WHOLE
    reading = read(whole, Path("probe.md"), "de")
    assert [flaw.what for flaw in reading.flaws] == ["strain-shared"] * asked
    silent = whole.replace(' share="offer"', "").replace(' share="ask"', "")
    found = read(silent, Path("probe.md"), "de").protocol
    assert found is not None
    strained = next(one for one in found.questions() if one.id in {"auswahl", "raster", "hilfe-frage"})
    assert (strained.share is Share.NEVER) is bool(asked)


@pytest.mark.parametrize("heading", ["{#belastung}\n## Stufe", "{#mitte}\n## Wie geht es dir?"])
def test_a_step_about_the_writer_shares_nothing(heading: str) -> None:
    step = f'{heading}\n\n{{#grad type="scale" share="offer"}}\n- Welche?\n  1. kaum\n  2. sehr\n'
    assert [flaw.what for flaw in read(WHOLE + "\n" + step, Path("probe.md"), "de").flaws] == ["strain-shared"]


def test_strain_is_never_even_where_the_file_is_silent() -> None:
    whole = WHOLE.replace('{#stufe type="scale"}', '{#belastung type="scale"}')
    reading = read(whole, Path("probe.md"), "de")
    assert reading.protocol is not None
    assert reading.protocol.question("belastung").share is Share.NEVER


def test_resonance_reaches_individual_supervision_only_and_after_asking() -> None:
    whole = WHOLE.replace('{#stufe type="scale"}', '{#resonanz type="scale" share="offer" for="team"}')
    reading = read(whole, Path("probe.md"), "de")
    assert reading.protocol is not None
    question = reading.protocol.question("resonanz")
    assert (question.share, question.audiences) == (Share.ASK, (Audience.INDIVIDUAL,))
