"""A field for a day, typed as people say it: `24.11.`, `morgen`, `in einer Woche`."""

from datetime import date

from reflect.domain.answer import Answer
from reflect.language import _
from reflect.language.dates import long_day
from reflect.language.days import read_day
from reflect.tui.widgets.number import SaidField


class DateField(SaidField):
    """A day. What it was understood as stands beside it."""

    @property
    def today(self) -> date:
        """The day it is typed on."""
        return self.app.surroundings.now().date()  # type: ignore[attr-defined, no-any-return]  # the app is ours

    def shown(self, value: Answer) -> str:
        """As `24.11.2026`."""
        return f"{date.fromisoformat(value):%d.%m.%Y}" if isinstance(value, str) and value else ""

    @property
    def day(self) -> date | None:
        """The day that is meant."""
        return read_day(self.editor.text, self.today)

    @property
    def value(self) -> Answer:
        """The day as ISO date; None when there is none."""
        day = self.day
        return day.isoformat() if day else None

    def meaning(self) -> str:
        """The weekday tells whether it is the day that was meant."""
        if not self.editor.text:
            return _("24.11., morgen, in einer Woche")
        return long_day(self.day) if self.day else ""

    def trouble(self) -> str:
        """No such day."""
        return _("Diesen Tag gibt es nicht.")
