"""`reflect prompts`: the protocols at hand, and making one's own."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reflect.cli.arguments import Arguments
from reflect.cli.request import Request
from reflect.cli.verb import Verb
from reflect.domain.fault import WrongUsage
from reflect.domain.protocol import ProtocolKind
from reflect.language import N_, ngettext
from reflect.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reflect.workflows.repertoire import Listing


def _list(request: Request) -> int:
    from reflect.cli.shapes.protocols import ProtocolRow  # noqa: PLC0415 - the shapes load the nouns

    surroundings = request.surroundings
    found = surroundings.catalogue.protocols(surroundings.config.language)
    rows = [
        ProtocolRow(
            id=row.id,
            kind=row.kind,
            title=row.title,
            summary=row.summary,
            minutes=row.minutes,
            language=row.language,
            file=str(row.path),
            shipped=row.shipped,
        )
        for row in found
    ]
    if request.wants_json:
        request.console.write_json([row.out() for row in rows])
        return 0
    if request.option("plain"):
        for row in rows:
            request.console.write("\t".join([row.id, row.kind.value, row.title, str(row.minutes), row.file]))
    else:
        _tell(request, found)
    return 0


def _tell(request: Request, found: Iterable[Listing]) -> None:
    """The rows in words; whose file it is when it did not come with the program, and which own ones have flaws."""
    from reflect.language.library import SOURCES  # noqa: PLC0415 - only for people
    from reflect.workflows.protocols import flawed  # noqa: PLC0415 - the parser, when needed
    from reflect.workflows.repertoire import source  # noqa: PLC0415 - the same

    for row in found:
        minutes = ngettext("{count} Minute", "{count} Minuten", row.minutes).format(count=row.minutes)
        whose = SOURCES[source(row, request.surroundings.places)]
        request.console.write(f"{row.id:<32}{row.title:<40}{minutes:<12}{_(whose) if whose else ''}".rstrip())
    for path in flawed(request.surroundings):
        request.console.say(_("! {path} hat Fehler. Welche, zeigt: reflect prompts check").format(path=path))


def _one(arguments: Arguments) -> None:
    arguments.add_argument("id", metavar="ID", help=N_("Kennung des Protokolls, wie in reflect prompts list"))


def _show(request: Request) -> int:
    surroundings = request.surroundings
    protocol = surroundings.catalogue.load(request.options.id, surroundings.config.language)
    if request.wants_json:
        from reflect.cli.shapes.protocols import ShownProtocol  # noqa: PLC0415 - only for --json

        request.console.write_json(ShownProtocol.model_validate(protocol.contract()).out())
    else:
        from reflect.cli.printout import printout  # noqa: PLC0415 - only for paper

        sides = printout(protocol, surroundings.config.contacts)
        # A printer begins a new side at a form feed; on the screen it would only be a strange sign.
        between = "\n\n" if sys.stdout.isatty() else "\n\f"
        request.console.write(between.join("\n".join(side) for side in sides))
        origin = surroundings.catalogue.origin(protocol.id, surroundings.config.language)
        request.console.say(_("Die Datei: {path}").format(path=origin))
    return 0


def _try(request: Request) -> int:
    from reflect.cli.going import Going  # noqa: PLC0415 - only for the screen
    from reflect.workflows.opening import in_memory  # noqa: PLC0415 - cryptography and storage, when needed

    surroundings = request.surroundings
    surroundings.catalogue.load(request.options.id, surroundings.config.language)
    return request.screen(surroundings, Going(rehearsal=request.options.id, sitting=in_memory(surroundings)))


def _check_arguments(arguments: Arguments) -> None:
    arguments.add_argument(
        "folder", metavar=_("ORDNER"), nargs="?", help=N_("Ordner oder Datei; ohne: alle, die benutzt werden")
    )


def _check(request: Request) -> int:
    from reflect.language.library import sentence  # noqa: PLC0415 - with the parser
    from reflect.workflows.protocols import flaws  # noqa: PLC0415 - the parser, when needed

    named = request.option("folder")
    found = [(flaw, sentence(flaw)) for flaw in flaws(request.surroundings, Path(named) if named else None)]
    if request.wants_json:
        from reflect.cli.shapes.protocols import FlawRow  # noqa: PLC0415 - only for --json

        rows = [FlawRow(file=str(flaw.file), line=flaw.line, what=words).out() for flaw, words in found]
        request.console.write_json(rows)
    else:
        for flaw, words in found:
            request.console.write(f"{flaw.file}:{flaw.line}: {words}")
    if not found:
        request.console.say(_("Alle Protokolle sind in Ordnung."))
        return 0
    return WrongUsage.code


def _copy(request: Request) -> int:
    from reflect.workflows.protocols import copy  # noqa: PLC0415 - the parser, when needed

    for path in copy(request.surroundings, request.options.id):
        request.console.write(str(path))
    request.console.say(_("Deine Fassung gilt ab jetzt vor der mitgelieferten. Prüfe sie mit: reflect prompts check"))
    return 0


def _new_arguments(arguments: Arguments) -> None:
    arguments.add_argument("id", metavar="ID", help=N_("Kennung, zum Beispiel mein-rueckblick"))
    arguments.add_argument(
        "--kind",
        choices=[kind.value for kind in (ProtocolKind.REFLECTION, ProtocolKind.PREPARATION)],
        help=N_("wozu es dient; ohne: reflection"),
    )


def _new(request: Request) -> int:
    from reflect.workflows.protocols import begin  # noqa: PLC0415 - the parser, when needed

    protocol_id, kind = request.options.id, ProtocolKind(request.option("kind", "reflection"))
    path = begin(request.surroundings, protocol_id, kind)
    request.console.write(str(path))
    request.console.say(_("Öffne die Datei in einem Editor. Prüfe sie mit: reflect prompts check"))
    return 0


VERBS = (
    Verb("prompts check", N_("Protokolle prüfen: Datei, Zeile, was richtig wäre"), _check, _check_arguments),
    Verb("prompts list", N_("alle Protokolle"), _list),
    Verb("prompts show", N_("ein Protokoll als Blatt zum Ausdrucken"), _show, _one),
    Verb("prompts try", N_("ein Protokoll ausprobieren; nichts wird aufgehoben"), _try, _one),
    Verb("prompts new", N_("ein eigenes Protokoll beginnen"), _new, _new_arguments),
    Verb("prompts copy", N_("ein Protokoll zu den eigenen kopieren, um es zu ändern"), _copy, _one),
)
