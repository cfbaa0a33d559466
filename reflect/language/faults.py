"""Faults in words: what happened, why, and what to do next. Nothing here quotes what a person wrote."""

from datetime import datetime
from functools import singledispatch

from reflect.domain.answer import WrongAnswer
from reflect.domain.fault import (
    AlreadyThere,
    Fault,
    Leak,
    NewerFormat,
    NotAVault,
    NotFound,
    NotSaved,
    ReadOnly,
    RolledBack,
    Undecided,
    VaultDamaged,
    VaultInUse,
    WrongPassphrase,
    WrongUsage,
)
from reflect.language import N_, gettext, ngettext
from reflect.language import gettext as _
from reflect.language.dates import clock, weekday
from reflect.language.usage import usage_sentence

_NOT_FOUND = {
    "entry": N_("Den Eintrag „{name}“ gibt es nicht. Alle Einträge zeigt: reflect list"),
    "protocol": N_("Das Protokoll „{name}“ gibt es nicht. Alle Protokolle zeigt: reflect prompts list"),
    "vault": N_("In {name} liegt kein Tresor. Einen neuen macht: reflect init"),
    "vault-missing": N_(
        "In {name} lag ein Tresor, und er ist nicht da. Nichts wurde gelöscht. Steckt der Stick, ist der Abgleich "
        "fertig? Sonst hilft eine Sicherung: reflect restore DATEI"
    ),
    "case": N_("Den Fall „{name}“ gibt es nicht. Alle Fälle zeigt: reflect case list"),
    "question": N_("Die Frage „{name}“ gibt es in diesem Protokoll nicht. Alle Fragen zeigt: reflect prompts show"),
    "file": N_("{name} gibt es nicht. Prüfe den Namen und den Ordner."),
    "method": N_("Die Methode „{name}“ gibt es nicht. Alle Methoden zeigt: reflect session list"),
    "folder": N_("Den Ordner {name} gibt es nicht. Lege ihn an oder nimm einen anderen."),
    "step": N_("Den Schritt „{name}“ gibt es nicht."),
    "statement": N_("Die Leitbild-Aussage „{name}“ gibt es nicht. Alle Aussagen zeigt: reflect leitbild show"),
    "finding": N_("Die Stelle „{name}“ gibt es nicht in diesem Text. Alle Stellen zeigt derselbe Befehl mit --json."),
    "leitbild": N_("Ein Leitbild in der Sprache „{name}“ gibt es nicht."),
    "leitbild-version": N_("Die Fassung „{name}“ gibt es nicht. Alle Fassungen zeigt: reflect leitbild list"),
    "answer": N_("Zu „{name}“ gibt es keine Antwort, die weitergegeben werden darf."),
    "begun": N_("Nichts ist angefangen. Etwas Neues beginnt mit: reflect new"),
    "vignette": N_("Die Vignette „{name}“ gibt es nicht. Alle Vignetten zeigt: reflect onboarding list"),
    "plan": N_("Es gibt noch keinen Plan. Einen beginnt: reflect new einarbeitung"),
    "task": N_("Die Aufgabe „{name}“ gibt es im Plan nicht. Alle Aufgaben zeigt: reflect onboarding show"),
    "release": N_("Die Freigabe „{name}“ gibt es nicht."),
}
_LOOKS_LIKE = {
    "empty": N_("Die Datei ist leer."),
    "html": N_("Die Datei ist eine Internetseite."),
    "text": N_("Die Datei ist ein Text."),
    "folder": N_("Dort liegt ein Ordner."),
    "unknown": N_("Die Datei stammt von einem anderen Programm oder ist kaputt."),
}
_READ_ONLY = {
    "in-use": N_("Der Tresor ist in einem anderen Fenster offen. Schließe es dort, dann geht Schreiben wieder."),
    "damaged": N_("Der Tresor ist beschädigt und lässt sich nur lesen. Was fehlt, zeigt: reflect check"),
    "rolled-back": N_("Der Tresor ist älter als zuletzt und lässt sich nur lesen. Näheres zeigt: reflect check"),
    "newer": N_("Eine neuere Version von reflect hat den Tresor geschrieben. Hier lässt er sich nur lesen."),
    "media": N_("Auf dieses Laufwerk lässt sich nicht schreiben. Prüfe die Rechte oder nimm einen anderen Ordner."),
    "backup": N_("Das ist eine Sicherung. Sie lässt sich nur lesen."),
    "asked": N_("Der Tresor ist nur zum Lesen geöffnet."),
}
_NOT_SAVED = {
    "no-space": N_(
        "Kein Platz mehr für {path}. Was vorher da war, ist unverändert. Schaffe Platz und versuche es neu."
    ),
    "not-allowed": N_("{path} darf nicht geschrieben werden. Prüfe die Rechte oder nimm einen anderen Ordner."),
    "io": N_("{path} ließ sich nicht schreiben. Was vorher da war, ist unverändert. Prüfe das Laufwerk."),
    "replaced": N_(
        "{path} wurde von außen ausgetauscht. Nichts wurde überschrieben. Schließe reflect und prüfe die Datei."
    ),
}
_LEAKS = {
    "text": N_("im Text der Datei"),
    "property": N_("in den Eigenschaften der Datei"),
    "name": N_("im Namen der Datei"),
}
_EXPECTED = {
    "text": N_("Text in Anführungszeichen"),
    "line": N_("eine einzige Zeile Text"),
    "list": N_("eine Liste von Texten"),
    "position": N_("eine Zahl von 1 bis {limit}"),
    "choices": N_("eine Liste von Zahlen von 1 bis {limit}"),
    "day": N_("ein Tag wie 2026-11-24"),
    "number": N_("eine Zahl"),
    "rows": N_("höchstens {limit} Zeilen, jede eine Liste von Texten"),
    "people": N_("eine Liste von Kürzel und Rolle"),
    "signed": N_("Stufe 1 bis {limit}, Tag und zwei verschiedene Kürzel aus Buchstaben"),
}


