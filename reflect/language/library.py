"""Flaws of content files in words: what is wrong, and what would be right."""

from collections.abc import Mapping
from typing import Protocol as Shape

from reflect.language import N_
from reflect.language import gettext as _


class Found(Shape):
    """What the checker hands over; see `reflect.library.flaw.Flaw`."""

    @property
    def what(self) -> str:
        """Key of the sentence."""

    @property
    def facts(self) -> Mapping[str, str]:
        """Values for the sentence."""


SENTENCES: Mapping[str, str] = {
    # the file
    "file-unreadable": N_("Die Datei lässt sich nicht lesen. Prüfe, ob du sie öffnen darfst."),
    "file-large": N_("Die Datei hat {found} KB. Ein Protokoll hat höchstens {right} KB."),
    "not-text": N_("Das ist kein Text. Speichere die Datei als reinen Text in UTF-8."),
    "line-ends": N_("Die Zeilen enden wie unter Windows (CRLF). Stelle im Editor die Zeilenenden auf LF."),
    "tab": N_("Hier steht ein Tabulator. Rücke mit Leerzeichen ein, zwei je Stufe."),
    # the front matter
    "front-missing": N_("Der Kopf fehlt. Beginne die Datei mit einer Zeile ---, den Angaben und wieder ---."),
    "front-broken": N_("Der Kopf lässt sich nicht lesen. Schreibe je Zeile „name: Wert“, mit Leerzeichen nach dem :."),
    "front-key-missing": N_("Im Kopf fehlt „{key}“. Ergänze eine Zeile „{key}: …“."),
    "front-key-twice": N_("„{key}“ steht zweimal im Kopf. Lass eine Zeile stehen."),
    "front-key-unknown": N_("Die Angabe „{key}“ gibt es im Kopf nicht. Möglich sind: {right}."),
    "front-value-wrong": N_("„{key}: {found}“ passt nicht. Richtig wäre: {right}."),
    "heading-missing": N_("Die Überschrift fehlt. Schreibe nach dem Kopf eine Zeile „# {title}“."),
    "heading-differs": N_("Die Überschrift heißt „{found}“, im Kopf steht „{title}“. Beide müssen gleich sein."),
    "heading-unexpected": N_("Eine Überschrift mit „{found}“ gehört hier nicht hin. Schritte beginnen mit „## “."),
    # steps and questions
    "steps-missing": N_("Es gibt keinen Schritt. Schreibe eine Zeile {{#id}} und darunter „## Name des Schritts“."),
    "step-without-line": N_("Über „## {title}“ fehlt die Zeile {{#id}}, mit einer Leerzeile davor."),
    "question-without-line": N_('Über der Frage fehlt eine Zeile wie {{#id type="text"}}, mit einer Leerzeile davor.'),
    "question-outside": N_("Diese Liste steht vor dem ersten Schritt. Setze sie unter eine Zeile „## …“."),
    "question-empty": N_("Die Frage hat keinen Text. Schreibe ihn hinter „- “."),
    "second-item": N_("Unter einer Zeile {{#…}} stehen zwei Einträge. Gib jedem seine eigene Zeile {{#…}}."),
    "attributes-dangling": N_(
        "Auf diese Zeile {{#…}} folgt nichts, zu dem sie gehört. Setze sie über „## “ oder „- “."
    ),
    "attributes-in-text": N_(
        "Diese Zeile {{#…}} wird als Text gelesen. Prüfe die Leerzeile davor, die Anführungszeichen und die Klammer."
    ),
    "paragraph-late": N_(
        "Dieser Absatz steht nach einer Frage. Rücke ihn um zwei Leerzeichen ein (Hilfe) oder setze ihn vor die Fragen."
    ),
    "block-unexpected": N_("Das gehört hier nicht hin. Möglich sind Absätze, „> “-Sätze und Fragen mit „- “."),
    # attributes
    "id-missing": N_("Die Kennung fehlt. Beginne die Zeile mit {{#name …}}."),
    "id-wrong": N_("Die Kennung „{found}“ passt nicht. Nimm a–z, 0–9, - und _, zum Beispiel „erster-schritt“."),
    "id-twice": N_("Die Kennung „{id}“ gibt es schon in Zeile {line}. Nimm eine andere."),
    "attribute-unknown": N_("„{attribute}“ gibt es hier nicht. Möglich sind: {right}."),
    "type-missing": N_('Die Art der Frage fehlt. Ergänze type="…" mit einem von: {right}.'),
    "type-unknown": N_("Die Art „{found}“ gibt es nicht. Möglich sind: {right}."),
    "value-unknown": N_('{attribute}="{found}" gibt es nicht. Möglich sind: {right}.'),
    "anchors-missing": N_("Die Skala hat keine Stufen. Schreibe darunter mindestens zwei, eingerückt: „1. kaum“."),
    "choices-missing": N_("Es gibt nichts zu wählen. Schreibe darunter mindestens zwei Zeilen, eingerückt: „- ja“."),
    "rows-missing": N_("Dem Raster fehlen die Zeilen. Schreibe sie eingerückt mit Nummern: „1. getan“."),
    "columns-missing": N_("Dem Raster fehlen die Spalten. Schreibe sie eingerückt mit Strich: „- Ich“."),
    "options-unexpected": N_(
        "Diese Liste passt nicht zur Art „{found}“. Stufen haben Nummern (scale), Auswahlen Striche (choice, choices)."
    ),
    "missing-unknown": N_(
        'In „{found}“ nennt missing="…" keine passende Frage. Richtig: davor, choices, ebenso viele Möglichkeiten.'
    ),
    "least-unexpected": N_('least="…" geht nur mit type="list" und required="true".'),
    "strain-shared": N_(
        '„{question}“ fragt, wie es dir geht. Das verlässt das Gerät nie: share="never" statt „{found}“.'
    ),
    "said-twice": N_('say="{found}" steht in diesem Schritt zweimal. Lass eine Stelle stehen.'),
    "back-unknown": N_('back="{found}" nennt keinen Schritt, der vorher kommt.'),
    # self-assessment
    "assessment-type": N_('type="{found}" passt hier nicht. Nimm choices für Merkmale, line oder text zum Erzählen.'),
    "assessment-statement": N_('Hier steht principles="{found}". Jede Frage nennt genau eine Aussage des Leitbilds.'),
    "assessment-twice": N_("Die Aussage {found} kommt schon in Zeile {line} vor. Lass eine Stelle stehen."),
    "assessment-mandate": N_('{found} beschreibt den Auftrag. Den schätzt niemand bei sich ein: nimm type="line".'),
    "assessment-shared": N_('share="{found}" geht hier nicht. Eine Einschätzung bleibt im Tresor: share="never".'),
    # onboarding
    "part-unexpected": N_("part und day gibt es nur in der Einarbeitung. Schreibe im Kopf: kind: onboarding."),
    "situation-length": N_("Die Situation hat {found} Wörter. Schreibe 1 bis {right}, vor dem ersten Schritt."),
    "vignette-questions": N_("Vor den Antworten stehen {found} Fragen. Richtig wären {right}, die erste mit line."),
    "vignette-answers": N_('Es gibt {found} Antworten mit part="answer". Richtig wären {right}.'),
    "vignette-head": N_("„{found}“ ist zu lang. Nimm ein Verb mit höchstens {right} Zeichen."),
    "vignette-price": N_("Eine Antwort hat zwei Absätze: warum, und „{right}…“."),
    "vignette-talk": N_('Das Gespräch fehlt: part="talk", ein Satz mit „> “ und eine Frage für die Notiz.'),
    "vignette-lines": N_('Die roten Linien fehlen: part="lines", darunter je Linie ein Absatz.'),
    # between files and with the Leitbild
    "principle-unknown": N_("Die Leitbild-Aussage „{found}“ gibt es nicht. Möglich sind 1.1 bis 5.8."),
    "sentence-long": N_("Ein Satz zum Vorlesen hat {found} Wörter. Höchstens {right} lassen sich gut vorlesen."),
    "protocol-twice": N_("Das Protokoll „{id}“ gibt es schon: {file}. Nimm eine andere id."),
    "loop-unknown": N_('loop="{found}" nennt kein Protokoll. Prüfe die Schreibweise.'),
    "language-missing": N_("„{id}“ gibt es nicht in der Sprache „{right}“. Lege dort eine Datei mit derselben id an."),
    "language-differs": N_("{part} weicht ab: hier „{found}“, in {file} „{right}“. Beide Sprachen brauchen dasselbe."),
}
"""Key of the flaw -> sentence in the source language."""

SOURCES = {
    "shipped": "",
    "own": N_("deine Fassung"),
    "organisation": N_("Fassung der Organisation"),
}
"""Whose file is used -> what is said about it; nothing about the one that came with the program."""


def sentence(flaw: Found) -> str:
    """The flaw in the reader's language, without file and line."""
    return _(SENTENCES[flaw.what]).format(**flaw.facts)
