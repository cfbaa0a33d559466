"""Typing the recovery key back: one minute, at any time."""

from collections.abc import Iterable
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reflect.domain.fault import Fault
from reflect.language import N_, _
from reflect.language.faults import sentence
from reflect.tui.commands.command import Command
from reflect.tui.widgets.sheet import CLOSE, LowSheet
from reflect.tui.widgets.typedline import TypedLine
from reflect.workflows import recovery


class Proof(LowSheet[bool]):
    """A line for the whole key, as it stands on the person's paper."""

    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="try", key="enter", text=N_("prüfen"), action="try", order=1),
        CLOSE.shown(text=N_("später")),
    )

    def compose_body(self) -> Iterable[Widget]:
        """What to do, and the line."""
        yield Static(Content.styled(_("Notfallschlüssel prüfen"), "bold $ink"))
        yield Static(Content.styled(_("Hol dein Blatt und tippe alle sieben Gruppen ab."), "$ink"))
        yield Static("")
        yield TypedLine(limit=80)

    def on_typed_line_entered(self) -> None:
        """Try it."""
        self.action_try()

    def action_try(self) -> None:
        """Whether it fits."""
        sitting, line = self.app.sitting, self.query_one(TypedLine)
        if sitting is None or not line.text.strip():
            return
        try:
            fits = recovery.prove(sitting, line.text)
        except Fault as fault:
            line.wrong()
            self.say(sentence(fault), attention=True)
            return
        if fits:
            self.dismiss(result=True)
        else:
            line.wrong()
            self.say(_("Dieser Schlüssel gehört zu einem anderen Tresor. Nichts ist verloren."), attention=True)
