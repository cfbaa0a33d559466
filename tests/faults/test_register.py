"""Every fault case has a number, tests that are there, and seeded bugs that prove that they can fail."""

import ast
from functools import cache
from pathlib import Path

import pytest

from tests.faults.cases import CASES, Case
from tests.faults.mutants import MUTANTS

HERE = Path(__file__).parent
BUGS = {mutant.bug for mutant in MUTANTS}


@cache
def names_in(file: str) -> frozenset[str]:
    tree = ast.parse((HERE / file).read_text("utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


def test_all_twenty_five_are_there() -> None:
    assert [case.number for case in CASES] == list(range(1, 26))
    print(f"fault cases: {len(CASES)}, tests: {sum(len(case.tests) for case in CASES)}, seeded bugs: {len(BUGS)}")


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.number} {case.what}")
def test_each_case_is_proven_by_tests_that_can_fail(case: Case) -> None:
    assert case.tests
    for test in case.tests:
        file, _, name = test.partition("::")
        assert name in names_in(file), test
    assert case.bugs
    assert set(case.bugs) <= BUGS
