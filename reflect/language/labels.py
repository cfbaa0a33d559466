"""What an answer is called on a page: a few words for its receiver, instead of the question its writer was asked."""

from collections.abc import Mapping

from reflect.language import N_

LABELS: Mapping[str, str] = {
    "titel": N_("Thema"),
    "art": N_("Es geht"),
    "ziel": N_("Ziel"),
    "frage": N_("Frage"),
    "schluesselfrage": N_("Schlüsselfrage"),
    "anliegen": N_("Anliegen"),
    "wunsch": N_("Wunsch der Person"),
    "worum": N_("Worum es geht"),
    **dict.fromkeys(("verlauf", "szene", "was", "gesehen", "ablauf", "seite"), N_("Szene")),
    "anlass": N_("Anlass"),
    "hintergrund": N_("Hintergrund"),
    "andere": N_("Die anderen"),
    "andere-sicht": N_("Sicht der anderen Person"),
    "andere-person": N_("Die andere Person"),
    "andere-erklaerung": N_("Andere Erklärung"),
    "gesehen-gedeutet": N_("Gesehen und gedeutet"),
    **dict.fromkeys(("resonanz", "bewegt"), N_("Was es in mir auslöst")),
    "muster": N_("Kenne ich aus anderen Szenen"),
    "annahme": N_("Meine Annahme"),
    "mitnehmen": N_("Nicht vergessen"),
    "brauchen": N_("Gebraucht"),
    "vorschlag": N_("Vorschlag"),
    "stolz": N_("Gelungen"),
    "anders": N_("Was ich anders angehen würde"),
    "leicht": N_("Im Leitbild fiel leicht"),
    "schwer": N_("Im Leitbild fiel schwer"),
    "luecken": N_("Was ich lernen will"),
    "ziel-woran": N_("Woran man das Ziel sieht"),
    "leitung-gut": N_("Was mir an der Leitung hilft"),
    "leitung-anders": N_("Was ich mir anders wünsche"),
    **dict.fromkeys(
        ("schritt", "schritt-was", "versuch-was", "erster-schritt", "offen-was", "eigener-beitrag"), N_("Schritt")
    ),
    **dict.fromkeys(
        ("schritt-tag", "versuch-tag", "bis-wann", "offen-tag", "aendern-tag", "nachfragen-tag"), N_("Nachsehen")
    ),
    "haeufigkeit": N_("Wie oft"),
    "bereich": N_("Für wen"),
    "nachfragen": N_("Zu klären"),
}
"""By question id, the same in every protocol; what has none keeps its question."""
