"""What HanTa and Presidio cover in the same texts, from a throw-away environment that is deleted afterwards.

Neither is a dependency: `spans` makes an environment in a temporary folder, installs the tool there and runs this very
file in it. No registry offers a German model for Presidio, so it is measured with its patterns alone.
"""

import json
import re
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable
from pathlib import Path
from typing import Any

PEERS = {"HanTa": ("HanTa==1.2.1", "numpy"), "Presidio": ("presidio-analyzer==2.2.366",)}
_PATIENCE = 900

Spans = list[list[tuple[int, int]]]


def spans(name: str, texts: list[str]) -> tuple[Spans, str]:
    """The spans one tool covers in each text, and why there are none when it cannot be run.

    Args:
        name: A key of `PEERS`.
        texts: What to search.
    """
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder) / ("Scripts" if sys.platform == "win32" else "bin") / "python"
        installed = _run([str(python), "-m", "pip", "install", "-q", *PEERS[name]])
        if installed.returncode:
            return [], f"{PEERS[name][0]} could not be installed here: {_last(installed.stderr)}"
        found = _run([str(python), "-I", __file__, name], json.dumps(texts))
        if found.returncode:
            return [], f"{PEERS[name][0]} did not run: {_last(found.stderr)}"
        return [[(start, end) for start, end in one] for one in json.loads(found.stdout)], ""


def _run(command: list[str], given: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, input=given, capture_output=True, text=True, check=False, timeout=_PATIENCE)


def _last(output: str) -> str:
    return (output.strip().splitlines() or ["no message"])[-1]


def _hanta() -> Callable[[str], list[tuple[int, int]]]:
    """All proper nouns."""
    from HanTa import HanoverTagger  # type: ignore[import-not-found]  # noqa: PLC0415 - in the throw-away environment only

    tagger = HanoverTagger.HanoverTagger("morphmodel_ger.pgz")

    def search(text: str) -> list[tuple[int, int]]:
        found = []
        for line in re.finditer(r"[^\n]+", text):
            words = list(re.finditer(r"\w+(?:[-']\w+)*|[^\w\s]", line.group()))
            tags = tagger.tag_sent([word.group() for word in words])
            found += [
                (line.start() + word.start(), line.start() + word.end())
                for word, tag in zip(words, tags, strict=True)
                if tag[2].startswith("NE")
            ]
        return found

    return search


def _presidio() -> Callable[[str], list[tuple[int, int]]]:
    """Everything its recognisers for German find over an empty language model."""
    import spacy  # type: ignore[import-not-found]  # noqa: PLC0415 - in the throw-away environment only
    from presidio_analyzer import (  # type: ignore[import-not-found]  # noqa: PLC0415
        AnalyzerEngine,
        RecognizerRegistry,
    )
    from presidio_analyzer.nlp_engine import SpacyNlpEngine  # type: ignore[import-not-found]  # noqa: PLC0415

    engine: Any = SpacyNlpEngine(models=[{"lang_code": "de", "model_name": "blank"}])
    engine.nlp = {"de": spacy.blank("de")}
    registry = RecognizerRegistry(supported_languages=["de"])
    registry.load_predefined_recognizers(languages=["de"])
    analyzer = AnalyzerEngine(nlp_engine=engine, registry=registry, supported_languages=["de"])
    return lambda text: [(one.start, one.end) for one in analyzer.analyze(text, language="de")]


def main(name: str) -> int:
    """Read texts as JSON, write the spans of each as JSON."""
    search = {"HanTa": _hanta, "Presidio": _presidio}[name]()
    json.dump([search(text) for text in json.load(sys.stdin)], sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
