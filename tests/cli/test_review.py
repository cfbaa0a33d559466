"""The review line by line: letters, own words, the same person twice, taking back, leaks, and leaving."""

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reflect.cli.console import Console
from reflect.cli.linear.review import LinearReview
from reflect.domain.audience import Audience
from reflect.domain.decision import Action
from reflect.domain.fault import Undecided
from reflect.domain.finding import Finding, Kind, Tier
from reflect.domain.release import Draft, Passage, Review
from reflect.settings.places import Places
from reflect.workflows import answering
from reflect.workflows.handing_over import HandingOver
from reflect.workflows.opening import in_memory
from reflect.workflows.surroundings import Surroundings

TEXT = "Selam kam mit ihrem Bruder Filmon aus Asmara. Selam war müde."
GATE = ["nein", "3", "nein", "nein", "nein", "nein"]
NOW = datetime(2026, 11, 23, 17, 41, tzinfo=UTC)


def finding(surface: str, kind: Kind, tier: Tier, *, last: bool = False, **more: object) -> Finding:
    start = TEXT.rindex(surface) if last else TEXT.index(surface)
    start += len("Titel\nFrage\n")
    values: dict[str, object] = {"id": f"{kind.value[:2]}{start}-{len(surface)}", "replacement": "Person A"} | more
    return Finding.model_validate(
        values | {"start": start, "end": start + len(surface), "kind": kind, "tier": tier, "surface": surface}
    )


@pytest.fixture
def handing(tmp_path: Path) -> Iterator[HandingOver]:
    """A page with a person at two places, her brother, and a town."""
    places = Places.find({f"XDG_{name}_HOME": str(tmp_path) for name in ("CONFIG", "DATA", "STATE", "CACHE")})
    sitting = in_memory(Surroundings(places, now=lambda: NOW))
    entry = answering.write(sitting, "kurzreflexion", {"schritt": TEXT})
    over = HandingOver.begin(sitting, [entry.id], Audience.TEAM)
    page = Draft(audience=Audience.TEAM, title="Titel", passages=(Passage(heading="Frage", text=TEXT),))
    findings = (
        finding("Selam", Kind.PERSON, Tier.SUSPECT, entity="s"),
        finding("Filmon", Kind.PERSON, Tier.SUSPECT, entity="f", replacement="Person B"),
        finding("Asmara", Kind.ORIGIN, Tier.ADVICE, replacement="Eritrea", ladder=("Eritrea", "Ostafrika", "")),
        finding("Selam", Kind.PERSON, Tier.SUSPECT, last=True, entity="s"),
    )
    over.review = Review(page, findings)
    yield over
    sitting.close()


def said(handing: HandingOver, *answers: str) -> str:
    """Review with these answers and give what was said."""
    messages = io.StringIO()
    console = Console(given=io.StringIO("\n".join(answers) + "\n"), messages=messages)
    LinearReview(console, handing).run()
    return messages.getvalue()


def page(handing: HandingOver) -> str:
    return "\n".join(line.text for line in handing.page())


def test_each_letter_does_what_it_says(handing: HandingOver) -> None:
    words = said(handing, "e", "B", "vv", *GATE, "ja")
    assert "Filmon aus Ostafrika" in page(handing)
    assert "Selam" not in page(handing)
    assert "Noch 3 offen." in words
    assert words.count("„Selam“") == 1
    assert "So kommt die Seite an" in words


def test_own_words_take_the_place(handing: HandingOver) -> None:
    said(handing, "= die Klientin", "= ihr Begleiter", "= der Herkunftsort", *GATE, "ja")
    for words in ("die Klientin kam", "ihr Begleiter", "der Herkunftsort"):
        assert words in page(handing)


def test_the_same_person_under_another_name(handing: HandingOver) -> None:
    said(handing, "E", "A", "9", "A", "1", "I", *GATE, "ja")
    assert "Filmon" not in page(handing)
    assert "aus Asmara" in page(handing)
    assert handing.review is not None
    actions = {decision.action for decision in handing.review.decisions.values()}
    assert actions == {Action.REPLACE, Action.SAME_AS, Action.ALWAYS_KEEP}


def test_a_decision_can_be_taken_back(handing: HandingOver) -> None:
    said(handing, "B", "/zurück", "x", "E", "E", "V", *GATE, "ja")
    assert "Selam" not in page(handing)


@pytest.mark.parametrize(
    "answers",
    [
        ("/aufhören",),
        ("E", "E", "B"),
        ("E", "E", "B", "nein", "/aufhören"),
        ("E", "E", "B", "nein", "7", "", "1", "nein"),
        ("E", "E", "B", *GATE, "nein"),
        ("E", "E", "B", "nein", "3", "nein", "ja", "nein", "nein", "ja"),
        ("E", "E", "B", "nein", "2", "ja", "nein", "nein", "nein", "ja"),
    ],
    ids=["at once", "no more input", "at the gate", "gate half answered", "no at the end", "recognised", "entrusted"],
)
def test_leaving_lets_nothing_out(handing: HandingOver, answers: tuple[str, ...]) -> None:
    with pytest.raises(Undecided):
        said(handing, *answers)


def test_a_page_that_was_not_searched_is_not_reviewed(handing: HandingOver) -> None:
    handing.review = None
    with pytest.raises(Undecided):
        said(handing)
