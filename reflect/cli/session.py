"""`session`: a consultation as a guest; `session list` and `session plan`: methods, and how their minutes fall."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reflect.cli.verb import Verb
from reflect.language import N_
from reflect.language import gettext as _

if TYPE_CHECKING:
    from reflect.cli.arguments import Arguments
    from reflect.cli.request import Request
    from reflect.domain.consultation.plan import Plan

TITLE_WIDTH = 40


def _list(request: Request) -> int:
    from reflect.language import consultation as words  # noqa: PLC0415 - with the nouns, when needed
    from reflect.workflows import consulting  # noqa: PLC0415 - the same

    rows = consulting.rows(request.surroundings.catalogue, request.surroundings.config.language)
    usual = (consulting.DEFAULT_PEOPLE, consulting.DEFAULT_PEOPLE)
    if request.wants_json:
        from reflect.cli.shapes.session import SessionRow  # noqa: PLC0415 - only for --json

        request.console.write_json(
            [
                SessionRow(id=row.id, title=row.title, minutes=row.minutes, people=row.people or usual).out()
                for row in rows
            ]
        )
        return 0
    for row in rows:
        least, most = row.people or usual
        if request.option("plain"):
            request.console.write(f"{row.id}\t{row.title}\t{row.minutes}\t{least}-{most}")
        else:
            size = words.people(least, most)
            request.console.write(f"{row.id:<20}{row.title:<{TITLE_WIDTH}}{words.minutes(row.minutes):>11}   {size}")
    return 0


def _plan(request: Request) -> int:
    from reflect.language import consultation as words  # noqa: PLC0415 - with the nouns, when needed
    from reflect.workflows import consulting  # noqa: PLC0415 - the same

    catalogue, language = request.surroundings.catalogue, request.surroundings.config.language
    name, people = request.option("method"), request.option("people")
    if request.option("rescue"):
        plan = consulting.rescue_plan(catalogue, language, name, people=people)
    else:
        plan = consulting.plan(catalogue, language, name, people=people, minutes=request.option("minutes"))
    warning = words.size_warning(plan)
    if warning:
        request.console.say(warning)
    if request.wants_json:
        from reflect.cli.shapes.session import SessionPlan  # noqa: PLC0415 - only for --json

        request.console.write_json(SessionPlan.model_validate(plan.contract()).out())
    else:
        _write(request, plan)
    return 0


def _write(request: Request, plan: Plan) -> None:
    from reflect.language import consultation as words  # noqa: PLC0415 - with the nouns, when needed

    if request.option("plain"):
        for phase in plan.phases:
            request.console.write(f"{phase.step.id}\t{phase.step.title}\t{phase.minutes}")
        return
    total = words.minutes(plan.total)
    request.console.write(
        _("{title}, {minutes}, zu {people}").format(title=plan.title, minutes=total, people=plan.people)
    )
    for number, phase in enumerate(plan.phases, start=1):
        step = phase.step
        who = _("es spricht: {who}").format(who=words.roles(step.speaks))
        if step.silent:
            who = _("{who}; still: {silent}").format(who=who, silent=words.roles(step.silent))
        request.console.write(f"{number:>2}  {step.title:<28}{words.minutes(phase.minutes):>11}   {who}")
    if plan.each:
        request.console.write(words.each_turn(plan))


def _hold(request: Request) -> int:
    """As a guest: nothing is written outside the memory file system."""
    from reflect.workflows import consulting  # noqa: PLC0415 - with the nouns, when needed

    consulting.be_guest(request.surroundings)
    if not request.option("linear"):
        from reflect.cli.going import Going  # noqa: PLC0415 - only for the screen

        return request.screen(request.surroundings, Going(consult=True))
    from reflect.cli.linear.beginning import LinearBeginning  # noqa: PLC0415 - only for this way
    from reflect.cli.linear.consultation import LinearConsultation  # noqa: PLC0415 - the same

    beginning = LinearBeginning(request.surroundings, request.console)
    gathering = beginning.resumed() or beginning.run()
    if gathering is not None:
        LinearConsultation(gathering, request.console).run()
    return 0


def _hold_arguments(arguments: Arguments) -> None:
    arguments.add_argument(
        "--linear", action="store_true", help=N_("Zeile für Zeile, für Screenreader und Braillezeilen")
    )


def _plan_arguments(arguments: Arguments) -> None:
    add: Any = arguments.add_argument
    add("method", metavar=_("METHODE"), help=N_("Kennung oder Titel; alle zeigt: reflect session list"))
    add("--people", type=int, metavar=_("ZAHL"), help=N_("wie viele im Raum sind, alle mitgezählt"))
    add("--minutes", type=int, metavar=_("ZAHL"), help=N_("wie viele Minuten da sind"))
    add("--rescue", action="store_true", help=N_("höchstens 20 Minuten, wenn das halbe Team zu spät ist"))


VERBS = (
    Verb("session", N_("eine Kollegiale Beratung als Gast halten, ohne Tresor"), _hold, _hold_arguments),
    Verb("session list", N_("Methoden der Kollegialen Beratung zeigen"), _list),
    Verb("session plan", N_("die Minuten einer Methode auf eure Zeit verteilen"), _plan, _plan_arguments),
)
