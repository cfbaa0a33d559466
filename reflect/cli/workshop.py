"""`reflect leitbild workshop`: one page for the yearly workshop, with statements, experiences and proposals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reflect.cli.export import page_arguments, written_page
from reflect.cli.request import Request
from reflect.cli.verb import Verb
from reflect.domain.audience import Audience
from reflect.domain.fault import WrongUsage
from reflect.language import N_

if TYPE_CHECKING:
    from reflect.workflows.sitting import Sitting


def _run(request: Request) -> int:
    return written_page(request, Audience.WORKSHOP, _gathered)


def _gathered(sitting: Sitting) -> tuple[str, ...]:
    """Every entry of the last year that has something for the workshop.

    Raises:
        WrongUsage: `workshop-empty`: there is none.
    """
    from reflect.workflows import workshop  # noqa: PLC0415 - with the vault

    found = workshop.entries(sitting)
    if not found:
        raise WrongUsage("workshop-empty")
    return found


VERBS = (
    Verb("leitbild workshop", N_("eine geprüfte Seite für die Werkstatt am Leitbild schreiben"), _run, page_arguments),
)
