"""Notes: what the scribe wrote for one presenter; it is theirs, and nobody else keeps it."""

from reflect.domain.protocol import Frozen


class Line(Frozen):
    """One line of the scribe, for the presenter.

    Attributes:
        number: From 1, never given twice to the same presenter.
        phase: Id of the phase it belongs to.
        text: The words.
        withdrawn: Taken back; it keeps its number.
        step: Said when the presenter chose: a first step.
    """

    number: int
    phase: str
    text: str
    withdrawn: bool = False
    step: bool = False


class Notes(Frozen):
    """What was written for one presenter.

    Attributes:
        presenter: Whose it is.
        key: Their question, where it was written.
        lines: What the scribe wrote.
    """

    presenter: str
    key: str = ""
    lines: tuple[Line, ...] = ()

    def kept(self) -> tuple[Line, ...]:
        """Lines that were not taken back."""
        return tuple(line for line in self.lines if not line.withdrawn)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to take along."""
        return not (self.key or self.kept())
