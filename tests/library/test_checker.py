"""The checker: one test for each fault a trainer can make, with file and line."""

from pathlib import Path

import pytest

from reflect.domain.fault import NotFound
from reflect.language.library import sentence
from reflect.library.checker import check
from reflect.library.flaw import Flaw

GOOD = """---
id: probe
kind: reflection
title: Probe
summary: Für die Prüfung.
minutes: 5
principles: ["4.5"]
---
# Probe

{#eins}
## Eins

> Ein kurzer Satz.

{#was type="text"}
- Was?

{#stufe type="scale"}
- Wie oft?
  1. nie
  2. immer
"""


def found(tmp_path: Path, text: str, name: str = "probe.md") -> list[tuple[int, str]]:
    (tmp_path / name).write_bytes(text.encode())
    flaws = check(tmp_path)
    for flaw in flaws:
        words = sentence(flaw)
        assert words.endswith((".", "“", ")")), words
        assert all(fact in words or len(flaw.facts) > 1 for fact in flaw.facts.values())
    return [(flaw.line, flaw.what) for flaw in flaws]


def line_of(part: str, text: str = GOOD) -> int:
    return text[: text.index(part)].count("\n") + 1


def changed(old: str, new: str) -> str:
    assert old in GOOD
    return GOOD.replace(old, new)


