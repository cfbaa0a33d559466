"""Annotated German sentences for the name model; only the training uses this.

GermEval 2014 (NoSta-D, CC BY 4.0) and the DFKI SmartData corpus v3 (CC BY 4.0).
"""

import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reflect.anonymize.tokens import Token, tokenise

Sentence = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Example:
    """A text and the label of each of its tokens.

    Attributes:
        tokens: As the detector cuts them.
        labels: `PER`, `LOC`, `ORG` or `O`.
        unlisted: Folded words to be treated as if no list knew them.
    """

    tokens: tuple[Token, ...]
    labels: tuple[str, ...]
    unlisted: frozenset[str] = frozenset()


def example(text: str, spans: Iterable[tuple[int, int, str]], unlisted: frozenset[str] = frozenset()) -> Example:
    """Cut a text as the detector does and carry its labelled spans over to the tokens."""
    labels_at: dict[int, str] = {}
    for start, end, label in spans:
        labels_at.update(dict.fromkeys(range(start, end), label))
    tokens = tuple(tokenise(text))
    labels = (next((labels_at[at] for at in range(t.start, t.end) if at in labels_at), "O") for t in tokens)
    return Example(tokens, tuple(labels), unlisted)


def joined(sentence: Sentence) -> Example:
    """An example from words and labels, the words put together with spaces."""
    text, spans = "", []
    for word, label in sentence:
        if label != "O":
            spans.append((len(text), len(text) + len(word), label))
        text += f"{word} "
    return example(text, spans)


_SMARTDATA = {
    "PERSON": "PER",
    "LOCATION": "LOC",
    "LOCATION_CITY": "LOC",
    "LOCATION_STREET": "LOC",
    "ORGANIZATION": "ORG",
    "ORGANIZATION_COMPANY": "ORG",
}


def germeval(path: Path) -> Iterator[Sentence]:
    """Words with their outer label (PER, LOC, ORG or O); derived forms and parts of words count as O.

    Args:
        path: A `.tsv` of the corpus.
    """
    sentence: Sentence = []
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if line.startswith("#") or len(fields) < 3:  # noqa: PLR2004 - number, word, outer tag
            if sentence:
                yield sentence
            sentence = []
            continue
        tag = fields[2].partition("-")[2]
        sentence.append((fields[1], tag if tag in {"PER", "LOC", "ORG"} else "O"))
    if sentence:
        yield sentence


def smartdata(path: Path) -> Iterator[Sentence]:
    """Words with their label; traffic stops and routes are left out, they teach nothing about people.

    Args:
        path: A `.json.gz` of the corpus: concatenated JSON objects.
    """
    with gzip.open(path, "rt", encoding="utf-8") as file:
        source = file.read()
    decoder = json.JSONDecoder()
    at = 0
    while at < len(source):
        if source[at].isspace():
            at += 1
            continue
        document, at = decoder.raw_decode(source, at)
        yield from _document(document)


def _document(document: dict[str, dict[str, object]]) -> Iterator[Sentence]:
    text = str(document["text"]["string"])
    sentence: Sentence = []
    last = 0
    for token in document["tokens"]["array"]:  # type: ignore[attr-defined]  # the corpus is plain JSON
        start, end = token["span"]["start"], token["span"]["end"]
        if "\n" in text[last:start] and sentence:
            yield sentence
            sentence = []
        last = end
        label = _SMARTDATA.get(token["ner"]["string"].partition("-")[2], "O")
        if text[start:end].strip():
            sentence.append((text[start:end].strip(), label))
    if sentence:
        yield sentence
