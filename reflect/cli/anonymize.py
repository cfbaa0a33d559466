"""`reflect anonymize`: a text in, a pseudonymised text out; no vault is needed."""

from collections import Counter
from pathlib import Path

from reflect.cli.arguments import Arguments
from reflect.cli.request import Request, read_text
from reflect.cli.verb import Verb
from reflect.language import N_
from reflect.language import gettext as _


def _arguments(arguments: Arguments) -> None:
    arguments.add_argument("file", metavar=_("DATEI|-"), nargs="?", help=N_("der Text; ohne oder -: Standardeingabe"))
    arguments.add_argument(
        "--names",
        metavar=_("DATEI"),
        help=N_("bekannte Namen, einer je Zeile; davor darf die Art und ein Tabulator stehen"),
    )


def _run(request: Request) -> int:
    from reflect.workflows.anonymizing import anonymized, names_from  # noqa: PLC0415 - lists and model, when needed

    names = names_from(read_text(Path(request.options.names)).splitlines()) if request.option("names") else ()
    text, findings = anonymized(_text(request), names)
    if request.wants_json:
        from reflect.cli.shapes.release import Anonymized, ShownFinding  # noqa: PLC0415 - only for --json

        request.console.write_json(Anonymized(text=text, findings=[ShownFinding.of(one) for one in findings]).out())
        return 0
    request.console.data.write(text if text.endswith("\n") else text + "\n")
    tiers = Counter(finding.tier.value for finding in findings)
    words = _("{certain} sicher ersetzt, {suspect} vermutet und ersetzt, {advice} Hinweise. Lies den Text noch einmal.")
    counts = {tier: tiers[tier] for tier in ("certain", "suspect", "advice")}
    request.console.say(words.format(**counts))
    return 0


def _text(request: Request) -> str:
    file = request.option("file", "-")
    if file != "-":
        return read_text(Path(file))
    if request.console.is_terminal:
        request.console.say(_("Tippe den Text. Strg+D am Anfang einer Zeile beendet ihn."))
    return request.console.whole()


VERBS = (Verb("anonymize", N_("Namen und Erkennbares in einem Text ersetzen, ohne Tresor"), _run, _arguments),)
