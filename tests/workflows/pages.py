"""A page to be released: the story of the review pictures, its findings made by hand or by the detector."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from reflect.domain.audience import Audience
from reflect.domain.decision import Action, Decision
from reflect.domain.entry import Entry
from reflect.domain.finding import Finding, Kind, Tier
from reflect.domain.mention import certain
from reflect.domain.release import Draft, Gate, Passage, Review
from reflect.settings.places import Places
from reflect.workflows.handing_over import HandingOver
from reflect.workflows.opening import in_memory
from reflect.workflows.sitting import Sitting
from reflect.workflows.surroundings import Surroundings
from tests.domain.reviews import finding

STORY = (
    "Mit Rahel war ich am Montag im Büro. Ihre Schwester Selam hat übersetzt, weil die Dolmetscherin abgesagt hatte. "
    "Selam sagte, der Termin bei der Ausländerbehörde sei am 1. Dezember.\n\n"
    "Rahel ist 34, sie kommt aus Eritrea und arbeitet als einzige in der Backstube.\n\n"
    "Ich habe gemerkt, wie eng es in mir wurde. Ich habe viel erklärt und wenig gefragt. "
    "Am Ende sagte Rahel nur: „Ist gut.“"
)
ID = "BBBBBBBBB1"
BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 23, 17, 41, tzinfo=BERLIN)
PAGE = Draft(
    audience=Audience.CONSULTATION,
    title="Beratungsvorlage",
    passages=(Passage(heading="", text=STORY, source=f"{ID}/verlauf"),),
)


def at(day: int) -> datetime:
    """A moment in this November."""
    return datetime(2026, 11, day, 9, tzinfo=BERLIN)


def memory(folder: Path) -> Sitting:
    """A vault in memory, at a time that stands still."""
    places = Places(
        config=folder / "config.toml",
        vault=folder / "vault",
        state=folder / "state",
        cache=folder / "cache",
        prompts=folder / "prompts",
        organisation=folder / "organisation",
    )
    return in_memory(Surroundings(places=places), now=lambda: NOW)


def findings() -> tuple[Finding, ...]:
    """Seven people and things, as in the picture."""
    advice = Tier.ADVICE

    def on_page(surface: str, replacement: str, **more: object) -> Finding:
        return finding(surface, replacement, page=PAGE, **more)  # type: ignore[arg-type]  # passed through

    found = (
        *(on_page("Rahel", "Klientin A", nth=nth) for nth in range(3)),
        *(on_page("Selam", "Schwester von A", nth=nth, tier=Tier.SUSPECT) for nth in range(2)),
        on_page("der Ausländerbehörde", "Behörde 1", kind=Kind.ORGANISATION),
        on_page("am 1. Dezember", "in der Woche darauf", kind=Kind.DATE),
        on_page("34", "Mitte 30", kind=Kind.AGE, tier=advice, ladder=("Mitte 30", "über 30", "")),
        on_page("Eritrea", "Ostafrika", kind=Kind.ORIGIN, tier=advice, ladder=("Ostafrika", "")),
        on_page(
            "als einzige in der Backstube", "im Betrieb", kind=Kind.OCCUPATION, tier=advice, ladder=("im Betrieb", "")
        ),
    )
    return tuple(sorted(found, key=lambda one: one.start))


def told(sitting: Sitting, entry_id: str = ID) -> Entry:
    """An entry that tells the story, finished."""
    entry = Entry(
        id=entry_id,
        protocol=sitting.catalogue.load("rueckblick", "de"),
        created=at(20),
        changed=at(20),
        finished=at(20),
        answers={
            "titel": "Der laute Flur",
            "verlauf": STORY,
            "felder": [["weggesehen", "gewartet"], ["", ""], ["eng", "müde"], ["", "bleiben"]],
            "versuch-was": "Erst fragen, dann vorschlagen.",
        },
    )
    sitting.save(entry)
    return entry


def by_hand(sitting: Sitting, audience: Audience = Audience.CONSULTATION) -> HandingOver:
    """A handover whose findings are those of the picture, what is certain replaced."""
    told(sitting)
    handing = HandingOver.begin(sitting, (ID,), audience)
    handing.review = Review(PAGE, findings())
    handing.review.take_up(certain(handing.review))
    return handing


def decided(sitting: Sitting, audience: Audience = Audience.INDIVIDUAL) -> HandingOver:
    """The same with everything decided and the gate answered."""
    handing = by_hand(sitting, audience)
    review = handing.review
    assert review is not None
    for one in review.undecided():
        action = Action.GENERALISE if one.tier is Tier.ADVICE else Action.REPLACE
        review.decide(one.id, Decision(action=action, text=one.replacement))
    review.answer_gate(Gate(outside=True, basis="unrecognisable"))
    return handing
