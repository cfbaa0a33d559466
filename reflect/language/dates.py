"""Days and times as people say them; no locale of the system is asked."""

from datetime import date, datetime

from reflect.language import N_, gettext, ngettext
from reflect.language import gettext as _

WEEKDAYS = (
    N_("Montag"),
    N_("Dienstag"),
    N_("Mittwoch"),
    N_("Donnerstag"),
    N_("Freitag"),
    N_("Samstag"),
    N_("Sonntag"),
)
MONTHS = (
    N_("Januar"),
    N_("Februar"),
    N_("März"),
    N_("April"),
    N_("Mai"),
    N_("Juni"),
    N_("Juli"),
    N_("August"),
    N_("September"),
    N_("Oktober"),
    N_("November"),
    N_("Dezember"),
)
SHORT_MONTHS = (
    N_("Jan"),
    N_("Feb"),
    N_("Mär"),
    N_("Apr"),
    N_("Mai"),
    N_("Jun"),
    N_("Jul"),
    N_("Aug"),
    N_("Sep"),
    N_("Okt"),
    N_("Nov"),
    N_("Dez"),
)
"""Three letters each."""
WEEK = 7


def weekday(day: date) -> str:
    """`Freitag`."""
    return gettext(WEEKDAYS[day.weekday()])


def month(day: date) -> str:
    """`November 2026`: as fine as anything gets that leaves the device."""
    return f"{gettext(MONTHS[day.month - 1])} {day.year}"


def month_alone(day: date) -> str:
    """`November`."""
    return gettext(MONTHS[day.month - 1])


def short_month(day: date) -> str:
    """`Nov`: three letters."""
    return gettext(SHORT_MONTHS[day.month - 1])[:3]


def short_day(day: date) -> str:
    """`20. Nov.`, as wide for every day."""
    short = short_month(day)
    point = "" if short == gettext(MONTHS[day.month - 1]) else "."
    return _("{day}. {month}").format(day=f"{day.day:>2}", month=short + point)


def day_and_month(day: date, today: date) -> str:
    """`9. November`; with the year where it is not this one."""
    words = _("{day}. {month}").format(day=day.day, month=gettext(MONTHS[day.month - 1]))
    return words if day.year == today.year else f"{words} {day.year}"


def long_day(day: date) -> str:
    """`Montag, 23. November`."""
    return f"{weekday(day)}, {day_and_month(day, day)}"


def clock(moment: datetime) -> str:
    """`17:41`, in the time zone the moment carries."""
    return f"{moment:%H:%M}"


def since(day: date, today: date) -> str:
    """When something became due: `heute`, `seit 9. November`; `am 9. Dezember` while it is still ahead."""
    if day == today:
        return _("heute")
    words = day_and_month(day, today)
    return (_("seit {day}") if day < today else _("am {day}")).format(day=words)


def ago(day: date, today: date) -> str:
    """How long ago: `heute`, `gestern`, `vor 6 Tagen`."""
    days = (today - day).days
    if days <= 0:
        return _("heute")
    if days == 1:
        return _("gestern")
    return ngettext("vor {count} Tag", "vor {count} Tagen", days).format(count=days)


def lately(moment: datetime, now: datetime) -> str:
    """When something was touched: `17:41` today, `gestern`, `Freitag` within a week, else `9. November`.

    Args:
        moment: With time zone; told in the time zone of `now`.
        now: With time zone.
    """
    there = moment.astimezone(now.tzinfo)
    days = (now.date() - there.date()).days
    if days == 0:
        return clock(there)
    if days == 1:
        return _("gestern")
    return weekday(there) if 0 < days < WEEK else day_and_month(there.date(), now.date())
