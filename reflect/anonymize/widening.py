"""A chosen step of the ladder in the place of exact words, so that the sentence around it stays German."""

import re

from reflect.anonymize import homeland
from reflect.anonymize.nounphrase import NounPhrase
from reflect.domain.finding import Finding, Kind

_PHRASES = {
    "Erkrankung": NounPhrase("", "Erkrankung", "f"),
    "gesundheitliche Frage": NounPhrase("gesundheitlich", "Frage", "f"),
    "gesundheitliche Belastung": NounPhrase("gesundheitlich", "Belastung", "f"),
    "gesundheitliche Einschränkung": NounPhrase("gesundheitlich", "Einschränkung", "f"),
    "persönliche Frage": NounPhrase("persönlich", "Frage", "f"),
    "familiäre Lage": NounPhrase("familiär", "Lage", "f"),
    "religiöser Brauch": NounPhrase("religiös", "Brauch", "m"),
    "laufendes Verfahren": NounPhrase("laufend", "Verfahren", "n"),
    "eine Person aus dem Umfeld": NounPhrase("", "Person aus dem Umfeld", "f"),
    "religiös": NounPhrase("", "Religion", "f"),
}
_STATES = {
    "Erkrankung": "erkrankt",
    "gesundheitliche Frage": "gesundheitlich belastet",
    "gesundheitliche Belastung": "gesundheitlich belastet",
    "gesundheitliche Einschränkung": "gesundheitlich eingeschränkt",
    "religiös": "religiös",
}
_SITUATIONS = {
    "persönliche Frage": "in einer persönlichen Lage",
    "familiäre Lage": "in einer besonderen familiären Lage",
}
_BELIEF = re.compile(
    r"(?:islam|christentum|judentum|konversion|taufe|kurs|atheismus|buddhismus|hinduismus)$", re.IGNORECASE
)
_BEING = re.compile(
    r"\b(?:ist|war|bin|bist|sei|wäre|sind|waren)(?:\s+(?:auch|nicht|sehr|wieder|noch|eine?))?[^\S\n]+$", re.IGNORECASE
)
_THING = re.compile(r" (?P<thing>(?:[a-zäöüß]+e[mnrs]? ){0,2}[A-ZÄÖÜ][\wäöüß-]+)(?![^\S\n]+$|\w)")
_ENDING = re.compile(r"e[nrsm]?$")
_DATIVE = re.compile(r"\b(?:mit|bei|von|zu|nach|aus|seit|den|ihren|seinen|meinen|unseren)[^\S\n]+$", re.IGNORECASE)
_CHILDREN = re.compile(
    r"kind|söhn|töcht|geschwist|brüd|schwest|familie|zwill|drill|jung|mädch|enkel|frauen", re.IGNORECASE
)
_OWNER = re.compile(r"\b(?:die|den|der|(?:mein|dein|sein|ihr|unser|eur)e[nr]?|alle[nr]?)[^\S\n]+$", re.IGNORECASE)
_ADJECTIVES = {"Kleinkind": "klein", "Kind": "jung", "jugendlich": "jugendlich", "minderjährig": "minderjährig"}
_TIME_BEFORE = re.compile(
    r"\b(?:(?P<since>seit|ab|bis|nach|vor|von)\s+(?:dem\s+)?|(?:im|in|um|gegen|am)\s+(?:jahre?\s+)?|(?:anfang|mitte|ende)\s+)$",
    re.IGNORECASE,
)
_SENTENCE_START = re.compile(r"(?:^|[.!?:]\s+|\n|[„»(])$")


def widen(before: str, finding: Finding, step: str, after: str) -> tuple[str, str, int]:
    """The text before, the general words and how much of the text behind they say already.

    Args:
        before: The new text up to the exact words.
        finding: Advice.
        step: A step of its ladder.
        after: The old text behind, up to the next finding.
    """
    thing = _THING.match(after)
    surface = " ".join(finding.surface.split())
    taken = 0
    if finding.kind is Kind.ORIGIN:
        before, words, says = homeland.widened(before, surface, step, thing["thing"] if thing else "")
        taken = thing.end() if says and thing else 0
    elif finding.kind is Kind.DATE:
        before, words = _time(before, step)
    elif finding.kind is Kind.AGE:
        words = _age(before, surface, step, after)
    elif finding.kind is Kind.OCCUPATION:
        before, words = _work(before, step)
    elif finding.kind is Kind.FAMILY and _CHILDREN.search(surface):
        words = _children(before, surface, step)
    else:
        before, words = _attribute(before, surface, step, after)
    if words and _SENTENCE_START.search(before):
        words = words[0].upper() + words[1:]
    return before, words, taken


