"""`reflect init`: a new vault and its recovery key."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from reflect.cli.arguments import Arguments
from reflect.cli.recovery_key import add_recovery_file, hand_over, new_passphrase, reserved
from reflect.cli.request import Request
from reflect.cli.verb import Verb
from reflect.domain.fault import AlreadyThere, NotFound
from reflect.language import N_
from reflect.language import gettext as _
from reflect.language.faults import sentence


def _arguments(arguments: Arguments) -> None:
    add_recovery_file(arguments)
    arguments.add_argument(
        "--name", metavar=_("NAME"), help=N_("Tresor, der unter diesem Namen bekannt wird; ein neutraler Name")
    )


def _run(request: Request) -> int:
    from reflect.workflows.opening import create_vault  # noqa: PLC0415 - cryptography and storage, when needed

    named = request.option("recovery_file")
    recovery_file = Path(named) if named else None
    surroundings = request.surroundings
    if surroundings.has_vault:
        raise AlreadyThere(surroundings.places.vault)
    if surroundings.is_missing:
        _heed_what_lay_here(request)
    name = request.option("name")
    if name:
        surroundings.fitting_name(name)
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
    if name:
        surroundings.know_as(name)
    _tell(request, recovery_file, confirmed=confirmed)
    return 0


def _heed_what_lay_here(request: Request) -> None:
    """Say that a vault lay here once; a named one is not hidden behind a new one, its stick may not be plugged in.

    Raises:
        NotFound: `vault-missing`.
    """
    missing = NotFound("vault-missing", str(request.surroundings.places.vault))
    if request.surroundings.is_named:
        raise missing
    request.console.insist(sentence(missing))


def _tell(request: Request, recovery_file: Path | None, *, confirmed: bool) -> None:
    place = request.surroundings.places.vault
    if request.wants_json:
        from reflect.cli.shapes.vault import MadeVault  # noqa: PLC0415 - only for --json

        file = str(recovery_file) if recovery_file else None
        request.console.write_json(MadeVault(vault=str(place), recovery_file=file, recovery_confirmed=confirmed).out())
    request.console.say(_("Dein Tresor liegt in {path}.").format(path=place))


VERBS = (Verb("init", N_("einen Tresor machen"), _run, _arguments),)
