"""A request: what was asked for on the command line, with everything needed to carry it out."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reflect.cli.console import Console
from reflect.cli.going import Going
from reflect.domain.fault import NotFound, WrongUsage
from reflect.language import gettext as _

if TYPE_CHECKING:
    from reflect.workflows.sitting import Sitting
    from reflect.workflows.surroundings import Surroundings

DAMAGED = 5


@dataclass
class Request:
    """One call of a verb.

    Attributes:
        options: The parsed arguments; what was not given is missing.
        console: Where words come from and go to.
        surroundings: Places, choices and clock.
        screen: Opens the screen.
        code: Exit code when everything else went well; a damaged vault that could be read raises it to 5.
    """

    options: argparse.Namespace
    console: Console
    surroundings: Surroundings
    screen: Callable[[Surroundings, Going], int]
    code: int = 0

    def option(self, name: str, default: Any = None) -> Any:
        """The value of an option; the default when it was not given."""
        return getattr(self.options, name, default)

    @property
    def wants_json(self) -> bool:
        """Whether data goes out as JSON."""
        return bool(self.option("json", default=False))

    def secret(self, prompt: str = "", *, file: str = "password_file") -> str:
        """The passphrase or recovery key: from a file, from standard input, or asked for.

        Args:
            prompt: What is asked for; "Passphrase" without it.
            file: Option that names the file it stands in.

        Raises:
            NotFound: The file does not exist.
            WrongUsage: The file is no text, the secret is empty, or nobody can be asked.
        """
        named = self.option(file)
        if named is not None:
            secret = read_text(Path(named)).partition("\n")[0].rstrip("\r")
        elif self.option("password_stdin"):
            secret = self.console.line() or ""
        else:
            secret = self.console.secret(prompt or _("Passphrase"))
        if not secret:
            raise WrongUsage("secret-empty")
        return secret

    @contextmanager
    def sitting(self, *, write: bool, secret: str = "", heal: bool = False) -> Iterator[Sitting]:
        """The open vault, closed afterwards.

        Args:
            write: Whether the verb means to write.
            secret: What opens it, when it was asked for already.
            heal: Whether a verb that only reads lets the opening repair what it can, as long as nobody else writes.

        Raises:
            Fault: As `reflect.workflows.opening.open_vault` and `secret`.
        """
        from reflect.workflows.opening import open_or_read, open_vault  # noqa: PLC0415 - cryptography and storage, when needed
        from reflect.workflows.upkeep import look_after  # noqa: PLC0415 - the same

        if not self.surroundings.has_vault:  # said before anybody types a passphrase
            missing = "vault-missing" if self.surroundings.is_missing else "vault"
            raise NotFound(missing, str(self.surroundings.places.vault))
        secret = secret or self.secret()
        if heal:
            sitting = open_or_read(self.surroundings, secret, recover=False)
        else:
            sitting = open_vault(self.surroundings, secret, write=write)
        try:
            self._tell_state(sitting, write=write)
            yield sitting
            if write:
                look_after(sitting)
        finally:
            sitting.close()

    def _tell_state(self, sitting: Sitting, *, write: bool) -> None:
        """Say what is unusual about the vault; reading goes on."""
        from reflect.domain.fault import ReadOnly  # noqa: PLC0415 - with the vault
        from reflect.language.faults import read_beside, sentence  # noqa: PLC0415 - with the first fault
        from reflect.workflows.opening import waiting_text  # noqa: PLC0415 - with the vault

        state = sitting.vault.state
        if write and state.readonly is not None:
            raise ReadOnly(state.readonly)
        if state.readonly == "in-use":
            self.console.insist(read_beside(*(state.holder or (None, None))))
        elif state.readonly is not None:
            self.console.insist(sentence(ReadOnly(state.readonly)))
        if state.readonly in {"damaged", "rolled-back"}:
            self.code = DAMAGED
        if state.cut_tail:
            self.console.say(_("Ein unfertiger Rest am Ende des Tresors liegt jetzt daneben. Gesichertes fehlt nicht."))
        if waiting_text(sitting):
            self.console.say(_("Ein angefangener Text wartet, versiegelt. Öffne ihn mit: reflect resume"))


def read_text(path: Path) -> str:
    """The text of a file a person named.

    Raises:
        NotFound: There is none.
        WrongUsage: `file-unreadable` or `not-utf8` (fact: path).
    """
    try:
        return path.read_text("utf-8-sig")
    except FileNotFoundError:
        raise NotFound("file", str(path)) from None
    except UnicodeDecodeError:
        raise WrongUsage("not-utf8", path=path) from None
    except OSError:
        raise WrongUsage("file-unreadable", path=path) from None


def read_json(text: str, what: str) -> Any:
    """The value a JSON text holds.

    Args:
        text: From a file or standard input.
        what: Key of the fault: `answers-broken` or `decisions-broken`.

    Raises:
        WrongUsage: `what` (fact: line): it is no JSON, or holds numbers or letters that no file can keep.
    """
    try:
        value = json.loads(text, parse_constant=_no_number)
        json.dumps(value, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        raise WrongUsage(what, line=error.lineno) from None
    except (ValueError, RecursionError):  # NaN, half a surrogate pair, nested without end
        raise WrongUsage(what, line=1) from None
    return value


def _no_number(name: str) -> None:
    raise ValueError(name)
