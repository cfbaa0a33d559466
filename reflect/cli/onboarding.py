"""`reflect onboarding`: plan and vignettes to read, to print, to sign, and line by line."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from reflect.cli.request import Request
from reflect.cli.verb import Verb
from reflect.domain.fault import NotFound, WrongUsage
from reflect.language import N_
from reflect.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reflect.cli.arguments import Arguments
    from reflect.cli.shapes.onboarding import ShownPhase, ShownTask
    from reflect.domain.entry import Entry
    from reflect.domain.onboarding.task import Signature
    from reflect.domain.protocol import Question, Step
    from reflect.workflows.sitting import Sitting


def _list(request: Request) -> int:
    from reflect.cli.shapes.onboarding import OnboardingRow  # noqa: PLC0415 - the shapes load the nouns
    from reflect.workflows import onboarding  # noqa: PLC0415 - the catalogue, when needed

    catalogue, language = request.surroundings.catalogue, request.surroundings.config.language
    rows = [
        OnboardingRow(
            id=row.id,
            kind="vignette" if onboarding.is_vignette(catalogue, row) else "plan",
            title=row.title,
            summary=row.summary,
            minutes=row.minutes,
            principles=list(row.principles),
        )
        for row in onboarding.rows(catalogue, language)
    ]
    if request.wants_json:
        request.console.write_json([row.out() for row in rows])
        return 0
    for row in rows:
        touched = ", ".join(row.principles) if row.kind == "vignette" else ""
        if request.option("plain"):
            request.console.write(f"{row.id}\t{row.kind}\t{row.title}\t{touched}")
        else:
            request.console.write(f"{row.id:<36}{row.title:<26}{touched}".rstrip())
    return 0


def _vignette_arguments(arguments: Arguments) -> None:
    arguments.add_argument("id", metavar="ID", help=N_("Kennung der Vignette, wie in reflect onboarding list"))
    arguments.add_argument(
        "--linear", action="store_true", help=N_("beantworten, Zeile für Zeile, für Screenreader und Braillezeilen")
    )


def _vignette(request: Request) -> int:
    from reflect.workflows import onboarding  # noqa: PLC0415 - the catalogue, when needed

    catalogue, language = request.surroundings.catalogue, request.surroundings.config.language
    found = onboarding.vignette(catalogue, language, request.options.id)
    touched = catalogue.load(request.options.id, language).principles
    if request.option("linear"):
        return _answered(request)
    if request.wants_json:
        from reflect.cli.shapes.onboarding import ShownAnswer, ShownVignette  # noqa: PLC0415 - only for --json

        shown = ShownVignette(
            id=request.options.id,
            title=found.title,
            principles=list(touched),
            situation=list(found.situation),
            questions=[question.text for question in found.questions],
            answers=[ShownAnswer(verb=one.verb, reason=one.reason, price=one.price) for one in found.answers],
            talk=found.talk,
            red_lines=list(found.lines),
        )
        request.console.write_json(shown.out())
        return 0
    from reflect.cli.vignettesheet import sheet  # noqa: PLC0415 - only for paper

    request.console.write("\n".join(sheet(found, touched)))
    return 0


def _answered(request: Request) -> int:
    from reflect.cli.linear.writing import LinearWriting  # noqa: PLC0415 - only for this way
    from reflect.workflows.writing import Writing  # noqa: PLC0415 - with the vault

    with request.sitting(write=True) as sitting:
        LinearWriting(request, Writing.begin(sitting, request.options.id)).run()
    return request.code


def _plan(sitting: Sitting) -> Entry:
    from reflect.workflows import onboarding  # noqa: PLC0415 - with the vault

    found = onboarding.plan(sitting)
    if found is None:
        raise NotFound("plan", "")
    return found


def _show(request: Request) -> int:
    from reflect.cli.shapes.onboarding import ShownPlan  # noqa: PLC0415 - the shapes load the nouns
    from reflect.domain.onboarding import plan  # noqa: PLC0415 - with the vault

    with request.sitting(write=False) as sitting:
        entry = _plan(sitting)
        shown = ShownPlan(
            id=entry.id,
            title=entry.protocol.title,
            first_day=plan.first_day(entry),
            phases=[_phase(entry, step) for step in entry.protocol.steps],
        )
        if request.wants_json:
            request.console.write_json(shown.out())
        else:
            request.console.write("\n".join(_page(shown.title, shown.first_day, shown.phases, sitting.today)))
    return request.code


def _phase(entry: Entry, step: Step) -> ShownPhase:
    from reflect.cli.shapes.onboarding import ShownPhase, ShownTalk  # noqa: PLC0415 - the shapes load the nouns
    from reflect.domain.onboarding import plan  # noqa: PLC0415 - with the vault

    planned = next((one for one in entry.next_steps if one.source == f"{plan.TALK}{step.id}"), None)
    talk = ShownTalk(
        question=" ".join(step.read_aloud) or step.title,
        due=planned.due if planned else None,
        held=planned.done if planned else None,
    )
    tasks = [_task(entry, question) for question in plan.tasks(step)]
    return ShownPhase(id=step.id, title=step.title, talk=talk if step.day is not None else None, tasks=tasks)


def _task(entry: Entry, question: Question) -> ShownTask:
    from reflect.cli.shapes.onboarding import ShownTask  # noqa: PLC0415 - the shapes load the nouns
    from reflect.domain.onboarding import plan  # noqa: PLC0415 - with the vault

    task = plan.task(entry, question)
    return ShownTask(
        id=question.id,
        title=question.text,
        steps=list(question.options),
        signatures=list(task.signatures),
        own=(task.own or None) if task.opened else None,
        seen=(task.seen or None) if task.opened else None,
    )


def _page(title: str, first_day: date | None, phases: list[ShownPhase], today: date) -> Iterator[str]:
    """The plan as it stands; what was not opened is not on it."""
    from reflect.language.dates import day_and_month  # noqa: PLC0415 - only for people

    first = day_and_month(first_day, today) if first_day else "–"
    yield from (title, _("Erster Tag: {day}").format(day=first))
    for phase in phases:
        yield from ("", phase.title)
        if phase.talk:
            day = phase.talk.held or phase.talk.due
            when = f"   {day_and_month(day, today)}" if day else ""
            yield (
                f"  {'●' if phase.talk.held else '○'} "
                + _("Gespräch: {question}").format(question=phase.talk.question)
                + when
            )
        for task in phase.tasks:
            yield f"    {task.id:<20}{task.title}"
            for one in task.signatures:
                yield f"{'':<24}{task.steps[one.step - 1]}, {day_and_month(one.day, today)}, {one.new}, {one.trainer}"
            if task.own or task.seen:
                views = [task.steps[view - 1] if view else "–" for view in (task.own, task.seen)]
                yield f"{'':<24}" + _("Sicht: du {own}, Anleitung {seen}").format(own=views[0], seen=views[1])


def _sign_arguments(arguments: Arguments) -> None:
    add: Any = arguments.add_argument
    add("task", metavar=_("AUFGABE"), nargs="?", help=N_("Kennung der Aufgabe, wie in reflect onboarding show"))
    add("--step", type=int, metavar=_("ZAHL"), help=N_("Stufe: 1 gezeigt, 2 begleitet, 3 selbständig"))
    add("--linear", action="store_true", help=N_("wird ohnehin Zeile für Zeile gefragt"))


def _sign(request: Request) -> int:
    from reflect.domain.onboarding import plan  # noqa: PLC0415 - with the vault
    from reflect.workflows import onboarding  # noqa: PLC0415 - the same
    from reflect.workflows.writing import Writing  # noqa: PLC0415 - the same

    with request.sitting(write=True) as sitting:
        writing = Writing.resume(sitting, _plan(sitting).id)
        tasks = {question.id: question for question in plan.every_task(writing.entry.protocol)}
        named = request.option("task") or _asked(request, _("Welche Aufgabe? "))
        if named not in tasks:
            raise NotFound("task", named)
        question = tasks[named]
        signed = plan.task(writing.entry, question).signed(_signature(request, question, sitting.today))
        onboarding.keep(writing, question, signed)
        if request.wants_json:
            request.console.write_json(_task(writing.entry, question).out())
        else:
            request.console.say(_("Unterschrieben: {task}").format(task=question.text))
    return request.code


def _signature(request: Request, question: Question, today: date) -> Signature:
    """Two initials and a day, asked for: what stands for a person is never an argument."""
    from reflect.domain.onboarding.task import Signature, are_initials  # noqa: PLC0415 - with the vault
    from reflect.language.days import read_past_day  # noqa: PLC0415 - the same

    names = ", ".join(f"{number} {name}" for number, name in enumerate(question.options, 1))
    typed = str(request.option("step") or _asked(request, _("Welche Stufe ({names})? ").format(names=names)))
    if not typed.isdecimal() or not 1 <= int(typed) <= len(question.options):
        raise WrongUsage("sign-step", right=names)
    new = _asked(request, _("Kürzel der neuen Person: ")).upper()
    trainer = _asked(request, _("Kürzel der Anleitung: ")).upper()
    if not are_initials(new) or not are_initials(trainer) or new == trainer:
        raise WrongUsage("sign-initials")
    day = read_past_day(_asked(request, _("Tag (leer: heute): ")) or today.isoformat(), today)
    if day is None:
        raise WrongUsage("sign-day")
    return Signature(step=int(typed), day=day, new=new, trainer=trainer)


def _asked(request: Request, prompt: str) -> str:
    return (request.console.line(prompt) or "").strip()


def _proof(request: Request) -> int:
    from reflect.cli.shapes.onboarding import ParticipationRow  # noqa: PLC0415 - the shapes load the nouns
    from reflect.language.consultation import minutes  # noqa: PLC0415 - only for people
    from reflect.language.dates import long_day  # noqa: PLC0415 - the same
    from reflect.workflows import onboarding  # noqa: PLC0415 - with the vault

    with request.sitting(write=False) as sitting:
        held = onboarding.participation(sitting)
        if request.wants_json:
            rows = [ParticipationRow(day=one.day, method=one.method, minutes=one.minutes) for one in held]
            request.console.write_json([row.out() for row in rows])
            return request.code
        request.console.write(_("Teilnahme an Kollegialer Beratung, ohne Inhalte"))
        for one in held:
            request.console.write(f"{long_day(one.day)} {one.day.year}, {one.method}, {minutes(one.minutes)}")
        if not held:
            request.console.say(_("In diesem Tresor steht noch keine Beratung."))
    return request.code


VERBS = (
    Verb("onboarding list", N_("Plan und Vignetten der Einarbeitung"), _list),
    Verb("onboarding show", N_("deinen Plan, wie er steht"), _show),
    Verb("onboarding vignette", N_("eine Vignette als Blatt, oder beantworten"), _vignette, _vignette_arguments),
    Verb("onboarding sign", N_("eine Aufgabe zu zweit unterschreiben"), _sign, _sign_arguments),
    Verb("onboarding proof", N_("Teilnahme an Kollegialer Beratung, ohne Inhalte"), _proof),
)
