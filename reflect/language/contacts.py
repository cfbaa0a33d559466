"""Names of the public numbers that are shown where an organisation configured none of its own."""

from reflect.domain.contact import Contact
from reflect.domain.protocol import StopKind
from reflect.language import N_, gettext

NAMES = {
    "emergency": N_("Notruf, Rettung und Feuerwehr"),
    "police": N_("Polizei"),
    "crisis-line": N_("Telefonseelsorge"),
    "violence-against-women": N_("Hilfetelefon Gewalt gegen Frauen"),
    "children-and-youth": N_("Nummer gegen Kummer, Kinder und Jugendliche"),
}
STOPS = {
    StopKind.CHILD_PROTECTION: N_(
        "Geht es um Gefahr für ein Kind? Dann gilt zuerst euer Verfahren, nicht dieses Formular."
    ),
    StopKind.SELF_HARM: N_("Könnte sich jemand etwas antun? Dann ruf zuerst an. Schreiben kannst du später."),
    StopKind.VIOLENCE: N_("Ist jemand in Gefahr? Dann ruf zuerst an. Schreiben kannst du später."),
}


def contact_name(contact: Contact) -> str:
    """Who answers: the organisation's own words, or the name of a public number."""
    return gettext(NAMES[contact.name]) if contact.public else contact.name


def contact_line(contact: Contact) -> str:
    """Number, name and hours in one line: `112   Notruf, Rettung und Feuerwehr`."""
    parts = [contact.number, contact_name(contact), contact.hours]
    return "   ".join(part for part in parts if part)


def stop_sentence(kind: StopKind) -> str:
    """Why the form stops here."""
    return gettext(STOPS[kind])
