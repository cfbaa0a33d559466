"""A real process that opens a vault, locks it, and counts its own keys in its memory before and after.

    python -m tests.vault.memory_probe FOLDER

What is looked for is kept veiled, so that the looking leaves no copy of it.
"""

import gc
import json
import sys
from pathlib import Path

from reflect.vault.policy import KdfPolicy
from reflect.vault.vault import Vault

VEIL = 0x5A
START = 3


def veiled(secret: bytes | bytearray) -> bytes:
    """The secret as it may lie in memory without being found."""
    return bytes(byte ^ VEIL for byte in secret)


def copies(hidden: bytes) -> int:
    """How often a veiled secret lies unveiled in the writable memory of this process."""
    found = 0
    for line in Path("/proc/self/maps").read_text("ascii").splitlines():
        span, flags = line.split()[:2]
        if "w" not in flags or (line.endswith("]") and "[heap]" not in line and "[stack]" not in line):
            continue
        first, last = (int(border, 16) for border in span.split("-"))
        found += _copies_in(first, last, hidden)
    return found


def _copies_in(first: int, last: int, hidden: bytes) -> int:
    with Path("/proc/self/mem").open("rb", buffering=0) as memory:
        memory.seek(first)
        stretch = memory.read(last - first)
    start = bytes(byte ^ VEIL for byte in hidden[:START])
    found, at = 0, stretch.find(start)
    while at >= 0:
        found += all(
            byte ^ VEIL == wanted for byte, wanted in zip(stretch[at : at + len(hidden)], hidden, strict=False)
        )
        at = stretch.find(start, at + 1)
    return found


def main(folder: Path) -> None:
    """Print how many copies there are while the vault is open, and after it was locked."""
    vault, _ = Vault.create(folder / "vault", "p", anchors=folder / "state", policy=KdfPolicy.for_tests())
    vault.put("entries", "a", {}, "x")
    vault.close()
    vault = Vault.open(folder / "vault", "p", anchors=folder / "state")
    keys = {name: veiled(getattr(vault.store.keys, name)) for name in ("master", "header", "anchor")}
    while_open = {name: copies(hidden) for name, hidden in keys.items()}
    vault.lock()
    gc.collect()
    print(json.dumps({"open": while_open, "locked": {name: copies(hidden) for name, hidden in keys.items()}}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
