"""`reflect leitbild map|adopt|diff|check`: the versions of the own Leitbild, held against each other and chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reflect.cli.request import Request
from reflect.cli.verb import Verb
from reflect.domain.fault import WrongUsage
from reflect.language import N_
from reflect.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reflect.cli.arguments import Arguments
    from reflect.cli.shapes.leitbild import LeitbildMap
    from reflect.domain.leitbild import Statement
    from reflect.workflows.mapping import Comparison, Mapping

FLAWED = 2
"""Exit code where something has to be done, as with `reflect prompts check`."""


def _map_arguments(arguments: Arguments) -> None:
    add = arguments.add_argument
    add("edition", metavar=_("FASSUNG"), nargs="?", help=N_("welche; ohne: die jüngste, in der etwas offen ist"))
    add("--yes", action="store_true", help=N_("alle offenen Vorschläge nehmen, ohne zu fragen"))
    add("--all", action="store_true", help=N_("auch nach dem fragen, was schon zugeordnet ist"))


def _map(request: Request) -> int:
    from reflect.cli.linear.mapping import LinearMapping, map_page  # noqa: PLC0415 - loads the nouns
    from reflect.language.leitbild import still_waiting  # noqa: PLC0415 - the same
    from reflect.workflows.mapping import Mapping  # noqa: PLC0415 - the comparison of wordings

    mapping = Mapping.of(request.surroundings, request.option("edition", ""))
    if request.option("yes"):
        mapping.settle_all()
    if request.wants_json:
        request.console.write_json(_map_shape(mapping).out())
    elif request.option("yes") or request.option("no_input"):
        request.console.write(map_page(mapping))
        request.console.say(still_waiting(mapping.waiting))
    else:
        LinearMapping(request.console, mapping).run(again=bool(request.option("all")))
    if not mapping.waiting and not request.wants_json:
        words = _("Ab heute gilt sie mit: reflect leitbild adopt {version}")
        request.console.say(words.format(version=mapping.leitbild.version))
    return 0


def _map_shape(mapping: Mapping) -> LeitbildMap:
    from reflect.cli.shapes.leitbild import LeitbildMap, MappedStatement  # noqa: PLC0415 - only for --json

    return LeitbildMap(
        version=mapping.leitbild.version,
        before=mapping.before.version if mapping.before else None,
        statements=[
            MappedStatement(
                number=one.statement.label,
                text=one.statement.text,
                change=one.transition.change,
                continues=[before.label for before in one.transition.before],
                counterparts=[shipped.id for shipped in one.counterparts],
                settled=one.settled,
            )
            for one in mapping.proposals()
        ],
        dropped=[one.before[0].label for one in mapping.transitions() if one.after is None],
    )


def _adopt_arguments(arguments: Arguments) -> None:
    add = arguments.add_argument
    add("edition", metavar=_("FASSUNG"), nargs="?", help=N_("eine zugeordnete Fassung; ohne: zeigen, welche gilt"))
    add("--shipped", action="store_true", help=N_("wieder das mitgelieferte Leitbild"))


def _adopt(request: Request) -> int:
    from reflect.workflows import leitbild as taking  # noqa: PLC0415 - with the parser

    named = request.option("edition")
    if named and request.option("shipped"):
        raise WrongUsage("options-clash", option="--shipped", other=_("FASSUNG"))
    if named or request.option("shipped"):
        request.surroundings.choose(leitbild=taking.chosen_from_today(request.surroundings, named or ""))
    version = taking.version_in_force(request.surroundings)
    request.console.say(
        _("Es gilt Fassung {version}.").format(version=version) if version else _("Es gilt das mitgelieferte Leitbild.")
    )
    return 0


def _diff_arguments(arguments: Arguments) -> None:
    arguments.add_argument("earlier", metavar="A", nargs="?", help=N_("eine Fassung; ohne: die vorletzte"))
    arguments.add_argument("later", metavar="B", nargs="?", help=N_("eine andere; ohne: die letzte"))


def _diff(request: Request) -> int:
    from reflect.workflows.mapping import compared  # noqa: PLC0415 - the comparison of wordings

    found = compared(request.surroundings, request.option("earlier", ""), request.option("later", ""))
    if not request.wants_json:
        request.console.write("\n".join(_diff_lines(found)))
        if not found.settled:
            request.console.say(_("Nicht alles ist zugeordnet. Was fehlt, ist hier nur vorgeschlagen."))
        return 0
    from reflect.cli.shapes.leitbild import (  # noqa: PLC0415 - only for --json
        ComparedStatement,
        ImportedStatement,
        LeitbildComparison,
    )

    def shaped(statement: Statement) -> ImportedStatement:
        return ImportedStatement(id=statement.label, text=statement.text)

    changes = [
        ComparedStatement(
            change=one.change, before=list(map(shaped, one.before)), after=shaped(one.after) if one.after else None
        )
        for one in found.transitions
    ]
    shape = LeitbildComparison(
        before=found.before.version, after=found.after.version, settled=found.settled, changes=changes
    )
    request.console.write_json(shape.out())
    return 0


def _diff_lines(found: Comparison) -> Iterator[str]:
    """What changed, wording under wording; what stayed is named at the end."""
    from reflect.domain.succession import Change, is_reworded  # noqa: PLC0415 - with the comparison
    from reflect.language.leitbild import transition_line  # noqa: PLC0415 - the same

    yield _("Fassung {before} → Fassung {after}").format(before=found.before.version, after=found.after.version)
    for one in found.transitions:
        if one.change is Change.SAME:
            continue
        yield ""
        yield transition_line(one)
        if one.after and len(one.before) == 1 and not is_reworded(one.before[0].text, one.after.text):
            yield f"    {one.after.text}"
            continue
        yield from (f"  – {before.text}" for before in one.before)
        if one.after is not None:
            yield f"  + {one.after.text}"
    stayed = [one.after.label for one in found.transitions if one.change is Change.SAME and one.after]
    if stayed:
        yield ""
        yield _("Unverändert: {numbers}").format(numbers=" ".join(stayed))


def _check_arguments(arguments: Arguments) -> None:
    arguments.add_argument("edition", metavar=_("FASSUNG"), nargs="?", help=N_("nur diese; ohne: alle"))


def _check(request: Request) -> int:
    from reflect.language.leitbild import flaw_sentence  # noqa: PLC0415 - loads the nouns
    from reflect.workflows import leitbild as taking  # noqa: PLC0415 - with the parser

    found = taking.checked(request.surroundings, request.option("edition", ""))
    code = FLAWED if any(flaw.is_fault for flaw in found) else 0
    if request.wants_json:
        from reflect.cli.shapes.leitbild import LeitbildFlaw  # noqa: PLC0415 - only for --json

        rows = [
            LeitbildFlaw(**flaw.model_dump(), fault=flaw.is_fault, sentence=flaw_sentence(flaw)).out() for flaw in found
        ]
        request.console.write_json(rows)
        return code
    for flaw in found:
        request.console.write(flaw_sentence(flaw))
    if not found:
        request.console.say(_("Nichts fehlt."))
    return code


VERBS = (
    Verb("leitbild map", N_("Aussagen einer Fassung zuordnen: frühere und mitgelieferte"), _map, _map_arguments),
    Verb("leitbild adopt", N_("wählen, welche Fassung ab heute gilt"), _adopt, _adopt_arguments),
    Verb("leitbild diff", N_("zwei Fassungen vergleichen, Aussage für Aussage"), _diff, _diff_arguments),
    Verb("leitbild check", N_("zeigen, was in den Fassungen fehlt oder offen ist"), _check, _check_arguments),
)
