"""The program's door: `reflect` opens the screen, `reflect VERB` does one thing and ends."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reflect.cli.going import Going
    from reflect.workflows.surroundings import Surroundings

FAILED = 1
INTERRUPTED = 130


def main() -> int:
    """Do what the command line asks for.

    Returns:
        The exit code; see `reflect help`.
    """
    arguments = sys.argv[1:]
    if arguments in (["--version"], ["-V"]):
        from reflect import __version__  # noqa: PLC0415 - nothing else is loaded for this answer

        sys.stdout.write(f"reflect {__version__}\n")
        return 0
    try:
        from reflect.cli.program import run  # noqa: PLC0415 - not needed for --version
        from reflect.vault.memory import harden_process  # noqa: PLC0415 - the same

        harden_process()
        return run(arguments, screen)
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - a traceback could show what a person wrote
        return _mishap(error)


def screen(surroundings: Surroundings, going: Going) -> int:
    """Open the screen.

    Args:
        surroundings: Places, choices and clock.
        going: Where to go once the vault is open.

    Returns:
        The exit code.

    Raises:
        WrongUsage: `no-terminal`: nobody could see it.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        from reflect.domain.fault import WrongUsage  # noqa: PLC0415 - only without a terminal

        raise WrongUsage("no-terminal")
    from reflect.tui.leaks import strip_environment  # noqa: PLC0415 - the screen is not needed for verbs

    strip_environment()
    from reflect.tui.app import run as run_screen  # noqa: PLC0415 - after the environment is clean
    from reflect.tui.start import Start  # noqa: PLC0415 - the same

    start = Start(
        protocol=going.protocol,
        entry=going.entry,
        rehearsal=going.rehearsal,
        effort=going.effort,
        sitting=going.sitting,
        assess=going.assess,
        consult=going.consult,
    )
    return run_screen(surroundings, start=start)


def _mishap(error: Exception) -> int:
    """Say that the program itself failed: kind and places of the error, never its message or any value."""
    from reflect.language import gettext as _  # noqa: PLC0415 - loaded when all else has failed
    from reflect.tui.leaks import where  # noqa: PLC0415 - the same

    lines = [
        _("reflect hat einen Fehler im Programm gefunden. Was gespeichert war, ist gespeichert."),
        _("Versuche es noch einmal. Kommt es wieder, gib diese Zeile weiter; sie enthält nichts von dir:"),
        where(error),
    ]
    sys.stderr.write("\n".join(lines) + "\n")
    return FAILED


if __name__ == "__main__":
    sys.exit(main())
