"""Commands of the page that rates one statement."""

from typing import Any

from reflect.language import N_
from reflect.tui.commands.command import Command
from reflect.tui.commands.everywhere import BACK, LOCK

MARK_KEYS = "1,2,3,4,5,g,question_mark"


def _is_rated(screen: Any) -> bool:
    return screen.assessing.item is not None


RATING = (
    Command(id="mark", key=MARK_KEYS, text=N_("wählen"), action="levels", order=1, available=_is_rated),
    Command(
        id="example",
        key="tab",
        text=N_("Beispiel"),
        action="example",
        tooltip=N_("zwischen Stufen und Beispiel wechseln"),
        order=2,
        available=_is_rated,
    ),
    Command(
        id="forward",
        key="f6",
        text=N_("nächste Aussage"),
        action="forward",
        order=3,
        available=lambda screen: _is_rated(screen) and not screen.has_class("-cols-0"),
    ),
    Command(
        id="forward-narrow",
        key="f6",
        text=N_("weiter"),
        action="forward",
        order=3,
        available=lambda screen: _is_rated(screen) and screen.has_class("-cols-0"),
    ),
    Command(
        id="done",
        key="f6",
        text=N_("fertig"),
        action="forward",
        order=3,
        available=lambda screen: not _is_rated(screen),
    ),
    Command(
        id="backward",
        key="f5",
        text=N_("vorige Aussage"),
        action="backward",
        in_row=False,
        order=5,
        available=lambda screen: screen.assessing.index > 0,
    ),
    Command(
        id="hindrances",
        key="f4",
        text=N_("Was hat es erschwert?"),
        action="hindrances",
        in_row=False,
        order=6,
        available=_is_rated,
    ),
    Command(
        id="indicator",
        key="f3",
        text=N_("anderes Merkmal"),
        action="indicator",
        tooltip=N_("woran du es noch erkennst"),
        in_row=False,
        order=7,
        available=_is_rated,
    ),
    BACK.shown(text=N_("Start"), order=8),
    LOCK,
)
