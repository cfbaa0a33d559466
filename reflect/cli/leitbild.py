"""`reflect leitbild`: the statements that entries can touch, and the organisation's own text in its versions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from reflect.cli.request import Request
from reflect.cli.verb import Verb
from reflect.language import N_, ngettext
from reflect.language import gettext as _

if TYPE_CHECKING:
    from reflect.cli.arguments import Arguments
    from reflect.cli.shapes.leitbild import LeitbildRow
    from reflect.domain.leitbild import Leitbild

IMPORTED: Any = {
    **dict.fromkeys(("title", "version", "date", "preamble", "closing"), True),
    "sections": {"__all__": {"id": True, "title": True, "text": True, "statements": {"__all__": {"id", "text"}}}},
}
"""The fields of a text as it was understood; other tools rely on this shape."""


def _show_arguments(arguments: Arguments) -> None:
    arguments.add_argument("edition", metavar=_("FASSUNG"), nargs="?", help=N_("eine aufbewahrte; ohne: die, die gilt"))


def _show(request: Request) -> int:
    editions = request.surroundings.editions
    named = request.option("edition")
    if named:
        from reflect.workflows import leitbild as taking  # noqa: PLC0415 - with the parser

        taking.editions(request.surroundings)  # a broken file is named, not passed over
    whole = editions.version(named) if named else editions.on(request.surroundings.now().date())
    if request.wants_json:
        request.console.write_json(whole.model_dump(mode="json"))
        return 0
    request.console.write(_page(whole))
    return 0


def _page(whole: Leitbild) -> str:
    lines = [whole.title, *whole.preamble]
    for section in whole.sections:
        lines += ["", f"{section.id}  {section.title}", *section.text]
        for statement in section.statements:
            lines.append(f"  {statement.label:<6}{statement.text}")
            lines += [f"    {part.label:<6}{part.text}" for part in statement.parts]
    return "\n".join([*lines, *whole.closing])


def _import_arguments(arguments: Arguments) -> None:
    arguments.add_argument("file", metavar=_("DATEI"), help=N_("das Leitbild als .txt, .md oder .docx"))
    arguments.add_argument("--yes", action="store_true", help=N_("aufbewahren, ohne zu fragen"))


def _import(request: Request) -> int:
    from reflect.workflows import leitbild as taking  # noqa: PLC0415 - the parser, when it is asked for

    found = taking.read(request.surroundings, Path(request.options.file))
    if request.wants_json:
        from reflect.cli.shapes.leitbild import ImportedLeitbild  # noqa: PLC0415 - only for --json

        request.console.write_json(ImportedLeitbild.model_validate(found.model_dump(include=IMPORTED)).out())
        return 0
    from reflect.language.leitbild import flaw_sentence  # noqa: PLC0415 - the words load the nouns

    request.console.write(_page(found))
    count = len(list(found.statements()))
    request.console.say(
        ngettext(
            "Verstanden: {count} Aussage, Fassung {version}.", "Verstanden: {count} Aussagen, Fassung {version}.", count
        ).format(count=count, version=found.version)
    )
    for flaw in taking.misunderstood(found):
        request.console.say(flaw_sentence(flaw))
    if not request.option("yes") and not _agreed(request):
        request.console.say(_("Nichts wurde aufbewahrt."))
        return 0
    request.console.say(_("Aufbewahrt in {path}").format(path=taking.keep(request.surroundings, found)))
    words = _("Ordne nun die Aussagen zu: reflect leitbild map {version}")
    request.console.say(words.format(version=found.version))
    return 0


def _agreed(request: Request) -> bool:
    if request.option("no_input"):
        return False
    answer = request.console.line(_("Diese Fassung aufbewahren? [j/N] ")) or ""
    return answer.strip().lower() in {"j", "ja", "y", "yes"}


def _list(request: Request) -> int:
    from reflect.cli.shapes.leitbild import LeitbildRow  # noqa: PLC0415 - the shapes load the nouns
    from reflect.domain.succession import unsettled  # noqa: PLC0415 - the same
    from reflect.workflows import leitbild as taking  # noqa: PLC0415 - with the parser

    chosen = taking.version_in_force(request.surroundings)
    rows = [
        LeitbildRow(
            version=one.version,
            title=one.title,
            date=one.date,
            statements=len(list(one.statements())),
            unmapped=len(unsettled(one, ties)),
            in_force=one.version == chosen,
        )
        for one, ties in taking.editions(request.surroundings)
    ]
    if request.wants_json:
        request.console.write_json([row.out() for row in rows])
        return 0
    for row in rows:
        request.console.write(f"{row.version:<12}{row.title}{_state(row)}")
    if not rows:
        request.console.say(_("Noch keine eigene Fassung. Eine nimmt auf: reflect leitbild import DATEI"))
    return 0


def _state(row: LeitbildRow) -> str:
    """What a person has to know about a version in the list."""
    from reflect.language.leitbild import still_waiting  # noqa: PLC0415 - the words load the nouns

    if row.in_force:
        return _("   ● gilt")
    return "   ○ " + still_waiting(row.unmapped) if row.unmapped else ""


VERBS = (
    Verb("leitbild show", N_("die Aussagen des Leitbilds mit ihren Nummern"), _show, _show_arguments),
    Verb("leitbild import", N_("das eigene Leitbild aus einer Datei aufnehmen"), _import, _import_arguments),
    Verb("leitbild list", N_("die aufbewahrten Fassungen des eigenen Leitbilds"), _list),
)
