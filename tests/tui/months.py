"""Eight months of an invented self-assessment, with a Leitbild that changed in between, as the picture has them."""

from datetime import date

from reflect.domain.assessment.mark import Hindrance, Mark
from reflect.domain.assessment.month import Month
from reflect.domain.assessment.rating import Observation, Rating, Wording
from reflect.workflows.assessing import keep
from reflect.workflows.sitting import Sitting

NAMES = ("2026-04", "2026-05", "2026-06", "2026-07", "2026-09", "2026-10")
SAID = {
    "2.1a": "223334",
    "4.2a": "3G3223",
    "4.3b": "122?33",
    "4.3d": "GG4442",
    "5.3b": "2-2233",
    "5.4c": "22G334",
    "5.5": "3333?3",
}
EXAMPLES = {
    "de": {
        ("5.4c", "2026-07"): "Mit Vorgabe vom Amt war es schwer.",
        ("5.4c", "2026-10"): "Sie hatte schon eine Liste.",
    },
    "en": {
        ("5.4c", "2026-07"): "With a rule from the office it was hard.",
        ("5.4c", "2026-10"): "She already had a list.",
    },
}
HARD = {("5.4c", "2026-07"): (Hindrance.TIME, Hindrance.LANGUAGE)}
CHANGED = "2026-09"


def lived(sitting: Sitting, *, until: str = "2026-10") -> None:
    """Put the months into a vault; from September on every statement was worded anew."""
    leitbild = sitting.leitbild
    for place, name in enumerate(NAMES):
        this = Month(month=name, planned=tuple(SAID), next_from=date.fromisoformat(f"{name}-15"))
        for statement, marks in SAID.items():
            if marks[place] == "-" or name > until:
                continue
            text = leitbild.statement(statement).text
            wording = (
                Wording(version="1", text=text) if name >= CHANGED else Wording(version="0", text=f"Früher: {text}")
            )
            this.rate(
                Rating(
                    statement=statement,
                    wording=wording,
                    mark=Mark(marks[place]),
                    example=EXAMPLES[sitting.config.language].get((statement, name), ""),
                    hindrances=HARD.get((statement, name), ()),
                )
            )
        if not this.is_empty:
            keep(sitting, this)
    told = Observation(
        statement="1.1", wording=Wording.of(leitbild, "1.1"), text="Bei der letzten Verlegung wurde niemand gefragt."
    )
    last = Month(month="2026-03", observations={"1.1": told}, next_from=date(2026, 4, 1))
    keep(sitting, last)
