"""The lists and the model can be rebuilt, and the development material stays out of them."""

import gzip
import json
import random
from pathlib import Path

import pytest

from reflect.anonymize import corpus, train, vocabulary
from reflect.anonymize.composition import Stock, compose, recased, renamed
from reflect.anonymize.lists import read, shipped
from reflect.anonymize.namemodel import scores
from reflect.anonymize.origins import origin_from
from reflect.anonymize.tokens import fold, tokenise
from tests.anonymize.development.notes import SPLITS, held_back, notes, templates, written

STOCK = Stock({"x": ["Tesfay", "Maryam"]}, {"x": ["Haile", "Koch"]}, ["Bad Belzig"], ["Kita Sonne"], ["Tasche"])


def test_germeval_lines_become_examples(tmp_path: Path) -> None:
    path = tmp_path / "dev.tsv"
    path.write_text(
        "#\tsource\t\n1\tFrau\tO\tO\n2\tHaile\tB-PER\tO\n3\tkam\tO\tO\n\n1\tBerliner\tB-LOCderiv\tO\n", encoding="utf-8"
    )
    first, second = (corpus.joined(sentence) for sentence in corpus.germeval(path))
    assert first.labels == ("O", "PER", "O")
    assert second.labels == ("O",)


def test_smartdata_documents_become_examples(tmp_path: Path) -> None:
    text = "Anna kam.\nAus Berlin"
    words = [("Anna", "B-PERSON"), ("kam", "O"), (".", "O"), ("Aus", "O"), ("Berlin", "B-LOCATION_CITY")]
    at, tokens = 0, []
    for word, tag in words:
        at = text.index(word, at)
        tokens.append({"span": {"start": at, "end": at + len(word)}, "ner": {"string": tag}})
        at += len(word)
    document = json.dumps({"text": {"string": text}, "tokens": {"array": tokens}})
    path = tmp_path / "v3.json.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.write(document + "\n" + document)
    examples = [corpus.joined(sentence) for sentence in corpus.smartdata(path)]
    assert [one.labels for one in examples] == [("PER", "O", "O"), ("O", "LOC")] * 2


def test_composed_sentences_carry_their_labels() -> None:
    examples = compose(["Heute kam {vn} aus {o} in die {e}.", "{v}s Kind"], STOCK, 200, random.Random(3))  # noqa: S311 - reproducible
    labels = {label for one in examples for label in one.labels}
    assert labels == {"PER", "LOC", "ORG", "O"}
    assert any(one.unlisted for one in examples)
    assert all(len(one.tokens) == len(one.labels) for one in examples)


def test_everyday_nouns_initials_and_particles_fill_their_slots() -> None:
    stock = Stock({"x": ["Tesfay"]}, {"x": ["Haile"]}, ["Bad Belzig"], ["Kita Sonne"], nouns=["Koch"])
    (one,) = compose(["Der {w} sah {i} und Frau {p} Al-{n}."], stock, 1, random.Random(1))  # noqa: S311 - reproducible
    labels = dict(zip((token.text.casefold() for token in one.tokens), one.labels, strict=True))
    assert labels["koch"] == "O"
    assert [label for word, label in labels.items() if word.startswith("al-")] == ["PER"]
    assert list(labels.values()).count("PER") == 3


def test_a_sentence_is_told_of_other_people_and_cased_otherwise() -> None:
    one = corpus.example("Heute rief Anna aus Berlin an.", [(11, 15, "PER"), (20, 26, "LOC")])
    other = renamed(one, STOCK, random.Random(4))  # noqa: S311 - reproducible
    assert other.labels == one.labels
    assert "Anna" not in [token.text for token in other.tokens]
    loud = recased(one, loud=True)
    assert [token.text for token in loud.tokens][2:5] == ["ANNA", "AUS", "BERLIN"]
    assert loud.labels == one.labels


def test_a_model_can_be_trained_and_asked(tmp_path: Path) -> None:
    import pycrfsuite  # noqa: PLC0415 - heavy

    examples = compose(["Heute kam {v} ins Büro.", "Frau {n} rief an."], STOCK, 60, random.Random(3))  # noqa: S311 - reproducible
    train.train(examples, tmp_path / "model")
    tagger = pycrfsuite.Tagger()
    tagger.open(str(tmp_path / "model"))
    assert scores(tokenise("Heute kam Tesfay ins Büro."), shipped(), tagger)[2].person > 0.5


def test_the_allow_list_leaves_names_out() -> None:
    lexemes = vocabulary.Lexemes(
        log_probability={
            "gehen": -8.0,
            "Haus": -8.0,
            "Maria": -9.0,
            "renate": -16.0,
            "Renate": -11.0,
            "Sohn": -9.0,
            "selten": -30.0,
            "x1": -8.0,
        },
        cluster={"gehen": 7, "Haus": 5, "Maria": 24, "renate": 700, "Renate": 504, "Sohn": 5, "selten": 7},
        lemma={"gehen": "gehen", "Häuser": "Haus", "Söhne": "Sohn"},
    )
    assert vocabulary.allow_list(lexemes, ["Maria", "Sohn"]) == {"gehen": 1, "haus": 1, "sohn": 1}
    assert vocabulary.forenames(lexemes, {"sohn"}) == {"maria", "renate"}
    assert vocabulary.clusters(lexemes, 2) == {"gehen": 7, "Haus": 5}


def test_lexemes_are_read(tmp_path: Path) -> None:
    for name, content in (
        ("lexeme_prob", {"gehen": -8}),
        ("lexeme_cluster", {"gehen": 7}),
        ("lemma_lookup", {"ging": "gehen"}),
    ):
        with gzip.open(tmp_path / f"de_{name}.json.gz", "wt", encoding="utf-8") as file:
            json.dump(content, file)
    lexemes = vocabulary.read_lexemes(tmp_path)
    assert lexemes.log_probability == {"gehen": -8.0}
    assert lexemes.cluster == {"gehen": 7}
    assert lexemes.lemma == {"ging": "gehen"}


def test_origin_lists_keep_every_spelling() -> None:
    origin = origin_from("# note\nf: Mariam/Maryam Saba\nm: Yonas\ns: Haile\nother: line")
    assert origin.female == ("Mariam", "Maryam", "Saba")
    assert origin.male == ("Yonas",)
    assert origin.surnames == ("Haile",)


def test_names_kept_for_testing_are_in_no_shipped_list() -> None:
    listed = {line.partition(" ")[2] for line in read("names.txt.xz").splitlines()}
    held = {fold(name) for one in held_back().values() for name in (*one.female, *one.male, *one.surnames)}
    assert len(held) > 500
    assert held & listed == set()


def test_development_notes_share_no_sentence_with_training() -> None:
    training = set(read("training/sentences.txt").splitlines())
    assert not any(line in training for template in templates() for line in template.splitlines())
    assert not any(line in training for split in SPLITS for note in written(split) for line in note.text.splitlines())
    assert all(note.text[start:end] for note in list(notes())[:40] for start, end, _ in note.spans)


def test_the_shipped_files_fit_the_wheel() -> None:
    folder = Path(train.__file__).parent / "data"
    assert sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) < 8_000_000


def test_a_missing_package_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(SystemExit, match="spacy_lookups_data is not installed"):
        train.main([str(tmp_path)])
