"""`reflect delete` and `trash`: putting away, and bringing back."""

from reflect.cli.arguments import Arguments
from reflect.cli.entries import tell_rows
from reflect.cli.request import Request
from reflect.cli.verb import Verb
from reflect.language import N_
from reflect.language import gettext as _


def _delete_arguments(arguments: Arguments) -> None:
    arguments.add_argument("ids", metavar="ID", nargs="+", help=N_("Kennung des Eintrags, wie in reflect list"))


def _delete(request: Request) -> int:
    from reflect.workflows.keeping import put_away  # noqa: PLC0415 - with the vault

    with request.sitting(write=True) as sitting:
        entries = [sitting.entry(entry_id) for entry_id in request.options.ids]
        for entry in entries:
            put_away(sitting, entry.id)
            words = _("{id} liegt im Papierkorb. Zurück kommt es mit: reflect trash --restore {id}")
            request.console.say(words.format(id=entry.id))
    return 0


def _trash_arguments(arguments: Arguments) -> None:
    arguments.add_argument("--restore", metavar="ID", help=N_("diesen Eintrag zurückholen"))


def _trash(request: Request) -> int:
    from reflect.workflows.keeping import bring_back, records  # noqa: PLC0415 - with the vault

    wanted = request.option("restore")
    with request.sitting(write=wanted is not None) as sitting:
        if wanted is None:
            tell_rows(request, records(sitting, trash=True))
        else:
            bring_back(sitting, wanted)
            request.console.say(_("{id} ist wieder da.").format(id=wanted.upper()))
    return 0


VERBS = (
    Verb("delete", N_("einen Eintrag in den Papierkorb legen"), _delete, _delete_arguments),
    Verb("trash", N_("zeigen, was im Papierkorb liegt, oder etwas zurückholen"), _trash, _trash_arguments),
)
