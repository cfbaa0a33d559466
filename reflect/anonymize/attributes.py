"""What tells who somebody is without a name: advice, with a ladder of more general words."""

# ruff: noqa: E501 - patterns read better on one line

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from reflect.anonymize.lists import lines
from reflect.anonymize.mark import Mark
from reflect.anonymize.tokens import Token, fold
from reflect.domain.finding import Kind, Tier

_WEIGHT = 10
_LEAST = 3
# A profession counts when it is the person's own: after these words, or with a past.
_OWN_WORK = re.compile(
    r"\b(?:war|ist|wäre|als|arbeitet|arbeitete|gelernte[rn]?|früher|dort|beruf|von beruf|ausbildung (?:als|zum|zur)|studierte[rn]?|ehemalige[rn]?)\b[^.\n]{0,25}$",
    re.IGNORECASE,
)
# A profession by the words around it: als Fahrer gearbeitet, gelernte Näherin, von Beruf Imker.
_WORKED_AS = re.compile(
    r"\bals\s+((?-i:[A-ZÄÖÜ][\wäöüß-]{3,}))(?=\s+(?:gearbeitet|arbeitet|arbeiten|tätig|angestellt|beschäftigt|gejobbt|jobbt|geschuftet|verdient))"
    r"|\b(?:arbeitet|arbeitete|jobbt|jobbte|schuftet)\s+(?:\w+\s+)?als\s+((?-i:[A-ZÄÖÜ][\wäöüß-]{3,}))"
    r"|\b(?:gelernte[rn]?|studierte[rn]?|ehemalige[rn]?|ausgebildete[rn]?|promovierte[rn]?)\s+((?-i:[A-ZÄÖÜ][\wäöüß-]{3,}(?:in|er|eur|ist|ant|ent|or|mann|frau|wirt|loge|kraft)\b))"
    r"|\b(?:von\s+beruf|beruf:?|ausbildung\s+(?:als|zum|zur)|lehre\s+als|stelle\s+als)\s+((?-i:[A-ZÄÖÜ][\wäöüß-]{3,}))",
    re.IGNORECASE,
)
_FAMILY = re.compile(
    r"\b((?:(?:\d{1,2}|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)(?:\s+(?:gemeinsame[n]?|kleine[n]?|minderjährige[n]?|weitere[n]?|eigene[n]?|jüngere[n]?|ältere[n]?))?\s+"
    r"(?:kinder[n]?|söhne[n]?|töchter[n]?|geschwister[n]?|brüder[n]?|schwestern|mädchen|jungen|jungs|frauen|enkel[n]?))|\d{1,2}-?köpfige\s+familie|(?:sieben|acht|neun|zehn|sechs|fünf|vier)köpfige\s+familie)\b",
    re.IGNORECASE,
)
_PREGNANT = re.compile(
    r"\b((?:im\s+)?\d{1,2}\.\s?(?:monat|woche|ssw)(?:\s+schwanger)?|(?:\d{1,2}\.\s?)?SSW)\b", re.IGNORECASE
)
_STAGE = (
    r"abschiebung\w*|rückführung\w*|überstellung\w*|überstellt|dublin[\w-]*|widerruf\w*|anhörung\w*|ausreisepflichtig\w*|ausreisefrist|ausreiseaufforderung|flug(?:termin)?|"
    r"abschiebetermin|abschiebehaft|rückkehr\w*|klagefrist|widerspruchsfrist|überstellungsfrist|frist|kirchenasyl|untergetaucht|umverteilung|transfer\w*|eilantrag|bescheid|duldung|aufenthaltsgestattung|aufenthaltserlaubnis|fiktionsbescheinigung|vorladung|klage"
)
_TIME = (
    r"\d{1,2}\.\s?(?:\d{1,2}\.|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)(?:\s?\d{2,4})?|morgen|übermorgen|heute|"
    r"nächste[nr]?\s+\w+|kommende[nr]?\s+\w+|in\s+\w+\s+(?:tagen|wochen)|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)|eine\s+woche|bis\s+ende\s+\w+|läuft\s+(?:am|bis)"
)
_STAGE_DATED = re.compile(
    rf"\b({_STAGE})\b(?=[^.\n]{{0,45}}\b(?:{_TIME}))|(?:{_TIME})\b[^.\n]{{0,30}}?\b({_STAGE})\b", re.IGNORECASE
)
_ONLY = re.compile(
    r"\b((?:der|die|das|den|dem|als)\s+(?:einzige[nrs]?|erste[nrs]?\s+und\s+einzige[nrs]?)\s+(?:[\wäöüß-]+\s+){0,2}?[A-ZÄÖÜ][\wäöüß-]+(?:\s+(?:für|aus|mit|im|in|der|die)\s+[A-ZÄÖÜ]?[\wäöüß-]+)?)"
)
_GENERAL_STAGE = ("laufendes Verfahren", "")


