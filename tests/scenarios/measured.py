"""The program with a clock and a Leitbild that a scenario sets: `python measured.py CLOCK LEITBILD [WORDS]`."""

import sys
from functools import cached_property
from pathlib import Path

from reflect.domain.leitbild import Leitbild
from reflect.workflows.sitting import Sitting
from tests.scenarios import clocked


def main(clock: Path, leitbild: Path, words: list[str]) -> int:
    """Open the door with the version of the Leitbild that lies in a file.

    Args:
        clock: Holds an ISO time with its zone.
        leitbild: Holds a Leitbild as JSON.
        words: The command line.
    """
    measure = cached_property(lambda _sitting: Leitbild.model_validate_json(leitbild.read_bytes()))
    measure.__set_name__(Sitting, "leitbild")
    Sitting.leitbild = measure  # type: ignore[assignment]  # the organisation's version, as if it were taken in
    return clocked.main(clock, words)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:]))
