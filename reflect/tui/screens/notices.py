"""What home has to say about the vault itself; nothing when all is well."""

from datetime import datetime
from pathlib import PurePath
from typing import TYPE_CHECKING

from reflect.language import N_, _, dates
from reflect.language.faults import held_since
from reflect.tui.widgets.rowlist import Row

if TYPE_CHECKING:
    from reflect.settings.config import Config
    from reflect.vault.state import VaultState

READ_ONLY = {
    "in-use": N_("Nur lesen: Der Tresor ist in einem anderen Fenster offen."),
    "damaged": N_("Nur lesen: Am Tresor ist etwas beschädigt. Was lesbar ist, bleibt lesbar."),
    "rolled-back": N_("Nur lesen: Dieser Tresor ist älter als der letzte Stand."),
    "newer": N_("Nur lesen: Den Tresor hat eine neuere Fassung von reflect geschrieben."),
    "media": N_("Nur lesen: Auf diesen Ort lässt sich nicht schreiben."),
    "backup": N_("Nur lesen: Das ist eine Sicherung."),
}


STICKS = ("/media/", "/run/media/", "/mnt/", "/Volumes/")
"""Where systems put sticks and other disks that come and go."""


def notices(state: "VaultState", *, demo: bool = False) -> list[Row]:
    """Rows for what a person should know about the vault.

    Args:
        state: The open vault's.
        demo: It is invented and gone with the program; it has no key to check.
    """
    if demo:
        return [Row(key="demo", sign="•", title=_("Vorführung: alles ist erfunden und nur im Speicher."), quiet=True)]
    rows = []
    if state.readonly is not None:
        rows.append(Row(key="readonly", sign="!", title=_read_only(state)))
    if state.twins:
        words = _("Daneben liegt eine zweite Fassung, unvermischt: {names}")
        rows.append(Row(key="twins", sign="!", title=words.format(names=", ".join(state.twins))))
    if state.cut_tail:
        words = _("Das letzte Speichern war nicht zu Ende. Alles davor ist da.")
        rows.append(Row(key="cut", sign="!", title=words))
    if not state.recovery_confirmed:
        rows.append(
            Row(
                key="recovery",
                sign="!",
                title=_("Notfallschlüssel noch nicht geprüft."),
                note=_("Eine Minute, jederzeit:"),
                note_key="P",
            )
        )
    return rows


def backup_row(config: "Config", newest: datetime | None, now: datetime) -> Row:
    """The row that tells how old the backup is; with `!` when it is older than the person's reminder.

    Args:
        config: The person's choices.
        newest: When the newest one was made, with time zone; None when none can be seen.
        now: The clock.
    """
    label = _("Sicherung")
    if not config.backup_folder:
        words = _("noch keine.")
        return Row(key="backup", title=f"{label}  {words}", note=_("Einen Ordner wählen:"), note_key="F8")
    where = backup_place(config.backup_folder)
    if newest is None:
        words = _("keine zu sehen {where}. Steckt der Stick?").format(where=where)
        return Row(key="backup", sign="!", title=f"{label}  {words}", note=_("Jetzt:"), note_key="F8")
    day, today = newest.astimezone(now.tzinfo).date(), now.date()
    words = f"{label}  {dates.ago(day, today)}, {where}"
    if (today - day).days > config.backup_days:
        return Row(key="backup", sign="!", title=words, note=_("Jetzt:"), note_key="F8")
    return Row(key="backup", title=words, quiet=True)


def backup_place(folder: str) -> str:
    """Where backups lie, as people say it: `auf deinem Stick`, `in Sicherungen`."""
    if folder.startswith(STICKS):
        return _("auf deinem Stick")
    return _("in {folder}").format(folder=PurePath(folder).name or folder)


def _read_only(state: "VaultState") -> str:
    since = state.holder[0] if state.holder else None
    if state.readonly == "in-use" and since is not None:
        return _("Nur lesen: Ein anderes Fenster schreibt {since}.").format(since=held_since(since))
    return _(READ_ONLY[str(state.readonly)])
