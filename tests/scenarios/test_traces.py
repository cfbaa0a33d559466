"""The search for traces finds what is planted; otherwise its silence would mean nothing."""

import base64
from pathlib import Path

import pytest

from tests.scenarios.traces import files_with, holds, windows, written_with

SECRET = "Sie heißt Selam und wohnt in der Beispielstraße 4."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_a_window_is_found_in_each_encoding(encoding: str) -> None:
    assert holds(b"\x00junk" + SECRET[7:29].encode(encoding) + b"junk", windows([SECRET]))


@pytest.mark.parametrize("lead", [0, 1, 2, 3])
def test_a_window_is_found_in_base64_at_every_alignment(lead: int) -> None:
    coded = base64.b64encode(b"x" * lead + SECRET.encode() + b"yz")
    assert holds(b"{" + coded + b"}", windows([SECRET]))


def test_silence_means_nothing_is_there() -> None:
    assert not holds(b"Er lacht und geht nach Hause, ganz ohne Eile.", windows([SECRET]))


def test_files_and_their_names_are_searched(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(SECRET.encode())
    (tmp_path / SECRET[:20]).write_bytes(b"")
    (tmp_path / "released").write_bytes(SECRET.encode())
    assert files_with(tmp_path, [SECRET], but=[tmp_path / "released"]) == sorted(["a", SECRET[:20]])


def test_traced_writes_to_a_deleted_file_are_found(tmp_path: Path) -> None:
    data = "".join(f"\\x{byte:02x}" for byte in SECRET.encode())
    trace = tmp_path / "trace"
    trace.write_text(
        f'12 write(5</run/gone (deleted)>, "{data}", 60) = 60\n12 write(1</dev/pts/3>, "{data}", 60) = 60\n', "utf-8"
    )
    assert written_with(trace, [SECRET]) == ["/run/gone (deleted)"]
