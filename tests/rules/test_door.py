"""Two doors, and no third: what leaves is a `ReleasedText`, and one place makes it."""

import ast
from pathlib import Path

import reflect

HOUSE = Path(reflect.__file__).parent


def calls_of(name: str) -> list[str]:
    """Every `file:function` below the house in which `name(...)` is called."""
    found = []
    for path in HOUSE.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        for scope in ast.walk(tree):
            if isinstance(scope, ast.FunctionDef | ast.AsyncFunctionDef):
                found += [
                    f"{path.relative_to(HOUSE)}:{scope.name}"
                    for node in ast.walk(scope)
                    if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] == name
                ]
    return found


def test_one_place_makes_a_released_text() -> None:
    assert calls_of("ReleasedText") == ["domain/release.py:finish"]


def test_every_format_takes_released_text_only() -> None:
    takers = []
    for path in (HOUSE / "exchange").glob("*.py"):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.FunctionDef) and node.name == "render":
                first = node.args.args[0].annotation
                assert first is not None
                assert ast.unparse(first) == "ReleasedText", path.name
                takers.append(path.name)
    assert takers


def test_nothing_imports_the_network() -> None:
    network = {"socket", "ssl", "http", "urllib.request", "requests", "httpx", "aiohttp", "ftplib", "smtplib"}
    for path in HOUSE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not network & set(names), f"{path.relative_to(HOUSE)} imports {names}"


def test_no_posix_module_at_the_top() -> None:
    for path in HOUSE.rglob("*.py"):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.Import):
                assert not {"fcntl", "termios", "resource", "pwd", "grp"} & {alias.name for alias in node.names}, (
                    path.name
                )


def test_no_test_sleeps() -> None:
    for path in Path(__file__).parents[1].rglob("test_*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                assert ast.unparse(node.func) not in {"time.sleep", "asyncio.sleep", "sleep"}, path.name
