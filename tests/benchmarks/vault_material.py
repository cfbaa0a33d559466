"""Made-up entries of about 3.4 kB, the same for every program that is measured."""

import statistics
import time
from collections.abc import Callable, Iterable
from typing import Any

PROTOCOLS = ("kurzreflexion", "rueckblick", "abwaegung-begleitung")
_SENTENCES = (
    "Im Gespräch ging es um die Wohnung und darum, wer den Antrag stellt.",
    "Ich habe zu schnell geantwortet, statt eine Frage zu stellen.",
    "Beim nächsten Mal möchte ich zuerst zuhören und dann zusammenfassen.",
    "Die Stimmung war angespannt; am Ende haben wir trotzdem gelacht.",
    "Ich weiß noch nicht, ob das wirklich ihr Wunsch ist oder meiner.",
)
BODY_SIZE = 3_100
NEEDLE = "Schlüsselbundsuche"


def record(number: int) -> dict[str, Any]:
    """A record of about 300 bytes."""
    return {
        "schema": 1,
        "protocol": PROTOCOLS[number % 3],
        "title": f"Nach dem Gespräch Nummer {number}",
        "created": f"2024-{number % 12 + 1:02d}-{number % 28 + 1:02d}T10:00:00+00:00",
        "finished": None if number % 7 == 0 else f"2024-{number % 12 + 1:02d}-{number % 28 + 1:02d}T10:20:00+00:00",
        "tags": [f"tag{number % 11}", f"tag{number % 5}"],
        "principles": ["1.2", "5.5"][: number % 3],
    }


def body(number: int) -> str:
    """A body of about 3.1 kB; one in a thousand holds the word that is searched for."""
    text = "\n".join(_SENTENCES[(number + step) % len(_SENTENCES)] for step in range(50))[:BODY_SIZE]
    return f"{text}\n{NEEDLE if number % 1000 == 0 else 'Ende'} {number}"


def milliseconds(action: Callable[[], object], times: int = 1) -> float:
    """Median time of an action."""
    return median(timed(action) for _ in range(times))


def timed(action: Callable[[], object]) -> float:
    """Time of an action in milliseconds."""
    begin = time.perf_counter()
    action()
    return (time.perf_counter() - begin) * 1000


def work(action: Callable[[], object], times: int = 3) -> float:
    """Processor time of an action in milliseconds, every thread counted; what else runs does not disturb it much."""
    return median(_worked(action) for _ in range(times))


def _worked(action: Callable[[], object]) -> float:
    begin = time.process_time()
    action()
    return (time.process_time() - begin) * 1000


def median(times: Iterable[float]) -> float:
    """Median, rounded to microseconds."""
    return round(statistics.median(times), 3)
