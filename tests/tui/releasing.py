"""An app to release pages in: its vault is open already, in memory."""

from pathlib import Path

from reflect.tui.app import ReflectApp
from reflect.tui.start import Start
from tests.tui.world import Clock, begun_vault, surroundings_in


def release_app(folder: Path, *, language: str = "de", theme: str = "hell") -> ReflectApp:
    """An app whose vault is open already, in memory."""
    clock = Clock()
    surroundings = surroundings_in(folder, clock, language=language, theme=theme)
    sitting = begun_vault(surroundings, confirmed=True)
    return ReflectApp(surroundings, start=Start(sitting=sitting), ticks=clock.tick)
