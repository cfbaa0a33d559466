"""`reflect import`: what a presenter took along from a consultation, into their own vault."""

from pathlib import Path

from reflect.cli.arguments import Arguments
from reflect.cli.request import Request, read_text
from reflect.cli.verb import Verb
from reflect.language import N_
from reflect.language import gettext as _


def _arguments(arguments: Arguments) -> None:
    arguments.add_argument("file", metavar=_("DATEI"), help=N_("versiegelte Datei aus einer Kollegialen Beratung"))
    arguments.add_argument(
        "--file-password", metavar=_("DATEI"), help=N_("Datei, deren erste Zeile die versiegelte Datei öffnet")
    )


def _run(request: Request) -> int:
    from reflect.workflows import taking  # noqa: PLC0415 - with the vault

    given = request.option("file_password")
    secret = (
        read_text(Path(given)).partition("\n")[0]
        if given
        else request.console.secret(_("Passphrase der versiegelten Datei"))
    )
    takeaway = taking.unseal(Path(request.options.file).expanduser(), secret)
    with request.sitting(write=True) as sitting:
        entry_id = taking.keep(sitting, takeaway)
    if request.wants_json:
        from reflect.cli.shapes.entries import Imported  # noqa: PLC0415 - only for --json

        request.console.write_json(Imported(id=entry_id).out())
    else:
        request.console.write(entry_id)
    request.console.say(_("Es liegt jetzt in deinem Tresor. Die versiegelte Datei kannst du löschen."))
    return 0


VERBS = (Verb("import", N_("Mitgenommenes aus einer Kollegialen Beratung in den Tresor holen"), _run, _arguments),)
