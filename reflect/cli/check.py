"""`reflect check`: proves the vault frame by frame and says what was found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from reflect.cli.arguments import Arguments
from reflect.cli.request import DAMAGED, Request
from reflect.cli.verb import Verb
from reflect.domain.fault import WrongUsage
from reflect.language import N_, ngettext
from reflect.language import gettext as _

if TYPE_CHECKING:
    from reflect.vault.backup import BackupFile
    from reflect.vault.check import CheckReport


class Found(NamedTuple):
    """What was found.

    Attributes:
        report: The vault.
        newest: Its newest backup.
        backups: Every backup with whether it is whole; only looked at with `--full`.
    """

    report: CheckReport
    newest: BackupFile | None
    backups: tuple[tuple[BackupFile, bool], ...]

    @property
    def healthy(self) -> bool:
        """Whether the vault and every backup that was read are whole."""
        return self.report.healthy and all(whole for _, whole in self.backups)


def _arguments(arguments: Arguments) -> None:
    arguments.add_argument("--full", action="store_true", help=N_("auch jede Sicherung bis zum letzten Wort lesen"))
    arguments.add_argument(
        "--go-on", action="store_true", help=N_("mit allem weitermachen, was lesbar ist; die alte Datei bleibt daneben")
    )
    arguments.add_argument("--yes", action="store_true", help=N_("nicht nachfragen"))


def _run(request: Request) -> int:
    from reflect.workflows.keeping import proven  # noqa: PLC0415 - with the vault
    from reflect.workflows.upkeep import newest_backup, proven_backups  # noqa: PLC0415 - the same

    if request.option("go_on"):
        return _go_on(request)
    secret = request.secret()
    with request.sitting(write=False, secret=secret, heal=True) as sitting:
        backups = proven_backups(sitting, secret) if request.option("full") else ()
        found = Found(proven(sitting), newest_backup(sitting), backups)
    if request.wants_json:
        request.console.write_json(_shape(found))
    else:
        for line in (*_lines(found.report), *_backup_lines(found)):
            request.console.write(line)
    return 0 if found.healthy else DAMAGED


def _go_on(request: Request) -> int:
    """Make a damaged or rolled-back vault a healthy one.

    Raises:
        WrongUsage: `go-on-unasked`: nobody said yes.
    """
    from reflect.workflows.upkeep import go_on  # noqa: PLC0415 - with the vault

    if not request.option("yes"):
        if not request.console.is_terminal:
            raise WrongUsage("go-on-unasked")
        words = _("Weiter mit diesem Stand? Was nicht lesbar ist, fehlt danach. Tippe das Wort WEITER: ")
        if (request.console.line(words) or "").strip().upper() not in {"WEITER", "GO ON"}:
            request.console.say(_("Nichts wurde verändert."))
            return 1
    with request.sitting(write=False) as sitting:
        done = go_on(sitting)
    request.code = 0
    words = ngettext("{count} Eintrag oder Fall ist da.", "{count} Einträge und Fälle sind da.", done.documents)
    request.console.say(words.format(count=done.documents))
    if done.without_body:
        names = ", ".join(doc_id for _table, doc_id in done.without_body)
        request.console.say(_("Ohne Text geblieben: {names}.").format(names=names))
    if done.kept is not None:
        request.console.say(_("Die alte Datei liegt noch da: {path}").format(path=done.kept))
    return 0


def _backup_lines(found: Found) -> Iterator[str]:
    state = found.report.state
    yield _("Öffnen kannst nur du: Passphrasen {passphrases}, Notfallschlüssel {recovery_keys}.").format(
        passphrases=state.passphrases, recovery_keys=state.recovery_keys
    )
    if not state.recovery_confirmed:
        yield _("Der Notfallschlüssel ist noch nicht geprüft. Das geht mit: reflect recovery test")
    if found.newest is None:
        yield _("Eine Sicherung ist nicht zu sehen. Eine macht: reflect backup --to ORDNER")
    else:
        yield _("Letzte Sicherung: {day}.").format(day=f"{found.newest.taken.astimezone():%d.%m.%Y}")
    for one, whole in found.backups:
        words = _("Sicherung {name}: ganz.") if whole else _("Sicherung {name}: beschädigt oder mit altem Schlüssel.")
        yield words.format(name=one.path.name)


def _shape(found: Found) -> dict[str, object]:
    from reflect.cli.shapes.vault import Checked, CheckedBackup  # noqa: PLC0415 - only for --json

    report = found.report

    return Checked(
        healthy=found.healthy,
        readonly=report.state.readonly,
        frames=report.frames,
        documents=report.documents,
        bodies=report.bodies,
        damaged_places=[number for number, _when in report.damage],
        damaged_documents=[doc_id for _table, doc_id, _when in report.damaged_bodies],
        rolled_back=report.state.rollback is not None,
        header_copies=report.header_copies,
        repaired=[*report.state.repaired, *(["tail"] if report.state.cut_tail else [])],
        anchor=report.anchor,
        tails=list(report.tails),
        copies=list(report.twins),
        passphrases=report.state.passphrases,
        recovery_keys=report.state.recovery_keys,
        recovery_confirmed=report.state.recovery_confirmed,
        last_backup=found.newest.taken if found.newest else None,
        backups=[CheckedBackup(file=one.path.name, taken=one.taken, healthy=whole) for one, whole in found.backups],
    ).out()


def _lines(report: CheckReport) -> Iterator[str]:
    if report.healthy:
        yield _("Alles ist da und unverändert.")
    words = _("Geprüft bis zum letzten Wort. Schreibvorgänge: {frames}, Texte: {bodies}.")
    yield words.format(frames=report.frames, bodies=report.bodies)
    yield from _repaired(report)
    yield from _damaged(report)
    yield from _beside(report)
    if not report.healthy:
        yield _(
            "Was lesbar ist, bleibt lesbar. Hole eine Sicherung zurück oder nimm heraus, was da ist: reflect takeout"
        )


def _repaired(report: CheckReport) -> Iterator[str]:
    """What this opening put right, and what it could not."""
    if report.state.repaired:
        yield _("Repariert: eine der beiden Kopien des Dateianfangs war beschädigt.")
    if report.state.cut_tail:
        yield _("Repariert: ein unfertiger Rest am Ende liegt jetzt daneben.")
    if report.header_copies == 1:
        yield _("Von zwei Kopien des Anfangs ist eine beschädigt. Öffne den Tresor zum Schreiben, dann heilt sie.")


def _damaged(report: CheckReport) -> Iterator[str]:
    """Every damaged place by number and date."""
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


def _beside(report: CheckReport) -> Iterator[str]:
    """The anchor, and what lies in the folder."""
    if not report.anchor:
        yield _("Der Anker fehlt oder ist älter. Ob jemand eine alte Kopie zurückgelegt hat, lässt sich nicht sagen.")
    for name in report.tails:
        yield _("Ein unfertiger Rest liegt daneben: {name}.").format(name=name)
    for name in report.twins:
        yield _("Eine zweite Fassung liegt im Ordner: {name}. Nichts wurde vermischt.").format(name=name)
        yield _("Was sie bringt, zeigt vorher: reflect restore {path}").format(path=report.folder / name)


VERBS = (Verb("check", N_("prüfen, ob der Tresor ganz und unverändert ist"), _run, _arguments),)
