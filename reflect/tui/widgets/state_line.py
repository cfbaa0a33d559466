"""The state line: what is saved, who can read it, which question this is."""

from datetime import datetime

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from reflect.language import _
from reflect.tui.widgets.line import justified

PATIENCE_SECONDS = 0.5
"""A save that takes longer says so."""


class StateLine(Widget):
    """One row; the only thing that changes while someone types.

    Attributes:
        saved: When the text was last on the disk; None before that.
        saving: Whether a save is taking long.
        trouble: Why the text is not on the disk, as a sentence; stays until it is.
        remedy: Key and words of what helps, for example `("F4", "anderer Ort")`.
        number: Which question of how many, `(1, 2)`; `(1, 1)` says nothing.
    """

    saved: reactive[datetime | None] = reactive(None)
    saving: reactive[bool] = reactive(default=False)
    trouble: reactive[str] = reactive("")
    remedy: reactive[tuple[str, str]] = reactive(("", ""))
    number: reactive[tuple[int, int]] = reactive((1, 1))

    def render(self) -> Content:
        """The row."""
        number, count = self.number
        right = _("Frage {number} von {count}").format(number=number, count=count) if count > 1 else ""
        return justified(self._state(), Content.styled(right, "$quiet"), self.size.width)

    def _state(self) -> Content:
        if self.trouble:
            key, words = self.remedy
            return Content.assemble(
                ("! ", "bold $danger"),
                (f"{self.trouble}  ", "$ink"),
                (f"{key} " if key else "", "bold $ink"),
                (words, "$quiet"),
            )
        if self.saving:
            return Content.styled(_("wird gespeichert …"), "$quiet")
        reader = _("nur du kannst das lesen")
        if self.saved is None:
            return Content.styled(reader, "$quiet")
        said = _("gespeichert {time}").format(time=f"{self.saved:%H:%M}")
        return Content.styled(f"{said}   {reader}", "$quiet")
