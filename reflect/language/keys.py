"""Names of keys as they stand on a German (or English) keyboard."""

from reflect.language import N_, gettext

_NAMES = {
    "ctrl": N_("Strg"),
    "shift": N_("Umschalt"),
    "alt": "Alt",
    "enter": N_("Eingabe"),
    "escape": "Esc",
    "tab": "Tab",
    "space": N_("Leertaste"),
    "backspace": N_("Rücktaste"),
    "delete": N_("Entf"),
    "insert": N_("Einfg"),
    "home": N_("Pos1"),
    "end": N_("Ende"),
    "pageup": N_("Bild auf"),
    "pagedown": N_("Bild ab"),
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "up,down": "↑↓",
    "left,right": "←→",
    "plus": "+",
    "minus": "-",
    "comma": ",",
    "full_stop": ".",
    "question_mark": "?",
    "1,2,3,4,5,g,question_mark": "1–5 G ?",
    "1,2,3,4,5,6": "1–6",
}


def key_name(key: str) -> str:
    """What a person reads for a key.

    Args:
        key: As Textual names it: `ctrl+l`, `f6`, `enter`, `r`.

    Returns:
        `Strg+L`, `F6`, `Eingabe`, `R`.
    """
    return "+".join(_part(part) for part in key.split("+")) if key else ""


def _part(part: str) -> str:
    name = _NAMES.get(part)
    return gettext(name) if name is not None else part.upper()
