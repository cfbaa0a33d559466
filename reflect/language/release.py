"""The words of a release: receivers, groups and states of the review, questions at the gate."""

from collections.abc import Mapping
from datetime import date

from reflect.domain.audience import Audience
from reflect.domain.finding import Kind
from reflect.domain.mention import Mention, Section, State
from reflect.domain.release import Gate
from reflect.domain.topic import PAGES_WANTED, Topic
from reflect.exchange.page import PageWords
from reflect.language import N_, current, dates, gettext, ngettext
from reflect.language import gettext as _
from reflect.language.labels import LABELS

TITLES: Mapping[Audience, str] = {
    Audience.TEAM: N_("Vorlage für die Teamsupervision"),
    Audience.INDIVIDUAL: N_("Vorlage für die Einzelsupervision"),
    Audience.CONSULTATION: N_("Vorlage für die Kollegiale Beratung"),
    Audience.APPRAISAL: N_("Vorlage für das Mitarbeitergespräch"),
    Audience.AUTHORITY: N_("Vorlage für das Dienstgespräch"),
    Audience.WORKSHOP: N_("Leitbild-Werkstatt"),
    Audience.TRAINER: N_("Blatt für die Anleitung"),
}
RECEIVERS: Mapping[Audience, str] = {
    Audience.TEAM: N_("Teamsupervision"),
    Audience.INDIVIDUAL: N_("Einzelsupervision"),
    Audience.CONSULTATION: N_("Kollegiale Beratung"),
    Audience.APPRAISAL: N_("Mitarbeitergespräch"),
    Audience.AUTHORITY: N_("Dienstgespräch mit dem Amt"),
    Audience.WORKSHOP: N_("Leitbild-Werkstatt"),
    Audience.TRAINER: N_("Anleitung"),
}
LEAVES: Mapping[Audience, str] = {
    Audience.TEAM: N_("geht an die Teamsupervision"),
    Audience.INDIVIDUAL: N_("geht an die Supervision"),
    Audience.CONSULTATION: N_("geht in die Beratung"),
    Audience.APPRAISAL: N_("geht ins Mitarbeitergespräch"),
    Audience.AUTHORITY: N_("geht an das Amt"),
    Audience.WORKSHOP: N_("geht in die Leitbild-Werkstatt"),
    Audience.TRAINER: N_("geht an deine Anleitung"),
}
_HEADINGS: Mapping[str, str] = {
    Topic.SUBJECT: N_("Thema"),
    Topic.ISSUE: N_("Anliegen"),
    Topic.SCENE: N_("Was war"),
    Topic.TRIED: N_("Schon versucht"),
    Topic.VIEWS: N_("Wie man es auch sehen kann"),
    Topic.OBSTACLE: N_("Was im Weg steht"),
    Topic.NEED: N_("Was gebraucht wird"),
    Topic.INSIGHT: N_("Was bleibt"),
    Topic.STEP: N_("Nächster Schritt"),
    Topic.PEOPLE: N_("Wer vorkommt"),
    Topic.EXTENT: N_("Wie oft, für wen"),
    Topic.EXAMPLE: N_("Ein Beispiel"),
    Topic.EFFECT: N_("Was daraus folgt"),
    Topic.WAYS: N_("Mögliche Wege"),
    Topic.GOAL: N_("Was danach anders sein soll"),
    Topic.DECISION: N_("Was zu klären ist"),
    Topic.LIMITS: N_("Was ich nicht besprechen möchte"),
    Topic.THEMES: N_("Themen"),
    Topic.STATEMENTS: N_("Berührt im Leitbild"),
    Topic.RECURRING: N_("Was sich wiederholt"),
    Topic.DOUBT: N_("Zu prüfen"),
    Topic.TENSIONS: N_("Spannungen im Text"),
    Topic.GAPS: N_("Wovon der Text nicht spricht"),
    Topic.NOWHERE: N_("Zu keiner Aussage"),
}
_OWN_HEADINGS: Mapping[Audience, Mapping[str, str]] = {
    Audience.TEAM: {Topic.NEED: N_("Was wir vom Team brauchen")},
    Audience.INDIVIDUAL: {
        Topic.ISSUE: N_("Mein Anliegen"),
        Topic.SCENE: N_("Die Szene"),
        Topic.VIEWS: N_("Mein Anteil und andere Sichten"),
        Topic.TRIED: N_("Was ich versucht habe"),
    },
    Audience.CONSULTATION: {Topic.ISSUE: N_("Schlüsselfrage"), Topic.SCENE: N_("Der Fall")},
    Audience.APPRAISAL: {
        Topic.ISSUE: N_("Ziele"),
        Topic.INSIGHT: N_("Gelungen und gelernt"),
        Topic.OBSTACLE: N_("Was schwer war"),
        Topic.NEED: N_("Was ich vom Träger brauche"),
        Topic.GOAL: N_("Woran man es sieht"),
    },
    Audience.TRAINER: {Topic.ISSUE: N_("Worum es mir geht"), Topic.NEED: N_("Was ich von dir brauche")},
    Audience.AUTHORITY: {
        Topic.SCENE: N_("Sachverhalt"),
        Topic.OBSTACLE: N_("Hindernis"),
        Topic.NEED: N_("Vorschlag"),
        Topic.STEP: N_("Was wir selbst tun"),
        Topic.DECISION: N_("Was zu entscheiden ist"),
    },
    Audience.WORKSHOP: {
        Topic.SCENE: N_("Erfahrung"),
        Topic.ISSUE: N_("Was damit ist"),
        Topic.NEED: N_("Vorschlag"),
    },
}
"""What a receiver calls it, where that differs."""
SECTIONS: Mapping[Section, str] = {
    Section.PEOPLE: N_("Menschen"),
    Section.PLACES: N_("Orte und Stellen"),
    Section.NUMBERS: N_("Nummern und Kontakte"),
    Section.TIME: N_("Zeit"),
    Section.RECOGNISABLE: N_("Macht erkennbar"),
}
STATES: Mapping[State, str] = {
    State.OPEN: N_("offen"),
    State.REPLACED: N_("ersetzt"),
    State.GENERALISED: N_("allgemeiner"),
    State.LEFT_OUT: N_("weggelassen"),
    State.KEPT: N_("bleibt"),
}
KINDS: Mapping[Kind, str] = {
    Kind.PERSON: N_("Person"),
    Kind.PLACE: N_("Ort"),
    Kind.ORGANISATION: N_("Stelle"),
    Kind.DATE: N_("Zeitpunkt"),
    Kind.AGE: N_("Alter"),
    Kind.IDENTIFIER: N_("Nummer"),
    Kind.CONTACT: N_("Kontakt"),
    Kind.ACCOUNT: N_("Konto"),
    Kind.ORIGIN: N_("Herkunft"),
    Kind.FAMILY: N_("Familie"),
    Kind.HEALTH: N_("Gesundheit"),
    Kind.RELIGION: N_("Religion"),
    Kind.OCCUPATION: N_("Beruf"),
    Kind.IDENTITY: N_("Identität"),
    Kind.PROCEDURE: N_("Verfahren"),
    Kind.ROLE: N_("Funktion"),
}
BASES: Mapping[str, str] = {
    "consent": N_("mit Einwilligung"),
    "necessary": N_("für die Arbeit nötig"),
    "unrecognisable": N_("nicht erkennbar"),
}
_QUESTIONS: Mapping[Section, str] = {
    Section.PEOPLE: N_("steht nicht in deiner Namensliste. Wer ist das?"),
    Section.PLACES: N_("steht nicht in deiner Namensliste. Was ist das?"),
    Section.NUMBERS: N_("sieht aus wie eine Nummer oder ein Kontakt."),
    Section.TIME: N_("Ein genauer Tag lässt jemanden erkennen."),
    Section.RECOGNISABLE: N_("Zusammen mit anderem lässt das jemanden erkennen."),
}
_DECIDED: Mapping[State, str] = {
    State.REPLACED: N_("ist ersetzt durch {words}."),
    State.GENERALISED: N_("heißt jetzt {words}."),
    State.LEFT_OUT: N_("ist weggelassen."),
    State.KEPT: N_("bleibt stehen."),
}


