"""A browser without a window, spoken to over a pipe: what a screen reader would find, and what is painted."""

import json
import os
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any, Self

_ON_3_AND_4 = (
    "import fcntl, os, sys; ends = [fcntl.fcntl(int(end), fcntl.F_DUPFD, 10) for end in sys.argv[1:3]]; "
    "[os.dup2(end, place) for end, place in zip(ends, (3, 4))]; os.execv(sys.argv[3], sys.argv[3:])"
)
"""The browser reads commands on file 3 and answers on file 4, whatever the pipes are called here."""


class Browser:
    """One page in headless Chromium, over the DevTools protocol on a pipe: nothing listens on a port.

    Args:
        program: Path of the browser.
        profile: A folder for what it writes.
    """

    def __init__(self, program: str, profile: Path) -> None:
        self._to_read, self._to_write = os.pipe()
        self._from_read, self._from_write = os.pipe()
        switches = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--remote-debugging-pipe")
        ends = (str(self._to_read), str(self._from_write))
        command = [sys.executable, "-c", _ON_3_AND_4, *ends, program, *switches]
        self._process = subprocess.Popen(
            [*command, f"--user-data-dir={profile}", "about:blank"],
            pass_fds=(self._to_read, self._from_write),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(self._to_read)
        os.close(self._from_write)
        self._answers = os.fdopen(self._from_read, "rb")
        self._number = 0
        self._session = ""
        self.requests: list[str] = []

    def __enter__(self) -> Self:
        page = next(one for one in self.ask("Target.getTargets")["targetInfos"] if one["type"] == "page")
        attached = self.ask("Target.attachToTarget", targetId=page["targetId"], flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Network", "Accessibility"):
            self.ask(f"{domain}.enable")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.terminate()
        self._process.wait()
        os.close(self._to_write)
        self._answers.close()

    def _message(self) -> dict[str, Any]:
        raw = bytearray()
        while (char := self._answers.read(1)) != b"\0":
            assert char, "the browser went away"
            raw += char
        message: dict[str, Any] = json.loads(raw)
        if message.get("method") == "Network.requestWillBeSent":
            self.requests.append(message["params"]["request"]["url"])
        return message

    def ask(self, method: str, **words: Any) -> Any:
        """Send a command and wait for its answer."""
        self._number += 1
        session = {"sessionId": self._session} if self._session else {}
        said = json.dumps({"id": self._number, "method": method, "params": words} | session)
        os.write(self._to_write, said.encode() + b"\0")
        while (message := self._message()).get("id") != self._number:
            pass
        assert "error" not in message, message
        return message["result"]

    def open(self, address: str, *, width: int = 1000) -> None:
        """Show a page of some width in CSS pixels and wait until it has loaded."""
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=1200, deviceScaleFactor=1, mobile=False)
        self.ask("Page.navigate", url=address)
        while self.value("document.readyState + location.href") != f"complete{address}":
            pass

    def value(self, script: str) -> Any:
        """The value of an expression on the page."""
        return self.ask("Runtime.evaluate", expression=script, returnByValue=True)["result"].get("value")

    def heard(self) -> list[tuple[str, str, int]]:
        """Role, name and level of everything a screen reader would come across."""
        nodes = self.ask("Accessibility.getFullAXTree")["nodes"]
        return [
            (
                node["role"]["value"],
                node.get("name", {}).get("value", ""),
                next((one["value"]["value"] for one in node.get("properties", []) if one["name"] == "level"), 0),
            )
            for node in nodes
            if not node.get("ignored") and "role" in node
        ]