def left_out(before: str, surface: str, after: str) -> tuple[str, str]:
    """The text before and the sign for words that are left out: nothing for an adjective or in brackets, else `…`.

    Args:
        before: The new text up to the words.
        surface: The words.
        after: The old text behind them.
    """
    describes = (
        not surface[:1].isupper() and _ENDING.search(surface) is not None and re.match(r" \w", after) is not None
    )
    if describes or (before.endswith("(") and after.startswith(")")):
        return before, ""
    return before, "…"


def _attribute(before: str, surface: str, step: str, after: str) -> tuple[str, str]:
    """Health, religion, identity, family, procedure: an adjective stays one, a noun takes article and case."""
    ending = _ENDING.search(surface)
    describes = surface[0].islower() and ending is not None and re.match(r" [a-zäöüß]*\s?[A-ZÄÖÜ]", after) is not None
    if describes:
        return before, _STATES[step] + ending[0] if step in _STATES and ending else ""
    if surface.startswith("als "):
        return before, "dort"
    inner = re.match(r"(der|die|das|den|dem)\s", surface, re.IGNORECASE)
    if inner is not None:
        return before, f"{'einer' if inner[1].casefold() == 'dem' else 'eine'} Person aus dem Umfeld"
    if surface[0].islower() or _BEING.search(before):
        state = _STATES.get(step) or _SITUATIONS.get(step)
        if state is not None:
            return re.sub(r"\beine?[^\S\n]+$", "", before), state
    if step == "religiös" and not _BELIEF.search(surface):
        return before, _believer(before, surface)
    phrase = _PHRASES.get(step)
    return (before, step) if phrase is None else phrase.after(before)


def _believer(before: str, surface: str) -> str:
    many = re.search(r"(?:innen|en|e|s|i)$", surface) is not None
    article = re.search(r"\b(der|die|den|dem|des|(?:ein|kein)(?:e[nrms]?)?)[^\S\n]+$", before, re.IGNORECASE)
    word = article[1].casefold() if article else ""
    if surface.endswith(("in", "ima")):
        return ("religiösen" if word.endswith(("er", "r")) else "religiöse") + " Frau"
    if word in {"", "die"} or (word == "den" and surface.endswith("n")):
        return ("religiösen" if word else "religiöse") + (" Menschen" if many or word else " Mensch")
    ending = {"der": "e", "ein": "er", "kein": "er"}.get(word, "en")
    return f"religiös{ending} Mann" + "es" * word.endswith("es")


def _time(before: str, step: str) -> tuple[str, str]:
    found = _TIME_BEFORE.search(before)
    if found is None:
        return before, step
    start, since = before[: found.start()], found["since"]
    if step in {"in dieser Zeit", "vor einiger Zeit"}:
        vague = "dieser Zeit" if step == "in dieser Zeit" else "einiger Zeit"
        return (f"{start}{since} ", vague) if since and since.casefold() != "vor" else (start, step)
    if step.endswith("s") and not since:
        return start, step
    return before, step


def _age(before: str, surface: str, step: str, after: str) -> str:
    old = re.search(r"\balte([nrsm]?)$", surface)
    if old is not None and re.match(r" [a-zäöüß]*\s?[A-ZÄÖÜ]", after):
        return f"{_ADJECTIVES.get(step, 'erwachsen')}e{old[1]}"
    return f"ein {step}" if step in {"Kind", "Kleinkind"} and _BEING.search(before) else step


def _work(before: str, step: str) -> tuple[str, str]:
    if step != "Beruf":
        return before, step
    if found := re.search(r"\bals[^\S\n]+$", before, re.IGNORECASE):
        return before[: found.start()], "in einem Beruf"
    return (before, "berufstätig") if _BEING.search(before) else NounPhrase("", "Beruf", "m").after(before)


def _children(before: str, surface: str, step: str) -> str:
    if surface.casefold().endswith("familie"):
        return "Familie"
    if step == "Familie":
        return step
    noun = "Geschwister" if re.search(r"geschwist|brüd|schwest", surface, re.IGNORECASE) else "Kinder"
    n = "n" if surface.endswith("n") and _DATIVE.search(before) else ""
    if _OWNER.search(before) or step == "familiäre Lage":
        return noun + n
    return f"mehrere{n} {noun}{n}"