def headings_for(audience: Audience) -> dict[str, str]:
    """The headings a receiver reads, by topic, and the labels of single answers, by question id."""
    words: dict[str, str] = {**LABELS, **_HEADINGS, **_OWN_HEADINGS[audience]}
    return {key: gettext(said) for key, said in words.items()}


def answer_heading(question: str) -> str:
    """What a part gathered from several entries is called in the choice."""
    return gettext(_HEADINGS[Topic(question)])


def too_long(audience: Audience, pages: int) -> str:
    """A gentle word when the receiver wants fewer pages; empty otherwise."""
    wanted = PAGES_WANTED.get(audience)
    if wanted is None or pages <= wanted:
        return ""
    words = _("{receiver}: gewünscht ist {wanted}, hier sind es {pages}. Kürzen hilft beim Lesen.")
    return words.format(receiver=gettext(RECEIVERS[audience]), wanted=page_count(wanted), pages=page_count(pages))


def asked(mention: Mention) -> str:
    """What is asked about a mention, or what was decided; its surface stands before it."""
    if mention.is_open:
        if mention.is_leak:
            return _("stand noch in der fertigen Datei. Sie wurde nicht geschrieben.")
        return gettext(_QUESTIONS[mention.section])
    return gettext(_DECIDED[mention.state]).format(words=mention.words)


def step_words(step: str) -> str:
    """A step of the ladder as it is offered: the words, or that it is left out."""
    return step or _("weglassen")


def whereabouts(gate: Gate) -> str:
    """Where the receiver sits."""
    return _("außer Haus") if gate.outside else _("im Haus")


def page_count(pages: int) -> str:
    """`1 Seite`."""
    return ngettext("{count} Seite", "{count} Seiten", pages).format(count=pages)


def still_open(count: int) -> str:
    """How many still wait: `Noch 4 offen.`."""
    return ngettext("Noch {count} offen.", "Noch {count} offen.", count).format(count=count)


def written(file: str, pages: int) -> str:
    """What is said once the file is there."""
    words = _("Geschrieben: {file}, {pages}. Die Zuordnung der Namen bleibt im Tresor.")
    return words.format(file=file, pages=page_count(pages))


def footer(month: str, author: str = "", *, days: bool = False) -> str:
    """The last lines of the page: what was done with it, by which role and in which month.

    Args:
        month: `November 2026`.
        author: Role of the writer, never a name; empty says no more than that it was a professional.
        days: Whether the page counts days from its first one.
    """
    done = _("Pseudonymisiert und geprüft ({role}), {month}. Rollen stehen für Namen.")
    counted = " " + _("Tag 0 ist der erste genannte Tag.") if days else ""
    return done.format(role=author or _("Fachkraft"), month=month) + counted


def page_words(today: date, author: str = "", *, days: bool = False) -> PageWords:
    """Footer and language of a released page.

    Args:
        today: Only the month leaves.
        author: Role of the writer, never a name; may be empty.
        days: Whether the page counts days from its first one.
    """
    words = footer(dates.month(today), author, days=days)
    return PageWords(footer=words, language=current(), footer_label=_("Hinweis"))


def became_of_it(audience: Audience) -> str:
    """What is asked on the chosen day."""
    return _("{receiver}: Was ist daraus geworden?").format(receiver=gettext(RECEIVERS[audience]))
