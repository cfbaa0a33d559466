"""`reflect new`, `resume` and `edit`: writing, on the screen, line by line, or from answers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from reflect.cli.arguments import Arguments
from reflect.cli.going import Going
from reflect.cli.request import Request, read_json, read_text
from reflect.cli.verb import Verb
from reflect.domain.fault import NotFound, WrongUsage
from reflect.language import N_
from reflect.language import gettext as _

if TYPE_CHECKING:
    from reflect.domain.entry import Entry
    from reflect.workflows.sitting import Sitting

USUAL = "kurzreflexion"


def _ways(arguments: Arguments) -> None:
    way = arguments.add_mutually_exclusive_group()
    way.add_argument(
        "--answers", metavar=_("DATEI|-"), help=N_('Antworten als JSON: {"frage": wert}; - liest die Standardeingabe')
    )
    way.add_argument("--linear", action="store_true", help=N_("Zeile für Zeile, für Screenreader und Braillezeilen"))


def _new_arguments(arguments: Arguments) -> None:
    arguments.add_argument(
        "protocol",
        metavar=_("PROTOKOLL"),
        nargs="?",
        help=N_("Kennung, wie in reflect prompts list; ohne: drei Fragen schlagen eines vor"),
    )
    arguments.add_argument("--case", metavar=_("FALL"), help=N_("der Fall, zu dem der Eintrag gehört"))
    _ways(arguments)


def _new(request: Request) -> int:
    named, linear = request.option("protocol"), request.option("linear")
    if request.option("answers") is None and not linear:
        if request.option("case"):
            raise WrongUsage("case-on-screen")
        return request.screen(request.surroundings, Going(protocol=named or "", effort=not named))
    request.surroundings.catalogue.load(named or USUAL, request.surroundings.config.language)
    answers = _answers_file(request)
    with request.sitting(write=True) as sitting:
        case = _case(request, sitting)
        if linear:
            return _new_by_line(request, sitting, named or "", case)
        from reflect.workflows.answering import write  # noqa: PLC0415 - with the vault

        if answers is None:
            answers = _answers(request.console.whole())
        _tell(request, write(sitting, named or USUAL, answers, case=case))
    return 0


def _case(request: Request, sitting: Sitting) -> str:
    """Id of the case that was named; empty without one.

    Raises:
        NotFound: There is no such case.
    """
    from reflect.workflows.casebook import case  # noqa: PLC0415 - only with --case

    named = request.option("case")
    return case(sitting, named).id if named else ""


def _new_by_line(request: Request, sitting: Sitting, named: str, case: str) -> int:
    """A new entry line by line; without a protocol three questions propose one first."""
    from reflect.cli.linear.effort import LinearEffort  # noqa: PLC0415 - only for this way
    from reflect.workflows.writing import Writing  # noqa: PLC0415 - with the vault

    protocol = named or LinearEffort(request.console, sitting, USUAL).run()
    return _by_line(request, Writing.begin(sitting, protocol, case=case)) if protocol else 0


def _by_line(request: Request, writing: Any) -> int:
    from reflect.cli.linear.writing import LinearWriting  # noqa: PLC0415 - only for this way

    LinearWriting(request, writing).run()
    if not writing.entry.is_empty:
        _tell(request, writing.entry)
    return 0


def _answers_file(request: Request) -> dict[str, Any] | None:
    """The answers of a named file, read before the vault is opened; None for standard input, which is read after."""
    named = request.option("answers")
    return None if named in {None, "-"} else _answers(read_text(Path(named)))


def _answers(text: str) -> dict[str, Any]:
    """The answers in a text.

    Raises:
        WrongUsage: `answers-broken` (fact: line) or `answers-shape`.
    """
    answers = read_json(text, "answers-broken")
    if not isinstance(answers, dict):
        raise WrongUsage("answers-shape")
    return answers


def _tell(request: Request, entry: Entry) -> None:
    finished = entry.finished is not None
    if request.wants_json:
        from reflect.cli.shapes.entries import NewEntry  # noqa: PLC0415 - only for --json

        shape = NewEntry(id=entry.id, protocol=entry.protocol.id, title=entry.title, finished=finished)
        request.console.write_json(shape.out())
    else:
        request.console.write(entry.id)
    request.console.say(_("gespeichert, nur du kannst das lesen"))


def _resume_arguments(arguments: Arguments) -> None:
    arguments.add_argument(
        "id", metavar="ID", nargs="?", help=N_("Kennung des Eintrags; ohne: was zuletzt begonnen wurde")
    )
    _ways(arguments)


def _edit_arguments(arguments: Arguments) -> None:
    arguments.add_argument("id", metavar="ID", help=N_("Kennung des Eintrags, wie in reflect list"))
    _ways(arguments)


def _resume(request: Request) -> int:
    entry_id = request.option("id", "")
    linear = request.option("linear")
    if request.option("answers") is None and not linear:
        return request.screen(request.surroundings, Going(entry=entry_id))
    answers = _answers_file(request)
    with request.sitting(write=True) as sitting:
        from reflect.workflows.writing import Writing  # noqa: PLC0415 - with the vault

        writing = Writing.resume(sitting, entry_id or _last_begun(sitting))
        if linear:
            return _by_line(request, writing)
        from reflect.workflows.answering import fill  # noqa: PLC0415 - with the vault

        fill(writing, _answers(request.console.whole()) if answers is None else answers)
        writing.finish()
        _tell(request, writing.entry)
    return 0


def _last_begun(sitting: Sitting) -> str:
    """What was begun last.

    Raises:
        NotFound: Nothing waits.
    """
    from reflect.workflows.keeping import agenda  # noqa: PLC0415 - with the vault

    _due, begun = agenda(sitting)
    if not begun:
        raise NotFound("begun", "")
    return begun[0].entry


VERBS = (
    Verb("new", N_("etwas aufschreiben"), _new, _new_arguments),
    Verb("resume", N_("weiterschreiben, wo du aufgehört hast"), _resume, _resume_arguments),
    Verb("edit", N_("einen fertigen Eintrag ändern"), _resume, _edit_arguments),
)
