"""Arrival: what was typed is in its field before a key acts on it, however fast both came."""

import asyncio
from typing import Any

from textual.app import App
from textual.message_pump import MessagePump

LEAST = 2
"""Passes at least: a key becomes a message of the same field, and only then goes up to the page."""

PATIENCE_SECONDS = 1.0
"""A field that is busy for longer is not waited for: a key that does nothing at all would be worse."""


async def arrive(app: App[Any]) -> None:
    """Wait until the field with the focus, and what lies around it, have handled what they were sent.

    A key that counts everywhere is carried out by the app itself, while typed characters wait in a queue of each part
    of the screen; without this it overtakes what was typed just before it.
    """
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            passes = 0
            while passes < LEAST or any(part.message_queue_size for part in _path(app)):
                for part in _path(app):
                    await _handled(part)
                passes += 1
    except TimeoutError:
        return


def _path(app: App[Any]) -> list[MessagePump]:
    """From the focus up to its page; the focus may move while one waits."""
    focused = app.focused
    return [node for node in focused.ancestors_with_self if node is not app] if focused is not None else []


async def _handled(part: MessagePump) -> None:
    passed = asyncio.Event()
    if part.is_running and part.call_later(passed.set):
        await passed.wait()
