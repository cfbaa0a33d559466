# ruff: noqa: PLC0415 - a peer is imported where it is measured; most machines have none of them
"""Measures other programs with the same entries; runs in any Python that has them.

    python -m tests.benchmarks.vault_peers NAME SIZE

prints one JSON object. Each works as its makers mean it to: jrnl with its own classes (a command-line call adds the
start of Python to every figure), TinyDB with its JSON storage, TinyDB over one Fernet file, SQLCipher with FTS5.
"""

import base64
import contextlib
import importlib
import json
import os
import resource
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.benchmarks.vault_material import NEEDLE, body, milliseconds, record, work

Figures = dict[str, float]


def jrnl(folder: Path, size: int) -> Figures:
    """The jrnl diary with an encrypted journal."""
    encryption = importlib.import_module("jrnl.encryption.Jrnlv3Encryption").Jrnlv3Encryption
    diary = importlib.import_module("jrnl.journals.Journal").Journal

    def cipher() -> Any:
        found = encryption("default", {})
        found.password = "pass"
        return found

    path = str(folder / "journal.txt")
    texts = (f"[2024-01-01 10:00] {record(number)['title']}. {body(number)}\n" for number in range(size))
    Path(path).write_bytes(cipher().encrypt("\n".join(texts)))

    def opened() -> Any:
        journal = diary("default", journal=path, encrypt=True)
        journal.encryption_method = cipher()
        return journal.open()

    def add() -> None:
        journal = opened()
        journal.new_entry(f"Neu. {body(1)}")
        journal.write()

    return {
        "guess": milliseconds(lambda: cipher()._make_key(bytes(16)), 5),
        "guess_work": work(lambda: cipher()._make_key(bytes(16)), 5),
        "open": milliseconds(opened),
        "get": milliseconds(lambda: opened().entries[size // 2].body),
        "scan": milliseconds(lambda: sum(NEEDLE in entry.body for entry in opened())),
        "filter": milliseconds(lambda: [entry for entry in opened() if "Nummer 7" in entry.title]),
        "add": milliseconds(add),
    }


def tinydb_json(folder: Path, size: int) -> Figures:
    """TinyDB as it comes: one JSON file, in the clear, written in place."""
    from tinydb import TinyDB

    path = folder / "db.json"
    path.write_text(json.dumps({"_default": documents(size)}))
    return tinydb_figures(lambda: TinyDB(path), size)


def tinydb_fernet(folder: Path, size: int) -> Figures:
    """TinyDB over one file sealed with Fernet, the usual advice."""
    from cryptography.fernet import Fernet
    from tinydb import TinyDB
    from tinydb.storages import Storage

    path, fernet = folder / "db.fernet", Fernet(base64.urlsafe_b64encode(bytes(32)))
    path.write_bytes(fernet.encrypt(json.dumps({"_default": documents(size)}).encode()))

    class FernetStorage(Storage):  # type: ignore[misc,unused-ignore] # TinyDB may be untyped where peers are measured
        def read(self) -> Any:
            return json.loads(fernet.decrypt(path.read_bytes()))

        def write(self, data: Any) -> None:
            path.write_bytes(fernet.encrypt(json.dumps(data).encode()))

    return tinydb_figures(lambda: TinyDB(storage=FernetStorage), size)


def documents(size: int) -> dict[str, Any]:
    """Entries as TinyDB documents."""
    return {str(number): {**record(number), "body": body(number)} for number in range(1, size + 1)}


def tinydb_figures(opened: Callable[[], Any], size: int) -> Figures:
    """Measure a TinyDB database."""
    database = opened()
    return {
        "open": milliseconds(lambda: len(opened())),
        "get": milliseconds(lambda: database.get(doc_id=size // 2)),
        "scan": milliseconds(lambda: sum(NEEDLE in found["body"] for found in database)),
        "filter": milliseconds(lambda: database.search(lambda found: found["protocol"] == "rueckblick")),
        "add": milliseconds(lambda: database.insert({**record(0), "body": body(0)})),
    }


def sqlcipher(folder: Path, size: int) -> Figures:
    """SQLCipher with full synchronisation, and FTS5 beside LIKE."""
    dbapi2 = importlib.import_module("sqlcipher3.dbapi2")
    path = str(folder / "db.sqlite")

    def opened() -> Any:
        connection = dbapi2.connect(path)
        # A raw key: what is compared is the storage, not the KDF.
        connection.execute(f"PRAGMA key = \"x'{'00' * 32}'\"")
        connection.execute("PRAGMA synchronous = FULL")
        return connection

    connection = opened()
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE entries (id INTEGER PRIMARY KEY, record TEXT, protocol TEXT, body TEXT)")
    connection.execute("CREATE VIRTUAL TABLE words USING fts5(body)")
    rows = [(json.dumps(record(number)), record(number)["protocol"], body(number)) for number in range(size)]
    connection.executemany("INSERT INTO entries (record, protocol, body) VALUES (?, ?, ?)", rows)
    connection.executemany("INSERT INTO words (body) VALUES (?)", [(row[2],) for row in rows])
    connection.commit()
    os.sync()  # as in the vault's own: what filling left for the disk is not counted

    def add() -> None:
        row = (json.dumps(record(1)), record(1)["protocol"], body(1))
        connection.execute("INSERT INTO entries (record, protocol, body) VALUES (?, ?, ?)", row)
        connection.execute("INSERT INTO words (body) VALUES (?)", row[2:])
        connection.commit()

    def query(statement: str, value: str) -> Callable[[], object]:
        return lambda: connection.execute(statement, (value,)).fetchall()

    middle = str(size // 2)
    return {
        "get": milliseconds(query("SELECT body FROM entries WHERE id = ?", middle), 200),
        "open": milliseconds(lambda: opened().execute("SELECT count(*) FROM entries").fetchall(), 3),
        "add": milliseconds(add, 200),
        "scan": milliseconds(query("SELECT id FROM entries WHERE body LIKE ?", f"%{NEEDLE}%"), 3),
        "full_text": milliseconds(query("SELECT rowid FROM words WHERE words MATCH ?", NEEDLE), 3),
        "filter": milliseconds(query("SELECT record FROM entries WHERE protocol = ?", "rueckblick"), 3),
    }


PEERS: dict[str, Callable[[Path, int], Figures]] = {
    "jrnl": jrnl,
    "tinydb_json": tinydb_json,
    "tinydb_fernet": tinydb_fernet,
    "sqlcipher": sqlcipher,
}


def main() -> None:
    """Measure one peer."""
    name, size = sys.argv[1], int(sys.argv[2])
    # Beside the vault's own, so that all of them meet the same disk.
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        try:
            # Peers talk; standard output is for the figures.
            with contextlib.redirect_stdout(sys.stderr):
                figures: dict[str, Any] = PEERS[name](Path(folder), size)
                figures["disk_mb"] = round(sum(file.stat().st_size for file in Path(folder).iterdir()) / 1e6, 1)
                figures["memory_peak_mb"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)
        except ImportError as error:
            figures = {"missing": error.name or str(error)}
    sys.stdout.write(json.dumps(figures) + os.linesep)


if __name__ == "__main__":
    main()
