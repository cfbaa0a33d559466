"""`reflect backup`, `compact` and `purge`: keeping the vault safe and small."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reflect.cli.arguments import Arguments
from reflect.cli.request import Request
from reflect.cli.verb import Verb
from reflect.domain.fault import WrongUsage
from reflect.language import N_, ngettext
from reflect.language import gettext as _

if TYPE_CHECKING:
    from reflect.vault.restore import Preview


def _backup_arguments(arguments: Arguments) -> None:
    arguments.add_argument(
        "--to", metavar=_("ORDNER"), help=N_("wohin; ohne Angabe in den Ordner aus den Einstellungen")
    )


def _backup(request: Request) -> int:
    from reflect.workflows.upkeep import back_up, backup_folder  # noqa: PLC0415 - with the vault

    named = request.option("to")
    with request.sitting(write=True) as sitting:
        made = back_up(sitting, backup_folder(sitting, Path(named) if named else None))
    request.console.write(str(made.path))
    request.console.say(_("Die Sicherung ist geschrieben und geprüft. Sie öffnet mit deiner Passphrase von heute."))
    return 0


def _restore_arguments(arguments: Arguments) -> None:
    arguments.add_argument("file", metavar=_("DATEI"), help=N_("die Sicherung"))
    arguments.add_argument("--yes", action="store_true", help=N_("nicht nachfragen"))


def _restore(request: Request) -> int:
    from reflect.workflows.upkeep import bring_back, preview  # noqa: PLC0415 - with the vault

    file = Path(request.option("file"))
    secret = request.secret(_("Passphrase der Sicherung"))
    _tell_preview(request, preview(request.surroundings, file, secret))
    if not request.option("yes"):
        if not request.console.is_terminal:
            raise WrongUsage("restore-unasked")
        answer = request.console.line(_("Diesen Stand zurückholen? Tippe das Wort ZURÜCK: ")) or ""
        if answer.strip().upper() not in {"ZURÜCK", "ZURUECK", "BACK"}:
            request.console.say(_("Nichts wurde verändert."))
            return 1
    kept = bring_back(request.surroundings, file, secret)
    request.console.say(_("Der Stand der Sicherung ist jetzt dein Tresor."))
    if kept is not None:
        request.console.say(_("Der bisherige Tresor liegt noch da: {path}").format(path=kept))
    return 0


def _tell_preview(request: Request, found: Preview) -> None:
    say = request.console.insist
    if found.written is not None:
        day = found.written.astimezone().strftime("%d.%m.%Y %H:%M")
        say(_("Die Sicherung ist von {day}.").format(day=day))
    say(ngettext("{count} Eintrag darin", "{count} Einträge darin", found.documents).format(count=found.documents))
    if not found.comparable:
        say(_("Mit dem jetzigen Tresor lässt sie sich nicht vergleichen."))
        return
    say(_("bringt {count}, die jetzt fehlen").format(count=len(found.brings)))
    say(_("ändert {count}").format(count=len(found.changes)))
    say(_("{count} sind nur im jetzigen Tresor; er bleibt daneben liegen").format(count=len(found.loses)))


def _compact(request: Request) -> int:
    from reflect.workflows.upkeep import compact  # noqa: PLC0415 - with the vault

    with request.sitting(write=True) as sitting:
        freed = compact(sitting)
    request.console.say(_("Aufgeräumt: {size} kB frei.").format(size=max(0, freed) // 1024))
    return 0


def _purge(request: Request) -> int:
    from reflect.workflows.upkeep import purge  # noqa: PLC0415 - with the vault

    with request.sitting(write=True) as sitting:
        done = purge(sitting)
    say = request.console.say
    say(ngettext("{count} Eintrag ist weg.", "{count} Einträge sind weg.", done.gone).format(count=done.gone))
    for name in done.backups:
        say(_("In dieser Sicherung steht es noch: {name}. Lösche sie, wenn es ganz weg sein soll.").format(name=name))
    for name in done.purge.remaining:
        say(
            _("Daneben liegt noch ein älterer Stand: {name}. Lösche ihn, wenn du ihn nicht brauchst.").format(name=name)
        )
    say(
        _(
            "Sicherungen können Gelöschtes noch enthalten, und auf SSDs und Sticks bestehen alte Stellen "
            "eine Zeit lang weiter, verschlüsselt."
        )
    )
    return 0


VERBS = (
    Verb("backup", N_("eine Sicherung schreiben und prüfen"), _backup, _backup_arguments),
    Verb("restore", N_("einen Stand aus einer Sicherung zurückholen"), _restore, _restore_arguments),
    Verb("compact", N_("den Tresor aufräumen"), _compact),
    Verb("purge", N_("den Papierkorb endgültig leeren"), _purge),
)
