"""Commands of the review: the letters never change their place or their meaning."""

from typing import Any

from reflect.domain.mention import Mention
from reflect.language import N_
from reflect.tui.commands.command import Command


def _choosing(screen: Any) -> bool:
    """No other role is being typed."""
    return not screen.typing


def _typing(screen: Any) -> bool:
    return bool(screen.typing)


def _named(screen: Any) -> bool:
    mention: Mention | None = screen.current
    return _choosing(screen) and mention is not None and not mention.is_advice


def _told(screen: Any) -> bool:
    mention: Mention | None = screen.current
    return _choosing(screen) and mention is not None and mention.is_advice


def _any(screen: Any) -> bool:
    return _choosing(screen) and screen.current is not None


def _letters(screen: Any) -> set[str]:
    return {choice.letter for choice in screen.choices} if _choosing(screen) else set()


UP = Command(id="up", key="up", text=N_("vorige Stelle"), action="up", in_row=False, order=2, available=_any)
DOWN = Command(id="down", key="down", text=N_("nächste Stelle"), action="down", in_row=False, order=3, available=_any)
PLACES = Command(id="places", key="up,down", text=N_("andere Stelle"), action="down", order=1, available=_any)
REPLACE = Command(
    id="replace",
    key="e",
    text=N_("ersetzen"),
    action="replace",
    tooltip=N_("durch eine Rolle ersetzen"),
    in_row=False,
    order=10,
    available=_named,
)
SAME = Command(
    id="same",
    key="a",
    text=N_("ist dieselbe wie …"),
    action="same",
    tooltip=N_("gehört zu jemandem, der schon genannt ist"),
    in_row=False,
    order=11,
    available=lambda screen: "A" in _letters(screen),
)
KEEP = Command(
    id="keep",
    key="b",
    text=N_("behalten"),
    action="keep",
    tooltip=N_("behalten, nur auf dieser Seite"),
    in_row=False,
    order=12,
    available=_any,
)
ALWAYS = Command(
    id="always",
    key="i",
    text=N_("immer behalten"),
    action="always",
    tooltip=N_("immer behalten, auch auf späteren Seiten"),
    in_row=False,
    order=13,
    available=_any,
)
BEYOND = Command(
    id="beyond",
    key="V",
    text=N_("noch allgemeiner"),
    action="beyond",
    tooltip=N_("zwei Stufen allgemeiner sagen (großes V)"),
    in_row=False,
    order=15,
    available=lambda screen: "V" in _letters(screen),
)
GENERALISE = Command(
    id="generalise",
    key="v",
    text=N_("allgemeiner"),
    action="generalise",
    tooltip=N_("eine Stufe allgemeiner sagen"),
    in_row=False,
    order=14,
    available=lambda screen: "V" in _letters(screen),
)
KEEP_REST = Command(
    id="keep-rest",
    key="r",
    text=N_("alle übrigen behalten"),
    action="keep_rest",
    tooltip=N_("alles Übrige, das erkennbar macht, behalten"),
    in_row=False,
    order=16,
    available=_told,
)
UNDO = Command(
    id="undo",
    key="ctrl+z",
    text=N_("zurücknehmen"),
    action="undo",
    tooltip=N_("letzte Entscheidung zurücknehmen"),
    order=4,
    available=_choosing,
    priority=True,
)
SCROLL_DOWN = Command(
    id="scroll-down", key="pagedown", text=N_("Text nach unten"), action="scroll_down", in_row=False, order=20
)
SCROLL_UP = Command(id="scroll-up", key="pageup", text=N_("Text nach oben"), action="scroll_up", in_row=False, order=21)
PREVIEW = Command(
    id="preview",
    key="f6",
    text=N_("Vorschau"),
    action="preview",
    tooltip=N_("weiter zur Seite, die hinausgeht"),
    order=5,
    available=_choosing,
)
LATER = Command(
    id="later",
    key="escape",
    text=N_("später"),
    action="later",
    tooltip=N_("aufheben und später weitermachen"),
    order=6,
    available=_choosing,
)
TAKE = Command(
    id="take-words",
    key="enter",
    text=N_("nehmen"),
    action="take_words",
    tooltip=N_("das Geschriebene nehmen"),
    order=1,
    available=_typing,
)
NOT_TYPING = Command(
    id="not-typing",
    key="escape",
    text=N_("zurück"),
    action="stop_typing",
    tooltip=N_("nichts ersetzen"),
    order=6,
    available=_typing,
)

EVERY = (
    UP,
    DOWN,
    PLACES,
    REPLACE,
    SAME,
    KEEP,
    ALWAYS,
    BEYOND,
    GENERALISE,
    KEEP_REST,
    UNDO,
    SCROLL_DOWN,
    SCROLL_UP,
    PREVIEW,
    LATER,
    TAKE,
    NOT_TYPING,
)
