"""The least minutes a phase needs to be itself; below them it is better to take a shorter method.

The numbers are conventions of this house: a question needs three minutes to be asked and answered, a silence one,
a closing three and a tenth of the whole, a turn in a round twenty seconds.
"""

from reflect.domain.protocol import Protocol, Role, Step

QUESTION = 3
SILENCE = 1
CLOSING = 3
OTHER = 1
TURN_SECONDS = 20
MERGE_BELOW = 5
"""Below this number of people the moderation advises too."""

_ASKING = {Role.ADVISORS, Role.CORE, Role.INTERVIEWER}


def speakers(step: Step, people: int) -> int:
    """How many take a turn in a round of this step.

    Args:
        step: A step with `round`.
        people: Everybody in the room.
    """
    if Role.ALL in step.speaks:
        return people
    return max(1, people - (1 if people < MERGE_BELOW else 2))


def floor(step: Step, people: int) -> int:
    """Least minutes of a step that is not the last one."""
    least = OTHER
    if Role.NONE in step.speaks:
        least = SILENCE
    elif step.loop or (Role.PRESENTER in step.speaks and _ASKING.intersection(step.speaks)):
        least = QUESTION
    if step.round:
        least = max(least, -(-speakers(step, people) * TURN_SECONDS // 60))
    return least


def closing(minutes: int) -> int:
    """Least minutes of the last step of a session of so many minutes."""
    return max(CLOSING, -(-minutes // 10))


def floors(protocol: Protocol, people: int, minutes: int) -> tuple[int, ...]:
    """Least minutes of every step, in order.

    With more than the method's own minutes at hand no step needs more than it has by nature, except the closing.
    """
    least = tuple(floor(step, people) for step in protocol.steps[:-1])
    if minutes > protocol.minutes:
        own = (step.minutes or OTHER for step in protocol.steps)
        least = tuple(min(low, natural) for low, natural in zip(least, own, strict=False))
    return (*least, closing(minutes))


def shortest(protocol: Protocol, people: int) -> int:
    """The fewest minutes in which a method can be held; never more than its natural length."""
    minutes = 1
    while sum(floors(protocol, people, minutes)) > minutes:
        minutes += 1
    return min(minutes, protocol.minutes)
