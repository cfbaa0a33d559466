"""Commands that every screen has."""

from reflect.language import N_
from reflect.tui.commands.command import Command

HELP = Command(
    id="help",
    key="f1",
    text=N_("Hilfe"),
    action="help",
    tooltip=N_("diese Hilfe"),
    group="überall",
    in_row=False,
    order=99,
    priority=True,
)
LOCK = Command(
    id="lock",
    key="ctrl+l",
    text=N_("sperren"),
    action="lock",
    tooltip=N_("sperren und verbergen"),
    group="überall",
    in_row=False,
    order=90,
    available=lambda screen: screen.app.sitting is not None,
    priority=True,
)
PALETTE = Command(
    id="palette",
    key="ctrl+p",
    text=N_("alle Befehle"),
    action="palette",
    tooltip=N_("alle Befehle suchen"),
    group="überall",
    in_row=False,
    order=91,
    priority=True,
)
QUIT = Command(
    id="quit",
    key="ctrl+q",
    text=N_("beenden"),
    action="leave_program",
    tooltip=N_("sperren und beenden"),
    group="überall",
    in_row=False,
    order=95,
    priority=True,
)
BACK = Command(
    id="back",
    key="escape",
    text=N_("zurück"),
    action="back",
    group="überall",
    in_row=False,
    order=92,
)

APP_WIDE = (LOCK, PALETTE, QUIT, HELP)
"""The app carries these; a page adds `BACK` where there is a way back."""