@singledispatch
def sentence(fault: Fault) -> str:
    """The fault in the language that is spoken.

    Args:
        fault: Any fault of `reflect.domain.fault`, or `WrongAnswer`.
    """
    return _("Das ging nicht ({kind}). Nichts wurde verändert.").format(kind=type(fault).__name__)


@sentence.register
def _wrong_usage(fault: WrongUsage) -> str:
    return usage_sentence(fault.what, fault.facts)


@sentence.register
def _wrong_passphrase(_fault: WrongPassphrase) -> str:
    return _(
        "Das war nicht die Passphrase. Nichts ist verloren. Versuche es noch einmal, auch mit dem Notfallschlüssel."
    )


@sentence.register
def _not_found(fault: NotFound) -> str:
    known = _NOT_FOUND.get(fault.noun)
    return (gettext(known) if known else _("„{name}“ gibt es nicht.")).format(name=fault.name)


@sentence.register
def _already_there(fault: AlreadyThere) -> str:
    return _("{path} gibt es schon. Nichts wurde überschrieben. Nimm einen anderen Namen.").format(path=fault.path)


@sentence.register
def _not_a_vault(fault: NotAVault) -> str:
    why = gettext(_LOOKS_LIKE.get(fault.looks_like, _LOOKS_LIKE["unknown"]))
    words = _("{path} ist kein Tresor. {why} Sie bleibt, wie sie ist. Prüfe den Ordner oder hole eine Sicherung.")
    return words.format(path=fault.path, why=why)


@sentence.register
def _newer_format(fault: NewerFormat) -> str:
    words = _(
        "Eine neuere Version von reflect hat das geschrieben (Format {found}, hier bis {known}). Aktualisiere reflect."
    )
    return words.format(found=fault.found, known=fault.known)


