"""Every flaw the checker can find has a sentence, and the sentence finds its facts."""

import re
from pathlib import Path

from reflect.language.library import SENTENCES, sentence
from reflect.library.flaw import Flaw

LIBRARY = Path(__file__).parents[2] / "reflect" / "library"


def keys_in_use() -> set[str]:
    text = "\n".join(file.read_text(encoding="utf-8") for file in LIBRARY.glob("*.py"))
    return {key for key in SENTENCES if f'"{key}"' in text}


def test_every_sentence_belongs_to_a_flaw() -> None:
    assert keys_in_use() == set(SENTENCES)


def test_every_flaw_has_a_sentence() -> None:
    quoted = re.compile(r'"([a-z]+(?:-[a-z]+)+)"')
    named = {key for file in LIBRARY.glob("*.py") for key in quoted.findall(file.read_text(encoding="utf-8"))}
    assert named - set(SENTENCES) == {"protocol-unreadable", "protocol-id", "mein-ablauf", "not-allowed"}


def test_a_sentence_says_what_is_wrong_and_what_would_be_right() -> None:
    flaw = Flaw(Path("x.md"), 3, "type-unknown", {"attribute": "type", "found": "roman", "right": "text, line"})
    assert sentence(flaw) == "Die Art „roman“ gibt es nicht. Möglich sind: text, line."
    assert "{#id}" in sentence(Flaw(Path("x.md"), 1, "steps-missing"))
