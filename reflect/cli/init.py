"""`reflect init`: a new vault and its recovery key."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from reflect.cli.arguments import Arguments
from reflect.cli.recovery_key import add_recovery_file, hand_over, new_passphrase, reserved
from reflect.cli.request import Request
from reflect.cli.verb import Verb
from reflect.domain.fault import AlreadyThere
from reflect.language import N_
from reflect.language import gettext as _


def _arguments(arguments: Arguments) -> None:
    add_recovery_file(arguments)


def _run(request: Request) -> int:
    from reflect.workflows.opening import create_vault  # noqa: PLC0415 - cryptography and storage, when needed

    named = request.option("recovery_file")
    recovery_file = Path(named) if named else None
    surroundings = request.surroundings
    if surroundings.has_vault:
        raise AlreadyThere(surroundings.places.vault)
    handle = reserved(request, recovery_file)
    try:
        passphrase = new_passphrase(request)
        sitting, recovery = create_vault(surroundings, passphrase)
    except BaseException:
        if recovery_file:
            recovery_file.unlink(missing_ok=True)
        raise
    with closing(sitting):
        confirmed = hand_over(request, sitting, recovery, recovery_file, handle)
    _tell(request, recovery_file, confirmed=confirmed)
    return 0


def _tell(request: Request, recovery_file: Path | None, *, confirmed: bool) -> None:
    place = request.surroundings.places.vault
    if request.wants_json:
        from reflect.cli.shapes import MadeVault  # noqa: PLC0415 - only for --json

        file = str(recovery_file) if recovery_file else None
        request.console.write_json(MadeVault(vault=str(place), recovery_file=file, recovery_confirmed=confirmed).out())
    request.console.say(_("Dein Tresor liegt in {path}.").format(path=place))


VERBS = (Verb("init", N_("einen Tresor machen"), _run, _arguments),)
