"""The Leitbild in words: what became of a statement, and what is wrong with a version."""

from collections.abc import Iterable, Mapping

from reflect.domain.leitbild import Statement
from reflect.domain.soundness import Flaw
from reflect.domain.succession import Change, Transition
from reflect.language import N_, gettext, ngettext
from reflect.language import gettext as _

CHANGES: Mapping[Change, str] = {
    Change.SAME: N_("unverändert"),
    Change.MOVED: N_("andere Nummer"),
    Change.REWORDED: N_("anders gesagt"),
    Change.SPLIT: N_("geteilt"),
    Change.MERGED: N_("zusammengelegt"),
    Change.NEW: N_("neu"),
    Change.DROPPED: N_("entfallen"),
}

FLAWS: Mapping[str, str] = {
    "number-twice": N_("Fassung {version}: die Nummer {place} kommt zweimal vor. Gib jeder Aussage eine eigene."),
    "wording-twice": N_("Fassung {version}, {place}: diese Aussage steht schon weiter oben. Eine genügt."),
    "section-empty": N_("Fassung {version}, Abschnitt {place}: unter der Überschrift steht nichts."),
    "section-text": N_(
        "Fassung {version}, Abschnitt {place}: keine Aussage erkannt. Stelle einen Strich vor jede und nimm neu auf."
    ),
    "undated": N_("Fassung {version}: im Text steht kein Datum. Sie heißt nach dem Tag der Aufnahme."),
    "unmapped": N_("Fassung {version}: noch nicht zugeordnet: {place}. Weiter mit: reflect leitbild map {version}"),
    "alone": N_("Fassung {version}: keiner mitgelieferten zugeordnet: {place}. Vorlagen schlagen sie nicht vor."),
    "missing": N_(
        "Fassung {version} gilt, ist aber nicht aufbewahrt. Nimm sie neu auf oder wähle: reflect leitbild adopt"
    ),
}


def flaw_sentence(flaw: Flaw) -> str:
    """A flaw in the language that is spoken: where it is, what it is, what to do."""
    return gettext(FLAWS[flaw.kind]).format(version=flaw.version, place=flaw.place)


def numbers(statements: Iterable[Statement]) -> str:
    """The numbers of some statements, with spaces between."""
    return " ".join(statement.label for statement in statements)


def transition_line(transition: Transition) -> str:
    """From which numbers to which, and what it means: `2.1 → 2.2  anders gesagt`."""
    before = numbers(transition.before)
    after = transition.after.label if transition.after is not None else ""
    places = f"{before} → {after}" if before and after and before != after else after or before
    return f"{places}  {gettext(CHANGES[transition.change])}"


def still_waiting(count: int) -> str:
    """How many statements wait to be mapped."""
    if not count:
        return _("Alles ist zugeordnet.")
    words = ngettext(
        "{count} Aussage ist noch nicht zugeordnet.", "{count} Aussagen sind noch nicht zugeordnet.", count
    )
    return words.format(count=count)


def open_count(count: int) -> str:
    """The same in a list, where there is little room."""
    return ngettext("{count} offen", "{count} offen", count).format(count=count)


def unchanged_words(count: int) -> str:
    """How many statements were settled because their words are the same as before."""
    words = ngettext(
        "{count} Aussage ist wortgleich und behält ihren Platz.",
        "{count} Aussagen sind wortgleich und behalten ihren Platz.",
        count,
    )
    return words.format(count=count)
