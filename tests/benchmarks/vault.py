"""The vault beside others, in one run; by hand, never in CI.

    python -m tests.benchmarks.vault --install-peers > figures.json

Times are milliseconds (medians), memory is the peak of a fresh process. `--install-peers` puts jrnl, TinyDB and
SQLCipher into a throw-away environment; `--peers PYTHON` takes one that is there already; what cannot be imported is
named as missing. Ratios against the targets of the design come last, with `met` true or false, and `why` where one is
missed.
`load_before` is the load of the machine: on a busy one absolute times say little, ratios of one run more.
`floor` figures are the cryptography library and the text decoder alone, on the same bytes: no program is faster.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from tinydb import where

from reflect.vault.body import binder
from reflect.vault.check import check
from reflect.vault.compaction import compact
from reflect.vault.frame import Frame
from reflect.vault.parts import read_parts
from reflect.vault.passphrase import change_keys
from reflect.vault.policy import KdfPolicy
from reflect.vault.source import Source
from reflect.vault.vault import Vault
from tests.benchmarks.vault_material import NEEDLE, body, median, milliseconds, record, timed, work
from tests.benchmarks.vault_peers import PEERS

ADDS = 300
PACKAGES = ("jrnl", "tinydb", "cryptography", "sqlcipher3-wheels")
FRAME_BYTES = 4_100


class Bench:
    """One size of vault, in a folder of its own."""

    def __init__(self, folder: Path, size: int) -> None:
        self._folder = folder
        self._size = size

    def open(self, *, write: bool = False) -> Vault:
        """Open the vault; its KDF is the cheap one, the guess is measured apart."""
        return Vault.open(self._folder / "vault", "pass", anchors=self._folder / "state", write=write)

    def fill(self) -> None:
        """Write all entries in batches, then compact, so that each has a frame of its own."""
        vault, _ = Vault.create(
            self._folder / "vault", "pass", anchors=self._folder / "state", policy=KdfPolicy.for_tests()
        )
        for first in range(0, self._size, 1000):
            with vault.batch() as batch:
                for number in range(first, min(first + 1000, self._size)):
                    batch.put("entries", f"id{number:08d}", record(number), body(number))
        compact(vault)
        vault.close()

    def add(self) -> dict[str, float]:
        """Save entries, each beside a bare append and fsync of as many bytes."""
        ours: list[float] = []
        bare: list[float] = []
        handle = os.open(self._folder / "bare", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        data = os.urandom(FRAME_BYTES)

        def append() -> None:
            os.write(handle, data)
            os.fsync(handle)

        vault = self.open(write=True)
        os.sync()  # what filling left for the disk to write would be counted otherwise
        for number in range(ADDS):
            ours.append(timed(self._put(vault, number)))
            bare.append(timed(append))
        vault.close()
        os.close(handle)
        return {"add": median(ours), "bare_append_fsync": median(bare)}

    def floors(self) -> dict[str, float]:
        """Decrypting every frame's operations, and every body, with nothing around it."""
        raw = (self._folder / "vault/vault.reflect").read_bytes()
        vault = self.open()
        store = vault.store
        source = Source.of(vault.surroundings.system, store.handle, store.header, store.keys)
        frames = [part for part in read_parts(source) if isinstance(part, Frame)]
        salt, log, text = store.header.generation_salt, store.keys.log.decrypt, store.keys.body.decrypt
        bind = binder(store.header.vault_id, "entries")
        bodies = [
            (entry.position, entry.position + entry.body.length, bind(name))
            for name, entry in store.log.index.tables["entries"].items()
        ]

        def operations() -> None:
            for frame in frames:
                at = frame.offset
                log(raw[at + 24 : at + 36], raw[at + 40 : frame.bodies], salt + raw[at : at + 36])

        def texts() -> None:
            for start, end, bound in bodies:
                text(raw[start : start + 12], raw[start + 12 : end], bound).decode("utf-8", "ignore")

        figures = {"open_floor": milliseconds(operations, 3), "scan_floor": milliseconds(texts, 3)}
        vault.close()
        return figures

    @staticmethod
    def _put(vault: Vault, number: int) -> Callable[[], None]:
        return lambda: vault.put("entries", f"new{number:08d}", record(number), body(number))

    def read(self) -> dict[str, float]:
        """Open, get, scan, filter."""
        cache = self._folder / "vault/vault.reflect.index"
        cached = milliseconds(lambda: self.open().close(), 5)
        kept = cache.read_bytes()
        cache.unlink()
        verified = milliseconds(lambda: self.open().close(), 5)
        vault = self.open()
        names = random.Random(1).sample(sorted(vault.records("entries")), 200)  # noqa: S311 - a fixed sample
        figures = {
            "open_cached": cached,
            "open_verified": verified,
            "get": median(timed(lambda name=name: vault.body("entries", name)) for name in names),  # type: ignore[misc] # binds the loop's value
            "scan": milliseconds(lambda: sum(NEEDLE in text for _, text in vault.bodies("entries")), 5),
            "scan_with_records": milliseconds(lambda: sum(NEEDLE in text for *_, text in vault.scan("entries")), 3),
            "filter": milliseconds(lambda: vault.table("entries").search(where("protocol") == "rueckblick"), 3),
            "check_full": milliseconds(lambda: check(vault, full=True)),
        }
        vault.close()
        cache.write_bytes(kept)
        return figures

    def rewrite(self) -> dict[str, float]:
        """Compact and rekey."""
        vault = self.open(write=True)
        figures = {
            "compact": milliseconds(lambda: compact(vault)),
            "rekey": milliseconds(lambda: change_keys(vault, "p")),
        }
        vault.close()
        return figures

    def memory(self) -> dict[str, float]:
        """Peak memory of a fresh process that reads every frame and scans every body (Linux)."""
        done = subprocess.run(
            [sys.executable, "-c", _READER, str(self._folder)], capture_output=True, text=True, check=True
        )
        before, after = (int(found) / 1024 for found in done.stdout.split())
        return {"memory_peak_mb": round(after, 1), "memory_of_the_program_mb": round(before, 1)}


