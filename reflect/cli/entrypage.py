"""An entry as text that reads well on a terminal, on paper and read aloud."""

from collections.abc import Iterator

from reflect.domain.answer import as_text
from reflect.domain.entry import Entry
from reflect.language import gettext as _
from reflect.language.dates import day_and_month, long_day
from reflect.workflows.sitting import Sitting


def entry_page(entry: Entry, sitting: Sitting) -> str:
    """Every answer under its question, then what the entry touches and what it wants to try.

    Args:
        entry: Begun or finished.
        sitting: Gives the statements it touches the words that count today.
    """
    title = entry.title or _("ohne Titel")
    state = "" if entry.finished else _(", begonnen")
    lines = [title, f"{entry.protocol.title}, {long_day(entry.created.date())} {entry.created.year}{state}"]
    for question in entry.protocol.questions():
        text = as_text(question, entry.answers.get(question.id))
        if text:
            lines += ["", question.text, *(f"  {line}" for line in text.splitlines())]
    lines += _steps(entry)
    touched = sitting.touched(entry.principles)
    if touched:
        lines += ["", _("Berührt"), *(f"  {one.label}  {one.short or one.text}" for one in touched)]
    if entry.doubts:
        doubts = (f"  {sitting.label(one.statement)}  {one.why}" for one in entry.doubts)
        lines += ["", _("Leitbild prüfen"), *doubts]
    return "\n".join(lines)


def _steps(entry: Entry) -> Iterator[str]:
    if entry.next_steps:
        yield from ("", _("Nächster Schritt"))
    for step in entry.next_steps:
        day = day_and_month(step.due, entry.created.date())
        yield _("  {text}, nachsehen am {day}").format(text=step.text, day=day)
        if step.outcome:
            yield f"    {step.outcome}"
