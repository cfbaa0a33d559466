"""The scribe's line: number, one row, Enter; above it the last lines. Where nothing is written, it says so."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from reflect.domain.consultation.session import Session
from reflect.domain.protocol import Record
from reflect.language import _
from reflect.tui.widgets.typedline import TypedLine

LIMIT = 300
NUMBER = 3


class ScribeLine(Vertical):
    """Label, last line, number and field; takes the focus where something may be written."""

    def compose(self) -> ComposeResult:
        """Three rows."""
        yield Static(id="scribe-label", markup=False)
        yield Static(id="scribe-last", markup=False)
        with Horizontal(id="scribe-row"):
            yield Static(id="scribe-number", markup=False)
            yield TypedLine(limit=LIMIT, emptied=True)

    def show(self, session: Session) -> None:
        """Show what was written and whether more may be."""
        record, presenter = session.scene.record, session.casting.presenter
        lines = session.kept()
        self.query_one("#scribe-label", Static).update(self._label(record, presenter))
        last = session.key if record is Record.KEY else (lines[-1].text if lines else "")
        number = "" if record is Record.KEY or not lines else str(lines[-1].number)
        shown = last if record is not Record.NONE else ""
        content = Content.assemble((number.ljust(NUMBER), "$quiet"), (shown, "$ink")) if shown else Content("")
        self.query_one("#scribe-last", Static).update(content)
        following = "" if record is Record.KEY else str(len(session.lines) + 1)
        self.query_one("#scribe-number", Static).update(Content.styled(following, "$quiet"))
        self.query_one("#scribe-row").display = record is not Record.NONE
        if record is not Record.NONE:
            self.query_one(TypedLine).focus()
        elif self.screen.focused is self.query_one(TypedLine):
            self.screen.set_focus(None)

    def take(self) -> str:
        """What stands in the line, which is empty afterwards."""
        line = self.query_one(TypedLine)
        text = line.text.strip()
        if text:
            line.set_text("")
        return text

    @staticmethod
    def _label(record: Record, presenter: str) -> Content:
        if record is Record.NONE:
            return Content.styled(_("Hier wird nichts mitgeschrieben."), "$quiet")
        if record is Record.KEY:
            words, about = _("Schlüsselfrage"), _("in einem Satz, in den Worten von {name}")
        elif record is Record.PICK:
            words, about = _("Erster Schritt"), _("verschwindet am Ende, wenn {name} ihn nicht mitnimmt")
        else:
            words, about = _("Mitschrift"), _("verschwindet am Ende, wenn {name} sie nicht mitnimmt")
        return Content.assemble((words, "bold $ink"), (f"   {about.format(name=presenter)}", "$quiet"))
