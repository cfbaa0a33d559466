"""The words of the list of what is to be talked about."""

from collections.abc import Mapping
from datetime import date

from reflect.domain.teamround import Arrangement, Item, Matter, Occasion, Outcome
from reflect.language import N_, dates, gettext, ngettext
from reflect.language import gettext as _

TITLE = N_("Gesprächsliste")
OCCASIONS: Mapping[Occasion, str] = {
    Occasion.TEAM: N_("Teamrunde"),
    Occasion.SUPERVISION: N_("Supervision"),
    Occasion.AUTHORITY: N_("Dienstberatung"),
}
MATTERS: Mapping[Matter, str] = {
    Matter.CASE: N_("Fall"),
    Matter.ORGANISATION: N_("Organisation"),
    Matter.COOPERATION: N_("Zusammenarbeit"),
}
OUTCOMES: Mapping[Outcome, str] = {
    Outcome.INFORMATION: N_("Info"),
    Outcome.ADVICE: N_("Rat"),
    Outcome.DECISION: N_("Entscheidung"),
}
_LISTED: Mapping[Occasion, str] = {
    Occasion.TEAM: N_("Steht auf der Liste für die Teamrunde."),
    Occasion.SUPERVISION: N_("Steht auf der Liste für die Supervision."),
    Occasion.AUTHORITY: N_("Steht auf der Liste für die Dienstberatung."),
}


def occasion(which: Occasion) -> str:
    """Where something is talked about."""
    return gettext(OCCASIONS[which])


def matter(item: Item) -> str:
    """What kind of point it is; empty when nobody said."""
    return gettext(MATTERS[item.point.matter]) if item.point.matter else ""


def wanted(item: Item) -> str:
    """What is wanted, and how long it takes: `Rat, 10 Minuten`."""
    outcome = gettext(OUTCOMES[item.point.outcome]) if item.point.outcome else ""
    return ", ".join(part for part in (outcome, minutes(item.point.minutes)) if part)


def minutes(count: int) -> str:
    """`10 Minuten`."""
    return ngettext("{count} Minute", "{count} Minuten", count).format(count=count)


def put_off(item: Item, today: date) -> str:
    """Since when it has been put off; empty when it never was."""
    if not item.point.postponed:
        return ""
    return _("verschoben am {day}").format(day=dates.day_and_month(item.point.postponed[0], today))


def facts(item: Item, today: date) -> str:
    """What else there is to know: `Rat, 10 Minuten, dringend, verschoben am 9. November`."""
    urgent = _("dringend") if item.point.is_urgent else ""
    return ", ".join(part for part in (wanted(item), urgent, put_off(item, today)) if part)


def filled(arrangement: Arrangement) -> str:
    """How the minutes fall: `45 von 60 Minuten`."""
    return _("{taken} von {minutes} Minuten sind belegt.").format(taken=arrangement.taken, minutes=arrangement.minutes)


def overfull(arrangement: Arrangement) -> str:
    """What to know when something urgent does not fit; empty otherwise."""
    urgent = [item for item in arrangement.left if item.point.is_urgent]
    if not urgent:
        return ""
    return ngettext(
        "{count} dringender Punkt passt nicht. Nehmt mehr Zeit oder klärt ihn vorher.",
        "{count} dringende Punkte passen nicht. Nehmt mehr Zeit oder klärt sie vorher.",
        len(urgent),
    ).format(count=len(urgent))


def listed(which: Occasion) -> str:
    """What is said once an entry stands on a list."""
    return gettext(_LISTED[which])


def closed(waiting: int) -> str:
    """What is said once a meeting is over."""
    if not waiting:
        return _("Alles ist besprochen.")
    return ngettext(
        "{count} Punkt wartet auf das nächste Mal. Der älteste kommt dann zuerst.",
        "{count} Punkte warten auf das nächste Mal. Der älteste kommt dann zuerst.",
        waiting,
    ).format(count=waiting)