_READER = """
import sys
from pathlib import Path
from tests.benchmarks.vault import Bench

def peak():
    return next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))

before = peak()
folder = Path(sys.argv[1])
(folder / "vault/vault.reflect.index").unlink()
vault = Bench(folder, 0).open()
sum(1 for _ in vault.bodies("entries"))
print(before, peak())
"""


def one_size(size: int) -> dict[str, float]:
    """Measure one size."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        bench = Bench(Path(folder), size)
        figures = {"fill": round(timed(bench.fill), 1), **bench.add()}
        figures["disk_mb"] = round((Path(folder) / "vault/vault.reflect").stat().st_size / 1e6, 1)
        return figures | bench.read() | bench.floors() | bench.memory() | bench.rewrite()


def guess() -> dict[str, float]:
    """Cost of one guess at the calibrated default."""
    policy = KdfPolicy.default()
    return {
        "memory_mib": policy.memory_kib // 1024,
        "passes": policy.passes,
        "ms": milliseconds(lambda: policy.stretch("pass", bytes(16)), 3),
        "work": work(lambda: policy.stretch("pass", bytes(16)), 3),
    }


def peers(python: str, size: int) -> dict[str, Any]:
    """Measure the other programs; what is missing is said."""
    found = {}
    for name in PEERS:
        command = [python, "-m", "tests.benchmarks.vault_peers", name, str(size)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        found[name] = json.loads(done.stdout) if done.returncode == 0 else {"missing": done.stderr.strip()[-300:]}
    return found


class Target(NamedTuple):
    """A target of the design.

    Attributes:
        what: In words.
        ours: The figure.
        other: What it is divided by, or 1 for a time in milliseconds; None when the peer is missing.
        limit: Highest allowed ratio.
        because: What stands in the way when it is missed.
    """

    what: str
    ours: float
    other: float | None
    limit: float
    because: str = ""

    def report(self) -> dict[str, Any]:
        """The ratio and whether the target is met."""
        if self.other is None:
            return {"target": self.what, "limit": self.limit, "ratio": None, "met": None, "why": "the peer is missing"}
        ratio = self.ours / self.other
        report = {"target": self.what, "limit": self.limit, "ratio": round(ratio, 5), "met": ratio <= self.limit}
        return report if report["met"] else {**report, "why": self.because}


def targets(report: dict[str, Any]) -> list[dict[str, Any]]:
    """Compare with the targets at the largest size, and at 10,000 where the design says so."""
    sizes = sorted(report["reflect"], key=int)
    last, middle = sizes[-1], "10000" if "10000" in sizes else sizes[-1]
    ours, central = report["reflect"], report["reflect"][middle]

    def peer(name: str, figure: str, size: str = last) -> float | None:
        found: float | None = report["peers"].get(size, {}).get(name, {}).get(figure)
        return found

    busy = _busy(central)
    disk = f"two files are written where the other writes one{busy}"
    rows = [
        Target(f"add beside bare append+fsync at {size}", ours[size]["add"], ours[size]["bare_append_fsync"], 2.5, disk)
        for size in sizes
    ]
    by_floor = "{share:.0f} % of it is decrypting alone ({floor} ms)" + busy
    opening, scanning = (
        by_floor.format(share=100 * central[floor] / central[figure], floor=central[floor])
        for floor, figure in (("open_floor", "open_verified"), ("scan_floor", "scan"))
    )
    unpacking = f"{middle} documents are made from the sealed index{busy}"
    like = peer("sqlcipher", "scan", middle)
    rows += [
        Target("add is flat, largest beside smallest", ours[last]["add"], ours[sizes[0]]["add"], 1.3, disk),
        Target(f"add beside jrnl at {last}", ours[last]["add"], peer("jrnl", "add"), 1 / 5000, _smaller(last)),
        Target(f"add beside SQLCipher at {last}", ours[last]["add"], peer("sqlcipher", "add"), 1.0, disk),
        Target(f"open cached at {middle}, ms", central["open_cached"], 1, 40, unpacking),
        Target(f"open verified at {middle}, ms", central["open_verified"], 1, 120, opening),
        Target(f"substring scan at {middle}, ms", central["scan"], 1, 80, scanning),
        Target(f"substring scan beside SQLCipher LIKE at {middle}", central["scan"], like, 0.6, scanning),
        Target(
            "work of a guess at jrnl beside a guess here",
            peer("jrnl", "guess_work") or 0,
            report["guess"]["work"] if peer("jrnl", "guess_work") else None,
            1 / 50,
            "the calibration aims at one second of the clock on this machine",
        ),
    ]
    return [row.report() for row in rows]


def _busy(figures: dict[str, float]) -> str:
    """That the machine had other work, when it had."""
    load, cores = figures["load_before"], os.cpu_count() or 1
    return f"; the machine was busy, load {load} on {cores} cores" if load > cores / 2 else ""


def _smaller(size: str) -> str:
    return "" if int(size) >= 100_000 else f"the target is meant for 100000, here are {size}"


def installed_peers(folder: Path) -> str:
    """A throw-away environment with the other programs; one that cannot be installed stays missing."""
    venv.create(folder, with_pip=True)
    python = str(folder / ("Scripts" if os.name == "nt" else "bin") / "python")
    for package in PACKAGES:
        subprocess.run([python, "-m", "pip", "install", "-q", package], stdout=sys.stderr, check=False)
    return python


def main() -> None:
    """Measure everything and print JSON."""
    parser = argparse.ArgumentParser(description="The vault beside others, as JSON.")
    parser.add_argument("--sizes", nargs="+", type=int, default=[1_000, 10_000, 100_000])
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--peers", default=sys.executable, help="a Python that has the other programs")
    where.add_argument("--install-peers", action="store_true", help="install them into a throw-away environment")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        python = installed_peers(Path(folder)) if arguments.install_peers else arguments.peers
        report = measured(arguments.sizes, python)
    report["targets"] = targets(report)
    sys.stdout.write(json.dumps(report, indent=1) + "\n")


def measured(sizes: list[int], python: str) -> dict[str, Any]:
    """Every figure of every size, ours and the peers'."""
    report: dict[str, Any] = {"guess": guess(), "reflect": {}, "peers": {}}
    for size in sizes:
        sys.stderr.write(f"{size} entries\n")
        load = round(os.getloadavg()[0], 2)
        report["reflect"][str(size)] = {"load_before": load, **one_size(size)}
        report["peers"][str(size)] = peers(python, size)
    return report


if __name__ == "__main__":
    main()
