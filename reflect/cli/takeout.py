"""`reflect takeout`: everything, readable, for the owner alone."""

from pathlib import Path

from reflect.cli.arguments import Arguments
from reflect.cli.request import Request
from reflect.cli.verb import Verb
from reflect.language import N_, ngettext
from reflect.language import gettext as _


def _arguments(arguments: Arguments) -> None:
    arguments.add_argument(
        "--output", metavar=_("ORDNER"), required=True, help=N_("neuer Ordner, oder neue Datei mit der Endung .zip")
    )


def _run(request: Request) -> int:
    from reflect.language.coursepicture import course_files  # noqa: PLC0415 - with the vault
    from reflect.language.entrypage import copy_note, entry_page  # noqa: PLC0415 - with the vault
    from reflect.workflows.takeout import take_out  # noqa: PLC0415 - with the vault

    place, console = Path(request.options.output), request.console
    console.say(_("Danach liegt alles, was du geschrieben hast, offen lesbar in {path}.").format(path=place))
    console.say(_("Wer an diesen Ort kommt, kann es lesen. Dafür braucht es noch einmal deine Passphrase."))
    with request.sitting(write=False) as sitting:
        taken = take_out(sitting, place, page=entry_page, note=copy_note(), course=course_files)
    if request.wants_json:
        from reflect.cli.shapes.entries import TakenOut  # noqa: PLC0415 - only for --json

        console.write_json(TakenOut(place=str(place), entries=taken.entries, files=taken.files).out())
    words = ngettext("{count} Eintrag liegt in {path}.", "{count} Einträge liegen in {path}.", taken.entries)
    console.say(words.format(count=taken.entries, path=place))
    for entry_id in taken.missing:
        console.insist(_("Nicht mehr lesbar: {id}.").format(id=entry_id))
    return 0


VERBS = (Verb("takeout", N_("alles lesbar herausnehmen, als JSON und Markdown, nur für dich"), _run, _arguments),)
