"""Names nobody told us: what the model believes, and words that are not German."""

import re
from collections.abc import Collection, Iterator, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from reflect.anonymize.cues import TITLES, kin
from reflect.anonymize.lists import Lists
from reflect.anonymize.lookalikes import is_foreign
from reflect.anonymize.mark import Mark
from reflect.anonymize.namemodel import Score
from reflect.anonymize.tokens import Token, fold
from reflect.domain.finding import Kind, Tier

_CERTAIN = 0.9
# Least probability of being a name, by what the lists say about the word.
_LEAST_UNKNOWN, _LEAST_NAMED, _LEAST_GERMAN, _LEAST_COMMON, _LEAST_FIRST = 0.02, 0.01, 0.025, 0.07, 0.25
_LEAST_SMALL, _LEAST_ABBREVIATED, _LEAST_INITIAL = 0.06, 0.2, 0.5
_ABBREVIATION, _LONG, _COMPOUND = 5, 7, 12
_SHORT = 3
_BEFORE_NOUN = frozenset(
    [
        "der",
        "die",
        "das",
        "den",
        "dem",
        "des",
        "ein",
        "eine",
        "einen",
        "einem",
        "einer",
        "eines",
        "kein",
        "keine",
        "keinen",
        "als",
        "unser",
        "unsere",
        "unserem",
        "unseren",
        "ihr",
        "ihre",
        "sein",
        "seine",
        "seinen",
        "mein",
        "meine",
        "im",
        "am",
        "beim",
        "zum",
        "zur",
        "vom",
    ]
)
_PARTICLES = frozenset(["von", "van", "vom", "zu", "zur", "de", "du", "da", "dos", "bin", "ibn", "ben", "al", "el"])
_BEFORE_PLACE = frozenset(
    ["in", "nach", "aus", "von", "bei", "richtung", "ueber", "bis", "stadt", "gemeinde", "landkreis", "kreis"]
)
_ROMAN = re.compile(r"[IVX]+")
_VOWEL = re.compile(r"[aeiouyäöü]")


def find(
    text: str,
    tokens: Sequence[Token],
    scores: Sequence[Score],
    lists: Lists,
    *,
    told: Collection[int] = (),
    replaced: Collection[int] = (),
) -> Iterator[Mark]:
    """Marks for words that the model or the allow-list gives away; neighbours of one kind become one mark.

    Args:
        text: The normalised text.
        tokens: Its words.
        scores: Of the model, one for each token.
        lists: The shipped lists.
        told: Where words start that advice speaks of; they are names only when the model is sure.
        replaced: Where roles of this program stand; beside them the model has less to go by and must be sure.
    """
    lines = {text.count("\n", 0, at) for at in replaced}
    run: Mark | None = None
    for at, (token, score) in enumerate(zip(tokens, scores, strict=True)):
        careful = bool(lines) and text.count("\n", 0, token.start) in lines
        mark = _judge(tokens, at, score, lists, careful=careful)
        if run is not None and text[run.end : token.start] == " " and _is_ordinal(run, token):
            run = Mark(run.start, token.end, run.kind, run.tier, run.weight)
            continue
        if mark is None or (token.start in told and score.person < _CERTAIN):
            continue
        if run is not None and _continues(text, run, mark, lists) and not token.first:
            tier = run.tier if run.tier is mark.tier else Tier.SUSPECT
            run = Mark(run.start, mark.end, run.kind, tier, run.weight)
            continue
        if run is not None:
            yield run
        run = mark
    if run is not None:
        yield run


def _continues(text: str, run: Mark, mark: Mark, lists: Lists) -> bool:
    """Whether a mark goes on with the name before it: side by side, or over a particle (Karl von Bayern)."""
    between = text[run.end : mark.start]
    if run.kind is mark.kind and between in {" ", "-", ". "}:
        return True
    if "\n" in between:
        return False
    last, following = (
        fold(text[run.start : run.end].rsplit(maxsplit=1)[-1]),
        fold(text[mark.start : mark.end].split(maxsplit=1)[0]),
    )
    particles = between.split()
    return (
        bool(particles)
        and particles[0] in _PARTICLES
        and set(particles) <= {*_PARTICLES, "der", "den"}
        and lists.is_forename(last)
        and not lists.is_forename(following)
    )


def _is_ordinal(run: Mark, token: Token) -> bool:
    """Whether a Roman number goes on with a person's name (Wilhelm II)."""
    return run.kind is Kind.PERSON and token.text.isupper() and _ROMAN.fullmatch(token.text) is not None


def again(tokens: Sequence[Token], marks: Sequence[Mark], text: str, lists: Lists) -> Iterator[Mark]:
    """Marks for further occurrences of names that were found once; German words only where no article stands before."""
    names: dict[str, Mark] = {}
    for mark in marks:
        if mark.kind is Kind.PERSON and mark.tier is not Tier.ADVICE and not mark.entity:
            for word in re.split(r"[\s.-]+", text[mark.start : mark.end]):
                if len(word) >= _SHORT:
                    names.setdefault(fold(word), mark)
    if not names:
        return
    for at, token in enumerate(tokens):
        if not token.is_word:
            continue
        word = fold(token.text)
        origin = names.get(word) or names.get(word.removesuffix("s"))
        if origin is None:
            continue
        german = lists.is_german(word)
        if german and (token.text.islower() or token.first or (at and fold(tokens[at - 1].text) in _BEFORE_NOUN)):
            continue
        sure = not german and origin.tier is Tier.CERTAIN
        yield Mark(token.start, token.end, Kind.PERSON, Tier.CERTAIN if sure else Tier.SUSPECT, 15)


