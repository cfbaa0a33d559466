"""What can happen in a session, as seen by the one who moderates."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Next:
    """On to what comes next."""


@dataclass(frozen=True, slots=True)
class Skip:
    """Leave this phase out; its minutes are saved."""


@dataclass(frozen=True, slots=True)
class Back:
    """Back to the phase the method names."""


@dataclass(frozen=True, slots=True)
class Undo:
    """The step just taken was a slip."""


@dataclass(frozen=True, slots=True)
class More:
    """This phase gets more time.

    Attributes:
        minutes: How much.
    """

    minutes: int


@dataclass(frozen=True, slots=True)
class Pause:
    """The clock stands."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Something is the matter; the group interrupts."""


@dataclass(frozen=True, slots=True)
class Resume:
    """On after a pause or a stop."""


@dataclass(frozen=True, slots=True)
class GiveWord:
    """The next person in the round."""


@dataclass(frozen=True, slots=True)
class LetPass:
    """The person whose turn it is passes."""


@dataclass(frozen=True, slots=True)
class RepeatRound:
    """Once more around."""


@dataclass(frozen=True, slots=True)
class Write:
    """The scribe writes one line.

    Attributes:
        text: The line; blanks around it do not count.
    """

    text: str


@dataclass(frozen=True, slots=True)
class Withdraw:
    """A line is taken back.

    Attributes:
        number: Of the line, from 1.
    """

    number: int


@dataclass(frozen=True, slots=True)
class SettleKey:
    """The presenter has a question; it was said, perhaps not written."""


@dataclass(frozen=True, slots=True)
class FailKey:
    """There is no question yet; the group helps to find one."""


@dataclass(frozen=True, slots=True)
class ChooseModule:
    """The group takes this method for the consultation.

    Attributes:
        module: Its id.
    """

    module: str


@dataclass(frozen=True, slots=True)
class NextCase:
    """The next person presents, where each does in turn.

    Attributes:
        presenter: Who.
    """

    presenter: str


@dataclass(frozen=True, slots=True)
class End:
    """The session is over, wherever it stands."""


Event = (
    Next
    | Skip
    | Back
    | Undo
    | More
    | Pause
    | Stop
    | Resume
    | GiveWord
    | LetPass
    | RepeatRound
    | Write
    | Withdraw
    | SettleKey
    | FailKey
    | ChooseModule
    | NextCase
    | End
)
