"""An organisation's own file wins over a shipped one, but it makes nobody's strain or health exportable."""

import re
from pathlib import Path

import pytest

from reflect.domain.audience import Audience
from reflect.domain.entry import Entry
from reflect.library.catalogue import Catalogue
from reflect.library.flaw import Unreadable
from reflect.workflows.answering import write
from reflect.workflows.choosing import candidates
from reflect.workflows.opening import create_vault
from reflect.workflows.surroundings import Surroundings

STRAINED = ("ueberlastung", "abschiebung-im-haus", "nach-belastendem-ereignis", "mitarbeitergespraech")
SECRET = "vier blaue Tassen am Fenster"


def put(surroundings: Surroundings, protocol_id: str, text: str, kind: str = "reflection") -> None:
    """Lay a file where the organisation's protocols are."""
    path = surroundings.places.organisation / "prompts/de" / kind / f"{protocol_id}.md"
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")


def shipped(protocol_id: str) -> tuple[str, Path]:
    path = Catalogue().origin(protocol_id, "de")
    return path.read_text("utf-8"), path


@pytest.mark.parametrize("protocol_id", STRAINED)
@pytest.mark.parametrize("as_id", ["", "rueckmeldung"], ids=["same-id", "other-id"])
def test_a_file_that_offers_strain_is_not_used_at_all(surroundings: Surroundings, protocol_id: str, as_id: str) -> None:
    text, path = shipped(protocol_id)
    name = as_id or protocol_id
    offered = text.replace(f"id: {protocol_id}", f"id: {name}", 1).replace('share="never"', 'share="offer"')
    put(surroundings, name, offered, path.parent.name)
    with pytest.raises(Unreadable):
        surroundings.catalogue.load(name, "de")


@pytest.mark.parametrize("protocol_id", STRAINED)
def test_a_file_that_says_nothing_about_sharing_leaves_strain_at_home(
    surroundings: Surroundings, protocol_id: str
) -> None:
    text, path = shipped(protocol_id)
    private = {
        question.id for question in Catalogue().load(protocol_id, "de").questions() if "belastung" in question.id
    }
    assert private
    put(surroundings, protocol_id, re.sub(r' (share|for)="[a-z ]+"', "", text), path.parent.name)
    sitting, _key = create_vault(surroundings, SECRET)
    with sitting.vault:
        protocol = sitting.catalogue.load(protocol_id, "de")
        asked = {one.id: 1 if one.options else "Das ist zu viel." for one in protocol.questions() if one.id in private}
        answers = {key: [value] if protocol.question(key).type == "choices" else value for key, value in asked.items()}
        entry: Entry = write(sitting, protocol_id, answers)
        for audience in Audience:
            assert candidates(sitting, [entry.id], audience) == ()
