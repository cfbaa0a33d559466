"""A home with an own Leitbild: one version that was mapped, a later one that waits, marks and a proposal."""

from datetime import date

from reflect.domain.doubt import Doubt
from reflect.domain.entry import Entry
from reflect.library.manuscript.sections import understood
from reflect.settings import leitbild as kept
from reflect.workflows.mapping import Mapping
from reflect.workflows.sitting import Sitting
from reflect.workflows.surroundings import Surroundings
from tests.library.manuscript.text import LATER, TEXT
from tests.tui.world import at

TODAY = date(2026, 11, 23)
FIRST, SECOND = "2021-03-03", "2024-03-03"


def take_in(surroundings: Surroundings) -> None:
    """Two versions; the first is mapped, with one statement on shipped 5.4."""
    kept.keep(surroundings.places, understood(TEXT.lstrip("\ufeff"), TODAY))
    mapping = Mapping.of(surroundings, FIRST)
    mapping.settle_all()
    mapping.settle("2.1", (), ("5.4",))
    kept.keep(surroundings.places, understood(LATER.lstrip("\ufeff"), TODAY))


def gathered(sitting: Sitting) -> None:
    """Something for the workshop."""
    load = sitting.catalogue.load
    language = sitting.config.language
    doubtful = Entry(id="AAAAAAAAA7", protocol=load("kurzreflexion", language), created=at(21), changed=at(21))
    doubtful.answers = {"was": "Auf dem Flur war kein ruhiger Ort."}
    doubtful.principles = ["5.4"]
    doubtful.doubts = [Doubt(statement="5.4", why="Im Haus fehlt ein Ort dafür.", noted=TODAY)]
    proposal = Entry(id="AAAAAAAAA8", protocol=load("leitbild-vorschlag", language), created=at(22), changed=at(22))
    proposal.answers = {"titel": "Dolmetschen gehört hinein", "aussage": "fehlt", "wortlaut": "Wir sorgen dafür."}
    for entry in (doubtful, proposal):
        sitting.save(entry)
