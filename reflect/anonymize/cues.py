"""Names that the words around them give away: Frau, Familie, heißt, mein Bruder."""

# ruff: noqa: E501 - patterns read better on one line

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reflect.anonymize.lists import Lists, lines
from reflect.anonymize.mark import Mark
from reflect.anonymize.tokens import Token, fold
from reflect.domain.finding import Kind, Tier

TITLES = frozenset(
    [
        "frau",
        "fr",
        "herr",
        "herrn",
        "hr",
        "hrn",
        "fam",
        "dr",
        "prof",
        "doktor",
        "mr",
        "mrs",
        "ms",
        "frl",
        "fraeulein",
        "imam",
        "mullah",
        "scheich",
        "pfarrer",
        "pfarrerin",
        "pastor",
        "pastorin",
        "schwester",
    ]
)
_FAMILIES = frozenset(["familie", "fam", "familien", "eheleute", "ehepaar", "geschwister", "gebrueder"])
_KUNYA = frozenset({"abu", "umm", "oum"})
_KUNYA_OR_WORD = frozenset({"um"})
_OF = frozenset({"von", "vom"})
_FEMALE = frozenset(["frau", "fr", "frl", "fraeulein", "mrs", "ms"])
_MALE = frozenset(["herr", "herrn", "hr", "hrn", "mr"])
ADDRESSES = _FEMALE | _MALE
_NAMED = re.compile(
    r"\b(?:heißt|heiße|heiss?t|hieß|heissen|heißen|namens|genannt|gen\.|geb\.|geborene[rn]?|nennt\s+(?:sich|ihn|sie|er)|nennen\s+(?:ihn|sie)|vorname(?:\s+ist)?|nachname(?:\s+ist)?|familienname(?:\s+ist)?|rufname(?:\s+ist)?|spitzname(?:\s+ist)?"
    r"|mit\s+vornamen|mit\s+namen|(?:mein|ihr|sein|der)\s+name\s+(?:ist|sei|lautet)|name|alias|unterschrieben|gez\.|lg|vg|mfg|gruß|grüße)\s*:?\s+(?:sie\s+|er\s+|ja\s+|jetzt\s+|eigentlich\s+|wohl\s+|auch\s+|übrigens\s+|von\s+)?[\"„'‚]?",
    re.IGNORECASE,
)
_INITIALS = re.compile(
    r"(?<![\w.])((?:[A-ZÄÖÜ]\. ?-?){1,2}[A-ZÄÖÜ]\.)(?![\w])|(?<![\w.])([A-ZÄÖÜ]\. ?[A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ][a-zäöüß]+)?)"
)
_SMALL_INITIAL = re.compile(r"\b([^\W\d_]{3,}) [a-zäöü]\.(?![a-zäöü])")
_LONE_INITIAL = re.compile(r"(?<![\w.])([A-ZÄÖÜ]\.(?:s\b)?)(?= [a-zäöüß]{2,}|(?<=s) [A-ZÄÖÜ])")
_NO_NAME_BEFORE = re.compile(
    r"(?:[\d.]|\b[A-Z]|\b(?:Abs|Art|Nr|Typ|Gruppe|Stufe|Klasse|Teil|Punkt|Fall|Person|Buchstabe|lit|Vitamin)\.?) ?$"
)
_TITLED_INITIAL = re.compile(
    r"\b(?:frau|fr\.|herrn?|hr\.?|hrn\.|fam\.|familie|klient(?:in)?|kl\.|bewohner(?:in)?|kolleg(?:e|in)|koll\.)\s+((?-i:(?:[A-ZÄÖÜ](?![a-zäöüß])\.?-?\s?){1,3})|[a-zäöü]\.)(?![\w])",
    re.IGNORECASE,
)
_ABBREVIATIONS = frozenset(
    ["z.b.", "u.a.", "i.d.r.", "d.h.", "o.ä.", "u.ä.", "s.o.", "s.u.", "i.a.", "i.v.", "e.v.", "a.d.", "b.a.", "m.a.", "u.u.", "v.a.", "i.o.", "n.a.", "p.s.", "k.a.", "o.k.", "u.s.w.", "m.e.", "i.e.", "g.k.", "a.a.o.", "d.j.", "n.n.", "o.g.", "z.t.", "z.z.", "u.v.m.", "a.m.", "p.m.", "d.c.", "v.i.s.d.p.", "b.sc.", "m.sc.", "i.s.d.", "i.s.v.", "i.v.m.", "s.a.", "l.g.", "e.g.", "i.r.d.", "o.a.", "z.k.", "n.b."]
)  # fmt: skip
_PARTICLES = frozenset(
    [
        "al",
        "el",
        "abu",
        "abd",
        "abdul",
        "umm",
        "um",
        "ibn",
        "bin",
        "ben",
        "bint",
        "von",
        "van",
        "de",
        "da",
        "di",
        "dos",
        "du",
        "la",
        "le",
        "ten",
        "ter",
        "zu",
        "haj",
        "hadschi",
        "ould",
        "ag",
    ]
)
_LONGEST = 4


def find(text: str, tokens: Sequence[Token], lists: Lists) -> Iterator[Mark]:
    """Marks for names that a cue word introduces.

    Args:
        text: The normalised text.
        tokens: Its words.
        lists: The shipped lists.
    """
    by_start = {token.start: at for at, token in enumerate(tokens)}
    yield from _titled(tokens, lists)
    yield from _named(text, tokens, by_start, lists)
    yield from _initials(text, lists)


