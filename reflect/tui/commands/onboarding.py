"""What a person can do on several pages of the onboarding."""

from reflect.language import N_
from reflect.tui.commands.command import Command

OPEN = Command(id="open", key="enter", text=N_("öffnen"), action="open", order=1)
FOR_THE_TRAINER = Command(
    id="release",
    key="f",
    text=N_("freigeben"),
    action="release",
    tooltip=N_("ein Blatt für die Anleitung"),
    order=20,
    available=lambda screen: screen.can_release,
)