@dataclass(slots=True)
class _Lexicon:
    exact: dict[str, tuple[Kind, tuple[str, ...]]] = field(default_factory=dict)
    begins: dict[str, tuple[Kind, tuple[str, ...]]] = field(default_factory=dict)
    large: set[str] = field(default_factory=set)

    def look(self, word: str) -> tuple[Kind, tuple[str, ...]] | None:
        """Kind and ladder of a folded word; the longest beginning wins."""
        if word in self.exact:
            return self.exact[word]
        for end in range(len(word), _LEAST - 1, -1):
            if word[:end] in self.begins:
                return self.begins[word[:end]]
        return self.exact.get(word.removesuffix("s"))


@lru_cache(maxsize=1)
def _lexicon() -> _Lexicon:
    made = _Lexicon()
    for line in lines("attributes.txt"):
        kind, forms, ladder = (part.strip() for part in line.split("|"))
        steps = tuple("" if step.strip() == "-" else step.strip() for step in ladder.split(";"))
        for form in forms.split():
            target = made.begins if form.endswith("*") else made.exact
            if form[0].isupper():
                made.large.add(fold(form))
            target.setdefault(fold(form.rstrip("*")), (Kind(kind), tuple(dict.fromkeys(steps))))
    for line in lines("countries.txt"):
        made.exact.setdefault(fold(line), (Kind.ORIGIN, ("anderes Land", "")))
    return made


def find(text: str, tokens: Sequence[Token]) -> Iterator[Mark]:
    """Marks of advice in a normalised text."""
    lexicon = _lexicon()
    for token in tokens:
        if not token.is_word:
            continue
        found = lexicon.look(fold(token.text)) or _hyphenated(lexicon, token.text)
        if found is None:
            continue
        kind, ladder = found
        if token.text.islower() and fold(token.text) in lexicon.large:
            continue
        if kind is Kind.OCCUPATION and not _OWN_WORK.search(text[max(0, token.start - 40) : token.start]):
            continue
        yield Mark(token.start, token.end, kind, Tier.ADVICE, _WEIGHT, ladder=ladder)
    yield from _patterns(text)


def _hyphenated(lexicon: _Lexicon, word: str) -> tuple[Kind, tuple[str, ...]] | None:
    if "-" not in word:
        return None
    return next((found for part in word.split("-") if (found := lexicon.look(fold(part)))), None)


def _patterns(text: str) -> Iterator[Mark]:
    for match in _FAMILY.finditer(text):
        yield Mark(
            match.start(1), match.end(1), Kind.FAMILY, Tier.ADVICE, _WEIGHT, ladder=("mehrere Kinder", "Familie", "")
        )
    for match in _WORKED_AS.finditer(text):
        group = next(number for number in (1, 2, 3, 4) if match.group(number))
        yield Mark(
            match.start(group), match.end(group), Kind.OCCUPATION, Tier.ADVICE, _WEIGHT - 2, ladder=("Beruf", "")
        )
    for match in _PREGNANT.finditer(text):
        yield Mark(
            match.start(1), match.end(1), Kind.HEALTH, Tier.ADVICE, _WEIGHT + 2, ladder=("gesundheitliche Frage", "")
        )
    for match in _STAGE_DATED.finditer(text):
        group = 1 if match.group(1) else 2
        yield Mark(match.start(group), match.end(group), Kind.PROCEDURE, Tier.ADVICE, _WEIGHT, ladder=_GENERAL_STAGE)
    for match in _ONLY.finditer(text):
        yield Mark(
            match.start(1), match.end(1), Kind.ROLE, Tier.ADVICE, _WEIGHT - 5, ladder=("eine Person aus dem Umfeld", "")
        )
