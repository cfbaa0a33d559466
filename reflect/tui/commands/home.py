"""Commands of home: the rooms people ask for stand in the key row, the rest is a letter or the palette away."""

from reflect.language import N_
from reflect.language.effort import TITLE
from reflect.tui.commands.caring import CARING
from reflect.tui.commands.command import Command
from reflect.tui.commands.everywhere import LOCK

HOME = (
    Command(id="write", key="enter", text=N_("aufschreiben"), action="write", in_row=False, order=0),
    Command(id="review", key="r", text=N_("Rückblick"), action="review", tooltip=N_("Rückblick, 15 Minuten"), order=1),
    Command(
        id="consult",
        key="b",
        text=N_("Beratung"),
        action="consult",
        tooltip=N_("mit dem Team beraten, ab drei Personen"),
        order=2,
    ),
    Command(
        id="leitbild",
        key="l",
        text=N_("Leitbild"),
        action="leitbild",
        tooltip=N_("Selbsteinschätzung, Verlauf, Gesprächskarte"),
        order=3,
    ),
    Command(
        id="onboarding",
        key="e",
        text=N_("Einarbeitung"),
        action="onboarding",
        tooltip=N_("Plan, Vignetten, frischer Blick"),
        order=4,
    ),
    Command(id="search", key="s", text=N_("Suchen"), action="search", tooltip=N_("in allem suchen"), order=5),
    Command(id="entries", key="n", text=N_("Nachlesen"), action="entries", tooltip=N_("alle Einträge"), order=6),
    Command(id="protocols", key="v", text=N_("Vorlagen"), action="protocols", tooltip=N_("alle Vorlagen"), order=7),
    Command(id="effort", key="w", text=N_("Wie viel?"), action="effort", tooltip=TITLE, in_row=False, order=8),
    Command(
        id="release",
        key="f",
        text=N_("freigeben"),
        action="release",
        tooltip=N_("Seite für die Supervision"),
        in_row=False,
        order=8,
    ),
    Command(
        id="agenda",
        key="g",
        text=N_("Gesprächsliste"),
        action="agenda",
        tooltip=N_("was in die nächste Runde gehört"),
        in_row=False,
        order=8,
    ),
    Command(
        id="weigh",
        key="a",
        text=N_("Abwägung"),
        action="weigh",
        tooltip=N_("begleiten oder zutrauen"),
        in_row=False,
        order=8,
    ),
    Command(id="trash", key="t", text=N_("Papierkorb"), action="trash", in_row=False, order=8),
    *CARING,
    Command(id="settings", key="f2", text=N_("Einstellungen"), action="settings", in_row=False, order=9),
    LOCK,
)
