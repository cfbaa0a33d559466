"""`reflect case`: cases under neutral names, their entries, and who occurs in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reflect.cli.arguments import Arguments
from reflect.cli.request import Request
from reflect.cli.verb import Verb
from reflect.domain.fault import WrongUsage
from reflect.language import N_, ngettext
from reflect.language import gettext as _

if TYPE_CHECKING:
    from reflect.domain.case import Case


def _list(request: Request) -> int:
    from reflect.workflows.casebook import cases  # noqa: PLC0415 - with the vault

    with request.sitting(write=False) as sitting:
        rows = cases(sitting)
    if request.wants_json:
        from reflect.cli.shapes.case import CaseRow  # noqa: PLC0415 - only for --json

        request.console.write_json([CaseRow(id=row.id, name=row.name, entries=row.entries).out() for row in rows])
        return 0
    for row in rows:
        if request.option("plain"):
            request.console.write(f"{row.id}\t{row.entries}\t{row.name}")
        else:
            count = ngettext("{count} Eintrag", "{count} Einträge", row.entries).format(count=row.entries)
            request.console.write(f"{row.id}   {row.name:<26}{count}")
    if not rows:
        request.console.say(_("Hier ist noch kein Fall. Einen neuen macht: reflect case new"))
    return 0


def _words_as_argument(arguments: Arguments) -> None:
    arguments.add_argument("words", nargs="*", help="")


def _new(request: Request) -> int:
    from reflect.workflows.casebook import begin, proposed_name  # noqa: PLC0415 - with the vault

    if request.option("words"):
        raise WrongUsage("case-as-argument")
    with request.sitting(write=True) as sitting:
        console = request.console
        asked = _("Neutraler Name, nie der eines Menschen (Eingabe nimmt {name}): ").format(name=proposed_name(sitting))
        made = begin(sitting, console.line(asked if console.is_terminal else "") or "")
    _tell(request, made)
    return 0


def _add_arguments(arguments: Arguments) -> None:
    arguments.add_argument("case", metavar=_("FALL"), help=N_("Kennung des Falls, wie in reflect case list"))
    arguments.add_argument("ids", metavar="ID", nargs="+", help=N_("Kennungen der Einträge"))


def _add(request: Request) -> int:
    from reflect.workflows.casebook import put_into  # noqa: PLC0415 - with the vault

    ids = request.options.ids
    with request.sitting(write=True) as sitting:
        target = put_into(sitting, ids, request.options.case)
    words = ngettext("{count} Eintrag gehört jetzt zu {case}.", "{count} Einträge gehören jetzt zu {case}.", len(ids))
    request.console.say(words.format(count=len(ids), case=target.name))
    return 0


def _names_arguments(arguments: Arguments) -> None:
    arguments.add_argument("case", metavar=_("FALL"), help=N_("Kennung des Falls, wie in reflect case list"))
    arguments.add_argument("--show", action="store_true", help=N_("zeigen, wen der Fall kennt; nichts wird gelesen"))


def _names(request: Request) -> int:
    from reflect.workflows.anonymizing import names_from  # noqa: PLC0415 - with the vault
    from reflect.workflows.casebook import case, know  # noqa: PLC0415 - the same

    if request.option("show"):
        with request.sitting(write=False) as sitting:
            _show_names(request, case(sitting, request.options.case))
        return 0
    with request.sitting(write=True) as sitting:
        case(sitting, request.options.case)
        if request.console.is_terminal:
            request.console.say(
                _("Ein Name je Zeile; davor darf die Art und ein Tabulator stehen, dahinter die Rolle.")
            )
            request.console.say(_("Strg+D am Anfang einer Zeile beendet die Liste."))
        names = names_from(request.console.whole().splitlines())
        known = know(sitting, request.options.case, names)
    count = len(known.registry.names)
    words = ngettext("{case} kennt jetzt {count} Namen.", "{case} kennt jetzt {count} Namen.", count)
    request.console.say(words.format(case=known.name, count=count))
    return 0


def _show_names(request: Request, known: Case) -> None:
    if request.wants_json:
        from reflect.cli.shapes.case import CaseName  # noqa: PLC0415 - only for --json

        rows = [CaseName(kind=one.kind, name=one.surface, role=one.role).out() for one in known.registry.names]
        request.console.write_json(rows)
        return
    for one in known.registry.names:
        request.console.write(f"{one.kind.value}\t{one.surface}\t{one.role}".rstrip("\t"))


def _tell(request: Request, made: Case) -> None:
    if request.wants_json:
        from reflect.cli.shapes.case import MadeCase  # noqa: PLC0415 - only for --json

        request.console.write_json(MadeCase(id=made.id, name=made.name).out())
        return
    request.console.write(made.id)
    request.console.say(
        _("Der Fall heißt {name}. Wer vorkommt: reflect case names {id}").format(name=made.name, id=made.id)
    )


VERBS = (
    Verb("case list", N_("alle Fälle"), _list),
    Verb("case new", N_("einen Fall anlegen; sein neutraler Name wird gefragt"), _new, _words_as_argument),
    Verb("case add", N_("Einträge in einen Fall legen"), _add, _add_arguments),
    Verb("case names", N_("sagen, wer in einem Fall vorkommt; die Namen werden gefragt"), _names, _names_arguments),
)
