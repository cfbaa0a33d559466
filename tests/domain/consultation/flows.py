"""Methods for the tests: small ones made by hand, and any that Hypothesis can think of."""

from hypothesis import strategies as st

from reflect.domain.protocol import Protocol, ProtocolKind, Record, Repeat, Role, Step

PRESENTER, ADVISORS, ALL, NONE = Role.PRESENTER, Role.ADVISORS, Role.ALL, Role.NONE
FINDING = "finden"
MODULES = {
    FINDING: (Step(id="fragen", title="Fragen", speaks=(ADVISORS,), silent=(PRESENTER,), record=Record.LIST),),
    "ideen": (
        Step(id="ideen", title="Ideen", speaks=(ADVISORS,), silent=(PRESENTER,), record=Record.LIST, round=True),
        Step(id="ordnen", title="Ordnen", speaks=(PRESENTER,), silent=(ADVISORS,), record=Record.NONE),
    ),
}


def method(
    steps: tuple[Step, ...],
    people: tuple[int, int] = (3, 8),
    name: str = "probe",
    repeat: Repeat | None = None,
) -> Protocol:
    """A method with these steps."""
    return Protocol(
        id=name,
        kind=ProtocolKind.CONSULTATION,
        version=1,
        language="de",
        title="Probe",
        summary="",
        minutes=sum(step.minutes or 0 for step in steps),
        people=people,
        repeat=repeat,
        steps=steps,
    )


def six() -> Protocol:
    """Six phases with a question that may fail, a choice and the phase that hosts it."""
    return method(
        (
            Step(id="rollen", title="Rollen", minutes=5, speaks=(ALL,)),
            Step(id="fall", title="Fall", minutes=10, speaks=(PRESENTER,), silent=(ADVISORS,)),
            Step(
                id="frage",
                title="Frage",
                minutes=5,
                speaks=(PRESENTER, Role.FACILITATOR),
                silent=(ADVISORS,),
                record=Record.KEY,
                loop=FINDING,
                back="fall",
            ),
            Step(id="wahl", title="Wahl", minutes=5, speaks=(ALL,), choose="module"),
            Step(
                id="rat",
                title="Rat",
                minutes=15,
                speaks=(ADVISORS,),
                silent=(PRESENTER,),
                record=Record.LIST,
            ),
            Step(id="schluss", title="Schluss", minutes=5, speaks=(PRESENTER,), silent=(ADVISORS,), record=Record.PICK),
        ),
        name="sechs",
    )


SPEECH = st.sampled_from(
    [
        ((ALL,), ()),
        ((PRESENTER,), (ADVISORS,)),
        ((ADVISORS, PRESENTER), ()),
        ((ADVISORS,), (PRESENTER,)),
        ((NONE,), (ALL,)),
        ((PRESENTER, Role.FACILITATOR), (ADVISORS,)),
    ]
)


@st.composite
def methods(draw: st.DrawFn) -> Protocol:
    """Any method of two to nine steps, with ways back, loops, choices and rounds, perhaps repeated for each person."""
    steps: list[Step] = []
    for index in range(draw(st.integers(2, 9))):
        speaks, silent = draw(SPEECH)
        way_back = draw(st.sampled_from(["", *(step.id for step in steps)])) if steps else ""
        steps.append(
            Step(
                id=f"s{index}",
                title=f"Schritt {index}",
                minutes=draw(st.integers(1, 20)),
                speaks=speaks,
                silent=silent,
                record=draw(st.sampled_from(Record)),
                round=draw(st.booleans()) and speaks not in {(PRESENTER,), (NONE,)},
                back=way_back,
                loop=draw(st.sampled_from(["", FINDING])),
                choose=draw(st.sampled_from(["", "module"])),
            )
        )
    return method(tuple(steps), repeat=draw(st.sampled_from([None, Repeat.PERSON])))
