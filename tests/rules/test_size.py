"""A file is one idea: small, and named with a noun of the field."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import reflect

HOUSE = Path(reflect.__file__).parent
MODULES = sorted(HOUSE.rglob("*.py"))
MAX_MODULE = 400
MAX_FUNCTION = 60
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "manager", "common", "misc"}

REASONS_FOR_LENGTH: dict[str, str] = {}
"""Modules and functions that may be longer, with the reason."""


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_module_is_one_small_idea(path: Path) -> None:
    name = str(path.relative_to(HOUSE))
    text = path.read_text("utf-8")
    assert not FORBIDDEN_NAMES & set(path.relative_to(HOUSE).with_suffix("").parts)
    assert len(text.splitlines()) <= MAX_MODULE or name in REASONS_FOR_LENGTH
    for function in functions(ast.parse(text)):
        length = (function.end_lineno or function.lineno) - function.lineno + 1
        where = f"{name}:{function.name}"
        assert length <= MAX_FUNCTION or where in REASONS_FOR_LENGTH, f"{where} has {length} lines"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_public_names_say_what_they_mean(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    assert ast.get_docstring(tree), f"{path.name} has no docstring"
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{path.name}: {node.name} has no docstring"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_nothing_is_left_for_later(path: Path) -> None:
    text = path.read_text("utf-8")
    for word in ("TODO", "FIXME", "XXX", "NotImplementedError"):
        assert word not in text, f"{path.name} holds {word}"
