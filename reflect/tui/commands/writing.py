"""What a person can do while writing."""

from typing import TYPE_CHECKING

from reflect.language import N_
from reflect.tui.commands.command import Command
from reflect.tui.commands.everywhere import BACK, LOCK

NARROW = 76
"""Cells below which the key row says only what is needed."""

if TYPE_CHECKING:
    from reflect.tui.screens.desk import Desk


def _asks_more_here(desk: "Desk") -> bool:
    return desk.onward == "question"


def _has_more_steps(desk: "Desk") -> bool:
    return desk.onward == "step"


def _is_last(desk: "Desk") -> bool:
    return desk.onward == "end"


def _not_first(desk: "Desk") -> bool:
    return desk.has_way_back


def _asks_several(desk: "Desk") -> bool:
    # On a narrow screen the row has no room for what everybody knows.
    return desk.several and desk.size.width >= NARROW


def _asks_one_thing(desk: "Desk") -> bool:
    return not _asks_several(desk)


def _asks_together(desk: "Desk") -> bool:
    return desk.place.step.together


def _asks_singly(desk: "Desk") -> bool:
    return bool(desk.fields) and not desk.place.step.together


def _is_saved(desk: "Desk") -> bool:
    return not desk.is_unsaved


def _is_unsaved(desk: "Desk") -> bool:
    return desk.is_unsaved


NEXT_QUESTION = Command(
    id="next-question",
    key="f6",
    text=N_("nächste Frage"),
    action="forward",
    order=10,
    available=_asks_more_here,
    priority=True,
)
ONWARD = Command(
    id="onward",
    key="f6",
    text=N_("weiter"),
    action="forward",
    tooltip=N_("nächster Schritt"),
    order=10,
    available=_has_more_steps,
    priority=True,
)
FINISH = Command(
    id="finish",
    key="f6",
    text=N_("fertig"),
    action="forward",
    tooltip=N_("fertig, für jetzt"),
    order=10,
    available=_is_last,
    priority=True,
)
BACKWARD = Command(
    id="backward",
    key="f5",
    text=N_("zurück"),
    action="backward",
    tooltip=N_("vorige Frage"),
    order=20,
    available=_not_first,
    priority=True,
)
SKIP = Command(
    id="skip", key="f7", text=N_("auslassen"), action="skip", order=30, available=_asks_singly, priority=True
)
URGENT = Command(
    id="urgent",
    key="f2",
    text=N_("Hilfe holen"),
    action="urgent",
    tooltip=N_("Nummern, die jetzt helfen"),
    in_row=False,
    order=40,
    priority=True,
)
STATEMENTS = Command(
    id="statements",
    key="f3",
    text=N_("Leitbild"),
    action="statements",
    tooltip=N_("Sätze des Leitbilds, die das berührt"),
    in_row=False,
    order=41,
    priority=True,
)
NEXT_STEP = Command(
    id="next-step",
    key="f4",
    text=N_("nächster Schritt"),
    action="next_step",
    tooltip=N_("etwas vornehmen, mit einem Tag"),
    in_row=False,
    order=42,
    available=_is_saved,
    priority=True,
)
ELSEWHERE = Command(
    id="elsewhere",
    key="f4",
    text=N_("anderer Ort"),
    action="elsewhere",
    tooltip=N_("an einem anderen Ort sichern"),
    in_row=False,
    order=42,
    available=_is_unsaved,
    priority=True,
)
KEEP = Command(
    id="keep", key="ctrl+s", text=N_("sichern"), action="keep", group="schreiben", in_row=False, order=62, priority=True
)
LEAVE = Command(
    id=BACK.id,
    key=BACK.key,
    text=N_("zurück"),
    action="back",
    tooltip=N_("aufhören; der Text wartet auf dich"),
    group="überall",
    in_row=False,
    order=92,
)
NEXT_FIELD = Command(
    id="next-field",
    key="tab",
    text=N_("nächstes Feld"),
    action="next_field",
    group="schreiben",
    order=5,
    available=_asks_several,
)
NEXT_FIELD_ALONE = Command(
    id="next-field-alone",
    key="tab",
    text=N_("nächstes Feld"),
    action="next_field",
    group="schreiben",
    in_row=False,
    order=60,
    available=_asks_one_thing,
)
BLANK = Command(
    id="blank",
    key="f9",
    text=N_("leeres Blatt"),
    action="blank",
    tooltip=N_("ein leeres Blatt, und zurück"),
    order=8,
    available=_asks_together,
    priority=True,
)
MORE = Command(
    id="more",
    key="f8",
    text=N_("weiterschreiben"),
    action="more",
    tooltip=N_("noch ein paar Fragen, wenn du magst"),
    order=95,
    available=lambda desk: desk.has_offer and desk.place.step.together,
    priority=True,
)

EDITING = (
    Command(id="undo", key="ctrl+z", text=N_("rückgängig"), action="undo", group="schreiben", in_row=False, order=60),
    Command(id="redo", key="ctrl+y", text=N_("wiederholen"), action="redo", group="schreiben", in_row=False, order=60),
    Command(
        id="all",
        key="ctrl+a",
        text=N_("alles markieren"),
        action="select_all",
        group="schreiben",
        in_row=False,
        order=61,
    ),
)

SHARED = (URGENT, STATEMENTS, NEXT_STEP, ELSEWHERE, KEEP, *EDITING, LEAVE, LOCK.shown(order=90))
"""On every page that is written on."""
