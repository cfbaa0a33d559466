"""`reflect demo`: an invented case to look around in, and the summary that comes out of it."""

from reflect.cli.arguments import Arguments
from reflect.cli.going import Going
from reflect.cli.request import Request
from reflect.cli.verb import Verb
from reflect.language import N_, gettext
from reflect.language import gettext as _


def _arguments(arguments: Arguments) -> None:
    arguments.add_argument(
        "--print", action="store_true", help=N_("die freigegebene Vorlage des erfundenen Falls ausgeben")
    )


def _run(request: Request) -> int:
    from reflect.workflows.demo import open_demo, summary  # noqa: PLC0415 - cryptography and storage, when needed

    sitting = open_demo(request.surroundings)
    if not request.option("print"):
        return request.screen(request.surroundings, Going(sitting=sitting))
    from reflect.domain.audience import Audience  # noqa: PLC0415 - with the nouns
    from reflect.language.release import TITLES, headings_for, page_words  # noqa: PLC0415 - the same

    try:
        title, headings = gettext(TITLES[Audience.TEAM]), headings_for(Audience.TEAM)
        page = summary(sitting, title, headings, page_words(sitting.today))
    finally:
        sitting.close()
    request.console.data.write(page)
    request.console.say(_("Alles daran ist erfunden. Nichts davon liegt auf der Platte."))
    return 0


VERBS = (Verb("demo", N_("ein erfundener Fall zum Ausprobieren, ohne Passphrase, nur im Speicher"), _run, _arguments),)
