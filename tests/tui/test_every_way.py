"""Whatever way somebody takes through a protocol: the screen, the lines and the answers store the same."""

from pathlib import Path

import pytest

from reflect.domain.protocol import QuestionType
from reflect.library.catalogue import Catalogue
from reflect.workflows import answering
from reflect.workflows.repertoire import WRITTEN
from tests.tui.desk import sitting_in
from tests.tui.ways import Move, Plan, stored, walk_by_line, walk_on_screen

pytestmark = pytest.mark.long

CATALOGUE = Catalogue()
SHIPPED = [row.id for row in CATALOGUE.protocols("de") if row.kind in WRITTEN]
MOVES = tuple(Move)
SOME = ["nach-belastendem-ereignis", "abwaegung-begleitung", "kollegiale-beratung-vorbereiten", "entwicklungsziel"]
"""Between them every type of question, stops, pages with several questions and optional steps."""


def turned(turn: int) -> Plan:
    """One of four plans; over all four each question is answered, left out, looked back from and left once.

    The first question that says something is never left before, since nobody can come back to nothing. The last plan
    declines what is optional.
    """
    return Plan(lambda place: MOVES[(place + turn) % len(MOVES)], wants_more=turn != len(MOVES) - 1)


async def same(folder: Path, protocol_id: str, plan: Plan) -> None:
    """Walk twice and compare; then once more from the answers alone."""
    for name in ("screen", "line", "answers"):
        (folder / name).mkdir()
    on_screen = await walk_on_screen(folder / "screen", protocol_id, plan)
    by_line = walk_by_line(folder / "line", protocol_id, plan)
    if on_screen is None or by_line is None:
        assert on_screen is by_line, "where nothing is said, nothing is kept"
        return
    seen = stored(on_screen)
    assert seen == stored(by_line)
    _around, sitting = sitting_in(folder / "answers")
    offered = {one.id for step in CATALOGUE.load(protocol_id, "de").steps if step.optional for one in step.questions}
    given = stored(answering.write(sitting, protocol_id, seen["answers"]))
    seen["skipped"] = [question for question in seen["skipped"] if question not in offered]
    assert given == seen, "answers cannot tell whether an offer was declined or left out"


def test_the_few_hold_every_type_of_question() -> None:
    types = {one.type for name in SOME for one in CATALOGUE.load(name, "de").questions()}
    assert types == set(QuestionType) - {QuestionType.SIGNED}, "a task is signed beside the way, not on it"


@pytest.mark.parametrize("protocol_id", SOME)
async def test_a_mixed_way_stores_the_same_everywhere(tmp_path: Path, protocol_id: str) -> None:
    await same(tmp_path, protocol_id, turned(SOME.index(protocol_id)))


@pytest.mark.long
@pytest.mark.parametrize("turn", range(len(MOVES)))
@pytest.mark.parametrize("protocol_id", SHIPPED)
async def test_every_way_through_every_protocol_stores_the_same(tmp_path: Path, protocol_id: str, turn: int) -> None:
    await same(tmp_path, protocol_id, turned(turn))
