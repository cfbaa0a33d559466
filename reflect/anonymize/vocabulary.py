"""Which forms count as German: the allow-list, built from word frequencies, word clusters and lemmas.

Only the training uses this. The source is spacy-lookups-data 1.0.5 (MIT), asked for by name when lists are rebuilt;
the shipped program never needs it.

A form counts as German when it is frequent enough and stands in a cluster that holds German words rather than names
or foreign words. Brown clusters group words by their neighbours, so names gather in a few of them.
"""

import gzip
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

_RARE = -16.9
_COMMON = -13.6
# Clusters of names of people, towns and firms, of foreign words, of fragments, and the rest class 0, read off the
# 750 clusters of release 1.0.5: their frequent members are not German words, or no words at all.
_NOT_GERMAN = frozenset(
    {
        0,
        8,
        16,
        24,
        40,
        48,
        56,
        80,
        120,
        156,
        164,
        184,
        196,
        208,
        220,
        228,
        248,
        284,
        292,
        332,
        336,
        348,
        356,
        412,
        476,
        484,
    }
    | {504, 640, 668, 732, 796, 848, 860, 888, 924, 944, 976, 988, 1020, 1116, 1180, 1436, 1500, 1645, 1657, 1756, 1764}
    | {1948, 1996, 3548, 3868, 4092, 7164, 9212, 62460, 29692, 28}
)

_SHORTEST = 3
_FORENAMES = frozenset({24, 56, 120, 248, 504, 888})
_SURNAMES = frozenset({8, 40})


@dataclass(frozen=True, slots=True)
class Lexemes:
    """Forms of German texts as the source gives them.

    Attributes:
        log_probability: Natural logarithm of the relative frequency, by form.
        cluster: Brown cluster, by form.
        lemma: Lemma, by form.
    """

    log_probability: Mapping[str, float]
    cluster: Mapping[str, int]
    lemma: Mapping[str, str]


def read_lexemes(folder: Path) -> Lexemes:
    """Read the German tables of spacy-lookups-data.

    Args:
        folder: Its `data` folder.
    """

    def table(name: str) -> dict[str, str]:
        with gzip.open(folder / f"de_{name}.json.gz", "rt", encoding="utf-8") as file:
            content: dict[str, str] = json.load(file)
        return content

    return Lexemes(
        {form: float(value) for form, value in table("lexeme_prob").items()},
        {form: int(value) for form, value in table("lexeme_cluster").items()},
        table("lemma_lookup"),
    )


def allow_list(lexemes: Lexemes, names: Collection[str]) -> dict[str, int]:
    """German forms in lower case, with 1 for common forms and 0 for the rest.

    Args:
        lexemes: The source.
        names: Forenames and foreign surnames; they stay out unless the lemma table knows them in lower case.
    """
    german = set(lexemes.lemma) | set(lexemes.lemma.values())
    spelt = {name.casefold() for name in names}
    words: dict[str, int] = {}
    for form, probability in lexemes.log_probability.items():
        if probability < _RARE or not _is_word(form):
            continue
        cluster = lexemes.cluster.get(form, 0)
        lower = form.lower()
        if lower in spelt and lower not in german and not _is_noun_or_common(lexemes, lower, german):
            continue
        if _is_german(form, cluster, german) and not _rather_a_name(lexemes, lower, german):
            words[lower] = max(words.get(lower, 0), int(probability > _COMMON))
    return words


def _is_noun_or_common(lexemes: Lexemes, lower: str, german: Collection[str]) -> bool:
    """Whether a form is a German noun (Sohn) or a common small word (nur), although some name is spelt like it."""
    noun = lower.capitalize()
    small = lexemes.log_probability.get(lower, -99.0)
    if small > _COMMON and small > lexemes.log_probability.get(noun, -99.0) + 1:
        return True
    return noun in german and lexemes.cluster.get(noun, 0) not in _NOT_GERMAN


def _rather_a_name(lexemes: Lexemes, lower: str, german: Collection[str]) -> bool:
    """Whether a form is mostly written as a forename or surname (anton, renate), whatever else it may be."""
    name = lower.capitalize()
    cluster = lexemes.cluster.get(name, -1)
    if lexemes.log_probability.get(name, -99.0) <= lexemes.log_probability.get(lower, -99.0):
        return False
    return cluster in _FORENAMES or (cluster in _SURNAMES and name not in german)


def forenames(lexemes: Lexemes, words: Collection[str]) -> set[str]:
    """Forenames in lower case: what stands in the clusters of forenames, is written large, and is no German word.

    Args:
        lexemes: The source.
        words: The allow-list.
    """
    found: set[str] = set()
    for form, cluster in lexemes.cluster.items():
        if cluster not in _FORENAMES or not form.isalpha() or len(form) < _SHORTEST or not form.istitle():
            continue
        if lexemes.log_probability.get(form, -99.0) > _RARE and form.lower() not in words:
            found.add(form.lower())
    return found


def clusters(lexemes: Lexemes, count: int) -> dict[str, int]:
    """The cluster of the most frequent forms, for the features of the model."""
    frequent = sorted(lexemes.log_probability, key=lambda form: -lexemes.log_probability[form])[:count]
    return {form: lexemes.cluster[form] for form in frequent if form in lexemes.cluster and _is_word(form)}


def _is_word(form: str) -> bool:
    return len(form) > 1 and form.replace("-", "").isalpha() and not form.startswith("-") and not form.endswith("-")


def _is_german(form: str, cluster: int, german: Collection[str]) -> bool:
    if form[0].islower() and form in german:
        return True
    if cluster in _NOT_GERMAN:
        return form[0].isupper() and form.lower() in german
    return True
