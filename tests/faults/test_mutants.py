"""Every seeded bug is caught by the test that is named for it; see `tests/faults/mutants.py`."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.mutants import MUTANTS, Mutant

ROOT = Path(__file__).parents[2]
SUITES = ("faults", "vault")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A second house to break things in."""
    house = tmp_path_factory.mktemp("house")
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "reflect", house / "reflect", ignore=ignore)
    for suite in SUITES:
        shutil.copytree(ROOT / "tests" / suite, house / "tests" / suite, ignore=ignore)
    shutil.copyfile(ROOT / "pyproject.toml", house / "pyproject.toml")
    return house


def passes(house: Path, test: str) -> bool:
    command = [sys.executable, "-B", "-m", "pytest", "-x", "-q", "-m", "long or not long", test]
    environment = {**os.environ, "PYTHONPATH": str(house)}
    done = subprocess.run(command, cwd=house, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stdout[-2000:] + done.stderr[-2000:]
    return done.returncode == 0


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.bug)
def test_each_mutant_is_up_to_date(mutant: Mutant) -> None:
    text = (ROOT / "reflect/vault" / mutant.file).read_text("utf-8")
    assert text.count(mutant.old) == 1
    assert (ROOT / mutant.test.partition("::")[0]).is_file()


@pytest.mark.long
def test_without_a_bug_the_copy_is_sound(copy: Path) -> None:
    for test in sorted({mutant.test for mutant in MUTANTS}):
        assert passes(copy, test), test


@pytest.mark.long
@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.bug)
def test_each_mutant_is_caught(mutant: Mutant, copy: Path) -> None:
    file = copy / "reflect/vault" / mutant.file
    sound = file.read_text("utf-8")
    file.write_text(sound.replace(mutant.old, mutant.new), "utf-8")
    try:
        assert not passes(copy, mutant.test), f"alive: {mutant.bug}"
    finally:
        file.write_text(sound, "utf-8")


def test_there_are_enough_mutants() -> None:
    print(f"seeded bugs: {len(MUTANTS)}")
    assert len(MUTANTS) >= 15
    assert len({mutant.bug for mutant in MUTANTS}) == len(MUTANTS)