@sentence.register
def _damaged(fault: VaultDamaged) -> str:
    if (0, None) in fault.places:
        return _("Der Anfang des Tresors ist beschädigt, er lässt sich nicht öffnen. Hole eine Sicherung zurück.")
    words = ngettext(
        "Der Tresor ist an {count} Stelle beschädigt. Was lesbar ist, bleibt lesbar. Näheres zeigt: reflect check",
        "Der Tresor ist an {count} Stellen beschädigt. Was lesbar ist, bleibt lesbar. Näheres zeigt: reflect check",
        len(fault.places),
    )
    return words.format(count=len(fault.places))


@sentence.register
def _rolled_back(fault: RolledBack) -> str:
    words = _(
        "Der Tresor ist älter als zuletzt (Stand {found} statt {expected}). Hat jemand eine alte Kopie zurückgelegt?"
    )
    return words.format(found=fault.found, expected=fault.expected)


@sentence.register
def _in_use(fault: VaultInUse) -> str:
    if fault.since is None:
        return _("Der Tresor ist in einem anderen Fenster offen. Schließe reflect dort, dann geht es hier.")
    words = _(
        "Der Tresor ist {since} in einem anderen Fenster offen (Prozess {pid}). Schließe reflect dort, dann geht es "
        "hier."
    )
    return words.format(since=held_since(fault.since), pid=fault.pid)


def held_since(since: datetime) -> str:
    """`seit Montag, 17:41`, in this machine's time zone: a lock is seldom older than some days.

    Args:
        since: When the lock was taken.
    """
    here = since.astimezone()
    return _("seit {day}, {time}").format(day=weekday(here.date()), time=clock(here))


def read_beside(since: datetime | None, pid: int | None) -> str:
    """What a reader is told while another process writes.

    Args:
        since: When that process took the lock, if it says so.
        pid: Its number, if it says so.
    """
    if since is None:
        return _("Der Tresor ist in einem anderen Fenster offen. Hier wird nur gelesen.")
    words = _("Der Tresor ist {since} in einem anderen Fenster offen (Prozess {pid}). Hier wird nur gelesen.")
    return words.format(since=held_since(since), pid=pid)


@sentence.register
def _read_only(fault: ReadOnly) -> str:
    return gettext(_READ_ONLY.get(fault.reason, _READ_ONLY["asked"]))


@sentence.register
def _not_saved(fault: NotSaved) -> str:
    return gettext(_NOT_SAVED.get(fault.reason, _NOT_SAVED["io"])).format(path=fault.path)


@sentence.register
def _undecided(fault: Undecided) -> str:
    if not fault.count:
        return _("Die Fragen am Tor sind offen, oder eine Antwort spricht dagegen. Nichts hat das Gerät verlassen.")
    words = ngettext(
        "{count} Stelle ist noch nicht entschieden. Nichts hat das Gerät verlassen. Entscheide sie, dann geht es.",
        "{count} Stellen sind noch nicht entschieden. Nichts hat das Gerät verlassen. Entscheide sie, dann geht es.",
        fault.count,
    )
    return words.format(count=fault.count)


@sentence.register
def _leak(fault: Leak) -> str:
    places = dict.fromkeys(gettext(_LEAKS.get(kind.partition(":")[0], _LEAKS["text"])) for kind in fault.kinds)
    words = _(
        "Da steht noch etwas, das nicht hinaus soll ({places}). Nichts wurde geschrieben. Sieh noch einmal durch."
    )
    return words.format(places=", ".join(places))


@sentence.register
def _wrong_answer(fault: WrongAnswer) -> str:
    expected = gettext(_EXPECTED.get(fault.expected, _EXPECTED["text"])).format(limit=fault.limit)
    words = _("Die Antwort auf „{question}“ passt nicht. Richtig wäre: {expected}.")
    return words.format(question=fault.question, expected=expected)
