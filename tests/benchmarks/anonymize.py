"""How well the anonymiser finds, and how much it masks wrongly; prints JSON.

    python tests/benchmarks/anonymize.py [--germeval FOLDER] [--errors]

The development notes (tests/anonymize/development) use templates and names that training never saw. With
`--germeval`, GermEval 2014 part a is judged by cross-validation: each third by a model trained without it.
HanTa and Presidio are measured beside it where they are installed; otherwise the result says so.
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
from collections.abc import Iterable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from reflect.anonymize import corpus, namemodel, train
from reflect.anonymize.detection import detect
from reflect.domain.finding import Finding, Tier
from tests.anonymize.development.notes import Note, notes

_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")


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


def covered(text: str, findings: Iterable[Finding]) -> bytearray:
    """One byte for each code point: whether a finding covers it."""
    mask = bytearray(len(text))
    for finding in findings:
        mask[finding.start : finding.end] = b"\x01" * (finding.end - finding.start)
    return mask


def is_covered(text: str, mask: bytearray, start: int, end: int) -> bool:
    """Whether every letter and digit of a span is covered."""
    return all(mask[at] for at in range(start, end) if text[at].isalnum())


def judge(some: Iterable[Note], *, errors: bool) -> dict[str, Any]:
    """Recall per kind and origin, wrong masks, precision of the certain tier, whole notes, and time."""
    kinds: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    origins: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    whole, certain, wrong = [0, 0], [0, 0], [0, 0]
    missed: Counter[str] = Counter()
    masked: Counter[str] = Counter()
    seconds, signs = 0.0, 0
    for note in some:
        begun = time.process_time()
        findings = detect(note.text)
        seconds, signs = seconds + time.process_time() - begun, signs + len(note.text)
        mask = covered(note.text, findings)
        strong = [f for f in findings if f.tier is not Tier.ADVICE]
        all_names = True
        for start, end, kind in note.spans:
            hit = is_covered(note.text, mask, start, end)
            _count(kinds[kind], hit=hit)
            if kind == "person":
                _count(origins[note.origin], hit=hit)
                all_names &= hit
            if not hit:
                missed[f"{kind}:{note.text[start:end]}"] += 1
        _count(whole, hit=all_names)
        for finding in strong:
            if finding.tier is Tier.CERTAIN:
                _count(certain, hit=any(s < finding.end and finding.start < e for s, e, _ in note.spans))
        _wrong(note, strong, wrong, masked)
    result = {
        "recall": {kind: share(*pair) for kind, pair in sorted(kinds.items())},
        "person_by_origin": {origin: share(*pair) for origin, pair in sorted(origins.items())},
        "whole_notes": share(*whole),
        "certain_precision": share(*certain),
        "words_masked_wrongly": share(*wrong),
        "ms_per_6000_signs": round(seconds / signs * 6000 * 1000, 1),
    }
    if errors:
        result["missed"] = missed.most_common(150)
        result["masked"] = masked.most_common(150)
    return result


def _count(pair: list[int], *, hit: bool) -> None:
    pair[0] += hit
    pair[1] += 1


def _wrong(note: Note, strong: Iterable[Finding], wrong: list[int], masked: Counter[str]) -> None:
    """Words outside of every marked span that would be replaced."""
    mask = covered(note.text, strong)
    right = bytearray(len(note.text))
    for start, end, _ in note.spans:
        right[start:end] = b"\x01" * (end - start)
    for match in _WORD.finditer(note.text):
        span = range(match.start(), match.end())
        if any(right[at] for at in span):
            continue
        hit = any(mask[at] for at in span)
        _count(wrong, hit=hit)
        if hit:
            masked[match.group()] += 1


def germeval(folder: Path, *, folds: int = 3) -> dict[str, Any]:
    """Person recall on part a; each part is judged by a model that never saw it."""
    sentences = [corpus.joined(s) for s in corpus.germeval(folder / "test-part-a.tsv")]
    base = [corpus.joined(s) for s in corpus.germeval(folder / "dev.tsv")]
    base += train.composed(train.read_origins(Path(train.__file__).parent / "data" / "origins"), random.Random(1))  # noqa: S311 - reproducible
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
            mask = covered(text, findings)
            strong = covered(text, [f for f in findings if f.tier is not Tier.ADVICE])
            at = 0
            while at < len(one.tokens):
                label = one.labels[at]
                end = at + 1
                while end < len(one.tokens) and one.labels[end] == label and label != "O":
                    end += 1
                span = one.tokens[at].start, one.tokens[end - 1].end
                if label != "O":
                    _count(found[label], hit=is_covered(text, mask, *span))
                elif one.tokens[at].is_word:
                    _count(found["wrong"], hit=any(strong[span[0] : span[1]]))
                at = end
    finally:
        namemodel._tagger = kept


def _text(one: corpus.Example) -> str:
    text = ""
    for token in one.tokens:
        text = text.ljust(token.start) + token.text
    return text


def others() -> dict[str, str]:
    """What the tools named in the targets do here."""
    result = {}
    for name, package in (("HanTa", "HanTa"), ("Presidio", "presidio_analyzer")):
        try:
            __import__(package)
        except ImportError:
            result[name] = "not installed; figures in the documentation of the targets"
        else:
            result[name] = "installed; German recognition needs a model that no registry offers"
    return result


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--germeval", type=Path, help="folder with dev.tsv and test-part-a.tsv")
    parser.add_argument("--errors", action="store_true", help="also list what was missed and masked wrongly")
    options = parser.parse_args()
    detect("Warmlaufen mit Frau Beispiel.")
    result: dict[str, Any] = {"development_notes": judge(notes(), errors=options.errors), "others": others()}
    if options.germeval:
        result["germeval_part_a"] = germeval(options.germeval)
    sys.stdout.write(json.dumps(result, ensure_ascii=False, indent=1) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
