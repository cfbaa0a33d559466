"""`reflect config`: the person's choices, and where they stand."""

from reflect.cli.arguments import Arguments
from reflect.cli.request import Request
from reflect.cli.verb import Verb
from reflect.domain.fault import WrongUsage
from reflect.language import N_, use
from reflect.language import gettext as _

CHOICES = ("language", "theme", "signs", "idle_minutes", "backup_folder", "backup_days", "author")
NUMBERS = frozenset({"idle_minutes", "backup_days"})


def _arguments(arguments: Arguments) -> None:
    arguments.add_argument("key", metavar=_("NAME"), nargs="?", help=N_("was gewählt wird"))
    arguments.add_argument("value", metavar=_("WERT"), nargs="?", help=N_("der neue Wert; ohne: zeigen"))


def _run(request: Request) -> int:
    key, value = request.option("key"), request.option("value")
    surroundings = request.surroundings
    if key and key not in CHOICES:
        raise WrongUsage("value-unknown", option=_("NAME"), right=", ".join(CHOICES))
    if key and value is not None:
        surroundings.choose(**{key: _fitting(key, value)})
        use(surroundings.config.language)
        request.console.say(_("Gespeichert in {path}.").format(path=surroundings.places.config))
        return 0
    shown = {name: getattr(surroundings.config, name) for name in CHOICES}
    if request.wants_json:
        from reflect.cli.shapes.vault import Choices  # noqa: PLC0415 - only for --json

        request.console.write_json(Choices(**shown).out())
    elif key:
        request.console.write(str(shown[key]))
    else:
        for name, chosen in shown.items():
            request.console.write(f"{name}\t{chosen}" if request.option("plain") else f"{name:<16}{chosen}")
        for one in surroundings.config.vaults:
            request.console.write(
                f"{one.name}\t{one.folder}" if request.option("plain") else f"{one.name:<16}{one.folder}"
            )
        request.console.say(_("Die Datei: {path}").format(path=surroundings.places.config))
    return 0


def _fitting(key: str, value: str) -> str | int:
    """The value as the settings keep it; whether it fits is for them to say."""
    return int(value) if key in NUMBERS and value.isdecimal() else value


VERBS = (Verb("config", N_("zeigen, was gewählt ist, oder etwas wählen"), _run, _arguments),)
