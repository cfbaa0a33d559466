"""`reflect assess`: this month's self-assessment, and the course over time; for the person alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from reflect.cli.arguments import Arguments
from reflect.cli.going import Going
from reflect.cli.request import Request, read_json, read_text
from reflect.cli.verb import Verb
from reflect.domain.fault import WrongUsage
from reflect.language import N_
from reflect.language import gettext as _

if TYPE_CHECKING:
    from reflect.domain.assessment.course import Line
    from reflect.workflows.assessing import Assessing


def _arguments(arguments: Arguments) -> None:
    way = arguments.add_mutually_exclusive_group()
    way.add_argument(
        "--answers", metavar=_("DATEI|-"), help=N_('Antworten als JSON: {"5.4c": 4}; - liest die Standardeingabe')
    )
    way.add_argument("--linear", action="store_true", help=N_("Zeile für Zeile, für Screenreader und Braillezeilen"))


def _assess(request: Request) -> int:
    named, linear = request.option("answers"), request.option("linear")
    if named is None and not linear and not request.wants_json:
        return request.screen(request.surroundings, Going(assess=True))
    answers = _answers(read_text(Path(named))) if named not in {None, "-"} else None
    with request.sitting(write=named is not None or bool(linear)) as sitting:
        from reflect.workflows.assessing import Assessing  # noqa: PLC0415 - with the vault

        this = Assessing.begin(sitting)
        if linear:
            from reflect.cli.linear.assessment import LinearAssessment  # noqa: PLC0415 - only for this way

            LinearAssessment(request.console, this).run()
        elif named is not None:
            from reflect.workflows.assessing_answers import fill  # noqa: PLC0415 - only for this way

            fill(this, _answers(request.console.whole()) if answers is None else answers)
        if request.wants_json:
            request.console.write_json(_month(this))
        if named is not None or linear:
            request.console.say(_("gespeichert, nur du kannst das lesen"))
    return 0


def _answers(text: str) -> dict[str, Any]:
    """The answers in a text.

    Raises:
        WrongUsage: `answers-broken` (fact: line) or `answers-shape`.
    """
    answers = read_json(text, "answers-broken")
    if not isinstance(answers, dict):
        raise WrongUsage("answers-shape")
    return answers


def _month(this: Assessing) -> dict[str, Any]:
    from reflect.cli.shapes.assessment import (  # noqa: PLC0415 - only for --json
        AskedObservation,
        AskedStatement,
        AssessedMonth,
    )

    asked = []
    for item in this.items:
        said = this.rating(item.statement)
        asked.append(
            AskedStatement(
                statement=item.statement,
                title=item.title,
                text=said.wording.text,
                indicators=list(item.indicators),
                mark=said.mark,
                example=said.example,
                hindrances=list(said.hindrances),
                frame=said.frame,
            )
        )
    told, observation = this.observed, None
    if told is not None:
        kept = this.month.observations.get(told.statement)
        observation = AskedObservation(
            statement=told.statement, title=told.title, about=list(told.indicators), text=kept.text if kept else ""
        )
    return AssessedMonth(month=this.month.month, asked=asked, observation=observation).out()


def _course_arguments(arguments: Arguments) -> None:
    arguments.add_argument("--svg", action="store_true", help=N_("als Bild mit Text für Screenreader"))


def _course(request: Request) -> int:
    from reflect.language.coursepicture import in_words, picture  # noqa: PLC0415 - with the vault
    from reflect.workflows.talking import captioned  # noqa: PLC0415 - the same

    with request.sitting(write=False) as sitting:
        rows = captioned(sitting)
    if request.wants_json:
        request.console.write_json([_line(line, caption.title) for line, caption in rows])
    elif request.option("svg"):
        request.console.data.write(picture(rows))
    else:
        for words in in_words(rows):
            request.console.write(words)
        if not rows:
            request.console.say(_("Noch nichts eingeschätzt. Diesen Monat beginnt: reflect assess"))
    return request.code


def _line(line: Line, title: str) -> dict[str, Any]:
    from reflect.cli.shapes.assessment import CourseLine, CoursePiece, CoursePoint  # noqa: PLC0415 - only for --json

    pieces = [
        CoursePiece(
            version=piece.wording.version,
            wording=piece.wording.text,
            points=[
                CoursePoint(
                    month=month,
                    mark=said.mark,
                    example=said.example,
                    hindrances=list(said.hindrances),
                    frame=said.frame,
                )
                for month, said in piece.points
                if said.mark is not None
            ],
        )
        for piece in line.pieces
    ]
    return CourseLine(statement=line.statement, title=title, pieces=pieces).out()


VERBS = (
    Verb("assess", N_("sich am Leitbild messen: die Aussagen dieses Monats, nur für dich"), _assess, _arguments),
    Verb("assess course", N_("der Verlauf jeder Aussage über die Monate"), _course, _course_arguments),
)
