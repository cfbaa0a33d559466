"""`reflect export`: a page for others; nothing leaves while anything on it is undecided."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from reflect.cli.arguments import Arguments
from reflect.cli.request import Request, read_json, read_text
from reflect.cli.verb import Verb
from reflect.domain.audience import Audience
from reflect.domain.fault import AlreadyThere, Leak, NotFound, Undecided
from reflect.language import N_, gettext
from reflect.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reflect.domain.release import Review
    from reflect.workflows.handing_over import HandingOver
    from reflect.workflows.sitting import Sitting

FORMATS = ("md", "docx", "html", "txt", "pdf")


def _arguments(arguments: Arguments) -> None:
    add = arguments.add_argument
    add("ids", metavar="ID", nargs="+", help=N_("Kennungen der Einträge, in der Reihenfolge der Seite"))
    add("--for", dest="audience", choices=[one.value for one in Audience], required=True, help=N_("für wen"))
    page_arguments(arguments)


def page_arguments(arguments: Arguments) -> None:
    """What every verb takes that writes a page: format, file, decisions, parts."""
    add = arguments.add_argument
    add("--format", metavar="|".join(FORMATS), help=N_("Format der Datei; ohne: wie ihr Name endet, sonst md"))
    add("--output", metavar=_("DATEI"), required=True, help=N_("die Datei"))
    add(
        "--decisions",
        metavar=_("DATEI"),
        help=N_('Entscheidungen als JSON: {"kennung": "replace"|"keep", "advice": "keep"}'),
    )
    add(
        "--include",
        metavar=_("FRAGE"),
        action="append",
        help=N_("auch diese Antwort; all nimmt alle; themes, statements, recurring sammeln aus mehreren Einträgen"),
    )
    add("--replace", action="store_true", help=N_("eine vorhandene Datei ersetzen"))


def _run(request: Request) -> int:
    return written_page(request, Audience(request.options.audience), lambda _sitting: request.options.ids)


def written_page(request: Request, audience: Audience, entries: Callable[[Sitting], Iterable[str]]) -> int:
    """Put a page together, decide it with a person or a file, and write it.

    Args:
        request: With the options of `page_arguments`.
        audience: Who it is for.
        entries: Ids of the entries it draws on, in the receiver's order.

    Returns:
        Exit code.

    Raises:
        Undecided: Something on it waits for a person; nothing left.
    """
    from reflect.workflows.exporting import decide  # noqa: PLC0415 - with the vault

    path = _checked_output(request)
    raw = _decisions(request)
    with request.sitting(write=True) as sitting:
        handing, review = _begun(request, sitting, audience, entries(sitting))
        if raw is not None:
            decide(review, raw, handing.handover.audience)
        elif request.console.is_terminal and not request.wants_json:
            return _with_a_person(request, handing, path)
        if review.undecided():
            _hold(request, review)
        return _write(request, handing, path)


def _with_a_person(request: Request, handing: HandingOver, path: Path) -> int:
    """Decide line by line; what the leak check still finds is asked about until nothing is left."""
    from reflect.cli.linear.review import LinearReview  # noqa: PLC0415 - only for this way
    from reflect.language.faults import sentence  # noqa: PLC0415 - with the first fault

    talk = LinearReview(request.console, handing)
    while True:
        talk.run()
        try:
            code = _write(request, handing, path)
        except Leak as fault:
            request.console.insist(sentence(fault))
        else:
            talk.look_again()
            return code


def _checked_output(request: Request) -> Path:
    """The file, known to be writable as far as one can tell, before anybody decides anything.

    Raises:
        WrongUsage: `export-format`, `no-typst`.
        NotFound: Its folder does not exist.
        AlreadyThere: The file exists.
    """
    path = Path(request.options.output)
    _format(request, path)
    if not path.parent.is_dir():
        raise NotFound("folder", str(path.parent))
    if path.exists() and not request.option("replace"):
        raise AlreadyThere(path)
    return path


def _format(request: Request, path: Path) -> str:
    """The format that was named, else what the file's name says, else Markdown.

    Raises:
        WrongUsage: `export-format`, `no-typst`.
    """
    from reflect.workflows.formats import format_of  # noqa: PLC0415 - the formats load the nouns

    ending = path.suffix.removeprefix(".").lower()
    return format_of(path, request.option("format", ending if ending in FORMATS else FORMATS[0]))


def _decisions(request: Request) -> Any:
    """The decisions file's JSON; None without one.

    Raises:
        WrongUsage: `decisions-broken` (fact: line).
    """
    named = request.option("decisions")
    return None if named is None else read_json(read_text(Path(named)), "decisions-broken")


def _begun(
    request: Request, sitting: Sitting, audience: Audience, entries: Iterable[str]
) -> tuple[HandingOver, Review]:
    from reflect.language.release import TITLES, headings_for  # noqa: PLC0415 - with the vault
    from reflect.workflows.exporting import begin  # noqa: PLC0415 - with the vault

    include = request.option("include", [])
    title, headings = gettext(TITLES[audience]), headings_for(audience)
    return begin(sitting, entries, audience, title=title, headings=headings, include=include)


def _hold(request: Request, review: Review) -> None:
    """Show what waits, and end with 7.

    Raises:
        Undecided: Always.
    """
    from reflect.cli.shapes.release import Advice, Held, ShownFinding  # noqa: PLC0415 - with the vault
    from reflect.domain.finding import Tier  # noqa: PLC0415 - with the vault

    waiting = review.undecided()
    if request.wants_json:
        advice = [finding.id for finding in review.findings if finding.tier is Tier.ADVICE]
        undecided = [finding.id for finding in waiting]
        held = Held(
            written=False,
            audience=review.draft.audience,
            text=review.draft.text,
            findings=[ShownFinding.of(finding) for finding in review.findings],
            undecided=undecided,
            advice=Advice(decided=not set(advice) & set(undecided), findings=advice),
        )
        request.console.write_json(held.out())
    else:
        for finding in waiting:
            surface = " ".join(finding.surface.split())
            words = f"{finding.id}\t{finding.tier.value}\t{finding.kind.value}\t{surface}\t{finding.replacement}"
            request.console.write(words)
    raise Undecided(len(waiting))


def _write(request: Request, handing: HandingOver, path: Path) -> int:
    from reflect.language.release import page_words, too_long, written  # noqa: PLC0415 - with the vault

    sitting = handing.sitting
    words = page_words(sitting.today, sitting.config.author, days=handing.counts_days)
    pages = handing.write(path, words, named=_format(request, path), replace=bool(request.option("replace")))
    if request.wants_json:
        from reflect.cli.shapes.release import Written  # noqa: PLC0415 - only for --json

        shape = Written(written=True, audience=handing.handover.audience, file=str(path), pages=pages)
        request.console.write_json(shape.out())
    request.console.say(written(path.name, pages))
    if too_long(handing.handover.audience, pages):
        request.console.say(too_long(handing.handover.audience, pages))
    return 0


VERBS = (Verb("export", N_("eine geprüfte Seite für andere schreiben"), _run, _arguments),)
