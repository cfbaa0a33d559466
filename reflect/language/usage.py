"""Wrong usage in words: requests that cannot be carried out as they were put."""

from collections.abc import Mapping
from datetime import date

from reflect.language import N_, gettext, ngettext
from reflect.language import gettext as _
from reflect.language.dates import day_and_month

SENTENCES = {
    # the recovery key
    "recovery-shape": N_(
        "Das ist kein Notfallschlüssel: er hat {expected} Zeichen, hier stehen {symbols}. Vergleiche Gruppe für Gruppe."
    ),
    # vault
    "nothing-to-salvage": N_("Der Tresor ist nicht beschädigt. Es gibt nichts zu retten."),
    "vault-name": N_("Der Name passt nicht. Nimm einen neutralen mit höchstens 24 Zeichen, zum Beispiel Regal."),
    "vault-name-taken": N_("So heißt hier schon ein anderer Tresor. Nimm einen anderen Namen."),
    "backup-nowhere": N_("Wohin soll die Sicherung? Nenne einen Ordner: reflect backup --to ORDNER"),
    "known-unsaid": N_("Könnte jemand die alte Passphrase kennen? Sag es mit --known oder --not-known."),
    "go-on-unasked": N_("Weiter mit diesem Stand lässt weg, was nicht lesbar ist. Bestätige es mit --yes."),
    "restore-unasked": N_("Zurückholen ersetzt den jetzigen Stand. Bestätige es mit --yes."),
    "restore-from-itself": N_("Das ist der Tresor selbst. Nenne eine Sicherung."),
    "restore-other-vault": N_("Das ist die Sicherung eines anderen Tresors. Nichts wurde verändert."),
    # the Leitbild
    "leitbild-format": N_("Diese Art Datei lässt sich nicht lesen. Speichere das Leitbild als .txt, .md oder .docx."),
    "leitbild-unreadable": N_("Die Datei enthält keinen lesbaren Text. Speichere sie noch einmal als .txt oder .docx."),
    "leitbild-empty": N_("Die Datei ist leer. Nimm eine mit dem Text des Leitbilds."),
    "leitbild-no-headings": N_(
        "Im Text fehlen Überschriften. Stelle vor jeden Abschnitt eine eigene Zeile, zum Beispiel: 1. Unsere Ziele"
    ),
    "leitbild-no-statements": N_(
        "Unter den Überschriften fehlen Aussagen. Schreibe jede auf eine eigene Zeile mit einem Strich davor."
    ),
    "leitbild-kept-broken": N_(
        "{path} enthält kein Leitbild mehr. Lege die Datei beiseite und nimm das Leitbild neu auf."
    ),
    "leitbild-none": N_("Noch keine eigene Fassung. Eine nimmt auf: reflect leitbild import DATEI"),
    "leitbild-one": N_("Zu Fassung {version} gibt es keine frühere. Vergleichen geht ab der zweiten."),
    "leitbild-unmapped": N_(
        "In Fassung {version} sind {count} Aussagen noch nicht zugeordnet. Ordne sie zu: reflect leitbild map"
    ),
    "workshop-empty": N_(
        "Für die Werkstatt liegt nichts bereit. Vermerke beim Schreiben im Leitbild mit P, was zu prüfen ist."
    ),
    # self-assessment
    "assess-early": N_("Zwischen zwei Einschätzungen liegen vier Wochen. Die nächste beginnt ab {day}."),
    "assess-full": N_("Mehr als {most} Aussagen im Monat sind es nicht. Nimm sie dir im nächsten vor."),
    "assess-mark": N_("„{found}“ ist keine Stufe. Möglich sind 1 bis 5, G und ?."),
    "assess-hindrance": N_("„{found}“ gibt es nicht. Möglich sind: {right}."),
    "assess-shape": N_('Die Einschätzung zu „{statement}“ hat die falsche Form. Richtig wäre: {{"mark": "4"}}.'),
    "talk-empty": N_("Noch ist keine Aussage gewählt. Nimm mindestens eine."),
    # onboarding
    "sign-initials": N_("Das sind keine zwei Kürzel. Nimm je ein bis vier Buchstaben, für jede Person andere."),
    "sign-day": N_("Das ist kein vergangener Tag. Zum Beispiel: 24.11. oder heute."),
    "sign-step": N_("Diese Stufe gibt es nicht. Möglich sind: {right}."),
    # consultation
    "session-name-twice": N_("Ein Name kommt zweimal vor. Gib jeder Person einen eigenen."),
    "session-casting": N_("Die Aufgaben passen nicht zu den Personen. Verteile sie noch einmal."),
    "session-alone": N_("Dafür braucht es mehr Menschen. Hier sind es {people}."),
    "takeaway-unknown": N_("In der Datei liegt nichts aus einer Kollegialen Beratung. Nimm eine andere."),
    "not-age": N_("Das ist keine versiegelte Datei. Nimm die Datei mit der Endung .age."),
    "recipient-wrong": N_("Das ist kein öffentlicher age-Schlüssel. Prüfe ihn oder nimm eine Passphrase."),
    "session-not-now": N_("Das geht in diesem Augenblick nicht. Nichts wurde verändert."),
    "session-too-short": N_(
        "{title} braucht mindestens {minimum} Minuten, da sind {minutes}. Es passt {other_title}: reflect session "
        "plan {other} --minutes {minutes}"
    ),
    "session-too-short-for-all": N_(
        "{title} braucht mindestens {minimum} Minuten, da sind {minutes}. Kürzer geht es mit keiner Methode."
    ),
    "session-too-long": N_(
        "{title} dauert höchstens {longest} Minuten, da sind {minutes}. Nehmt {rounds} Fälle zu je {each} Minuten."
    ),
    "session-too-long-other": N_(
        "{title} dauert höchstens {longest} Minuten, da sind {minutes}. Nehmt {rounds} Fälle zu je {each} Minuten oder "
        "eine andere Methode: {other_title}, reflect session plan {other} --minutes {minutes}"
    ),
    # protocols
    "protocol-unreadable": N_(
        "Das Protokoll lässt sich nicht verwenden: {file}, Zeile {line}. Alle Mängel zeigt: reflect prompts check"
    ),
    # the command line
    "no-secret": N_("Es fehlt die Passphrase. Nenne --password-file DATEI oder --password-stdin."),
    "secret-empty": N_("Die Passphrase ist leer. Nichts wurde verändert."),
    "secret-as-value": N_(
        "Eine Passphrase gehört nicht in die Befehlszeile, der Rechner merkt sie sich. Nimm --password-file DATEI."
    ),
    "passphrases-differ": N_("Die beiden Passphrasen sind verschieden. Nichts wurde gemacht. Versuche es noch einmal."),
    "recovery-nowhere": N_("Der Notfallschlüssel braucht einen Platz. Nenne ihn mit --recovery-file DATEI."),
    "no-terminal": N_("Der Bildschirm braucht ein Terminal. Ohne Terminal zeigt reflect help, was geht."),
    "unknown-verb": N_("Diesen Befehl gibt es nicht. Alle Befehle zeigt: reflect help"),
    "unknown-verb-near": N_("Diesen Befehl gibt es nicht. Meintest du: reflect {near}?"),
    "group-alone": N_("Zu „{group}“ gehört ein zweites Wort: {verbs}."),
    "unknown-option": N_("Die Option {option} gibt es hier nicht. Was geht, zeigt: {prog} --help"),
    "one-word-too-many": N_(
        "Hier steht ein Wort zu viel. Texte und Namen gehören nie in die Befehlszeile. Hilfe: {prog} --help"
    ),
    "argument-missing": N_("Es fehlt: {missing}. So geht es: {usage}"),
    "value-missing": N_("Zu {option} fehlt ein Wert. So geht es: {usage}"),
    "value-unknown": N_("Diesen Wert gibt es bei {option} nicht. Möglich sind: {right}."),
    "options-clash": N_("{option} und {other} gehen nicht zusammen. Nimm eines davon."),
    "arguments-wrong": N_("Das passt so nicht. So geht es: {usage}"),
    "not-utf8": N_("{path} ist kein Text in UTF-8. Speichere die Datei als reinen Text."),
    "input-not-utf8": N_("Die Eingabe ist kein Text in UTF-8. Nichts wurde gespeichert."),
    "file-unreadable": N_("{path} lässt sich nicht lesen. Prüfe, ob es eine Datei ist und ob du sie öffnen darfst."),
    "answers-broken": N_("Die Antworten sind kein gültiges JSON, Zeile {line}. Nichts wurde gespeichert."),
    "answers-shape": N_(
        'Die Antworten haben die falsche Form. Richtig wäre: {{"frage": wert}}. Nichts wurde gespeichert.'
    ),
    "answers-empty": N_("Alle Antworten sind leer. Es gibt nichts zu speichern."),
    "search-as-argument": N_(
        "Suchworte gehören nicht in die Befehlszeile, der Rechner merkt sie sich. Tippe nur: reflect search"
    ),
    "search-empty": N_("Es fehlt ein Suchwort. Es wird gefragt oder aus der Standardeingabe gelesen."),
    "case-as-argument": N_(
        "Der Name eines Falls gehört nicht in die Befehlszeile, der Rechner merkt sie sich. Tippe nur: reflect case new"
    ),
    "case-taken": N_("Einen Fall mit diesem Namen gibt es schon. Nimm einen anderen."),
    "case-on-screen": N_("Die Option --case geht mit --answers oder --linear. Am Bildschirm: beim Lesen mit Z."),
    "agenda-minutes": N_("So viele Minuten passen nicht. Nimm eine Zahl von 1 bis {most}."),
    "agenda-not-listed": N_("Das steht auf keiner Gesprächsliste. Setze es darauf mit: reflect agenda mark ID"),
    "forget-as-argument": N_(
        "Namen gehören nicht in die Befehlszeile, der Rechner merkt sie sich. Tippe nur: reflect forget"
    ),
    "forget-empty": N_("Es fehlt der Name. Er wird gefragt oder aus der Standardeingabe gelesen."),
    "names-kind": N_("In der Namensliste, Zeile {line}, steht vor dem Tabulator keine bekannte Art."),
    "protocol-id": N_("Diese Kennung passt nicht. Nimm a–z, 0–9, - und _, zum Beispiel mein-rueckblick."),
    "export-empty": N_("Keine Antwort darf diesen Kreis erreichen. Nichts wurde geschrieben."),
    "export-format": N_("Dieses Format gibt es hier nicht. Möglich ist: {right}."),
    "no-typst": N_(
        "Für PDF fehlt hier ein Zusatz. Richte ihn ein mit: pipx inject reflect-sozial typst. Oder nimm docx oder html."
    ),
    "decisions-broken": N_("Die Entscheidungen sind kein gültiges JSON, Zeile {line}. Nichts hat das Gerät verlassen."),
    "decisions-shape": N_(
        'Die Entscheidungen haben die falsche Form. Richtig wäre: {{"kennung": "replace"}}. Nichts ist hinausgegangen.'
    ),
    "decision-wrong": N_(
        "Die Entscheidung zu {id} passt nicht. Möglich sind: {right}. Nichts hat das Gerät verlassen."
    ),
    "gate-wrong": N_("Die Antworten am Tor passen nicht. Möglich sind: {right}. Nichts hat das Gerät verlassen."),
    # settings
    "config-broken": N_("{path} lässt sich nicht lesen, Zeile {line}. Berichtige die Zeile oder lösche die Datei."),
    "config-value": N_("In {path} passt „{key}“ nicht. Richtig wäre: {right}. Berichtige es oder lösche die Zeile."),
    "config-choice": N_("„{key}“ passt so nicht. Richtig wäre: {right}."),
    "config-text": N_("{path} ist kein Text in UTF-8. Speichere die Datei neu oder lösche sie."),
}


def usage_sentence(what: str, facts: Mapping[str, object]) -> str:
    """The sentence for a wrong usage.

    Args:
        what: Key of the sentence.
        facts: Values for it.
    """
    if what == "recovery-mistyped":
        groups = facts["groups"]
        numbers = [str(group) for group in groups] if isinstance(groups, tuple) else []
        words = ngettext(
            "Im Notfallschlüssel stimmt Gruppe {groups} nicht. Vergleiche sie mit deinem Blatt.",
            "Im Notfallschlüssel stimmen die Gruppen {groups} nicht. Vergleiche sie mit deinem Blatt.",
            len(numbers),
        )
        return words.format(groups=", ".join(numbers))
    known = SENTENCES.get(what)
    if known is None:
        return _("Das geht so nicht ({what}). Nichts wurde verändert.").format(what=what)
    shown = {key: day_and_month(value, value) if isinstance(value, date) else value for key, value in facts.items()}
    return gettext(known).format(**shown)
