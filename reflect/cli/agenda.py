"""`reflect agenda`: what is to be talked about at the next team round, supervision or service meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reflect.cli.arguments import Arguments
from reflect.cli.request import Request
from reflect.cli.verb import Verb
from reflect.domain.teamround import Matter, Occasion, Outcome, Urgency
from reflect.language import N_
from reflect.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reflect.domain.teamround import Item
    from reflect.workflows.teamround import Agenda

WHERE = [occasion.value for occasion in Occasion]
TEXT_WIDTH = 44


def _for(arguments: Arguments, *, required: bool = True) -> None:
    arguments.add_argument("--for", choices=WHERE, required=required, help=N_("Teamrunde, Supervision, Dienstberatung"))


def _list_arguments(arguments: Arguments) -> None:
    _for(arguments, required=False)
    arguments.add_argument("--minutes", type=int, metavar=_("ZAHL"), help=N_("wie viele Minuten da sind"))


def _list(request: Request) -> int:
    from reflect.workflows.teamround import agenda  # noqa: PLC0415 - with the vault

    named = request.option("for")
    with request.sitting(write=False) as sitting:
        wanted = [Occasion(named)] if named else list(Occasion)
        lists = [agenda(sitting, occasion, request.option("minutes")) for occasion in wanted]
        if request.wants_json:
            request.console.write_json([_shape(one) for one in lists])
        elif request.option("plain"):
            _tell_plainly(request, lists)
        else:
            _tell(request, lists)
    return 0


def _shape(listed: Agenda) -> dict[str, Any]:
    from reflect.cli.shapes.agenda import AgendaItem, AgendaList  # noqa: PLC0415 - only for --json

    arrangement = listed.arrangement
    return AgendaList(
        occasion=listed.occasion,
        minutes=arrangement.minutes,
        taken=arrangement.taken,
        planned=[AgendaItem.of(item) for item in arrangement.planned],
        left=[AgendaItem.of(item) for item in arrangement.left],
        dealt=[AgendaItem.of(item) for item in listed.dealt],
    ).out()


def _tell_plainly(request: Request, lists: Iterable[Agenda]) -> None:
    for listed in lists:
        parts = (
            ("planned", listed.arrangement.planned),
            ("left", listed.arrangement.left),
            ("dealt", listed.dealt),
        )
        for part, items in parts:
            for item in items:
                columns = (listed.occasion.value, part, item.entry, str(item.point.minutes), item.text)
                request.console.write("\t".join(columns))


def _tell(request: Request, lists: Iterable[Agenda]) -> None:
    from reflect.language import teamround as words  # noqa: PLC0415 - only for people

    told = False
    for listed in lists:
        arrangement = listed.arrangement
        if not (arrangement.planned or arrangement.left or listed.dealt):
            continue
        if told:
            request.console.write("")
        told = True
        request.console.write(f"{words.occasion(listed.occasion)}   {words.filled(arrangement)}")
        _write(request, "!" if words.overfull(arrangement) else "", words.overfull(arrangement))
        for item in arrangement.planned:
            _write_item(request, "○", item)
        if arrangement.left:
            request.console.write(_("Passt diesmal nicht"))
        for item in arrangement.left:
            _write_item(request, "–", item)
        if listed.dealt:
            request.console.write(_("Heute besprochen"))
        for item in listed.dealt:
            _write_item(request, "●", item)
    if not told:
        request.console.say(_("Hier steht noch nichts. Einen Punkt schreibt: reflect new teamrunde"))


def _write(request: Request, sign: str, sentence: str) -> None:
    if sentence:
        request.console.write(f"{sign} {sentence}")


def _write_item(request: Request, sign: str, item: Item) -> None:
    from reflect.language import teamround as words  # noqa: PLC0415 - only for people

    kind = f"{words.matter(item)}: " if item.point.matter else ""
    facts = words.facts(item, request.surroundings.now().date())
    request.console.write(f"{sign} {item.entry}   {kind + (item.text or _('ohne Titel')):<{TEXT_WIDTH}}   {facts}")


def _one(arguments: Arguments) -> None:
    arguments.add_argument("id", metavar="ID", help=N_("Kennung des Eintrags, wie in reflect list"))


def _mark_arguments(arguments: Arguments) -> None:
    _one(arguments)
    _for(arguments)
    add: Any = arguments.add_argument
    add("--minutes", type=int, metavar=_("ZAHL"), help=N_("wie lange der Punkt dauert"))
    add("--urgency", choices=[one.value for one in Urgency], help=N_("ob es warten kann"))
    add("--kind", choices=[one.value for one in Matter], help=N_("Fall, Organisation, Zusammenarbeit"))
    add("--wanted", choices=[one.value for one in Outcome], help=N_("Info, Rat oder Entscheidung"))


def _mark(request: Request) -> int:
    from reflect.language import teamround as words  # noqa: PLC0415 - with the nouns, when needed
    from reflect.workflows.teamround import mark  # noqa: PLC0415 - with the vault

    named = {
        "wanted": request.option("minutes"),
        "urgency": Urgency(request.option("urgency")) if request.option("urgency") else None,
        "matter": Matter(request.option("kind")) if request.option("kind") else None,
        "outcome": Outcome(request.option("wanted")) if request.option("wanted") else None,
    }
    occasion = Occasion(request.option("for"))
    with request.sitting(write=True) as sitting:
        said = {name: value for name, value in named.items() if value is not None}
        item = mark(sitting, request.options.id, occasion, **said)
    if request.wants_json:
        from reflect.cli.shapes.agenda import AgendaItem  # noqa: PLC0415 - only for --json

        request.console.write_json(AgendaItem.of(item).out())
    else:
        request.console.say(words.listed(occasion))
    return 0


def _several(arguments: Arguments) -> None:
    arguments.add_argument("ids", metavar="ID", nargs="+", help=N_("Kennungen der Einträge"))
    arguments.add_argument("--undo", action="store_true", help=N_("doch noch nicht besprochen"))


def _done(request: Request) -> int:
    from reflect.workflows.teamround import tick  # noqa: PLC0415 - with the vault

    dealt = not request.option("undo", default=False)
    with request.sitting(write=True) as sitting:
        ids = [sitting.entry(entry_id).id for entry_id in request.options.ids]  # all of them exist, or none is ticked
        for entry_id in ids:
            tick(sitting, entry_id, dealt=dealt)
    request.console.say(_("Besprochen.") if dealt else _("Wartet wieder."))
    return 0


def _drop(request: Request) -> int:
    from reflect.workflows.teamround import withdraw  # noqa: PLC0415 - with the vault

    with request.sitting(write=True) as sitting:
        withdraw(sitting, request.options.id)
    request.console.say(_("Von der Liste genommen. Der Eintrag bleibt."))
    return 0


def _close(request: Request) -> int:
    from reflect.language import teamround as words  # noqa: PLC0415 - with the nouns, when needed
    from reflect.workflows.teamround import close  # noqa: PLC0415 - with the vault

    with request.sitting(write=True) as sitting:
        request.console.say(words.closed(close(sitting, Occasion(request.option("for")))))
    return 0


VERBS = (
    Verb("agenda", N_("was in die nächste Runde gehört und in ihre Minuten passt"), _list, _list_arguments),
    Verb("agenda mark", N_("einen Eintrag auf eine Gesprächsliste setzen"), _mark, _mark_arguments),
    Verb("agenda done", N_("festhalten, dass etwas besprochen ist"), _done, _several),
    Verb("agenda drop", N_("einen Eintrag von der Liste nehmen; er bleibt"), _drop, _one),
    Verb("agenda close", N_("die Runde ist vorbei; was wartet, gilt als verschoben"), _close, _for),
)
