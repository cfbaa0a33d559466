"""`reflect init`: a new vault and its recovery key."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from reflect.cli.arguments import Arguments
from reflect.cli.request import Request
from reflect.cli.verb import Verb
from reflect.domain.fault import AlreadyThere, NotSaved, WrongUsage
from reflect.language import N_
from reflect.language import gettext as _
from reflect.language.usage import usage_sentence

if TYPE_CHECKING:
    from reflect.vault.recovery import RecoveryKey
    from reflect.workflows.sitting import Sitting
    from reflect.workflows.surroundings import Surroundings

SHORT = 12


def _arguments(arguments: Arguments) -> None:
    arguments.add_argument(
        "--recovery-file",
        metavar=_("DATEI"),
        help=N_("wohin der Notfallschlüssel geschrieben wird, nur für dich lesbar"),
    )


def _run(request: Request) -> int:
    named = request.option("recovery_file")
    recovery_file = Path(named) if named else None
    console, surroundings = request.console, request.surroundings
    if surroundings.has_vault:
        raise AlreadyThere(surroundings.places.vault)
    if recovery_file is None and not console.is_terminal:
        raise WrongUsage("recovery-nowhere")
    passphrase = _new_passphrase(request)
    handle = _reserved(recovery_file) if recovery_file else None
    try:
        sitting, recovery = _created(surroundings, passphrase)
    except BaseException:
        if recovery_file:
            recovery_file.unlink(missing_ok=True)
        raise
    with closing(sitting):
        if recovery_file and handle is not None:
            _write(handle, recovery.text, recovery_file)
            confirmed = False
        else:
            confirmed = _copied_by_hand(request, sitting, recovery.groups)
    _tell(request, recovery_file, confirmed=confirmed)
    return 0


def _created(surroundings: Surroundings, passphrase: str) -> tuple[Sitting, RecoveryKey]:
    from reflect.workflows.opening import create_vault  # noqa: PLC0415 - cryptography and storage, when needed

    return create_vault(surroundings, passphrase)


def _tell(request: Request, recovery_file: Path | None, *, confirmed: bool) -> None:
    place = request.surroundings.places.vault
    if request.wants_json:
        from reflect.cli.shapes import MadeVault  # noqa: PLC0415 - only for --json

        file = str(recovery_file) if recovery_file else None
        request.console.write_json(MadeVault(vault=str(place), recovery_file=file, recovery_confirmed=confirmed).out())
    request.console.say(_("Dein Tresor liegt in {path}.").format(path=place))
    if recovery_file:
        words = _(
            "Der Notfallschlüssel steht in {path}. Schreib ihn ab, bewahre das Blatt getrennt auf, lösche die Datei."
        )
        request.console.say(words.format(path=recovery_file))


def _new_passphrase(request: Request) -> str:
    """The passphrase; typed twice when a person types it.

    Raises:
        WrongUsage: `passphrases-differ`.
    """
    passphrase = request.secret(_("Passphrase, vier oder fünf Wörter"))
    asked = request.option("password_file") is None and not request.option("password_stdin")
    if asked and request.console.secret(_("Noch einmal")) != passphrase:
        raise WrongUsage("passphrases-differ")
    if len(passphrase) < SHORT:
        request.console.say(_("Diese Passphrase ist kurz. Vier oder fünf zufällige Wörter halten länger."))
    return passphrase


def _reserved(path: Path) -> int:
    """An empty file that only its owner can read, made before the vault, so that the key always has a place.

    Raises:
        AlreadyThere: The file exists.
        NotSaved: The disk refused.
    """
    try:
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise AlreadyThere(path) from None
    except OSError as error:
        raise NotSaved("not-allowed" if isinstance(error, PermissionError) else "io", path) from error


def _write(handle: int, text: str, path: Path) -> None:
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text + "\n")
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise NotSaved("no-space", path) from error


def _copied_by_hand(request: Request, sitting: Sitting, groups: tuple[str, ...]) -> bool:
    """Show the key once and let it be typed back; whether it was."""
    console = request.console
    console.insist(_("Dein Notfallschlüssel. Er wird nur jetzt gezeigt. Schreib ihn auf Papier:"))
    for number, group in enumerate(groups, 1):
        console.insist(f"  {number}   {group}")
    while typed := console.line(_("Tippe ihn zur Probe ab, oder Eingabe für später: ")):
        try:
            if sitting.vault.check_recovery(typed):
                sitting.vault.confirm_recovery()
                console.insist(_("Er stimmt."))
                return True
            console.insist(_("Das ist ein anderer Schlüssel. Vergleiche ihn mit der Anzeige."))
        except WrongUsage as fault:
            console.insist(usage_sentence(fault.what, fault.facts))
    return False


VERBS = (Verb("init", N_("einen Tresor machen"), _run, _arguments),)
