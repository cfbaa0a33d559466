"""A small page with seven people and things on it, as the review sees it."""

from reflect.domain.audience import Audience
from reflect.domain.finding import Finding, Kind, Tier
from reflect.domain.release import Draft, Passage, Review

WORDS = (
    "Mit Rahel war ich am Montag im Büro. Ihre Schwester Selam hat übersetzt. "
    "Selam sagte, der Termin beim Amt sei am 12. Dezember.\n"
    "Rahel ist 34, sie kommt aus Eritrea."
)
PAGE = Draft(
    audience=Audience.CONSULTATION,
    title="Beratungsvorlage",
    passages=(Passage(heading="Was war?", text=WORDS, source="A/was"),),
)


def finding(
    surface: str,
    replacement: str,
    *,
    nth: int = 0,
    kind: Kind = Kind.PERSON,
    tier: Tier = Tier.CERTAIN,
    ladder: tuple[str, ...] = (),
    page: Draft = PAGE,
) -> Finding:
    """The nth occurrence of some words on the page."""
    start = -1
    for _ in range(nth + 1):
        start = page.text.index(surface, start + 1)
    return Finding(
        id=f"{kind.value[:2]}{start}-{len(surface)}",
        start=start,
        end=start + len(surface),
        kind=kind,
        tier=tier,
        surface=surface,
        replacement=replacement,
        entity=f"{kind.value}:{surface.casefold()}",
        ladder=ladder,
    )


def review() -> Review:
    """Six mentions: two people, an office, a day, an age and an origin."""
    found = (
        finding("Rahel", "Klientin A"),
        finding("Rahel", "Klientin A", nth=1),
        finding("Selam", "Schwester von A", tier=Tier.SUSPECT),
        finding("Selam", "Schwester von A", nth=1, tier=Tier.SUSPECT),
        finding("Amt", "Behörde 1", kind=Kind.ORGANISATION),
        finding("am 12. Dezember", "in der Woche darauf", kind=Kind.DATE),
        finding("34", "Mitte 30", kind=Kind.AGE, tier=Tier.ADVICE, ladder=("Mitte 30", "über 30", "")),
        finding("Eritrea", "Ostafrika", kind=Kind.ORIGIN, tier=Tier.ADVICE, ladder=("Ostafrika", "")),
    )
    return Review(PAGE, tuple(sorted(found, key=lambda one: one.start)))
