"""The contract that other tools rely on: exit codes, streams, sentences in two languages, never a traceback."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from reflect.cli.verbs import MODULES
from reflect.vault.system import DiskSystem
from tests.cli.world import FELT, PASSPHRASE, Home

ENGLISH_OF_ARGPARSE = (
    "usage:",
    "positional arguments",
    "show this help",
    "required:",
    "invalid choice",
    "expected one",
)


def test_init_makes_a_vault_and_keeps_the_key_to_its_owner(empty_home: Home) -> None:
    done = empty_home.opened("init", "--recovery-file", "key", "--json", started=True)
    assert (done.code, done.json["recovery_confirmed"]) == (0, False)
    key = empty_home.root / "key"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert len(key.read_text().strip().split("-")) == 7
    assert empty_home.reflect("list", "--password-file", "key").code == 0
    again = empty_home.opened("init", "--recovery-file", "other")
    assert (again.code, (empty_home.root / "other").exists()) == (2, False)


def test_a_taken_place_for_the_key_leaves_no_vault(empty_home: Home) -> None:
    (empty_home.root / "key").write_text("mine")
    done = empty_home.opened("init", "--recovery-file", "key")
    assert (done.code, empty_home.vault.exists()) == (2, False)
    assert (empty_home.root / "key").read_text() == "mine"
    assert empty_home.opened("init").code == 2


def test_what_was_written_is_listed_shown_and_found(home: Home) -> None:
    entry = home.wrote()
    assert len(entry) == 10
    (row,) = home.opened("list", "--json").json
    assert list(row) == ["id", "protocol", "title", "created", "finished", "tags", "principles"]
    assert (row["id"], row["protocol"]) == (entry, "kurzreflexion")
    assert home.opened("show", entry, "--json").json["answers"] == FELT
    assert "Ich schäme mich." in home.opened("show", entry.lower()).out
    hits = home.reflect("search", "--password-stdin", "--json", given=f"{PASSPHRASE}\nselam\n").json
    assert [hit["line"] for hit in hits] == ["Selam Tesfay kam am 3. Dezember zu spät."]
    assert home.opened("list", "--plain").out.split("\t")[0] == entry


def test_an_entry_is_put_away_and_comes_back(home: Home) -> None:
    entry = home.wrote()
    assert home.opened("delete", entry).code == 0
    assert home.opened("list", "--json").json == []
    assert [row["id"] for row in home.opened("trash", "--json").json] == [entry]
    assert home.opened("trash", "--restore", entry).code == 0
    assert [row["id"] for row in home.opened("list", "--json").json] == [entry]


def test_passphrase_and_answers_can_share_the_input(home: Home) -> None:
    given = PASSPHRASE + "\n" + json.dumps(FELT)
    done = home.reflect("new", "kurzreflexion", "--answers", "-", "--password-stdin", given=given)
    assert done.code == 0, done.err
    assert home.opened("show", done.out.strip(), "--json").json["answers"] == FELT


def test_answers_can_be_brought_up_to_date(home: Home) -> None:
    entry = home.wrote()
    assert home.opened("edit", entry, "--answers", "-", given='{"bewegt": "Ich bin ruhiger."}').out.strip() == entry
    assert home.opened("show", entry, "--json").json["answers"]["bewegt"] == "Ich bin ruhiger."


FAULTS = [
    (("list", "--wrong"), 2, "--wrong", "--wrong"),
    (("lst",), 2, "reflect list", "reflect list"),
    (("xyzzy",), 2, "reflect help", "reflect help"),
    (("prompts",), 2, "check, list", "check, list"),
    (("show",), 2, "reflect show ID", "reflect show ID"),
    (("show", "A", "B"), 2, "ein Wort zu viel", "one word too many"),
    (("list", "--lang", "fr"), 2, "de, en", "de, en"),
    (("list", "--vault"), 2, "fehlt ein Wert", "a value is missing"),
    (("new", "--linear", "--answers", "x"), 2, "gehen nicht zusammen", "do not go together"),
    (("list", "--password", "geheim"), 2, "--password-file", "--password-file"),
    (("list", "--passphrase=geheim"), 2, "--password-file", "--password-file"),
    (("search", "Selam"), 2, "reflect search", "reflect search"),
    (("list", "--no-input"), 2, "--password-stdin", "--password-stdin"),
    (("list", "--password-file", "nowhere"), 4, "nowhere", "nowhere"),
    (("list", "--password-file", "empty"), 2, "leer", "empty"),
    (("list", "--password-file", "wrong"), 3, "Nichts ist verloren", "Nothing is lost"),
    (("list", "--password-file", "passphrase", "--vault", "nowhere"), 4, "reflect init", "reflect init"),
    (("show", "0000000000", "--password-file", "passphrase"), 4, "reflect list", "reflect list"),
    (("new", "gibtsnicht", "--answers", "ok.json", "--password-file", "passphrase"), 4, "prompts list", "prompts list"),
    (("new", "--answers", "broken.json", "--password-file", "passphrase"), 2, "Zeile 2", "line 2"),
    (("new", "--answers", "list.json", "--password-file", "passphrase"), 2, '{"frage": wert}', '{"question": value}'),
    (("new", "--answers", "empty.json", "--password-file", "passphrase"), 2, "nichts zu speichern", "nothing to save"),
    (("new", "--answers", "wrong.json", "--password-file", "passphrase"), 2, "Text", "text"),
    (("new", "--answers", "other.json", "--password-file", "passphrase"), 4, "prompts show", "prompts show"),
    (("new", "--answers", "latin.json", "--password-file", "passphrase"), 2, "UTF-8", "UTF-8"),
    (("list", "--vault", "page", "--password-file", "passphrase"), 5, "Internetseite", "web page"),
    (("list", "--vault", "void", "--password-file", "passphrase"), 5, "leer", "empty"),
    (("export", "0000000000", "--for", "team"), 2, "--output", "--output"),
    (("export", "0000000000", "--for", "boss", "--output", "x.md"), 2, "team, individual", "team, individual"),
    (("export", "0000000000", "--for", "team", "--format", "xml", "--output", "x.md"), 2, "md", "md"),
    (("config", "theme", "blau"), 2, "hell, dunkel, kontrast", "hell, dunkel, kontrast"),
    (("config", "farbe"), 2, "theme", "theme"),
    (("prompts", "show", "gibtsnicht"), 4, "prompts list", "prompts list"),
    (("prompts", "check", "nowhere"), 4, "nowhere", "nowhere"),
    (("prompts", "new", "Mein Blatt"), 2, "mein-rueckblick", "mein-rueckblick"),
    (("anonymize", "nowhere"), 4, "nowhere", "nowhere"),
    (("anonymize", "ok.json", "--names", "names"), 2, "Zeile 2", "line 2"),
]


@pytest.fixture
def faulty(home: Home) -> Home:
    """A home with every file that goes wrong."""
    files = {
        "empty": "",
        "wrong": "falsch",
        "ok.json": json.dumps(FELT),
        "broken.json": '{"was":\n x}',
        "list.json": "[]",
        "empty.json": '{"was": "  "}',
        "wrong.json": '{"was": 3}',
        "other.json": '{"gibtsnicht": "x"}',
        "names": "Selam\nFarbe\tblau\n",
        "page/vault.reflect": "<!doctype html><title>x</title>",
        "void/vault.reflect": "",
    }
    for name, text in files.items():
        path = home.root / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    (home.root / "latin.json").write_bytes(b'{"was": "\xe4"}')
    return home


@pytest.mark.parametrize(("words", "code", "german", "english"), FAULTS, ids=lambda value: str(value)[:40])
def test_a_fault_has_its_code_and_a_sentence(
    faulty: Home, words: tuple[str, ...], code: int, german: str, english: str
) -> None:
    for language, part in (("de", german), ("en", english)):
        done = faulty.reflect(*words, env={"REFLECT_LANG": language})
        assert (done.code, done.out) == (code, ""), done
        assert part in done.err
        assert "Traceback" not in done.err
        assert not any(word in done.err for word in ENGLISH_OF_ARGPARSE)
        assert len(done.err.strip().splitlines()) == 1


def test_files_that_are_no_vault_stay_untouched(faulty: Home) -> None:
    for folder in ("page", "void"):
        before = sorted((path.name, path.read_bytes()) for path in (faulty.root / folder).iterdir())
        faulty.reflect("list", "--vault", folder, "--password-file", "passphrase")
        faulty.reflect("new", "--answers", "ok.json", "--vault", folder, "--password-file", "passphrase")
        assert sorted((path.name, path.read_bytes()) for path in (faulty.root / folder).iterdir()) == before


def test_neither_secrets_nor_stray_words_are_repeated(home: Home) -> None:
    for words in (("list", "--password", "streng-geheim"), ("show", "A", "Selam"), ("search", "Selam"), ("Selam",)):
        done = home.reflect(*words)
        assert done.code == 2
        assert "Selam" not in done.err
        assert "streng-geheim" not in done.err


def test_common_options_stand_before_or_after_the_verb(home: Home) -> None:
    entry = home.wrote()
    rest = ("--password-file", home.secret)
    assert home.reflect("--json", *rest, "--vault", home.vault, "list").json[0]["id"] == entry
    assert home.reflect("list", *rest, "--json", f"--vault={home.vault}").json[0]["id"] == entry
    assert "Eintrag" in home.reflect("--lang", "de", "help", "list").out + home.reflect("help").out


def test_reading_goes_on_beside_a_writer_and_writing_waits(home: Home) -> None:
    entry = home.wrote()
    system = DiskSystem()
    lock = system.lock(home.vault / "vault.reflect.lock")
    try:
        read = home.opened("list", "--json", started=True)
        assert (read.code, read.json[0]["id"]) == (0, entry)
        assert "anderen Fenster" in read.err
        assert home.opened("new", "--answers", "-", given=json.dumps(FELT), started=True).code == 6
        assert home.opened("delete", entry, started=True).code == 6
    finally:
        system.unlock(lock)


def test_a_damaged_text_is_told_and_the_others_stay_readable(home: Home) -> None:
    first = home.wrote()
    file = home.vault / "vault.reflect"
    end = file.stat().st_size
    second = home.wrote()
    assert home.opened("check", "--json").json["healthy"] is True
    data = bytearray(file.read_bytes())
    data[end - 200] ^= 1
    file.write_bytes(data)
    hurt = home.opened("check", "--json")
    assert (hurt.code, hurt.json["healthy"], hurt.json["damaged_documents"]) == (5, False, [first])
    assert home.opened("show", first).code == 5
    assert home.opened("show", second).code == 0


def test_a_damaged_vault_can_still_be_read_and_is_not_written(home: Home) -> None:
    first = home.wrote()
    file = home.vault / "vault.reflect"
    end = file.stat().st_size
    second = home.wrote()
    data = bytearray(file.read_bytes())
    for place in range(end - 3000, end, 64):
        data[place] ^= 1
    file.write_bytes(data)
    (home.vault / "vault.reflect.index").unlink(missing_ok=True)  # without it every frame is read again
    read = home.opened("list", "--json")
    assert (read.code, [row["id"] for row in read.json]) == (5, [second])
    assert "beschädigt" in read.err
    assert "Beschädigt: " in home.opened("check").out
    assert home.opened("delete", second).code == 5
    assert home.opened("show", first).code == 4


def test_an_old_copy_put_back_is_noticed(home: Home) -> None:
    home.wrote()
    file = home.vault / "vault.reflect"
    old = file.read_bytes()
    home.wrote()
    file.write_bytes(old)
    (home.vault / "vault.reflect.index").unlink(missing_ok=True)
    done = home.opened("check", "--json")
    assert (done.code, done.json["rolled_back"]) == (5, True)
    assert home.opened("new", "--answers", "-", given=json.dumps(FELT)).code == 5


def test_a_broken_settings_file_is_named_with_its_line(home: Home) -> None:
    file = home.root / "config/reflect/config.toml"
    file.parent.mkdir(parents=True)
    for text, part in (("a = 1\nb =\n", "Zeile 2"), ('theme = "blau"\n', "hell, dunkel, kontrast")):
        file.write_text(text)
        done = home.opened("list")
        assert (done.code, done.out) == (2, "")
        assert str(file) in done.err
        assert part in done.err


def test_choices_are_kept_with_what_is_unknown(home: Home) -> None:
    file = home.root / "config/reflect/config.toml"
    file.parent.mkdir(parents=True)
    file.write_text('later = "kept"\n')
    assert home.reflect("config", "language", "en").code == 0
    assert "what you have written" not in home.reflect("config", "language").err
    assert home.reflect("config", "language").out == "en\n"
    assert 'later = "kept"' in file.read_text()
    assert home.reflect("config", "--json").json["theme"] == "hell"


def test_a_closed_pipe_is_no_fault(home: Home) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "reflect", "help", "formats"],
        stdout=write,
        stderr=subprocess.PIPE,
        env=home.env,
        check=False,
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")


def test_version_is_told_anywhere(home: Home) -> None:
    assert home.started("--version").out == home.reflect("list", "--version").out


def test_help_names_every_verb_in_both_languages(home: Home) -> None:
    german, english = home.reflect("help").out, home.reflect("--lang", "en", "help").out
    for name in MODULES:
        assert f"  {name}" in german
        assert f"  {name}" in english
    assert german != english
    assert home.reflect("--help").out == german
    assert "--answers" in home.reflect("new", "--help").out
    assert "--for" in home.reflect("help", "export").out
    assert home.reflect("help", "prompts").out.count("reflect prompts") >= 5


def test_nothing_readable_is_left_behind(home: Home) -> None:
    home.wrote()
    home.opened("list")
    home.told(["Geheimes Wort", "", "", ""], "kurzreflexion")
    for path in home.root.rglob("*"):
        if path.is_file() and path != home.secret:
            data = path.read_bytes()
            assert b"Geheimes Wort" not in data
            assert b"Selam" not in data
            assert PASSPHRASE.encode() not in data


def test_a_backup_can_be_named_as_the_vault_and_is_only_read(home: Home) -> None:
    entry = home.wrote()
    home.opened("backup", "--to", "stick")
    (file,) = (home.root / "stick").glob("*.reflect")
    read = home.opened("list", "--json", "--vault", file)
    assert (read.code, read.json[0]["id"], "Sicherung" in read.err) == (0, entry, True)
    assert home.opened("delete", entry, "--vault", file).code == 6


def test_a_full_disk_behind_the_output_is_told(home: Home) -> None:
    command = f"exec {sys.executable} -m reflect help formats >/dev/full"
    done = subprocess.run(["sh", "-c", command], env=home.env, capture_output=True, check=False)
    assert (done.returncode, len(done.stderr.decode().splitlines())) == (1, 1)
    assert "Kein Platz" in done.stderr.decode()


def test_closed_streams_are_empty_ones(home: Home) -> None:
    command = f"exec {sys.executable} -m reflect anonymize <&- 2>&-"
    done = subprocess.run(["sh", "-c", command], env=home.env, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (0, b"\n")


def test_the_screen_says_when_nobody_can_see_it(home: Home) -> None:
    for words in ((), ("new",), ("demo",)):
        done = home.started(*words)
        assert (done.code, done.out) == (2, "")
        assert "reflect help" in done.err


@pytest.mark.parametrize("text", ['{"was": "\\ud800"}', '{"zahl": NaN}', "[" * 100_000])
def test_json_that_nobody_could_keep_is_refused(home: Home, text: str) -> None:
    done = home.opened("new", "--answers", "-", given=text)
    assert (done.code, "JSON" in done.err) == (2, True)
    assert home.opened("list", "--json").json == []


def test_takeout_is_whole_readable_and_for_its_owner(home: Home) -> None:
    entry = home.wrote()
    home.opened("delete", home.wrote({"was": "weg"}))
    done = home.opened("takeout", "--output", "copy")
    assert (done.code, "offen lesbar" in done.err) == (0, True)
    folder = home.root / "copy"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    (file,) = folder.glob(f"entries/*-{entry}.json")
    assert json.loads(file.read_text("utf-8"))["answers"] == FELT
    assert "Ich schäme mich." in file.with_suffix(".md").read_text("utf-8")
    assert len(list(folder.glob("trash/*.json"))) == 1
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in folder.rglob("*") if path.is_file())
    assert home.opened("takeout", "--output", "copy").code == 2
    assert home.reflect("takeout", "--output", "other", "--password-stdin", given="falsch\n").code == 3
    assert not (home.root / "other").exists()
    zipped = home.opened("takeout", "--output", "copy.zip", "--json").json
    assert (zipped["entries"], Path(zipped["place"]).suffix) == (2, ".zip")


def test_the_demo_shows_an_invented_case_without_a_trace(empty_home: Home) -> None:
    for language in ("de", "en"):
        done = empty_home.reflect("demo", "--print", "--lang", language)
        assert done.code == 0
        assert done.out.startswith("# ")
        for word in ("Yonas", "Tekle", "Filmon", "Brandt", "Lindenrode", "6842917", "23125"):
            assert word not in done.out
    assert not (empty_home.root / "data").exists()
    assert not (empty_home.root / "state").exists()


def test_a_text_is_pseudonymised_without_a_vault(empty_home: Home) -> None:
    text = "Selam Tesfay wohnt hier, Telefon 030 23125 417."
    done = empty_home.reflect("anonymize", "--json", given=text)
    assert done.code == 0
    assert "Selam" not in done.json["text"]
    for finding in done.json["findings"]:
        assert list(finding) == ["id", "start", "end", "kind", "tier", "surface", "replacement"]
        assert text[finding["start"] : finding["end"]] == finding["surface"]
    (empty_home.root / "names").write_text("organisation\tNordlicht\n", "utf-8")
    known = empty_home.reflect("anonymize", "-", "--names", "names", given="Das Nordlicht hilft.")
    assert "Nordlicht" not in known.out
    assert empty_home.reflect("anonymize", given=b"\xe4\xff").code == 2
