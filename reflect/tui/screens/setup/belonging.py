"""Second step of the first run: what belongs here and what does not; read, not ticked."""

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reflect.language import N_, _
from reflect.tui.commands.command import Command
from reflect.tui.screens.setup.save import SaveLeaflet
from reflect.tui.screens.setup.step import SetupStep

BELONGS = (
    N_("was du getan und gefühlt hast"),
    N_("was du gesehen und gehört hast"),
    N_("was du als Nächstes versuchst"),
)
BELONGS_NOT = (
    N_("Namen, Nummern, Adressen"),
    N_("die Fluchtgeschichte eines Menschen"),
    N_("was in die Akte gehört"),
)
MUST_KNOW = N_(
    "Deine Notizen können beschlagnahmt werden, und man kann dich dazu befragen. "
    "Schreib so, dass du es vertreten kannst."
)
WHO_READS = N_(
    "Nur du: 1 Passphrase, 1 Notfallschlüssel. Nicht die Leitung, nicht der Träger. "
    "Nichts verlässt diesen Laptop, außer du gibst es frei."
)


def leaflet() -> str:
    """The same words as a sheet of paper."""
    parts = [
        _("Das ist deine Reflexion, nicht die Akte."),
        "\n".join([_("Gehört hierher"), *(f"+ {_(line)}" for line in BELONGS)]),
        "\n".join([_("Gehört nicht hierher"), *(f"- {_(line)}" for line in BELONGS_NOT)]),
        "\n".join([_("Was du wissen musst"), _(MUST_KNOW)]),
        "\n".join([_("Wer das lesen kann"), _(WHO_READS)]),
    ]
    return "\n\n".join(parts) + "\n"


class Belonging(SetupStep):
    """This is not the client file."""

    number = 2
    commands: ClassVar[tuple[Command, ...]] = (
        Command(
            id="on", key="enter", text=N_("verstanden, weiter"), action="onward", tooltip=N_("zur Passphrase"), order=1
        ),
        Command(id="before", key="f5", text=N_("zurück"), action="before", tooltip=N_("einen Schritt zurück"), order=2),
        Command(id="save", key="d", text=N_("als Blatt sichern"), action="save", tooltip=N_("zum Aufhängen"), order=3),
    )

    def compose_step(self) -> ComposeResult:
        """Two lists beside each other, and two paragraphs."""
        with VerticalScroll(id="told"):
            yield Static(_("Das ist deine Reflexion, nicht die Akte."), classes="heading")
            with Horizontal(id="lists"):
                with Vertical():
                    yield Static(_("Gehört hierher"), classes="heading")
                    yield from (self._line("+", "$accent", line) for line in BELONGS)
                with Vertical():
                    yield Static(_("Gehört nicht hierher"), classes="heading")
                    yield from (self._line("–", "$danger", line) for line in BELONGS_NOT)
            for heading, words in ((N_("Was du wissen musst"), MUST_KNOW), (N_("Wer das lesen kann"), WHO_READS)):
                yield Static(_(heading), classes="heading after")
                yield Static(_(words), classes="ink")

    @staticmethod
    def _line(sign: str, colour: str, words: str) -> Static:
        return Static(Content.assemble((f"{sign} ", f"bold {colour}"), (_(words), "$ink")), classes="line")

    def action_onward(self) -> None:
        """Understood."""
        from reflect.tui.screens.setup.passphrase import PassphraseStep  # noqa: PLC0415 - the steps follow one another

        self.go(PassphraseStep)

    def action_save(self) -> None:
        """Save it as a sheet."""
        self.app.push_screen(SaveLeaflet(leaflet()), self._saved)

    def _saved(self, path: Path | None) -> None:
        if path is not None:
            self.say(_("Geschrieben: {path}").format(path=path))