def test_a_good_file_has_no_flaw(tmp_path: Path) -> None:
    assert found(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ('type="text"', 'type="roman"', line_of("{#was"), "type-unknown"),
        ('{#was type="text"}', "{#was}", line_of("{#was"), "type-missing"),
        ('{#was type="text"}', '{type="text"}', line_of("{#was"), "id-missing"),
        ('{#was type="text"}', '{#Wäs type="text"}', line_of("{#was"), "id-wrong"),
        ("{#stufe", "{#was", line_of("{#stufe"), "id-twice"),
        ("  1. nie\n  2. immer\n", "", line_of("- Wie oft"), "anchors-missing"),
        ("  1. nie\n  2. immer\n", "  1. nie\n", line_of("- Wie oft"), "anchors-missing"),
        ('type="scale"', 'type="choice"', line_of("- Wie oft"), "choices-missing"),
        ('type="scale"', 'type="text"', line_of("- Wie oft"), "options-unexpected"),
        ("- Was?\n", "- Was?\n- Und?\n", line_of("- Was?") + 1, "second-item"),
        ("- Was?\n", "", line_of("{#was"), "attributes-dangling"),
        ('{#was type="text"}', '{#was type="text}', line_of("{#was"), "attributes-in-text"),
        ("\n{#stufe", "{#stufe", line_of("- Was?") + 1, "attributes-in-text"),
        ('type="text"}', 'type="text"} share="never"}', line_of("{#was"), "attributes-in-text"),
        ('type="text"}', 'type="text"}{#a}', line_of("{#was"), "attributes-in-text"),
        ('type="text"}', 'type="text" %share="never"}', line_of("{#was"), "attributes-in-text"),
        ('type="text"}', 'type="text" share="never" share="offer"}', line_of("{#was"), "attributes-in-text"),
        ("{#was type", "{#was#wer type", line_of("{#was"), "attributes-in-text"),
        ("  1. nie", "  1. nie\n\n     {#weg}\n", line_of("  1. nie") + 2, "attributes-dangling"),
        ("  1. nie", "  1. nie\n\n     Absatz\n", line_of("  1. nie") + 2, "block-unexpected"),
        ("  1. nie", "  1. {#weg}", line_of("  1. nie"), "question-empty"),
        ("> Ein kurzer Satz.", "> Ein Satz.\n>\n> {#weg}", line_of("> Ein"), "attributes-in-text"),
        ('type="text"', 'type="text" farbe="rot"', line_of("{#was"), "attribute-unknown"),
        ('type="text"', 'type="text" share="vielleicht"', line_of("{#was"), "value-unknown"),
        ('type="text"', 'type="text" for="team alle"', line_of("{#was"), "value-unknown"),
        ('type="text"', 'type="text" principles="9.9"', line_of("{#was"), "principle-unknown"),
        ('"4.5"', '"6.1"', line_of("principles:"), "principle-unknown"),
        ("{#eins}\n", "", line_of("{#eins}"), "step-without-line"),
        ("{#eins}", '{#eins back="zwei"}', line_of("{#eins}"), "back-unknown"),
        ("{#eins}", '{#eins loop="gibt-es-nicht"}', line_of("{#eins}"), "loop-unknown"),
        ('\n{#was type="text"}', "", line_of("{#was"), "question-without-line"),
        ("- Was?", "- Was?\n\nEin Absatz.", line_of("- Was?") + 2, "paragraph-late"),
        ("# Probe\n", "# Probe\n\n- Liste\n", line_of("# Probe") + 2, "question-outside"),
        ("# Probe\n", "# Versuch\n", line_of("# Probe"), "heading-differs"),
        ("# Probe\n", "", 1, "heading-missing"),
        ("## Eins", "### Eins", line_of("## Eins"), "heading-unexpected"),
        ("- Was?", "-", line_of("- Was?"), "question-empty"),
        ("minutes: 5", "minutes: fünf", line_of("minutes:"), "front-value-wrong"),
        ("kind: reflection", "kind: gedicht", line_of("kind:"), "front-value-wrong"),
        ("id: probe", "id: Übung", line_of("id:"), "front-value-wrong"),
        ("minutes: 5\n", "minutes: 5\nautor: ich\n", line_of("minutes:") + 1, "front-key-unknown"),
        ("minutes: 5\n", "minutes: 5\nminutes: 6\n", line_of("minutes:") + 1, "front-key-twice"),
        ("summary: Für die Prüfung.\n", "", 1, "front-key-missing"),
        ('["4.5"]', '["4.5"', line_of("principles:") + 1, "front-broken"),
        ("Ein kurzer Satz.", "Ein " + "langer " * 20 + "Satz.", line_of("> Ein"), "sentence-long"),
        ("> Ein kurzer Satz.", "```\nCode\n```", line_of("> Ein"), "block-unexpected"),
        ('{#was type="text"}', '{#was type="text" required="true" least="3"}', line_of("{#was"), "least-unexpected"),
        ('{#was type="text"}', '{#was type="list" least="3"}', line_of("{#was"), "least-unexpected"),
        ('{#was type="text"}', '{#was type="list" required="true" least="1"}', line_of("{#was"), "value-unknown"),
        ('{#was type="text"}', '{#was type="text" missing="stufe"}', line_of("{#was"), "missing-unknown"),
        ("{#stufe", '{#belastung share="offer"', line_of("{#stufe"), "strain-shared"),
    ],
)
def test_a_flaw_is_named_with_its_line(tmp_path: Path, old: str, new: str, line: int, what: str) -> None:
    assert (line, what) in found(tmp_path, changed(old, new))


def test_a_grid_needs_rows_and_columns(tmp_path: Path) -> None:
    text = changed('type="scale"', 'type="grid"')
    assert found(tmp_path, text) == [(line_of("- Wie oft"), "columns-missing")]
    assert (line_of("- Wie oft"), "rows-missing") in found(tmp_path, text.replace("1. nie\n  2.", "- nie\n  -"))


def test_a_file_without_front_matter(tmp_path: Path) -> None:
    assert (1, "front-missing") in found(tmp_path, GOOD.split("---\n", 2)[2])


def test_an_empty_file(tmp_path: Path) -> None:
    assert (1, "steps-missing") in found(tmp_path, "")


def test_an_attribute_line_at_the_end_belongs_to_nothing(tmp_path: Path) -> None:
    assert found(tmp_path, GOOD + '\n{#ende type="text"}\n') == [(GOOD.count("\n") + 2, "attributes-dangling")]


