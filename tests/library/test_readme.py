"""prompts/README.md keeps its word: its steps make a sound file, its table is true."""

import re
from pathlib import Path

import pytest

from reflect.domain.fault import AlreadyThere, NotFound, NotSaved, WrongUsage
from reflect.domain.protocol import Protocol, ProtocolKind, QuestionType
from reflect.library import example
from reflect.library.attributes import QUESTION, STEP
from reflect.library.catalogue import Catalogue
from reflect.library.checker import check
from reflect.library.front import KNOWN
from reflect.library.moderation import LISTS, SENTENCES
from reflect.library.shipped import folder
from reflect.settings.places import Places
from reflect.workflows import protocols
from reflect.workflows.surroundings import Surroundings

README = (folder() / "README.md").read_text(encoding="utf-8")


def section(title: str) -> str:
    lines, inside, fenced = [], False, False
    for line in README.splitlines():
        fenced ^= line.startswith("```")
        if line.startswith("## ") and not fenced:
            inside = line == title
        elif inside:
            lines.append(line)
    return "\n".join(lines)


def pages(text: str) -> list[str]:
    return re.findall(r"```markdown\n(.*?)```", text, re.DOTALL)


def test_following_the_steps_makes_the_example_without_a_flaw(tmp_path: Path) -> None:
    written = "".join(pages(section("## Ein eigenes Protokoll in zehn Minuten")))
    file = tmp_path / "de" / "mein-ablauf.md"
    file.parent.mkdir()
    file.write_text(written, encoding="utf-8")
    assert check(tmp_path) == ()
    assert written == (folder() / "beispiel" / "de" / "mein-ablauf.md").read_text(encoding="utf-8")
    protocol = Catalogue([tmp_path]).load("mein-ablauf", "de")
    assert [len(step.questions) for step in protocol.steps] == [2, 2, 2]


def test_the_file_is_sound_after_every_step_that_ends_a_part(tmp_path: Path) -> None:
    parts = pages(section("## Ein eigenes Protokoll in zehn Minuten"))
    for count in range(2, len(parts) + 1):
        (tmp_path / "halb.md").write_text("".join(parts[:count]), encoding="utf-8")
        assert check(tmp_path) == ()


def test_the_grid_of_the_readme_is_sound(tmp_path: Path) -> None:
    head = "".join(pages(section("## Ein eigenes Protokoll in zehn Minuten"))[:2])
    [grid] = pages(section("## Fragen"))
    (tmp_path / "raster.md").write_text(head + grid, encoding="utf-8")
    assert check(tmp_path) == ()


def test_every_key_attribute_and_type_is_explained() -> None:
    for key in KNOWN:
        assert f"| `{key}` |" in section("## Der Kopf")
    for attribute in STEP:
        assert f"`{attribute}" in section("## Schritte")
    for kind in QuestionType:
        assert f"| `{kind}` |" in section("## Fragen")
    for name in (*SENTENCES, *LISTS):
        assert f'`{{say="{name}"}}`' in section("## Schritte")
    for attribute in QUESTION:
        assert attribute in section("## Fragen") + section("## Was das Gerät verlassen darf")


@pytest.mark.parametrize("kind", ["reflection", "preparation"])
def test_the_table_tells_the_truth(kind: str) -> None:
    for row in Catalogue().protocols("de"):
        if row.kind == kind:
            who = f"{row.people[0]}–{row.people[1]}" if row.people else "allein"
            cells = (f"`{row.id}`", row.title, str(row.minutes), who, row.summary, ", ".join(row.principles))
            assert f"| {' | '.join(cells)} |" in README


def test_the_tables_name_every_protocol() -> None:
    assert [row.id for row in Catalogue().protocols("de") if f"| `{row.id}` |" not in README] == []


def test_a_new_protocol_begins_as_the_example(tmp_path: Path) -> None:
    for language in ("de", "en"):
        file = example.new("tuer-gespraech", tmp_path, language)
        assert file.parent.parent.name == language
    assert check(tmp_path) == ()
    assert Catalogue([tmp_path]).load("tuer-gespraech", "en").title == "In the doorway"


def test_the_command_begins_with_the_example_of_the_readme(tmp_path: Path) -> None:
    """What step 1 of the README promises."""
    names = ("config", "vault", "state", "cache", "prompts", "organisation")
    around = Surroundings(Places(**{name: tmp_path / name for name in names}))
    path = protocols.begin(around, "mein-ablauf", ProtocolKind.REFLECTION)
    assert path.read_text("utf-8") == (folder() / "beispiel" / "de" / "mein-ablauf.md").read_text("utf-8")
    talk = protocols.begin(around, "mein-gespraech", ProtocolKind.PREPARATION)
    assert check(tmp_path / "prompts") == ()
    assert talk.parent.name == around.catalogue.load("mein-gespraech", "de").kind == "preparation"


def test_a_copy_wins_over_the_shipped_protocol(tmp_path: Path) -> None:
    catalogue = Catalogue([tmp_path, folder()])
    before: Protocol = catalogue.load("rueckblick", "de")
    copied = example.copy(catalogue, "rueckblick", "de", tmp_path)
    assert copied == tmp_path / "de" / "reflection" / "rueckblick.md"
    assert catalogue.origin("rueckblick", "de") == copied
    assert catalogue.load("rueckblick", "de") == before


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    file = example.new("meins", tmp_path, "de")
    file.write_text("Arbeit von Stunden", encoding="utf-8")
    with pytest.raises(AlreadyThere):
        example.new("meins", tmp_path, "de")
    assert file.read_text(encoding="utf-8") == "Arbeit von Stunden"


def test_what_cannot_be_made_is_said(tmp_path: Path) -> None:
    with pytest.raises(WrongUsage) as caught:
        example.new("Mein Ablauf", tmp_path, "de")
    assert caught.value.what == "protocol-id"
    with pytest.raises(NotFound):
        example.copy(Catalogue(), "gibt-es-nicht", "de", tmp_path)
    (tmp_path / "datei").write_text("", encoding="utf-8")
    with pytest.raises(NotSaved):
        example.new("meins", tmp_path / "datei", "de")
