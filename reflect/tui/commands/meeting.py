"""Commands of the list of what is to be talked about."""

from typing import Any

from reflect.language import N_
from reflect.tui.commands.command import Command
from reflect.tui.commands.everywhere import BACK, LOCK


def _has_row(screen: Any) -> bool:
    return screen.here is not None


def _waits(screen: Any) -> bool:
    return screen.here is not None and screen.here.point.waits


def _has_planned(screen: Any) -> bool:
    return screen.listed is not None and bool(screen.listed.arrangement.planned)


def _holds_anything(screen: Any) -> bool:
    listed = screen.listed
    return listed is not None and bool(listed.arrangement.planned or listed.arrangement.left or listed.dealt)


MEETING = (
    Command(
        id="tick",
        key="space",
        text=N_("besprochen"),
        action="tick",
        tooltip=N_("besprochen, oder doch nicht"),
        order=1,
        available=_has_row,
    ),
    Command(id="new", key="n", text=N_("neuer Punkt"), action="new", order=21),
    Command(
        id="onward",
        key="right",
        text=N_("andere Liste"),
        action="onward",
        tooltip=N_("Teamrunde, Supervision, Dienstberatung"),
        order=3,
        priority=True,
    ),
    Command(
        id="close-meeting",
        key="f6",
        text=N_("Schluss"),
        action="close_meeting",
        tooltip=N_("Runde vorbei; was wartet, kommt nächstes Mal"),
        order=4,
        available=_holds_anything,
    ),
    Command(id="read", key="enter", text=N_("lesen"), action="read", in_row=False, order=5, available=_has_row),
    Command(
        id="more",
        key="plus",
        text=N_("mehr Zeit"),
        action="more",
        tooltip=N_("fünf Minuten mehr für die Runde"),
        in_row=False,
        order=6,
    ),
    Command(
        id="less",
        key="minus",
        text=N_("weniger Zeit"),
        action="less",
        tooltip=N_("fünf Minuten weniger für die Runde"),
        in_row=False,
        order=7,
    ),
    Command(
        id="hurry",
        key="d",
        text=N_("dringend"),
        action="hurry",
        tooltip=N_("gehört in diese Runde, oder kann warten"),
        in_row=False,
        order=8,
        available=_waits,
    ),
    Command(
        id="lengthen",
        key="m",
        text=N_("Minuten"),
        action="lengthen",
        tooltip=N_("wie lange der Punkt dauert"),
        in_row=False,
        order=9,
        available=_waits,
    ),
    Command(
        id="release",
        key="f",
        text=N_("freigeben"),
        action="release",
        tooltip=N_("eine Seite aus dem, was diesmal drankommt"),
        in_row=False,
        order=10,
        available=_has_planned,
    ),
    Command(
        id="withdraw",
        key="delete",
        text=N_("von der Liste"),
        action="withdraw",
        tooltip=N_("von der Liste nehmen, der Eintrag bleibt"),
        in_row=False,
        order=11,
        available=_waits,
    ),
    Command(
        id="backward",
        key="left",
        text=N_("vorige Liste"),
        action="backward",
        in_row=False,
        order=12,
        priority=True,
    ),
    BACK.shown(order=20),
    LOCK,
)
