"""What may be said: the sentences of the phase, good questions and disguised ones, on one key."""

from collections.abc import Iterable
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reflect.domain.consultation.session import Scene
from reflect.language import N_, _
from reflect.language.consultation import named
from reflect.tui.commands.command import Command
from reflect.tui.widgets.sheet import CLOSE, LowSheet

COLUMN = 11
MOST = 3


class SayingsSheet(LowSheet[None]):
    """Lies over the lower half.

    Args:
        scene: What holds now.
        presenter: Who brought the case.
    """

    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="off", key="f8", text=N_("schließen"), action="close", order=1, priority=True),
        CLOSE,
    )

    def __init__(self, scene: Scene, presenter: str) -> None:
        super().__init__()
        self.scene = scene
        self.presenter = presenter

    def compose_body(self) -> Iterable[Widget]:
        """Four groups, each with its own word."""
        said = self.scene.step.moderation
        groups = (
            (_("Gut"), "+", said.good[:MOST]),
            (_("Besser so nicht"), "–", said.bad[:MOST]),
            (_("Wenn doch jemand spricht"), "„", (said.counter,) if said.counter else ()),
            (_("Zum Abschluss der Phase"), "„", (said.closes,) if said.closes else ()),
        )
        for heading, sign, lines in groups:
            if lines:
                yield Static(Content.styled(heading, "bold $ink"))
                yield from (Static(self._line(sign, line), markup=False) for line in lines)

    def _line(self, sign: str, line: str) -> Content:
        text = named(line, self.presenter)
        if sign == "„":
            return Content.styled("   " + _("„{text}“").format(text=text), "$ink")
        return Content.styled(f" {sign} {text}", "$ink")
