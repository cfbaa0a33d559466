"""How well the anonymiser finds, and how much it masks wrongly; prints JSON.

    python tests/benchmarks/anonymize.py [--germeval FOLDER] [--errors] [--no-peers]

Three sets of notes (tests/anonymize/development) use texts that training never saw: `development` fills templates with
names that no shipped list holds, `otherhands` and `unseen` are written as they come; of `unseen` no miss was ever
looked at. With `--germeval`, GermEval 2014 part a is judged by cross-validation: each third by a model trained without
it. HanTa and Presidio search the same notes, each in an environment made for it and deleted afterwards.
"""

import argparse
import json
import math
import random
import re
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from reflect.anonymize import corpus, namemodel, train
from reflect.anonymize.detection import detect
from reflect.domain.finding import Finding, Tier
from tests.anonymize.development.notes import SPLITS, Note, notes, written
from tests.benchmarks import anonymize_peers

_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")
# These must be replaced; of the rest, advice is enough.
_DIRECT = frozenset({"person", "contact", "account", "identifier"})


def share(hits: int, of: int) -> dict[str, Any]:
    """A share with its 95 % Wilson interval."""
    if of == 0:
        return {"share": None, "n": 0}
    z, p = 1.96, hits / of
    middle = (p + z * z / (2 * of)) / (1 + z * z / of)
    half = z * math.sqrt(p * (1 - p) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return {
        "share": round(p, 4),
        "n": of,
        "low": round(max(0.0, middle - half), 4),
        "high": round(min(1.0, middle + half), 4),
    }


def mask(text: str, spans: Iterable[tuple[int, int]]) -> bytearray:
    """One byte for each code point: whether a span covers it."""
    made = bytearray(len(text))
    for start, end in spans:
        made[start:end] = b"\x01" * (end - start)
    return made


def is_covered(text: str, made: bytearray, start: int, end: int) -> bool:
    """Whether every letter and digit of a span is covered."""
    return all(made[at] for at in range(start, end) if text[at].isalnum())


def _pairs() -> dict[str, list[int]]:
    return defaultdict(lambda: [0, 0])


@dataclass
class Score:
    """Hits and totals of one searcher on one set of notes."""

    kinds: dict[str, list[int]] = field(default_factory=_pairs)
    origins: dict[str, list[int]] = field(default_factory=_pairs)
    others: dict[str, list[int]] = field(default_factory=_pairs)
    missed: Counter[str] = field(default_factory=Counter)
    masked: Counter[str] = field(default_factory=Counter)

    def take(self, note: Note, replaced: bytearray, covered: bytearray) -> None:
        """Judge one note by what would be replaced, and by what is covered at all."""
        whole = True
        for start, end, kind in note.spans:
            hit = is_covered(note.text, replaced if kind in _DIRECT else covered, start, end)
            count(self.kinds[kind], hit=hit)
            if kind == "person":
                count(self.origins[note.origin], hit=hit)
                whole &= hit
            if not hit:
                self.missed[f"{kind}:{note.text[start:end]}"] += 1
        count(self.others["whole_notes"], hit=whole)
        right = mask(note.text, ((start, end) for start, end, _ in note.spans))
        for match in _WORD.finditer(note.text):
            if any(right[match.start() : match.end()]):
                continue
            hit = any(replaced[match.start() : match.end()])
            count(self.others["words_masked_wrongly"], hit=hit)
            if hit:
                self.masked[match.group()] += 1

    def figures(self) -> dict[str, Any]:
        """Everything as shares with intervals."""
        return {
            "recall": {kind: share(*pair) for kind, pair in sorted(self.kinds.items())},
            "person_by_origin": {origin: share(*pair) for origin, pair in sorted(self.origins.items())},
            **{name: share(*pair) for name, pair in self.others.items()},
        }


def count(pair: list[int], *, hit: bool) -> None:
    """One more, and whether it was a hit."""
    pair[0] += hit
    pair[1] += 1


def judge(some: Iterable[Note], *, errors: bool) -> dict[str, Any]:
    """Our own detector on a set of notes: recall, wrong masks, precision of the certain tier, whole notes, time."""
    score = Score()
    seconds, signs = 0.0, 0
    for note in some:
        begun = time.process_time()
        findings = detect(note.text)
        seconds, signs = seconds + time.process_time() - begun, signs + len(note.text)
        score.take(note, mask(note.text, _replaced(findings)), mask(note.text, ((f.start, f.end) for f in findings)))
        for finding in findings:
            if finding.tier is Tier.CERTAIN:
                right = any(start < finding.end and finding.start < end for start, end, _ in note.spans)
                count(score.others["certain_precision"], hit=right)
    result = {**score.figures(), "ms_per_6000_signs": round(seconds / signs * 6000 * 1000, 1)}
    if errors:
        result |= {"missed": score.missed.most_common(150), "masked": score.masked.most_common(150)}
    return result


def _replaced(findings: Iterable[Finding]) -> Iterable[tuple[int, int]]:
    return ((f.start, f.end) for f in findings if f.tier is not Tier.ADVICE)


def peers(sets: dict[str, Sequence[Note]]) -> dict[str, Any]:
    """The same figures for the tools named in the targets; a sentence instead where one cannot be run."""
    result: dict[str, Any] = {}
    for name in anonymize_peers.PEERS:
        texts = [note.text for some in sets.values() for note in some]
        spans, why = anonymize_peers.spans(name, texts)
        if why:
            result[name] = f"skipped: {why}"
            continue
        left = iter(spans)
        result[name] = {}
        for label, some in sets.items():
            score = Score()
            for note in some:
                made = mask(note.text, next(left))
                score.take(note, made, made)
            result[name][label] = score.figures()
    return result


def germeval(folder: Path, *, folds: int = 3) -> dict[str, Any]:
    """Recall on part a; each part is judged by a model that never saw it."""
    sentences = [corpus.joined(s) for s in corpus.germeval(folder / "test-part-a.tsv")]
    base = train.material(
        [corpus.joined(s) for s in corpus.germeval(folder / "dev.tsv")],
        train.read_origins(Path(train.__file__).parent / "data" / "origins"),
        random.Random(1),  # noqa: S311 - reproducible
    )
    found: dict[str, list[int]] = {"PER": [0, 0], "LOC": [0, 0], "ORG": [0, 0], "wrong": [0, 0]}
    import pycrfsuite  # noqa: PLC0415 - heavy

    for fold in range(folds):
        rest = [one for at, one in enumerate(sentences) if at % folds != fold]
        with tempfile.TemporaryDirectory() as there:
            target = Path(there) / "model"
            train.train(base + rest, target)
            tagger = pycrfsuite.Tagger()
            tagger.open(str(target))
            _judge_sentences([one for at, one in enumerate(sentences) if at % folds == fold], tagger, found)
    return {label: share(*pair) for label, pair in found.items()}


def _judge_sentences(some: Iterable[corpus.Example], tagger: Any, found: dict[str, list[int]]) -> None:
    kept = namemodel._tagger
    namemodel._tagger = lambda: tagger  # type: ignore[assignment]
    try:
        for one in some:
            text = _text(one)
            findings = detect(text)
            replaced = mask(text, _replaced(findings))
            covered = mask(text, ((f.start, f.end) for f in findings))
            at = 0
            while at < len(one.tokens):
                label = one.labels[at]
                end = at + 1
                while end < len(one.tokens) and one.labels[end] == label and label != "O":
                    end += 1
                span = one.tokens[at].start, one.tokens[end - 1].end
                if label != "O":
                    count(found[label], hit=is_covered(text, replaced if label == "PER" else covered, *span))
                elif one.tokens[at].is_word:
                    count(found["wrong"], hit=any(replaced[span[0] : span[1]]))
                at = end
    finally:
        namemodel._tagger = kept


def _text(one: corpus.Example) -> str:
    text = ""
    for token in one.tokens:
        text = text.ljust(token.start) + token.text
    return text


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--germeval", type=Path, help="folder with dev.tsv and test-part-a.tsv")
    parser.add_argument("--errors", action="store_true", help="also list what was missed and masked wrongly")
    parser.add_argument("--no-peers", action="store_true", help="leave HanTa and Presidio out")
    options = parser.parse_args()
    detect("Warmlaufen mit Frau Beispiel.")
    sets: dict[str, Sequence[Note]] = {"development": list(notes()), **{name: list(written(name)) for name in SPLITS}}
    result: dict[str, Any] = {
        name: judge(some, errors=options.errors and name != "unseen") for name, some in sets.items()
    }
    result["others"] = "left out" if options.no_peers else peers(sets)
    if options.germeval:
        result["germeval_part_a"] = germeval(options.germeval)
    sys.stdout.write(json.dumps(result, ensure_ascii=False, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
