"""`reflect help`: every verb, one verb, or the shapes of the data."""

import json

from reflect.cli.arguments import Arguments, add_common
from reflect.cli.request import Request
from reflect.cli.verb import Verb
from reflect.cli.verbs import GROUPS, MODULES, load
from reflect.domain.fault import WrongUsage
from reflect.language import N_, gettext
from reflect.language import gettext as _

CODES = (
    (0, N_("erledigt")),
    (1, N_("nicht gelungen")),
    (2, N_("falsch aufgerufen")),
    (3, N_("falsche Passphrase")),
    (4, N_("nicht gefunden")),
    (5, N_("beschädigt oder älter als zuletzt")),
    (6, N_("Tresor anderswo offen")),
    (7, N_("zurückgehalten: etwas ist noch nicht entschieden")),
    (130, N_("unterbrochen")),
)


HANDBOOK = ("betriebsrat", "datenschutz")
"""Pages to print; their words lie in `prompts/`."""


def _arguments(arguments: Arguments) -> None:
    arguments.add_argument(
        "topic", metavar=_("BEFEHL"), nargs="*", help=N_("ein Befehl, oder: formats, betriebsrat, datenschutz")
    )


def _run(request: Request) -> int:
    topic = " ".join(request.option("topic", []))
    if not topic:
        request.console.write(overview().rstrip("\n"))
    elif topic == "formats":
        from reflect.cli.shapes.contract import schemas  # noqa: PLC0415 - the shapes load the nouns

        request.console.write(json.dumps(schemas(), ensure_ascii=False, indent=2))
    elif topic in HANDBOOK:
        from reflect.workflows.handbook import page as sheet  # noqa: PLC0415 - only for these pages

        request.console.write(sheet(request.surroundings, topic).rstrip("\n"))
    elif topic in MODULES:
        request.console.write(_verb_page(topic).rstrip("\n"))
    elif topic in GROUPS:
        pages = [_verb_page(f"{topic} {verb}") for verb in GROUPS[topic]]
        request.console.write("\n".join(pages).rstrip("\n"))
    else:
        raise WrongUsage("unknown-verb")
    return 0


def overview() -> str:
    """Every verb with one line, the common options, the exit codes."""
    lines = [
        _("reflect: Nachdenken nach einem schweren Fall, verschlüsselt, auf diesem Gerät."),
        "",
        _("reflect allein öffnet den Bildschirm. Befehle:"),
        *(f"  {name:<16}{gettext(load(name).summary)}" for name in MODULES),
        "",
        _("Einen Befehl erklärt: reflect help BEFEHL. Die Formen der Daten: reflect help formats"),
        _("Zum Drucken: reflect help betriebsrat, reflect help datenschutz"),
        _("Passphrasen, Texte, Suchworte und Namen werden gefragt oder gelesen, nie als Argument angenommen."),
        "",
        _("Bei jedem Befehl:"),
    ]
    common = Arguments()
    add_common(common)
    lines += common.help_lines(common=True)
    lines += ["", _("Rückgabewerte:"), *(f"  {code:<6}{gettext(words)}" for code, words in CODES)]
    lines += ["", _("Umgebung: REFLECT_VAULT, REFLECT_CONFIG, REFLECT_LANG, NO_COLOR")]
    return "\n".join(lines) + "\n"


def _verb_page(name: str) -> str:
    verb = load(name)
    arguments = Arguments(name)
    add_common(arguments)
    verb.arguments(arguments)
    return page(arguments, verb)


def page(arguments: Arguments, verb: Verb) -> str:
    """One verb: what it does, how it is written, what it takes.

    Args:
        arguments: With everything the verb takes.
        verb: The verb.
    """
    own = arguments.help_lines(common=False)
    lines = [arguments.usage_line(), "", f"  {gettext(verb.summary)}", ""]
    if own:
        lines += [*own, ""]
    lines.append(_("Dazu alles, was bei jedem Befehl geht: reflect help"))
    return "\n".join(lines) + "\n"


VERBS = (Verb("help", N_("diese Hilfe; dazu die Blätter betriebsrat und datenschutz"), _run, _arguments),)
