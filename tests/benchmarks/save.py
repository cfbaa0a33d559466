"""Saving one entry at 1,000 and at 10,000 entries, beside a bare append and fsync in the same run.

    python -m tests.benchmarks.save

prints JSON: median milliseconds and ratios. The vault lies below the current folder, on a real disk.
"""

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.benchmarks.vault import Bench

SIZES = (1_000, 10_000)


def save(size: int) -> dict[str, float]:
    """Measure saves into a vault of this size."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        bench = Bench(Path(folder), size)
        bench.fill()
        figures = bench.add()
    return {**figures, "ratio": round(figures["add"] / figures["bare_append_fsync"], 2)}


def main() -> None:
    """Measure both sizes and print JSON."""
    report: dict[str, Any] = {str(size): save(size) for size in SIZES}
    report["growth"] = round(report[str(SIZES[1])]["add"] / report[str(SIZES[0])]["add"], 2)
    sys.stdout.write(json.dumps(report, indent=1) + "\n")


if __name__ == "__main__":
    main()
