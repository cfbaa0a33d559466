"""`reflect passwd`, `recovery` and `rekey`: who can open the vault."""

from __future__ import annotations

from pathlib import Path

from reflect.cli.arguments import Arguments
from reflect.cli.recovery_key import add_recovery_file, hand_over, new_passphrase, reserved, tried
from reflect.cli.request import Request
from reflect.cli.verb import Verb
from reflect.domain.fault import WrongUsage
from reflect.language import N_
from reflect.language import gettext as _

BACKUPS = N_("Alte Sicherungen öffnen weiter mit den alten Schlüsseln. Vernichte sie und mache eine neue.")


def _passwd_arguments(arguments: Arguments) -> None:
    arguments.add_argument(
        "--new-password-file", metavar=_("DATEI"), help=N_("Datei, deren erste Zeile die neue Passphrase ist")
    )
    known = arguments.add_mutually_exclusive_group()
    known.add_argument(
        "--known", action="store_true", help=N_("jemand könnte die alte kennen: alle Schlüssel werden neu gemacht")
    )
    known.add_argument("--not-known", action="store_true", help=N_("niemand kennt die alte"))
    add_recovery_file(arguments)


def _passwd(request: Request) -> int:
    from reflect.workflows.upkeep import change_passphrase  # noqa: PLC0415 - with the vault

    known = _is_known(request)
    path = _file(request)
    handle = reserved(request, path) if known else None
    try:
        secret = request.secret(_("Passphrase bisher"))
        with request.sitting(write=True, secret=secret) as sitting:
            fresh = new_passphrase(request, file="new_password_file")
            recovery = change_passphrase(sitting, secret, fresh, known=known)
            if recovery is not None:
                hand_over(request, sitting, recovery, path, handle)
    except BaseException:
        _give_up(path, handle)
        raise
    request.console.say(_("Die neue Passphrase gilt."))
    if known:
        request.console.insist(_(BACKUPS))
    return 0


def _is_known(request: Request) -> bool:
    """Whether somebody could know the old passphrase; asked, unless an option says it.

    Raises:
        WrongUsage: `known-unsaid`: nobody can be asked.
    """
    if request.option("known") or request.option("not_known"):
        return bool(request.option("known"))
    if not request.console.is_terminal:
        raise WrongUsage("known-unsaid")
    answer = request.console.line(_("Könnte jemand die alte kennen? j oder n: ")) or ""
    return answer.strip().casefold() in {"j", "ja", "y", "yes"}


def _file(request: Request) -> Path | None:
    named = request.option("recovery_file")
    return Path(named) if named else None


def _give_up(path: Path | None, handle: int | None) -> None:
    """An empty key file would look like a key."""
    if path is not None and handle is not None and path.exists() and path.stat().st_size == 0:
        path.unlink()


def _create(request: Request) -> int:
    from reflect.workflows.upkeep import new_recovery_key  # noqa: PLC0415 - with the vault

    path = _file(request)
    handle = reserved(request, path)
    try:
        with request.sitting(write=True) as sitting:
            hand_over(request, sitting, new_recovery_key(sitting), path, handle)
    except BaseException:
        _give_up(path, handle)
        raise
    request.console.say(_("Der bisherige Notfallschlüssel öffnet nicht mehr."))
    return 0


def _test(request: Request) -> int:
    with request.sitting(write=True) as sitting:
        if tried(request, sitting):
            return 0
    request.console.insist(_("Der Notfallschlüssel bleibt ungeprüft. Nichts wurde verändert."))
    return 1


def _rekey(request: Request) -> int:
    from reflect.workflows.upkeep import new_keys  # noqa: PLC0415 - with the vault

    path = _file(request)
    handle = reserved(request, path)
    try:
        secret = request.secret()
        with request.sitting(write=True, secret=secret) as sitting:
            hand_over(request, sitting, new_keys(sitting, secret), path, handle)
    except BaseException:
        _give_up(path, handle)
        raise
    request.console.say(_("Alles ist neu versiegelt. Öffnen kannst nur du: 1 Passphrase, 1 Notfallschlüssel."))
    request.console.insist(_(BACKUPS))
    return 0


VERBS = (
    Verb("passwd", N_("die Passphrase ändern"), _passwd, _passwd_arguments),
    Verb("recovery create", N_("einen neuen Notfallschlüssel machen"), _create, add_recovery_file),
    Verb("recovery test", N_("den Notfallschlüssel zur Probe eintippen"), _test),
    Verb("rekey", N_("alle Schlüssel neu machen und alles neu versiegeln"), _rekey, add_recovery_file),
)
