"""`reflect list`, `show` and `search`: what is in the vault."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from reflect.cli.arguments import Arguments
from reflect.cli.request import Request
from reflect.cli.verb import Verb
from reflect.domain.fault import WrongUsage
from reflect.language import N_, ngettext
from reflect.language import gettext as _
from reflect.language.dates import day_and_month

SIGN_DONE, SIGN_BEGUN = "●", "…"


def _list(request: Request) -> int:
    from reflect.workflows.keeping import records  # noqa: PLC0415 - with the vault

    with request.sitting(write=False) as sitting:
        tell_rows(request, records(sitting))
    return 0


def tell_rows(request: Request, rows: Iterable[tuple[str, dict[str, Any]]]) -> None:
    """Write entries as rows: JSON, plain columns, or words.

    Args:
        request: Says which.
        rows: Ids and sealed records.
    """
    from reflect.cli.shapes.entries import EntryRow  # noqa: PLC0415 - with the vault

    found = list(rows)
    if request.wants_json:
        request.console.write_json([EntryRow.of(*row).out() for row in found])
        return
    for entry_id, record in found:
        request.console.write(_row(request, entry_id, record))
    if not found:
        request.console.say(_("Hier ist noch nichts."))


def _row(request: Request, entry_id: str, record: dict[str, Any]) -> str:
    created = datetime.fromisoformat(record["created"])
    finished = bool(record["finished"])
    title = record["title"] or _("ohne Titel")
    if request.option("plain"):
        state = _("fertig") if finished else _("begonnen")
        return "\t".join([entry_id, f"{created:%Y-%m-%d}", state, record["protocol"], title])
    day = day_and_month(created.date(), request.surroundings.now().date())
    sign = SIGN_DONE if finished else SIGN_BEGUN
    return f"{sign} {entry_id}   {day:<18}{record['protocol_title']:<26}{title}"


def _show_arguments(arguments: Arguments) -> None:
    arguments.add_argument("id", metavar="ID", help=N_("Kennung des Eintrags, wie in reflect list"))


def _show(request: Request) -> int:
    from reflect.cli.shapes.entries import ShownEntry  # noqa: PLC0415 - with the vault

    with request.sitting(write=False) as sitting:
        entry = sitting.entry(request.options.id)
        if request.wants_json:
            whole = entry.model_dump(mode="json", by_alias=True) | {"title": entry.title}
            request.console.write_json(ShownEntry.model_validate(whole).model_dump(mode="json", by_alias=True))
        else:
            from reflect.language.entrypage import entry_page  # noqa: PLC0415 - only for people

            request.console.write(entry_page(entry, sitting.touched(entry.principles), sitting.doubts(entry)))
    return 0


def _search_arguments(arguments: Arguments) -> None:
    arguments.add_argument("words", nargs="*", help="")


def _search(request: Request) -> int:
    from reflect.workflows.keeping import search  # noqa: PLC0415 - with the vault

    if request.option("words"):
        raise WrongUsage("search-as-argument")
    with request.sitting(write=False) as sitting:
        words = _asked_words(request)
        _tell_hits(request, list(search(sitting, words)))
    return 0


def _asked_words(request: Request) -> str:
    console = request.console
    words = console.line(_("Suchen nach: ") if console.is_terminal else "")
    if not words or not words.strip():
        raise WrongUsage("search-empty")
    return words


def _tell_hits(request: Request, hits: list[tuple[str, dict[str, Any], str]]) -> None:
    from reflect.cli.shapes.entries import EntryRow, SearchHit  # noqa: PLC0415 - with the vault

    if request.wants_json:
        rows = [SearchHit(**EntryRow.of(entry, record).model_dump(), line=line).out() for entry, record, line in hits]
        request.console.write_json(rows)
        return
    for entry_id, record, line in hits:
        request.console.write(_row(request, entry_id, record))
        request.console.write(f"    {line}" if not request.option("plain") else f"\t{line}")
    count = ngettext("{count} Eintrag gefunden.", "{count} Einträge gefunden.", len(hits)).format(count=len(hits))
    request.console.say(count)


VERBS = (
    Verb("list", N_("alle Einträge, die neuesten zuerst"), _list),
    Verb("show", N_("einen Eintrag lesen"), _show, _show_arguments),
    Verb("search", N_("in allen Einträgen suchen; das Suchwort wird gefragt"), _search, _search_arguments),
)
