"""`reflect init`: a new vault and its recovery key."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from reflect.cli.arguments import Arguments
from reflect.cli.recovery_key import add_recovery_file, hand_over, new_passphrase, reserved
from reflect.cli.request import Request
from reflect.cli.verb import Verb
from reflect.domain.fault import AlreadyThere, NotFound, WrongUsage
from reflect.language import N_
from reflect.language import gettext as _


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
    if surroundings.is_missing:  # its stick may not be plugged in; another vault in its place would hide it
        raise NotFound("vault", str(surroundings.places.vault))
    name = request.option("name")
    if name and any(one.name == name for one in surroundings.config.vaults):
        raise WrongUsage("config-choice", key="vaults.name", right=_("ein Name, den noch keiner hat"))
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


def _tell(request: Request, recovery_file: Path | None, *, confirmed: bool) -> None:
    place = request.surroundings.places.vault
    if request.wants_json:
        from reflect.cli.shapes.vault import MadeVault  # noqa: PLC0415 - only for --json

        file = str(recovery_file) if recovery_file else None
        request.console.write_json(MadeVault(vault=str(place), recovery_file=file, recovery_confirmed=confirmed).out())
    request.console.say(_("Dein Tresor liegt in {path}.").format(path=place))


VERBS = (Verb("init", N_("einen Tresor machen"), _run, _arguments),)
