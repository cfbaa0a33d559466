"""What a finding tells about a person, in words."""

from reflect.language import N_, gettext

_NAMES = {
    "person": N_("Name"),
    "place": N_("Ort"),
    "organisation": N_("Einrichtung"),
    "date": N_("Datum"),
    "age": N_("Alter"),
    "identifier": N_("Nummer"),
    "contact": N_("Telefon, Mail oder Anschrift"),
    "account": N_("Konto"),
    "origin": N_("Herkunft"),
    "family": N_("Familie"),
    "health": N_("Gesundheit"),
    "religion": N_("Religion"),
    "occupation": N_("Beruf"),
    "identity": N_("Identität"),
    "procedure": N_("Verfahren"),
    "role": N_("Funktion"),
}
_OTHER = N_("Angabe")


def kind_name(kind: str) -> str:
    """The word for a kind.

    Args:
        kind: A value of `reflect.domain.finding.Kind`, or another word of the leak check.
    """
    return gettext(_NAMES.get(kind, _OTHER))
