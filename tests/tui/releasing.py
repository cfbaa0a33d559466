"""A page to be released: the story of the review pictures, its findings made by hand or by the detector."""

from pathlib import Path

from reflect.domain.audience import Audience
from reflect.domain.entry import Entry
from reflect.domain.finding import Finding, Kind, Tier
from reflect.domain.release import Draft, Gate, Passage, Review
from reflect.tui.app import ReflectApp
from reflect.tui.screens.page import Page
from reflect.tui.start import Start
from reflect.workflows.handing_over import HandingOver
from reflect.workflows.sitting import Sitting
from tests.domain.reviews import finding
from tests.tui.world import Clock, at, begun_vault, surroundings_in

STORY = (
    "Mit Rahel war ich am Montag im Büro. Ihre Schwester Selam hat übersetzt, weil die Dolmetscherin abgesagt hatte. "
    "Selam sagte, der Termin bei der Ausländerbehörde sei am 1. Dezember.\n\n"
    "Rahel ist 34, sie kommt aus Eritrea und arbeitet als einzige in der Backstube.\n\n"
    "Ich habe gemerkt, wie eng es in mir wurde. Ich habe viel erklärt und wenig gefragt. "
    "Am Ende sagte Rahel nur: „Ist gut.“"
)
ID = "BBBBBBBBB1"
PAGE = Draft(
    audience=Audience.CONSULTATION,
    title="Beratungsvorlage",
    passages=(Passage(heading="", text=STORY, source=f"{ID}/verlauf"),),
)


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
    from reflect.domain.mention import certain  # noqa: PLC0415 - only here

    told(sitting)
    handing = HandingOver.begin(sitting, (ID,), audience)
    handing.review = Review(PAGE, findings())
    handing.review.take_up(certain(handing.review))
    return handing


def decided(sitting: Sitting, audience: Audience = Audience.INDIVIDUAL) -> HandingOver:
    """The same with everything decided and the gate answered."""
    from reflect.domain.decision import Action, Decision  # noqa: PLC0415 - only here

    handing = by_hand(sitting, audience)
    review = handing.review
    assert review is not None
    for one in review.undecided():
        action = Action.GENERALISE if one.tier is Tier.ADVICE else Action.REPLACE
        review.decide(one.id, Decision(action=action, text=one.replacement))
    review.answer_gate(Gate(outside=True, basis="unrecognisable"))
    return handing


def release_app(folder: Path, *, language: str = "de", theme: str = "hell") -> ReflectApp:
    """An app whose vault is open already, in memory."""
    clock = Clock()
    surroundings = surroundings_in(folder, clock, language=language, theme=theme)
    sitting = begun_vault(surroundings, confirmed=True)
    return ReflectApp(surroundings, start=Start(sitting=sitting), ticks=clock.tick)


async def show(app: ReflectApp, page: Page[object]) -> None:
    """Lay a page on home."""
    await app.push_screen(page)
