"""`reflect forget`: one person out of every entry, and where the name may still stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reflect.cli.arguments import Arguments
from reflect.cli.request import Request
from reflect.cli.verb import Verb
from reflect.domain.fault import WrongUsage
from reflect.language import N_, gettext, ngettext
from reflect.language import gettext as _
from reflect.language.dates import day_and_month

if TYPE_CHECKING:
    from reflect.vault.compaction import Purge
    from reflect.workflows.forgetting import Forgotten


def _arguments(arguments: Arguments) -> None:
    add = arguments.add_argument
    add("words", nargs="*", help="")
    add(
        "--role", metavar=_("ROLLE"), help=N_("was statt des Namens steht, etwa Klientin; ohne: wie der Fall sie nennt")
    )
    add("--look", action="store_true", help=N_("nur zeigen, wo der Name steht"))
    add("--purge", action="store_true", help=N_("danach auch die älteren Fassungen im Tresor entfernen"))


def _run(request: Request) -> int:
    from reflect.workflows.forgetting import Oblivion  # noqa: PLC0415 - with the vault

    if request.option("words"):
        raise WrongUsage("forget-as-argument")
    looking = bool(request.option("look"))
    with request.sitting(write=not looking) as sitting:
        person = Oblivion(sitting, _asked_name(request), request.option("role", ""))
        found = person.report()
        if looking:
            _tell(request, found, done=False, purged=None)
            return 0
        if request.console.is_terminal and not _is_sure(request, found):
            request.console.say(_("Nichts wurde verändert."))
            return 1
        person.carry_out()
        purged = person.purge() if request.option("purge") or _wants_purge(request) else None
        _tell(request, found, done=True, purged=purged)
    return 0


def _asked_name(request: Request) -> str:
    console = request.console
    name = console.line(_("Wer soll vergessen werden? ") if console.is_terminal else "")
    if not name or not name.strip():
        raise WrongUsage("forget-empty")
    return name


def _is_sure(request: Request, found: Forgotten) -> bool:
    request.console.insist(_found(found))
    answer = request.console.line(_("Das lässt sich nicht zurücknehmen. Tippe das Wort VERGESSEN: ")) or ""
    return answer.strip().upper() in {"VERGESSEN", "FORGET"}


def _wants_purge(request: Request) -> bool:
    if not request.console.is_terminal:
        return False
    answer = request.console.line(_("Auch die älteren Fassungen im Tresor jetzt entfernen? [j/N] ")) or ""
    return answer.strip().casefold() in {"j", "ja", "y", "yes"}


def _found(found: Forgotten) -> str:
    places = ngettext("{count} Stelle", "{count} Stellen", found.places).format(count=found.places)
    words = ngettext("{places} in {count} Eintrag", "{places} in {count} Einträgen", len(found.entries))
    return words.format(places=places, count=len(found.entries)) + f": → {found.role}"


def _tell(request: Request, found: Forgotten, *, done: bool, purged: Purge | None) -> None:
    if request.wants_json:
        from reflect.cli.shapes.case import ForgottenPerson, LeftFile  # noqa: PLC0415 - only for --json

        facts = {
            **found._asdict(),
            "backups": [str(path) for path in found.backups],
            "tails": [] if purged else found.tails,
            "copies": purged.remaining if purged else found.copies,
            "exports": [LeftFile(**one._asdict()) for one in found.exports],
        }
        request.console.write_json(
            ForgottenPerson.model_validate({**facts, "done": done, "purged": bool(purged)}).out()
        )
        return
    say = request.console.insist
    say(_found(found))
    for entry_id in found.doubtful:
        say(_("{id}: ein Alltagswort könnte der Name sein und blieb stehen. Sieh nach.").format(id=entry_id))
    for entry_id in found.unreadable:
        say(_("{id}: beschädigt, ließ sich nicht durchsuchen.").format(id=entry_id))
    _tell_rest(request, found, done=done, purged=purged)


def _tell_rest(request: Request, found: Forgotten, *, done: bool, purged: Purge | None) -> None:
    """Where the name still stands, and what can be done about it."""
    from reflect.language.release import RECEIVERS  # noqa: PLC0415 - with the vault

    say = request.console.insist
    for path in found.backups:
        say(_("Noch in der Sicherung: {file}").format(file=path))
    for name in () if purged else found.tails:
        say(_("Vielleicht noch in einem abgeschnittenen Rest neben dem Tresor: {file}").format(file=name))
    for name in purged.remaining if purged else found.copies:
        say(_("Vielleicht noch in einem älteren Stand neben dem Tresor: {file}").format(file=name))
    today = request.surroundings.now().date()
    for one in found.exports:
        day, receiver = day_and_month(one.written, today), gettext(RECEIVERS[one.audience])
        say(_("Hinausgegangen: {file}, {day}, {receiver}").format(file=one.file, day=day, receiver=receiver))
    if done and purged is None and found.entries:
        say(_("Ältere Fassungen liegen versiegelt im Tresor. Entfernen, zusammen mit dem Papierkorb: reflect purge"))
    if found.backups:
        say(_("Sicherungen löschst du selbst, oder du schreibst neue, bis die alten weichen: reflect backup"))


VERBS = (Verb("forget", N_("einen Menschen aus allen Einträgen nehmen; der Name wird gefragt"), _run, _arguments),)
