"""Handing a recovery key over: into a file only its owner can read, or by hand, group by group."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from reflect.domain.fault import AlreadyThere, NotSaved, WrongUsage
from reflect.language import N_
from reflect.language import gettext as _
from reflect.language.usage import usage_sentence

if TYPE_CHECKING:
    from pathlib import Path

    from reflect.cli.arguments import Arguments
    from reflect.cli.request import Request
    from reflect.vault.recovery import RecoveryKey
    from reflect.workflows.sitting import Sitting

SHORT = 12


def add_recovery_file(arguments: Arguments) -> None:
    """Declare `--recovery-file`."""
    arguments.add_argument(
        "--recovery-file",
        metavar=_("DATEI"),
        help=N_("wohin der Notfallschlüssel geschrieben wird, nur für dich lesbar"),
    )


def new_passphrase(request: Request, *, file: str = "password_file") -> str:
    """The passphrase to be; typed twice when a person types it.

    Args:
        request: The call.
        file: Option that names the file it stands in.

    Raises:
        WrongUsage: `passphrases-differ`, or as `Request.secret`.
    """
    named = request.option(file) is not None or (file == "password_file" and request.option("password_stdin"))
    passphrase = request.secret(_("Passphrase, vier oder fünf Wörter"), file=file)
    if not named and request.console.secret(_("Noch einmal")) != passphrase:
        raise WrongUsage("passphrases-differ")
    if len(passphrase) < SHORT:
        request.console.say(_("Diese Passphrase ist kurz. Vier oder fünf zufällige Wörter halten länger."))
    return passphrase


def reserved(request: Request, path: Path | None) -> int | None:
    """An empty file that only its owner can read, made first, so that the key always has a place.

    Returns:
        Its handle; None when the key is copied by hand.

    Raises:
        WrongUsage: `recovery-nowhere`: no file is named and nobody sits there to copy it.
        AlreadyThere: The file exists.
        NotSaved: The disk refused.
    """
    if path is None:
        if not request.console.is_terminal:
            raise WrongUsage("recovery-nowhere")
        return None
    try:
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise AlreadyThere(path) from None
    except OSError as error:
        raise NotSaved("not-allowed" if isinstance(error, PermissionError) else "io", path) from error


def hand_over(request: Request, sitting: Sitting, key: RecoveryKey, path: Path | None, handle: int | None) -> bool:
    """Give the key to its owner; whether it was typed back.

    Raises:
        NotSaved: The file could not be written.
    """
    if path is None or handle is None:
        return _copied_by_hand(request, sitting, key.groups)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(key.text + "\n")
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise NotSaved("no-space", path) from error
    words = _("Der Notfallschlüssel steht in {path}. Schreib ihn ab, bewahre das Blatt getrennt auf, lösche die Datei.")
    request.console.say(words.format(path=path))
    return False


def _copied_by_hand(request: Request, sitting: Sitting, groups: tuple[str, ...]) -> bool:
    """Show the key once and let it be typed back."""
    request.console.insist(_("Dein Notfallschlüssel. Er wird nur jetzt gezeigt. Schreib ihn auf Papier:"))
    for number, group in enumerate(groups, 1):
        request.console.insist(f"  {number}   {group}")
    return tried(request, sitting)


def tried(request: Request, sitting: Sitting) -> bool:
    """Let the key be typed until it fits or its owner gives up for now; whether it fitted."""
    from reflect.workflows.recovery import prove  # noqa: PLC0415 - with the vault

    console = request.console
    while typed := console.line(_("Tippe ihn zur Probe ab, oder Eingabe für später: ")):
        try:
            if prove(sitting, typed):
                console.insist(_("Er stimmt."))
                return True
            console.insist(_("Das ist ein anderer Schlüssel. Vergleiche ihn mit deinem Blatt."))
        except WrongUsage as fault:
            console.insist(usage_sentence(fault.what, fault.facts))
    return False
