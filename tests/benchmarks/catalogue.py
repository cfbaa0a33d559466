"""Loading the whole catalogue, as ratios to bare markdown-it parsing of the same files in the same run.

Run by hand: `python tests/benchmarks/catalogue.py`. Prints JSON; times are the best of several rounds in milliseconds.

- `bare`: `MarkdownIt("commonmark").parse` of every file, read from disk.
- `first`: a new catalogue with an empty cache; every row listed, every protocol loaded, the cache written.
- `unchanged`: a new catalogue over the cache of before, as at the next start.
- `listing`: the rows alone, as the start page needs them, over the cache of before.
"""

import json
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from markdown_it import MarkdownIt

from reflect.library.catalogue import Catalogue
from reflect.library.front import read
from reflect.library.listing import LANGUAGES, files
from reflect.library.shipped import folder

ROUNDS = 15
TARGETS = {"first": 2.0, "unchanged": 0.2}


def bare(paths: list[Path]) -> None:
    """What cannot be saved without a cache: parse every file."""
    parser = MarkdownIt("commonmark")
    for path in paths:
        parser.parse(path.read_text(encoding="utf-8"))


def whole(cache: Path) -> None:
    """List and load everything in every language."""
    catalogue = Catalogue(cache=cache)
    for language in LANGUAGES:
        for row in catalogue.protocols(language):
            catalogue.load(row.id, language)


def listing(cache: Path) -> None:
    """List everything in one language."""
    Catalogue(cache=cache).protocols(LANGUAGES[0])


def timed(work: Callable[[], None]) -> float:
    """Milliseconds."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def measure() -> dict[str, object]:
    """Every figure; the rounds alternate, so that a busy machine slows all alike."""
    paths = [path for language in LANGUAGES for path, _ in files(folder(), language)]
    times: dict[str, list[float]] = {"bare": [], "first": [], "unchanged": [], "listing": []}
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as place:
            cache = Path(place) / "cache"
            read.cache_clear()
            times["bare"].append(timed(lambda: bare(paths)))
            times["first"].append(timed(partial(whole, cache)))
            times["unchanged"].append(timed(partial(whole, cache)))
            times["listing"].append(timed(partial(listing, cache)))
    best = {name: round(min(values), 2) for name, values in times.items()}
    ratios = {name: round(value / best["bare"], 3) for name, value in best.items() if name != "bare"}
    return {"files": len(paths), "milliseconds": best, "ratio": ratios, "target": TARGETS}


if __name__ == "__main__":
    json.dump(measure(), sys.stdout, indent=2)
    sys.stdout.write("\n")
