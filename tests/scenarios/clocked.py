"""The program with a clock that a scenario sets: `python clocked.py CLOCK [WORDS]`, the time being read from a file."""

import sys
from datetime import datetime
from pathlib import Path

from reflect import __main__ as door
from reflect.cli.going import Going
from reflect.cli.program import run
from reflect.workflows.surroundings import Surroundings


def main(clock: Path, words: list[str]) -> int:
    """Open the door as `reflect` does, with another clock in what surrounds the sitting.

    Args:
        clock: Holds an ISO time with its zone.
        words: The command line.
    """

    def screen(surroundings: Surroundings, going: Going) -> int:
        surroundings.now = lambda: datetime.fromisoformat(clock.read_text("utf-8"))
        return door.screen(surroundings, going)

    return run(words, screen)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