def _judge(tokens: Sequence[Token], at: int, score: Score, lists: Lists, *, careful: bool) -> Mark | None:
    """What one word is, if it is anything."""
    token = tokens[at]
    if not token.is_word:
        return None
    if is_foreign(token.text):
        return Mark(token.start, token.end, Kind.PERSON, Tier.SUSPECT, 20)
    word = fold(token.text)
    least = _least(tokens, at, word, lists)
    if score.any < (max(least, _CERTAIN) if careful and least else least):
        return None
    kind = _kind(tokens, at, word, score, lists)
    likely = {Kind.PERSON: score.person, Kind.PLACE: score.place, Kind.ORGANISATION: score.organisation}[kind]
    sure = likely >= _CERTAIN and token.text[0].isupper() and word not in lists.words and len(word) > 1
    return Mark(token.start, token.end, kind, Tier.CERTAIN if sure else Tier.SUSPECT, 25)


def _least(tokens: Sequence[Token], at: int, word: str, lists: Lists) -> float:  # noqa: C901, PLR0911 - a decision list, from sure to vague
    """The probability from which a word is flagged; above 1 for never."""
    token = tokens[at]
    never = 2.0
    if token.text in lists.trade or (token.text.isupper() and _ROMAN.fullmatch(token.text)):
        return never
    if lists.is_german(word):
        if word in kin() or word in TITLES:
            return never
        if at and fold(tokens[at - 1].text) in _BEFORE_NOUN:
            return max(_LEAST_INITIAL, _least_german(token, word, lists, follows_forename=False))
        after = at and fold(tokens[at - 1].text) in _BEFORE_PLACE and lists.is_place(word) and word not in lists.common
        if after and token.text[0].isupper():
            return 0.0
        return _least_german(token, word, lists, follows_forename=at > 0 and _is_plain_forename(tokens[at - 1], lists))
    named = word in lists.origins or lists.is_forename(word)
    if named:
        return 0.0 if len(word) > _SHORT or token.text[0].isupper() else _LEAST_SMALL
    if lists.is_place(word):
        return 0.0 if token.text[0].isupper() else _LEAST_SMALL
    if len(word) == 1:
        return never if at and tokens[at - 1].text.isdigit() else _LEAST_INITIAL
    if len(word) < _SHORT or not _VOWEL.search(token.text.lower()):
        return _LEAST_COMMON
    if len(word) <= _ABBREVIATION and _is_abbreviation(tokens, at):
        return _LEAST_ABBREVIATED
    if _is_slip(word, lists):
        return (0.0 if len(word) < _LONG else _LEAST_SMALL) if token.text[0].isupper() else _LEAST_COMMON
    return 0.0


def _is_plain_forename(token: Token, lists: Lists) -> bool:
    """Whether a word is a forename and nothing else, so that a capital word after it is a surname."""
    word = fold(token.text)
    return token.text[0].isupper() and (word in lists.female or word in lists.male) and word not in lists.common


def _is_abbreviation(tokens: Sequence[Token], at: int) -> bool:
    """Whether a short word is written like one: capitals among small letters, or a point that ends no sentence."""
    token = tokens[at]
    beside = [t for t in tokens[max(0, at - 2) : at + 3] if t is not token and t.is_word and len(t.text) > _SHORT]
    if token.text.isupper():
        return not any(t.text.isupper() for t in beside)
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    pointed = following is not None and following.text == "." and following.start == token.end
    return pointed and at + 2 < len(tokens) and not tokens[at + 2].first


def _least_german(token: Token, word: str, lists: Lists, *, follows_forename: bool) -> float:
    """The same for words that are German, too: names among them need less, common words and sentence openers more."""
    never = 2.0
    common = word in lists.common
    if follows_forename and not token.first and token.text[0].isupper():
        return _LEAST_UNKNOWN if common else _LEAST_UNKNOWN / 4
    if len(word) >= _COMPOUND and word not in lists.words and not lists.is_name(word):
        return _CERTAIN
    if not token.text[0].isupper():
        return never if common else _LEAST_FIRST
    if lists.is_name(word):
        return _LEAST_COMMON if token.first and common else _LEAST_SMALL if common else _LEAST_NAMED
    if common:
        return _LEAST_FIRST if token.first else _LEAST_COMMON
    return _LEAST_COMMON if token.first else _LEAST_GERMAN


def _kind(tokens: Sequence[Token], at: int, word: str, score: Score, lists: Lists) -> Kind:
    """Person, place or organisation; the lists decide when the model has no opinion."""
    if score.any < _LEAST_UNKNOWN * 5:
        if lists.is_place(word) and not lists.is_forename(word):
            return Kind.PLACE
        before = fold(tokens[at - 1].text) if at else ""
        return (
            Kind.PLACE
            if before in {"in", "nach", "aus", "bei"} and word not in lists.origins and before != "bei"
            else Kind.PERSON
        )
    best = max(score.person, score.place, score.organisation)
    return Kind.PERSON if best == score.person else Kind.PLACE if best == score.place else Kind.ORGANISATION


def _is_slip(word: str, lists: Lists) -> bool:
    """Whether a word is a common German word with one slip of the keyboard (two in long words)."""
    least, long = 5, 10
    if len(word) < least:
        return False
    near = [other for n in (-1, 0, 1) for other in lists.by_length(word[0], len(word) + n)]
    return process.extractOne(word, near, scorer=OSA.distance, score_cutoff=2 if len(word) >= long else 1) is not None
