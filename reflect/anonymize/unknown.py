"""Names nobody told us: what the model believes, and words that are not German."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from reflect.anonymize.lists import Lists
from reflect.anonymize.lookalikes import is_foreign
from reflect.anonymize.mark import Mark
from reflect.anonymize.namemodel import Score
from reflect.anonymize.threshold import (
    BEFORE_NOUN,
    BEFORE_PLACE,
    CERTAIN,
    LEAST_COMMON,
    LEAST_INITIAL,
    LEAST_PARTICLE,
    LEAST_UNKNOWN,
    ROMAN,
    least,
)
from reflect.anonymize.tokens import Token, fold
from reflect.domain.finding import Kind, Tier

_SHORT = 3
_PARTICLES = frozenset(
    ["von", "van", "vom", "ter", "ten", "zu", "zur", "de", "du", "da", "dos", "bin", "ibn", "ben", "al", "el"]
)
_SPEAKING = frozenset(
    ["spricht", "sprach", "sprechen", "spreche", "redet", "redete", "versteht", "verstand", "lernt", "auf"]
)
"""After these a word that is a language is one."""
_PREPOSITIONS = frozenset(["von", "vom", "zu", "zur"])
"""Particles that are everyday words as well."""


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
        if mark is None or (token.start in told and not _outweighs(tokens, at, score, lists)):
            continue
        if at and mark.kind is Kind.PERSON and _leads(tokens[at - 1], scores[at - 1], fold(token.text), lists):
            mark = replace(mark, start=tokens[at - 1].start)
        if run is not None and _continues(text, run, mark, lists) and not token.first:
            tier = run.tier if run.tier is mark.tier else Tier.SUSPECT
            run = Mark(run.start, mark.end, run.kind, tier, run.weight)
            continue
        if run is not None:
            yield run
        run = mark
    if run is not None:
        yield run


def _outweighs(tokens: Sequence[Token], at: int, score: Score, lists: Lists) -> bool:
    """Whether a word that advice speaks of (Islam, Zaza, April) is a person here."""
    word, before = fold(tokens[at].text), fold(tokens[at - 1].text) if at else ""
    if before in _SPEAKING:
        return False
    if score.person >= CERTAIN:
        return True
    plain = tokens[at].text[0].isupper() and before not in BEFORE_NOUN and before not in BEFORE_PLACE
    listed = lists.is_forename(word)
    return plain and score.person >= (LEAST_COMMON if listed else LEAST_INITIAL)


def _leads(before: Token, score: Score, name: str, lists: Lists) -> bool:
    """Whether a particle right before a name belongs to it (von Düffel), and is no preposition (zu Yonas)."""
    if before.text not in _PARTICLES:
        return False
    if before.text in _PREPOSITIONS:
        stands_alone = lists.is_forename(name) or name in lists.origins
        return not stands_alone and score.person >= LEAST_INITIAL
    return score.person >= LEAST_PARTICLE


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
        and (lists.is_forename(last) or (run.kind is Kind.PERSON and not lists.is_german(last)))
        and not lists.is_forename(following)
        and (lists.is_forename(last) or not lists.is_place(following))
    )


def _is_ordinal(run: Mark, token: Token) -> bool:
    """Whether a Roman number goes on with a person's name (Wilhelm II)."""
    return run.kind is Kind.PERSON and token.text.isupper() and ROMAN.fullmatch(token.text) is not None


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
        if german and (token.text.islower() or token.first or (at and fold(tokens[at - 1].text) in BEFORE_NOUN)):
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
    limit = least(tokens, at, word, lists)
    if score.any < (max(limit, CERTAIN) if careful and limit else limit):
        return None
    kind = _kind(tokens, at, word, score, lists)
    likely = {Kind.PERSON: score.person, Kind.PLACE: score.place, Kind.ORGANISATION: score.organisation}[kind]
    sure = likely >= CERTAIN and token.text[0].isupper() and word not in lists.words and len(word) > 1
    return Mark(token.start, token.end, kind, Tier.CERTAIN if sure else Tier.SUSPECT, 25)


def _kind(tokens: Sequence[Token], at: int, word: str, score: Score, lists: Lists) -> Kind:
    """Person, place or organisation; the lists decide when the model has no opinion."""
    if score.any < LEAST_UNKNOWN * 5:
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
