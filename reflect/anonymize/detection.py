"""Every place in a text that may tell who somebody is."""

import re
from collections.abc import Collection, Sequence

from reflect.anonymize import (
    addresses,
    ages,
    attributes,
    contact,
    cues,
    dates,
    identifiers,
    known,
    namemodel,
    organisations,
    unknown,
)
from reflect.anonymize.lists import Lists, shipped
from reflect.anonymize.mark import Mark, settle
from reflect.anonymize.normalised import Normalised, normalise
from reflect.anonymize.roles import Cast, entities
from reflect.anonymize.shouting import calmed
from reflect.anonymize.tokens import tokenise
from reflect.domain.finding import Finding, Kind
from reflect.domain.registry import KnownName

_OWN_PEOPLE = (
    r"Person|Klient(?:in)?|Kind|Bruder|Schwester|Mutter|Vater|Sohn|Tochter|Kolleg(?:e|in)|Bewohner(?:in)?"
    r"|Jugendlicher?|Partner(?:in)?|Nachbar(?:in)?|Familie|Eheleuten?|Ehepaar|Geschwister"
)
_OWN_THINGS = "Ort|Einrichtung|Behörde|Nummer|Kontakt|Konto|Adresse|Angabe|Funktion"
_OWN = re.compile(
    rf"\b(?:(?:{_OWN_PEOPLE})(?:e?s|e?n)? (?:von )?([A-Z]{{1,2}})s?\b(?!\.[^\S\n]*[a-zäöü])"
    rf"|((?:{_OWN_THINGS}) \d{{1,2}})\b(?![.,/-]\d)"
    r"|Tag [A-Z]\b|(?:[Ee]twa \d+ (?:Monat|Jahr)en? (?:vor|nach) )?Tag [+−]?\d+|Geburtsdatum)"
)


def detect(text: str, names: Sequence[KnownName] = (), *, keep: Collection[str] = ()) -> tuple[Finding, ...]:
    """Find what may tell who somebody is.

    Args:
        text: As it was written; any Unicode.
        names: What the case knows.
        keep: Words that always stay; spelt as here, or the same but for capitals when the case does not know them.

    Returns:
        Findings sorted by place, not overlapping; offsets are code points of `text`. The same input gives the same
        findings with the same ids; ids hold no words. All occurrences of one person or thing share an entity and a
        replacement.
    """
    clean = normalise(text)
    if not clean.text.strip():
        return ()
    lists = shipped()
    shielded = list(_OWN.finditer(clean.text))
    marks = [
        mark
        for mark in _marks(clean, names, lists, [match.start() for match in shielded])
        if mark.entity or not _inside(mark, shielded)
    ]
    settled = settle(clean.text, (mark for mark in marks if not _kept(clean.text, mark, keep)))
    reserved = frozenset(match.group(number) for match in shielded for number in (1, 2) if match.group(number))
    return _findings(text, clean, settled, reserved)


def _marks(clean: Normalised, names: Sequence[KnownName], lists: Lists, replaced: Collection[int]) -> list[Mark]:
    """What all stages believe."""
    text = clean.text
    tokens = tokenise(text)
    marks = [*known.find(tokens, names, lists), *known.known_numbers(text, names)]
    numbers = list(identifiers.find(text))
    accounts = [mark for mark in numbers if mark.kind is Kind.ACCOUNT]
    marks += numbers
    marks += [one for one in contact.find(text) if not any(a.start <= one.start and one.end <= a.end for a in accounts)]
    marks += dates.find(text)
    marks += ages.find(text)
    calm = calmed(text)
    marks += addresses.find(calm, lists)
    marks += organisations.find(calm)
    marks += organisations.find(text) if calm != text else ()
    advice = list(attributes.find(text, tokens))
    marks += advice
    marks += cues.find(text, tokens, lists)
    told = {mark.start for mark in advice}
    marks += unknown.find(text, tokens, namemodel.scores(tokens, lists), lists, told=told, replaced=replaced)
    marks += unknown.again(tokens, marks, text, lists)
    return marks


def _inside(mark: Mark, shielded: Sequence[re.Match[str]]) -> bool:
    """Whether a mark touches a role this program wrote itself."""
    return any(match.start() < mark.end and mark.start < match.end() for match in shielded)


def _kept(text: str, mark: Mark, keep: Collection[str]) -> bool:
    surface = text[mark.start : mark.end]
    if surface in keep:
        return True
    return not mark.entity and any(surface.casefold() == word.casefold() for word in keep)


def _findings(text: str, clean: Normalised, settled: Sequence[Mark], reserved: frozenset[str]) -> tuple[Finding, ...]:
    cast = Cast()
    cast.reserve(reserved)
    cast.reckon(clean.text[one.start : one.end] for one in settled if one.kind is Kind.DATE and not one.role)
    found: list[Finding] = []
    last = 0
    for mark, entity in zip(settled, entities(clean.text, settled), strict=True):
        start, end = clean.span(mark.start, mark.end)
        start = max(start, last)
        if start >= end:
            continue
        last = end
        known_as = Mark(mark.start, mark.end, mark.kind, mark.tier, 0, entity, mark.role, mark.gender, mark.ladder)
        found.append(
            Finding(
                id=f"{mark.kind.value[:2]}{start}-{end - start}",
                start=start,
                end=end,
                kind=mark.kind,
                tier=mark.tier,
                surface=text[start:end],
                replacement=cast.role(known_as, clean.text[mark.start : mark.end]),
                entity=entity,
                ladder=mark.ladder,
            )
        )
    return tuple(found)
