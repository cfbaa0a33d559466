"""Any sequence of operations, with a crash anywhere, equals a plain dictionary."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from tinydb import where

from reflect.domain.fault import WrongPassphrase
from reflect.vault.compaction import compact
from reflect.vault.passphrase import change_keys, change_passphrase
from reflect.vault.policy import KdfPolicy
from reflect.vault.vault import Vault
from tests.faults.machines import Crash, FailingSystem, contents_of
from tests.faults.story import ANCHORS, FOLDER, Clock, content_of

TABLES = st.sampled_from(["entries", "cases"])
NAMES = st.sampled_from(["a", "b", "c", "ä/ö"])
RECORDS = st.dictionaries(st.sampled_from(["title", "n", "tags"]), st.none() | st.integers() | st.text(max_size=20))
BODIES = st.none() | st.text(max_size=700)

Model = dict[tuple[str, str], tuple[dict[str, Any], str]]


def rebooted(contents: dict[str, bytes], folders: set[str]) -> FailingSystem:
    """A failing machine on which everything that is there is durable."""
    system = FailingSystem()
    for folder in folders:
        system.folders.add(folder)
    for path, content in contents.items():
        handle = system.open(Path(path), create=True)
        system.pwrite(handle, content, 0)
        system.fsync(handle)
        system.close(handle)
        system.fsync_dir(Path(path).parent)
    return system


class VaultModel(RuleBasedStateMachine):
    """A vault on a machine that loses its power, beside a dictionary."""

    @initialize()
    def begin(self) -> None:
        self.system = FailingSystem()
        self.clock = Clock()
        self.secret = "p0"
        self.model: Model = {}
        self.vault, _ = Vault.create(
            FOLDER, self.secret, anchors=ANCHORS, system=self.system, policy=KdfPolicy.for_tests(), now=self.clock
        )

    def after(self, table: str, name: str, record: dict[str, Any] | None, body: str | None) -> Model:
        after = dict(self.model)
        old = after.pop((table, name), ({}, ""))
        if record is not None:
            after[table, name] = (record, old[1] if body is None else body)
        return after

    @rule(table=TABLES, name=NAMES, record=RECORDS, body=BODIES)
    def put(self, table: str, name: str, record: dict[str, Any], body: str | None) -> None:
        self.vault.put(table, name, record, body)
        self.model = self.after(table, name, record, body)

    @rule(table=TABLES, name=NAMES)
    def remove(self, table: str, name: str) -> None:
        self.vault.remove(table, name)
        self.model = self.after(table, name, None, None)

    @rule(changes=st.lists(st.tuples(TABLES, NAMES, st.none() | RECORDS, BODIES), max_size=5))
    def batch(self, changes: list[tuple[str, str, dict[str, Any] | None, str | None]]) -> None:
        with self.vault.batch() as batch:
            for table, name, record, body in changes:
                if record is None:
                    batch.remove(table, name)
                else:
                    batch.put(table, name, record, body)
        for change in changes:
            self.model = self.after(*change)

    @rule(table=TABLES, number=st.integers())
    def update_through_tinydb(self, table: str, number: int) -> None:
        self.vault.table(table).update({"n": number}, where("n").exists())
        for (found, name), (record, body) in list(self.model.items()):
            if found == table and "n" in record:
                self.model[found, name] = ({**record, "n": number}, body)

    @rule()
    def compact(self) -> None:
        compact(self.vault)

    @rule()
    def rekey(self) -> None:
        self.secret += "x"
        change_keys(self.vault, self.secret)

    @rule()
    def reopen(self) -> None:
        self.vault.close()
        self.open(self.system)

    @rule(
        change=st.tuples(TABLES, NAMES, RECORDS, BODIES),
        when=st.integers(1, 25),
        which=st.integers(0, 10**6),
        how=st.sampled_from(["put", "remove", "batch", "compact", "rekey", "passphrase", "reopen"]),
    )
    def lose_power(self, change: tuple[str, str, dict[str, Any], str | None], when: int, which: int, how: str) -> None:
        """Start something, lose power at some side effect of it, and take one of the disks that may be left."""
        limit = self.system.effects + when

        def plan(count: int, _kind: str) -> None:
            if count >= limit:
                raise Crash

        self.system.plan = plan
        tried = self.tried(change, how)
        secrets = [self.secret, f"{self.secret}y"] if how in {"rekey", "passphrase"} else [self.secret]
        try:
            self.carry_out(change, how)
            self.model, secrets = tried, secrets[-1:]
        except Crash:
            pass
        left = list(self.system.survivors())
        machine = left[which % len(left)]
        self.open(rebooted(contents_of(machine), machine.folders), secrets)
        assert self.vault.state.readonly is None
        found = content_of(self.vault)
        assert found in (self.model, tried)
        self.model = found

    def tried(self, change: tuple[str, str, dict[str, Any], str | None], how: str) -> Model:
        """What the vault holds once it is done."""
        table, name, record, body = change
        if how == "put":
            return self.after(table, name, record, body)
        if how == "remove":
            return self.after(table, name, None, None)
        if how == "batch":
            after = self.after(table, name, record, body)
            after.pop(("cases", "c"), None)
            return after
        return self.model

    def carry_out(self, change: tuple[str, str, dict[str, Any], str | None], how: str) -> None:
        """Do it, as far as the power lasts."""
        table, name, record, body = change
        if how == "put":
            self.vault.put(table, name, record, body)
        elif how == "remove":
            self.vault.remove(table, name)
        elif how == "batch":
            with self.vault.batch() as batch:
                batch.put(table, name, record, body)
                batch.remove("cases", "c")
        elif how == "compact":
            compact(self.vault)
        elif how == "rekey":
            change_keys(self.vault, f"{self.secret}y")
        elif how == "passphrase":
            change_passphrase(self.vault, self.secret, f"{self.secret}y", rekey=False)
        else:
            self.vault.close()
            self.open(self.system)

    def open(self, system: FailingSystem, secrets: list[str] | None = None) -> None:
        """Open the vault with whichever of the secrets it has now."""
        self.system = system
        for secret in (secrets or [self.secret])[::-1]:
            try:
                self.vault = Vault.open(FOLDER, secret, anchors=ANCHORS, system=system, now=self.clock)
            except WrongPassphrase:
                continue
            self.secret = secret
            return
        raise AssertionError("no secret opens the vault")

    @invariant()
    def the_vault_equals_the_dictionary(self) -> None:
        if hasattr(self, "vault"):
            assert content_of(self.vault) == self.model


CALM = [HealthCheck.too_slow, HealthCheck.data_too_large]


def test_any_sequence_equals_a_dictionary() -> None:
    run_state_machine_as_test(
        VaultModel,
        settings=settings(
            max_examples=15, stateful_step_count=20, deadline=None, database=None, suppress_health_check=CALM
        ),
    )


@pytest.mark.long
def test_any_long_sequence_equals_a_dictionary() -> None:
    run_state_machine_as_test(
        VaultModel,
        settings=settings(
            max_examples=150, stateful_step_count=40, deadline=None, database=None, suppress_health_check=CALM
        ),
    )
    print("model: 150 stories of up to 40 steps")
