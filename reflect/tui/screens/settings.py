"""Language, theme, idle time: a sheet; each choice holds at once."""

from collections.abc import Iterable
from typing import ClassVar

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from reflect import language
from reflect.domain.fault import Fault
from reflect.language import N_, _, ngettext
from reflect.language.faults import sentence
from reflect.tui.commands.command import Command
from reflect.tui.themes import NAMES
from reflect.tui.widgets.rowlist import Row, RowList
from reflect.tui.widgets.sheet import CLOSE, Sheet

THEMES = {"hell": N_("hell, wie Papier"), "dunkel": N_("dunkel, für den Abend"), "kontrast": N_("starker Kontrast")}
IDLE = (2, 5, 10, 15, 30, 0)


class Settings(Sheet[None]):
    """A list of choices in three groups."""

    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="choose", key="enter", text=N_("wählen"), action="choose", order=1),
        CLOSE,
    )

    def compose_body(self) -> Iterable[Widget]:
        """The groups."""
        yield Static(Content.styled(_("Einstellungen"), "bold $ink"))
        for heading, name in ((_("Sprache"), "language"), (_("Farben"), "theme"), (_("Sperren"), "idle_minutes")):
            yield Static("")
            yield Static(Content.styled(heading, "bold $ink"))
            yield RowList(self._rows(name), id=name)
        yield Static("")
        yield Static(Content.styled(self._said(), "$quiet"), id="said")

    def on_mount(self) -> None:
        """The marks stand on what is chosen."""
        config = self.app.surroundings.config
        for listed in self.query(RowList):
            listed.show(listed.rows, keep=str(getattr(config, listed.id or "")))

    def _said(self) -> str:
        return _("Gilt sofort. Esc schließt.")

    def _rows(self, name: str) -> list[Row]:
        config = self.app.surroundings.config
        chosen = str(getattr(config, name))
        if name == "language":
            words = dict(language.NAMES)
        elif name == "theme":
            words = {theme: _(THEMES[theme]) for theme in NAMES}
        else:
            words = {str(minutes): _idle(minutes) for minutes in IDLE}
        return [
            Row(key=key, sign="●" if key == chosen else "○", title=title, chosen=key == chosen)
            for key, title in words.items()
        ]

    def action_choose(self) -> None:
        """Choose the row under the mark."""
        if isinstance(self.focused, RowList):
            self.focused.action_choose()

    async def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Take the choice over."""
        name = event.list.id or ""
        value: object = int(event.row.key) if name == "idle_minutes" else event.row.key
        try:
            self.app.choose(**{name: value})
        except Fault as fault:
            self.query_one("#said", Static).update(Content.styled(f"! {sentence(fault)}", "$ink"))
            return
        for listed in self.query(RowList):
            here = listed.here
            listed.show(self._rows(listed.id or ""), keep=here.key if here else "")
        if name == "language":
            await self.recompose()
            self.on_mount()
            self.query_one("#language", RowList).focus()


def _idle(minutes: int) -> str:
    if not minutes:
        return _("nie von selbst")
    return ngettext("nach {count} Minute", "nach {count} Minuten", minutes).format(count=minutes)
