"""What the moderation says and watches, read and checked."""

from pathlib import Path

import pytest

from reflect.library.checker import check
from reflect.library.reader import read

WHOLE = """---
id: probe
kind: module
title: Probe
summary: Für die Prüfung.
minutes: 5
---
# Probe

{#ideen minutes="5" speaks="advisors" silent="presenter" record="list"}
## Ideen

Worum es geht.

> Was ließe sich alles tun?

{say="closes"}
> Danke. Jetzt hat [Name] das Wort.

{say="counter"}
> [Name], du hörst gerade zu.

{say="good"}
- Man könnte …
- Vielleicht …

{say="bad"}
- Hast du schon …?

{say="allowed"}
- sammeln

{say="later"}
- bewerten
"""


def flaws(folder: Path, text: str) -> list[tuple[int, str]]:
    (folder / "probe.md").write_text(text, encoding="utf-8")
    return [(flaw.line, flaw.what) for flaw in check(folder)]


def line_of(part: str) -> int:
    return WHOLE[: WHOLE.index(part)].count("\n") + 1


def test_sentences_and_lists_reach_the_step() -> None:
    protocol = read(WHOLE, Path("probe.md"), "de").protocol
    assert protocol is not None
    (step,) = protocol.steps
    assert step.read_aloud == ("Was ließe sich alles tun?",)
    said = step.moderation
    assert (said.closes, said.counter) == ("Danke. Jetzt hat [Name] das Wort.", "[Name], du hörst gerade zu.")
    assert (said.good, said.bad) == (("Man könnte …", "Vielleicht …"), ("Hast du schon …?",))
    assert (said.allowed, said.later) == (("sammeln",), ("bewerten",))


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ('{say="good"}', '{say="gut"}', line_of('{say="good"}'), "value-unknown"),
        ('{say="closes"}', '{say="good"}', line_of('{say="closes"}'), "value-unknown"),
        ('{say="bad"}', '{say="good"}', line_of('{say="bad"}'), "said-twice"),
        ('{say="bad"}', '{say="bad" round="true"}', line_of('{say="bad"}'), "attribute-unknown"),
        ("- bewerten", "- bewerten\n  - und mehr", line_of("- bewerten") + 1, "block-unexpected"),
        ("> Danke.", "> " + "und " * 25, line_of("> Danke."), "sentence-long"),
        ("- bewerten\n", "", line_of('{say="later"}'), "attributes-dangling"),
    ],
)
def test_each_fault_is_named_with_its_line(tmp_path: Path, old: str, new: str, line: int, what: str) -> None:
    assert (line, what) in flaws(tmp_path, WHOLE.replace(old, new))


def test_languages_must_say_as_much(tmp_path: Path) -> None:
    for language, text in (("de", WHOLE), ("en", WHOLE.replace("- Vielleicht …\n", ""))):
        (tmp_path / language).mkdir()
        (tmp_path / language / "probe.md").write_text(text, encoding="utf-8")
    assert [flaw.facts["part"] for flaw in check(tmp_path)] == ["step/ideen.good"]
