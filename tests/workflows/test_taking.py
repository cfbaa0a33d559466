"""What a presenter takes: sealed for their key, never over another file, never half read."""

from datetime import date
from pathlib import Path

import pytest
from pyrage import x25519  # type: ignore[import-untyped]  # it has no types

from reflect.domain.consultation.takeaway import Takeaway
from reflect.domain.fault import AlreadyThere, NotFound, WrongUsage
from reflect.vault.lifeline import Lifeline
from reflect.vault.system import MemorySystem
from reflect.workflows import consulting, taking
from tests.tui.world import Clock, begun_vault, surroundings_in

TAKEAWAY = Takeaway(method="Neun Phasen", day=date(2026, 11, 23), lines=("Einen Termin nur zum Zuhören anbieten.",))


def test_a_file_sealed_for_a_key_opens_with_it(tmp_path: Path) -> None:
    identity = x25519.Identity.generate()
    path = tmp_path / "mina.age"
    taking.seal(TAKEAWAY, path, str(identity.to_public()))
    assert taking.unseal(path, str(identity)) == TAKEAWAY
    with pytest.raises(AlreadyThere):
        taking.seal(TAKEAWAY, path, str(identity.to_public()))


def test_the_first_step_becomes_a_trial_of_ones_own(tmp_path: Path) -> None:
    sitting = begun_vault(surroundings_in(tmp_path, Clock()))
    taken = TAKEAWAY.model_copy(update={"step": "Ich rufe an.", "until": date(2026, 12, 4)})
    entry = sitting.entry(taking.keep(sitting, taken))
    assert entry.answers["erster-schritt"] == "Ich rufe an."
    assert [(step.text, step.due) for step in entry.next_steps] == [("Ich rufe an.", date(2026, 12, 4))]
    assert not sitting.entry(taking.keep(sitting, TAKEAWAY)).next_steps


def test_what_is_no_such_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        taking.unseal(tmp_path / "fehlt.age", "egal")
    with pytest.raises(WrongUsage):
        taking.unseal(tmp_path, "egal")
    large = tmp_path / "gross.age"
    large.write_bytes(b"age-encryption.org/v1\n" + bytes(taking.MOST_BYTES))
    with pytest.raises(WrongUsage):
        taking.unseal(large, "egal")


def test_a_session_of_another_version_is_not_resumed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    surroundings = surroundings_in(tmp_path, Clock())
    assert isinstance(surroundings.system, MemorySystem)
    assert consulting.resumable(surroundings) is None
    Lifeline(tmp_path, surroundings.system).keep('{"schema": 99}')
    assert consulting.resumable(surroundings) is None
