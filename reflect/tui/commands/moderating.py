"""Commands of the live room: ten keys, at the same places in every phase."""

from typing import Any

from reflect.domain.consultation import event as ev
from reflect.language import N_
from reflect.tui.commands.command import Command


def _in_round(screen: Any) -> bool:
    return bool(screen.gathering.may(ev.GiveWord()))


def _may_return(screen: Any) -> bool:
    return bool(screen.gathering.may(ev.Back()) or screen.gathering.may(ev.Undo()))


def _may_repeat(screen: Any) -> bool:
    return bool(screen.gathering.may(ev.RepeatRound()))


def _has_lines(screen: Any) -> bool:
    return bool(screen.gathering.session.kept())


MODERATING = (
    Command(
        id="return",
        key="f5",
        text=N_("zurück"),
        action="return",
        tooltip=N_("zurück, wo die Methode es vorsieht; ein Versehen binnen einer Minute"),
        order=1,
        available=_may_return,
        reason=N_("Von hier führt kein Weg zurück."),
        priority=True,
    ),
    Command(id="onward", key="f6", text=N_("weiter"), action="onward", order=2, priority=True),
    Command(
        id="time",
        key="f7",
        text=N_("Zeit"),
        action="time",
        tooltip=N_("Pause, mehr Zeit, Phase auslassen"),
        order=3,
        priority=True,
    ),
    Command(
        id="questions",
        key="f8",
        text=N_("Fragen"),
        action="questions",
        tooltip=N_("gute und verkleidete Fragen, Sätze zum Vorlesen"),
        order=4,
        priority=True,
    ),
    Command(
        id="blank",
        key="f9",
        text=N_("Bild aus"),
        action="blank",
        tooltip=N_("nichts zeigen bis zur nächsten Taste"),
        order=5,
        priority=True,
    ),
    Command(
        id="stop",
        key="f12",
        text=N_("Stopp"),
        action="stop",
        tooltip=N_("unterbrechen: Was braucht ihr?"),
        order=6,
        priority=True,
    ),
    Command(
        id="word",
        key="f3",
        text=N_("nächste Person"),
        action="word",
        in_row=False,
        order=7,
        available=_in_round,
        priority=True,
    ),
    Command(
        id="pass",
        key="f4",
        text=N_("aussetzen"),
        action="pass",
        in_row=False,
        order=8,
        available=_in_round,
        priority=True,
    ),
    Command(
        id="again",
        key="ctrl+r",
        text=N_("Runde wiederholen"),
        action="again",
        in_row=False,
        order=9,
        available=_may_repeat,
        priority=True,
    ),
    Command(
        id="withdraw",
        key="ctrl+z",
        text=N_("letzte Zeile zurücknehmen"),
        action="withdraw",
        in_row=False,
        order=10,
        available=_has_lines,
        priority=True,
    ),
)
