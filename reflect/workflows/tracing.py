"""Tracing: from a hit of the leak check back to its place in the review."""

from collections.abc import Callable, Iterable, Iterator

from reflect.anonymize.leakcheck import check
from reflect.domain.finding import Finding, Kind, Tier
from reflect.domain.mention import LEAK
from reflect.domain.outgoing import lines
from reflect.domain.release import Replacer, Review

_NEUTRAL = "x.txt"


def reopened(review: Review, replacer: Replacer, *, forbidden: Iterable[str], kept: Iterable[str]) -> Review:
    """The review with every hit waiting for a person: as a new finding, or as the decision that let it through.

    Args:
        review: Fully decided.
        replacer: Carries decisions out.
        forbidden: What must not be in the page.
        kept: What a person decided to keep.
    """
    wanted, spared = tuple(forbidden), tuple(kept)

    def hits(text: str) -> bool:
        return bool(check(text.encode(), format="txt", file_name=_NEUTRAL, forbidden=wanted, kept=spared))

    culprits = tuple(dict.fromkeys(_culprits(review, replacer, hits)))
    fresh = tuple(finding for words in culprits for finding in _overlooked(review, words))
    traced = Review(review.draft, tuple(sorted((*review.findings, *fresh), key=lambda one: one.start)))
    traced.take_up(review.decisions)
    traced.gate, traced.withdrawn = review.gate, review.withdrawn
    for words in culprits:
        for finding in _let_through(review, words):
            traced.reopen(finding.id)
    return traced


def _culprits(review: Review, replacer: Replacer, hits: Callable[[str], bool]) -> Iterator[str]:
    """The shortest run of words that is a hit, for every line with one."""
    for line in lines(*review.page(replacer), review.withdrawn):
        rest = line.text.split()
        if line.withdrawn:
            continue
        while hits(" ".join(rest)):
            start, end = _narrowed(rest, hits)
            yield " ".join(rest[start:end])
            rest = rest[end:]


def _narrowed(words: list[str], hits: Callable[[str], bool]) -> tuple[int, int]:
    """First word and the word after the last of a hit, nothing around it."""
    end = next(end for end in range(1, len(words) + 1) if hits(" ".join(words[:end])))
    start = next(start for start in range(end - 1, -1, -1) if hits(" ".join(words[start:end])))
    return start, end


def _overlooked(review: Review, words: str) -> Iterator[Finding]:
    """Places of the draft that nobody was asked about and that hold these words."""
    bare = words.strip(".,;:!?()„“”\"'»«")
    text = review.draft.text
    at = text.find(bare)
    while bare and at >= 0:
        end = at + len(bare)
        if not any(finding.start < end and at < finding.end for finding in review.findings):
            yield _finding(review, at, bare)
        at = text.find(bare, end)


def _finding(review: Review, start: int, words: str) -> Finding:
    """A place to be asked about; it joins the person or thing of the same words where there is one."""
    place = f"{LEAK}{start}-{len(words)}"
    for same in review.findings:
        if same.surface.casefold() == words.casefold():
            update = {"id": place, "start": start, "end": start + len(words), "surface": words, "tier": Tier.SUSPECT}
            return same.model_copy(update=update)
    return Finding(
        id=place,
        start=start,
        end=start + len(words),
        kind=Kind.IDENTIFIER if any(char.isdigit() for char in words) else Kind.PERSON,
        tier=Tier.SUSPECT,
        surface=words,
        replacement="…",
        entity=f"{LEAK}:{words.casefold()}",
    )


def _let_through(review: Review, words: str) -> Iterator[Finding]:
    """Findings whose chosen words brought the hit back in."""
    bare = words.casefold()
    for finding in review.findings:
        decision = review.decisions.get(finding.id)
        chosen = decision.text.casefold() if decision is not None and decision.text else ""
        if chosen and any(part in bare.split() for part in chosen.split()):
            yield finding