def _titled(tokens: Sequence[Token], lists: Lists) -> Iterator[Mark]:
    kin_words = kin()
    for at, token in enumerate(tokens):
        word = fold(token.text)
        if word not in TITLES and word not in _FAMILIES and word not in kin_words:
            continue
        if word in _KUNYA_OR_WORD and not _is_kunya(tokens, at, lists):
            continue
        begin = at + 1
        if begin + 1 < len(tokens) and tokens[begin].text in {".", ":"} and not tokens[begin + 1].first:
            begin += 1
        if begin < len(tokens) and fold(tokens[begin].text) in {"dr", "prof"}:
            continue
        while word in kin_words and word not in TITLES and begin < len(tokens) and fold(tokens[begin].text) in _OF:
            begin += 1
        strong = word in TITLES or (
            word in _FAMILIES and begin < len(tokens) and lists.is_name(fold(tokens[begin].text))
        )
        run = name_run(tokens, begin, lists, strong=strong)
        if run is None:
            continue
        start, end, tier = run
        start = token.start if word in _KUNYA else start
        gender = "f" if word in _FEMALE else "m" if word in _MALE else ""
        yield Mark(start, end, Kind.PERSON, tier, 55 if strong else 45, gender=gender)


def _is_kunya(tokens: Sequence[Token], at: int, lists: Lists) -> bool:
    """Whether "Um" is the mother's byname (Um Ahmad) and not the everyday word."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or tokens[at].text != "Um":
        return False
    return not tokens[at].first or lists.is_forename(fold(following.text))


@lru_cache(maxsize=1)
def kin() -> frozenset[str]:
    """Words that stand right before a name, folded: kin, people of the house, people of offices."""
    return frozenset(fold(word) for line in lines("kin.txt") for word in line.split())


def name_run(tokens: Sequence[Token], at: int, lists: Lists, *, strong: bool) -> tuple[int, int, Tier] | None:
    """The name that starts at a token, as far as it goes.

    Args:
        tokens: Of the whole text.
        at: Where the name would start.
        lists: The shipped lists.
        strong: The word before is a title, so that a German word can be a name, too.

    Returns:
        Start, end and how sure; None when no name stands there.
    """
    end = at
    last = at
    opening = True
    tier = Tier.CERTAIN
    while last < len(tokens) and last < at + _LONGEST:
        token = tokens[last]
        verdict = _verdict(token, lists, strong=strong and opening)
        if verdict is None:
            if (
                fold(token.text) in _PARTICLES
                and last + 1 < len(tokens)
                and _verdict(tokens[last + 1], lists, strong=strong)
            ):
                last += 1
                continue
            break
        if last > at and token.first:
            break
        tier = verdict if verdict is Tier.SUSPECT else tier
        opening = False
        last += 1
        end = last
    if end == at:
        return None
    return tokens[at].start, tokens[end - 1].end - int(tokens[end - 1].text.endswith("'")), tier


def _verdict(token: Token, lists: Lists, *, strong: bool) -> Tier | None:  # noqa: PLR0911 - a decision list
    """Whether a word after a cue is a name."""
    if not token.is_word or len(token.text) < 2:  # noqa: PLR2004 - initials have their own pattern
        return None
    word = fold(token.text)
    if word in stop():
        return None
    named = lists.is_name(word)
    german = lists.is_german(word)
    if token.text[0].isupper():
        if not german:
            return Tier.CERTAIN
        if token.text.isupper() and not named:
            return None
        if strong:
            return Tier.CERTAIN if named else Tier.SUSPECT
        return Tier.SUSPECT if lists.is_forename(word) else None
    if german or not strong:
        return None
    return Tier.CERTAIN if named else Tier.SUSPECT


@lru_cache(maxsize=1)
def stop() -> frozenset[str]:
    """Words that follow a title without being names."""
    return frozenset(fold(word) for line in lines("notnames.txt") for word in line.split())


def _named(text: str, tokens: Sequence[Token], by_start: dict[int, int], lists: Lists) -> Iterator[Mark]:
    for match in _NAMED.finditer(text):
        at = by_start.get(match.end())
        if at is None:
            continue
        run = name_run(tokens, at, lists, strong=False)
        if run is None and tokens[at].is_word and not lists.is_german(fold(tokens[at].text)):
            run = tokens[at].start, tokens[at].end, Tier.SUSPECT
        if run is not None:
            yield Mark(run[0], run[1], Kind.PERSON, run[2], 50)


def _initials(text: str, lists: Lists) -> Iterator[Mark]:
    for match in _SMALL_INITIAL.finditer(text):
        forename = fold(match.group(1))
        if lists.is_forename(forename) and not lists.is_german(forename):
            yield Mark(match.start(), match.end(), Kind.PERSON, Tier.SUSPECT, 29)
    for match in _TITLED_INITIAL.finditer(text):
        surface = match.group(1).rstrip()
        tier = Tier.CERTAIN if surface[:1].isupper() else Tier.SUSPECT
        if surface:
            yield Mark(match.start(1), match.start(1) + len(surface), Kind.PERSON, tier, 46)
    for match in _LONE_INITIAL.finditer(text):
        if not _NO_NAME_BEFORE.search(text[max(0, match.start() - 12) : match.start()]):
            yield Mark(match.start(1), match.end(1), Kind.PERSON, Tier.SUSPECT, 28)
    for match in _INITIALS.finditer(text):
        surface = match.group()
        if surface.replace(" ", "").casefold() in _ABBREVIATIONS:
            continue
        if (
            match.group(2)
            and lists.is_german(fold(surface[2:].strip()))
            and not lists.is_name(fold(surface[2:].strip()))
        ):
            continue
        yield Mark(match.start(), match.end(), Kind.PERSON, Tier.SUSPECT, 30)
