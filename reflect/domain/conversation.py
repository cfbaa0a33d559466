"""The conversation of a review: which mention is in question, what may be said about it, where it goes from there.

The screen draws it, the line-by-line way reads it out; both ask the same questions in the same order.
"""

from reflect.domain.decision import Decision
from reflect.domain.mention import Choice, Mention, choices, mentions, next_open, same_as
from reflect.domain.release import Review


class Conversation:
    """One review while a person goes through it.

    Attributes:
        review: What is decided.
        mentions: Every person and thing, in the order of the list.
        current: The one in question; None on a page that tells nothing about anybody.
    """

    def __init__(self, review: Review) -> None:
        self.review = review
        self.mentions = mentions(review)
        self.current: Mention | None = next_open(self.mentions) or next(iter(self.mentions), None)

    @property
    def waiting(self) -> int:
        """How many mentions still wait."""
        return sum(mention.is_open for mention in self.mentions)

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What may be decided about the one in question."""
        return choices(self.mentions, self.current) if self.current is not None else ()

    @property
    def others(self) -> tuple[Mention, ...]:
        """Who or what the one in question may be the same as."""
        return same_as(self.mentions, self.current) if self.current is not None else ()

    def choice(self, letter: str) -> Choice | None:
        """The choice under a letter; None when it is not offered here."""
        return next((choice for choice in self.choices if choice.letter == letter), None)

    def decide(self, letter: str, *, text: str = "", same: str = "") -> bool:
        """Decide the one in question and move on to the next that waits.

        Args:
            letter: E, A, B, I, V or VV; `VV` takes V where there is no second step.
            text: For E: other words than the proposal.
            same: For A: id of a finding of the same person or thing.

        Returns:
            Whether that letter is offered here.
        """
        choice = self.choice(letter) or (self.choice("V") if letter == "VV" else None)
        if choice is None or self.current is None or (letter == "A" and not same):
            return False
        self._carry_out(choice.decision(text=text, same=same))
        return True

    def _carry_out(self, decision: Decision) -> None:
        if self.current is not None:
            self.review.decide(self.current.id, decision)
            self._move_on()

    def keep_rest(self) -> None:
        """Keep everything else that merely makes recognisable, as the one decision advice needs."""
        self.review.keep_all_advice()
        self._move_on()

    def undo(self) -> bool:
        """Take the last decision back and ask about it again; False when there is none."""
        before = self.review.decisions
        if not self.review.undo():
            return False
        after = self.review.decisions
        changed = [one.id for one in self.review.findings if before.get(one.id) != after.get(one.id)]
        self._read()
        self.go_to(changed[0] if changed else "")
        return True

    def step(self, by: int) -> None:
        """Look at another mention; the ends of the list hold."""
        if self.current is not None:
            index = self.mentions.index(self.current) + by
            self.current = self.mentions[max(0, min(len(self.mentions) - 1, index))]

    def go_to(self, finding_id: str) -> None:
        """Look at the mention a finding belongs to; an unknown id changes nothing."""
        self.current = self._by_id(finding_id) or self.current

    def go_to_first_open(self) -> bool:
        """Look at the first mention that waits; False when none does."""
        first = next_open(self.mentions)
        self.current = first or self.current
        return first is not None

    def _move_on(self) -> None:
        here = self.current.id if self.current is not None else ""
        self._read()
        self.current = next_open(self.mentions, here) or self._by_id(here)

    def _read(self) -> None:
        self.mentions = mentions(self.review)
        self.current = self._by_id(self.current.id) if self.current is not None else None

    def _by_id(self, finding_id: str) -> Mention | None:
        for mention in self.mentions:
            if any(finding.id == finding_id for finding in mention.findings):
                return mention
        return None
