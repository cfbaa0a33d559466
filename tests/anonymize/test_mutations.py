"""Known names are found in every form: over a thousand names of all origins, every mutation."""

import random
from collections import Counter
from pathlib import Path

import pytest

import reflect.anonymize
from reflect.anonymize.detection import detect
from reflect.anonymize.origins import Origin
from reflect.anonymize.train import read_origins
from reflect.domain.finding import Kind
from reflect.domain.registry import KnownName
from tests.anonymize.mutations import EXACT, transliterations, typo

SENTENCES = (
    "Heute war {} im Büro und hat gewartet.",
    "Ich habe mit {} gesprochen, es ging um die Wohnung.",
    "Wegen {} rufe ich morgen beim Jobcenter an.",
    "Danach kam noch {} dazu.",
    "{} wollte nichts sagen.",
)
HERE = Path(__file__).parent
SHIPPED = Path(reflect.anonymize.__file__).parent / "data" / "origins"


def every_name() -> list[str]:
    """Names of all origins, shipped and held back."""
    lists: list[Origin] = [*read_origins(SHIPPED).values(), *read_origins(HERE / "development" / "origins").values()]
    names = {name for one in lists for name in (*one.female, *one.male, *one.surnames)}
    return sorted(names)


def registry(size: int, seed: int) -> list[KnownName]:
    dice = random.Random(seed)  # noqa: S311 - reproducible test data
    return [KnownName(surface=name) for name in dice.sample(every_name(), size)]


def leaks(names: list[KnownName], written: list[tuple[str, str, str]], *, together: int = 12) -> Counter[str]:
    """How many mentions are not covered, by mutation.

    Args:
        names: What the case knows.
        written: Mutation, original and written form of each mention.
        together: Mentions in one text.
    """
    missed: Counter[str] = Counter()
    for start in range(0, len(written), together):
        text, spans = "", []
        for at, (mutation, original, form) in enumerate(written[start : start + together]):
            before, after = SENTENCES[at % len(SENTENCES)].split("{}")
            spans.append((len(text) + len(before), len(text) + len(before) + len(form), mutation, original, form))
            text += f"{before}{form}{after}\n"
        mask = bytearray(len(text))
        for finding in detect(text, names):
            mask[finding.start : finding.end] = b"\x01" * (finding.end - finding.start)
        for begin, end, mutation, original, form in spans:
            base = form.rstrip("-\n")
            if not all(mask[at] for at in range(begin, end) if text[at].isalpha()) and not _only_noun_left(
                text, mask, begin, end
            ):
                missed[f"{mutation}: {original} > {base}"] += 1
    return missed


def _only_noun_left(text: str, mask: bytearray, begin: int, end: int) -> bool:
    """Whether what is uncovered is the German noun of a hyphenated compound."""
    left = "".join(text[at] for at in range(begin, end) if not mask[at]).strip("-\n")
    return left in {"Fall", "Akte", "Brüder", "Kinder"}


def mentions(names: list[KnownName], mutation: str, dice: random.Random) -> list[tuple[str, str, str]]:
    """One mention of each name; two letters written small are told from everyday words (an, so) by neighbours only."""
    least = 3 if mutation == "small" else 1
    return [
        (mutation, name.surface, EXACT[mutation](name.surface, dice)) for name in names if len(name.surface) >= least
    ]


@pytest.mark.parametrize("mutation", sorted(EXACT))
def test_no_known_name_slips_through_a_mutation(mutation: str) -> None:
    dice = random.Random(mutation)  # noqa: S311 - reproducible test data
    names = registry(1000, 11)
    some = dice.sample(names, 40)
    assert leaks(names, mentions(some, mutation, dice)) == Counter()


@pytest.mark.long
def test_ten_thousand_mentions_without_a_leak() -> None:
    dice = random.Random(5)  # noqa: S311 - reproducible test data
    names = registry(1000, 11)
    written = [mention for mutation in sorted(EXACT) for mention in mentions(names, mutation, dice)]
    assert len(written) >= 10_000
    assert leaks(names, written) == Counter()


@pytest.mark.long
def test_slips_of_the_keyboard_are_found() -> None:
    dice = random.Random(6)  # noqa: S311 - reproducible test data
    names = registry(1000, 11)
    written = [("typo", name.surface, typo(name.surface, dice)) for name in names if len(name.surface) > 4]
    missed = leaks(names, written)
    assert 1 - sum(missed.values()) / len(written) >= 0.998, missed


@pytest.mark.long
def test_other_transliterations_are_found() -> None:
    names = registry(1000, 11)
    written = [
        ("spelling", name.surface, other)
        for name in names
        if len(name.surface) > 3
        for other in transliterations(name.surface)
    ]
    missed = leaks(names, written)
    assert 1 - sum(missed.values()) / len(written) >= 0.995, missed


def test_a_name_like_a_small_word_is_found_beside_its_other_half() -> None:
    names = [KnownName(surface="Nguyen Thi An")]
    assert [finding.surface for finding in detect("heute war nguyen an der tür, An kam.", names)] == [
        "nguyen",
        "an",
        "An",
    ]


def test_known_places_and_numbers_are_found() -> None:
    names = [
        KnownName(surface="Haus am Wald", kind=Kind.ORGANISATION),
        KnownName(surface="Bad Belzig", kind=Kind.PLACE),
        KnownName(surface="01523 4567890", kind=Kind.CONTACT),
    ]
    text = "Im HAUS AM WALD, bad  belzig, Nummer 0152-3456-7890."
    assert [finding.kind for finding in detect(text, names)] == [Kind.ORGANISATION, Kind.PLACE, Kind.CONTACT]
