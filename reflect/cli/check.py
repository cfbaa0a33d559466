"""`reflect check`: proves the vault frame by frame and says what was found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reflect.cli.request import DAMAGED, Request
from reflect.cli.verb import Verb
from reflect.language import N_, ngettext
from reflect.language import gettext as _

if TYPE_CHECKING:
    from reflect.vault.check import CheckReport


def _run(request: Request) -> int:
    from reflect.workflows.keeping import proven  # noqa: PLC0415 - with the vault

    with request.sitting(write=False) as sitting:
        report = proven(sitting)
    if request.wants_json:
        request.console.write_json(_shape(report))
    else:
        for line in _lines(report):
            request.console.write(line)
    return 0 if report.healthy else DAMAGED


def _shape(report: CheckReport) -> dict[str, object]:
    from reflect.cli.shapes import Checked  # noqa: PLC0415 - only for --json

    return Checked(
        healthy=report.healthy,
        readonly=report.state.readonly,
        frames=report.frames,
        documents=report.documents,
        bodies=report.bodies,
        damaged_places=[number for number, _when in report.damage],
        damaged_documents=[doc_id for _table, doc_id, _when in report.damaged_bodies],
        rolled_back=report.state.rollback is not None,
        header_copies=report.header_copies,
        anchor=report.anchor,
        tails=list(report.tails),
        copies=list(report.twins),
    ).out()


def _lines(report: CheckReport) -> Iterator[str]:
    if report.healthy:
        yield _("Alles ist da und unverändert.")
    yield ngettext("{count} Eintrag oder Fall gelesen.", "{count} Einträge und Fälle gelesen.", report.bodies).format(
        count=report.bodies
    )
    if report.state.rollback is not None:
        found, expected = report.state.rollback
        words = _(
            "Der Tresor ist älter als zuletzt: Stand {found} statt {expected}. Hat jemand eine alte Kopie zurückgelegt?"
        )
        yield words.format(found=found, expected=expected)
    for number, when in report.damage:
        day = f"{when.astimezone():%d.%m.%Y %H:%M}" if when else _("Zeit unbekannt")
        place = _("Anfang der Datei") if number == 0 else _("Stelle {number}").format(number=number)
        yield _("Beschädigt: {place}, {day}.").format(place=place, day=day)
    for _table, doc_id, _when in report.damaged_bodies:
        yield _("Nicht mehr lesbar: {id}.").format(id=doc_id)
    if report.header_copies == 1:
        yield _("Von zwei Kopien des Anfangs ist eine beschädigt. Öffne den Tresor zum Schreiben, dann heilt sie.")
    if not report.anchor:
        yield _("Der Anker fehlt oder ist älter. Ob jemand eine alte Kopie zurückgelegt hat, lässt sich nicht sagen.")
    for name in report.tails:
        yield _("Ein unfertiger Rest liegt daneben: {name}.").format(name=name)
    for name in report.twins:
        yield _("Eine zweite Kopie liegt im Ordner: {name}. Hat ein Abgleich sie gemacht?").format(name=name)
    if not report.healthy:
        yield _(
            "Was lesbar ist, bleibt lesbar. Hole eine Sicherung zurück oder nimm heraus, was da ist: reflect takeout"
        )


VERBS = (Verb("check", N_("prüfen, ob der Tresor ganz und unverändert ist"), _run),)