def test_an_attribute_line_inside_a_question_belongs_to_nothing(tmp_path: Path) -> None:
    assert found(tmp_path, GOOD + "\n  {#ende}\n") == [(GOOD.count("\n") + 2, "attributes-dangling")]


def test_tabs(tmp_path: Path) -> None:
    assert (line_of("1. nie"), "tab") in found(tmp_path, changed("  1. nie", "\t1. nie"))


def test_line_ends_of_another_system(tmp_path: Path) -> None:
    assert found(tmp_path, GOOD.replace("\n", "\r\n")) == [(1, "line-ends")]


def test_a_file_of_a_megabyte(tmp_path: Path) -> None:
    assert found(tmp_path, GOOD + "Wort " * 210_000) == [(1, "file-large")]


def test_a_binary_file(tmp_path: Path) -> None:
    (tmp_path / "bild.md").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\xff")
    (tmp_path / "null.md").write_bytes(b"---\n\0\n---\n")
    assert [(flaw.file.name, flaw.line, flaw.what) for flaw in check(tmp_path)] == [
        ("bild.md", 1, "not-text"),
        ("null.md", 2, "not-text"),
    ]


def test_a_byte_order_mark_is_no_flaw(tmp_path: Path) -> None:
    assert found(tmp_path, "\ufeff" + GOOD) == []


def test_two_files_with_one_id(tmp_path: Path) -> None:
    (tmp_path / "anders.md").write_text(GOOD, encoding="utf-8")
    assert found(tmp_path, GOOD) == [(line_of("id:"), "protocol-twice")]


def both(tmp_path: Path, german: str, english: str) -> tuple[Flaw, ...]:
    for language, text in (("de", german), ("en", english)):
        (tmp_path / language).mkdir()
        (tmp_path / language / "probe.md").write_text(text, encoding="utf-8")
    return check(tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "line", "part"),
    [
        ("minutes: 5", "minutes: 6", line_of("minutes:"), "minutes"),
        ("{#eins}", "{#one}", 1, "steps"),
        ("{#eins}", '{#eins minutes="3"}', line_of("{#eins"), "step/eins.minutes"),
        ('type="text"', 'type="line"', line_of("{#was"), "question/was.type"),
        ('type="text"', 'type="text" share="never"', line_of("{#was"), "question/was.share"),
        ("2. immer", "2. oft\n  3. immer", line_of("{#stufe"), "question/stufe.options"),
        ("> Ein kurzer Satz.\n\n", "", line_of("{#eins"), "step/eins.sentences"),
        ('\n{#was type="text"}\n- Was?\n', "", line_of("{#eins"), "step/eins.questions"),
        ('["4.5"]', '["4.4"]', line_of("principles"), "principles"),
    ],
)
def test_languages_have_the_same_bones(tmp_path: Path, old: str, new: str, line: int, part: str) -> None:
    [flaw] = both(tmp_path, GOOD, changed(old, new))
    assert part in sentence(flaw)
    assert (flaw.file.parent.name, flaw.line, flaw.what, flaw.facts["part"]) == ("en", line, "language-differs", part)


def test_a_protocol_in_one_language_only(tmp_path: Path) -> None:
    flaws = both(tmp_path, GOOD, GOOD.replace("id: probe", "id: other"))
    assert {(flaw.file.parent.name, flaw.line, flaw.what, flaw.facts["right"]) for flaw in flaws} == {
        ("de", line_of("id:"), "language-missing", "en"),
        ("en", line_of("id:"), "language-missing", "de"),
    }


def test_one_file_alone_can_be_checked(tmp_path: Path) -> None:
    found(tmp_path, changed('type="text"', 'type="roman"'))
    assert [flaw.what for flaw in check(tmp_path / "probe.md")] == ["type-unknown"]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        check(tmp_path / "fehlt")


def test_what_is_shipped_has_no_flaw() -> None:
    from reflect.library.shipped import folder  # noqa: PLC0415 - read only here

    assert check(folder()) == ()
