"""Taking everything out: whole, also when something is damaged or unfinished, and never over something else."""

import json
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from reflect.domain.entry import Entry
from reflect.domain.fault import AlreadyThere, NotSaved
from reflect.domain.leitbild import Statement
from reflect.language.coursepicture import course_files
from reflect.workflows import answering, keeping
from reflect.workflows.opening import in_memory
from reflect.workflows.sitting import Sitting
from reflect.workflows.surroundings import Surroundings
from reflect.workflows.takeout import take_out
from reflect.workflows.writing import Writing


@pytest.fixture
def sitting(surroundings: Surroundings) -> Sitting:
    return in_memory(surroundings)


def title(entry: Entry, _touched: Sequence[Statement], _doubts: Sequence[tuple[str, str]]) -> str:
    return f"# {entry.title}"


def test_everything_is_there(sitting: Sitting, tmp_path: Path) -> None:
    kept = answering.write(sitting, "kurzreflexion", {"was": "Laut."})
    gone = answering.write(sitting, "kurzreflexion", {"was": "Leise."})
    keeping.put_away(sitting, gone.id)
    writing = Writing.begin(sitting, "kurzreflexion")
    writing.answer("was", "mitten im Satz")
    writing.keep()
    place = tmp_path / "copy"
    taken = take_out(sitting, place, page=title, note="Deins.", course=course_files)
    assert (taken.entries, taken.missing) == (3, ())
    names = {path.relative_to(place).as_posix() for path in place.rglob("*.json")}
    assert names == {
        f"entries/2026-11-23-{kept.id}.json",
        f"entries/2026-11-23-{writing.entry.id}.json",
        f"trash/2026-11-23-{gone.id}.json",
    }
    assert json.loads((place / f"entries/2026-11-23-{kept.id}.json").read_text("utf-8"))["answers"] == {"was": "Laut."}
    assert (place / f"entries/2026-11-23-{kept.id}.md").read_text("utf-8") == "# Laut.\n"
    assert (place / "README.md").read_text("utf-8") == "Deins.\n"


def test_a_zip_holds_the_same(sitting: Sitting, tmp_path: Path) -> None:
    answering.write(sitting, "kurzreflexion", {"was": "Laut."})
    taken = take_out(sitting, tmp_path / "copy.zip", page=title, note="Deins.", course=course_files)
    with zipfile.ZipFile(tmp_path / "copy.zip") as archive:
        assert len(archive.namelist()) == taken.files == 3
    with pytest.raises(AlreadyThere):
        take_out(sitting, tmp_path / "copy.zip", page=title, note="Deins.", course=course_files)


def test_nothing_is_written_over(sitting: Sitting, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("x")
    with pytest.raises(AlreadyThere):
        take_out(sitting, tmp_path, page=title, note="", course=course_files)
    with pytest.raises(AlreadyThere):
        take_out(sitting, tmp_path / "mine", page=title, note="", course=course_files)
    with pytest.raises(NotSaved):
        take_out(sitting, tmp_path / "mine" / "below", page=title, note="", course=course_files)
