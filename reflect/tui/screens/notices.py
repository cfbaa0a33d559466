"""What home has to say about the vault itself; nothing when all is well."""

from typing import TYPE_CHECKING

from reflect.language import N_, _
from reflect.tui.widgets.rowlist import Row

if TYPE_CHECKING:
    from reflect.vault.state import VaultState

READ_ONLY = {
    "in-use": N_("Nur lesen: Der Tresor ist in einem anderen Fenster offen."),
    "damaged": N_("Nur lesen: Am Tresor ist etwas beschädigt. Was lesbar ist, bleibt lesbar."),
    "rolled-back": N_("Nur lesen: Dieser Tresor ist älter als der letzte Stand."),
    "newer": N_("Nur lesen: Den Tresor hat eine neuere Fassung von reflect geschrieben."),
    "media": N_("Nur lesen: Auf diesen Ort lässt sich nicht schreiben."),
    "backup": N_("Nur lesen: Das ist eine Sicherung."),
}


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
        rows.append(Row(key="readonly", sign="!", title=_(READ_ONLY[state.readonly])))
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
