"""An entry as text that reads well on a terminal, on paper and read aloud."""

from collections.abc import Iterable, Iterator

from reflect.domain.answer import as_text
from reflect.domain.entry import Entry
from reflect.domain.leitbild import Statement
from reflect.language import gettext as _
from reflect.language.dates import day_and_month, long_day


def entry_page(entry: Entry, touched: Iterable[Statement], doubts: Iterable[tuple[str, str]] = ()) -> str:
    """Every answer under its question, then what the entry touches and what it wants to try.

    Args:
        entry: Begun or finished.
        touched: Statements it touches, in the words that count today.
        doubts: Number of a statement that should be looked at again, and why.
    """
    title = entry.title or _("ohne Titel")
    state = "" if entry.finished else _(", begonnen")
    lines = [title, f"{entry.protocol.title}, {long_day(entry.created.date())} {entry.created.year}{state}"]
    for question in entry.protocol.questions():
        text = as_text(question, entry.answers.get(question.id))
        if text:
            lines += ["", question.text, *(f"  {line}" for line in text.splitlines())]
    lines += _steps(entry)
    if words := [f"  {one.label}  {one.short or one.text}" for one in touched]:
        lines += ["", _("Berührt"), *words]
    if words := [f"  {label}  {why}" for label, why in doubts]:
        lines += ["", _("Leitbild prüfen"), *words]
    return "\n".join(lines)


def _steps(entry: Entry) -> Iterator[str]:
    if entry.next_steps:
        yield from ("", _("Nächster Schritt"))
    for step in entry.next_steps:
        day = day_and_month(step.due, entry.created.date())
        yield _("  {text}, nachsehen am {day}").format(text=step.text, day=day)
        if step.outcome:
            yield f"    {step.outcome}"


def copy_note() -> str:
    """What a readable copy of everything is, for whoever finds it."""
    return "\n".join(
        [
            "# reflect",
            "",
            _("Das ist eine lesbare Kopie persönlicher Reflexionen. Sie gehört der Person, die sie geschrieben hat."),
            _("Namen sind nicht ersetzt. Gib nichts davon weiter. Lösche die Kopie, wenn du sie nicht mehr brauchst."),
            "",
            _("entries: Einträge. trash: Papierkorb. cases: Namenslisten. releases: was freigegeben wurde."),
            _("assessments: Selbsteinschätzungen. course: ihr Verlauf, als Bild und in Worten."),
        ]
    )
