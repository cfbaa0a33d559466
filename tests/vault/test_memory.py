"""Memory hygiene in real processes: what the kernel says about them, and what lies in their memory."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="/proc and prctl are Linux's")

PROGRAM = """
import contextlib, ctypes, io, sys
from pathlib import Path
from reflect.__main__ import main
sys.argv = ["reflect", "help"]
with contextlib.redirect_stdout(io.StringIO()):
    main()
core = next(line.split()[4:6] for line in open("/proc/self/limits") if line.startswith("Max core file size"))
print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), *core)
"""


@LINUX
def test_the_program_itself_can_neither_be_dumped_nor_leave_a_core() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0", "0", "0"]


@LINUX
def test_after_locking_no_key_lies_in_the_memory_of_the_process(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.vault.memory_probe", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(done.stdout)
    print(f"copies of keys in memory: {found}")
    assert all(count >= 1 for count in found["open"].values()), "the probe must be able to find one"
    assert found["locked"] == {"master": 0, "header": 0, "anchor": 0}
