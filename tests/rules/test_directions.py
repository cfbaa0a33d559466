"""Who may know whom: import contracts, and a look into a fresh process."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def loaded_after(statement: str) -> set[str]:
    """Top-level modules a fresh interpreter holds after a statement."""
    code = f"import sys\n{statement}\nprint(*sorted({{name.partition('.')[0] for name in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_import_contracts_hold() -> None:
    done = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_nouns_load_neither_screen_nor_storage() -> None:
    modules = (
        "audience answer case contact decision entry fault finding leitbild protocol registry release trial walk agenda"
    )
    loaded = loaded_after("; ".join(f"import reflect.domain.{name}" for name in modules.split()))
    assert not loaded & {"textual", "rich", "tinydb", "markdown_it", "yaml", "cryptography", "platformdirs"}


def test_version_loads_neither_textual_nor_pydantic() -> None:
    loaded = loaded_after(
        "import reflect.__main__\nsys.argv = ['reflect', '--version']\n"
        "import contextlib, io\nwith contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):\n"
        "    reflect.__main__.main()"
    )
    assert not loaded & {"textual", "pydantic", "rich", "tinydb", "cryptography", "markdown_it"}
