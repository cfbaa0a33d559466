"""What is said when the program itself fails: no values, no text of an error, nothing that a person wrote."""

from rich.text import Text

from reflect.language import _
from reflect.tui.leaks import where


def page(error: BaseException | None, *, sealed: bool) -> Text:
    """The page left on the terminal after a fault of the program.

    Args:
        error: What happened; only its kind and places in this program are shown.
        sealed: Whether unfinished text could still be sealed.
    """
    lines = [
        "! " + _("reflect hat einen Fehler im Programm gefunden und sich geschlossen."),
        _("Was gespeichert war, ist gespeichert. Der Tresor ist verschlossen."),
    ]
    if sealed:
        lines.append(_("Dein angefangener Text ist versiegelt und wartet beim nächsten Öffnen."))
    lines.append(_("Starte reflect neu. Kommt es wieder, gib diese Zeile weiter; sie enthält nichts von dir:"))
    return Text("\n".join([*lines, where(error) if error is not None else ""]).rstrip())
