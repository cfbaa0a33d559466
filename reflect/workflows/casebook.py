"""The casebook: cases under neutral names, which entries belong to them, and who occurs in them."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from reflect.domain.case import Case
from reflect.domain.codename import free
from reflect.domain.entry import new_id
from reflect.domain.fault import NotFound, WrongUsage
from reflect.domain.registry import KnownName
from reflect.workflows.releasing import load_case, save_case
from reflect.workflows.sitting import CASES, ENTRIES, Sitting


class CaseRow(NamedTuple):
    """One case in the list.

    Attributes:
        id: As entry ids.
        name: The neutral name.
        entries: How many entries belong to it, those in the trash not counted.
    """

    id: str
    name: str
    entries: int


def cases(sitting: Sitting) -> list[CaseRow]:
    """Every case by name; the name list an entry keeps for itself is none."""
    count = Counter(
        str(record.get("case", "")) for record in sitting.vault.records(ENTRIES).values() if not record.get("trashed")
    )
    named = {case_id: str(record.get("name", "")) for case_id, record in sitting.vault.records(CASES).items()}
    rows = [CaseRow(case_id, name, count[case_id]) for case_id, name in named.items() if name]
    return sorted(rows, key=lambda row: (row.name.casefold(), row.id))


def case(sitting: Sitting, case_id: str) -> Case:
    """A case by its id, or by its name.

    Raises:
        NotFound: There is none.
    """
    wanted = case_id.strip()
    for row in cases(sitting):
        if wanted.upper() == row.id or wanted.casefold() == row.name.casefold():
            return load_case(sitting, row.id)
    raise NotFound("case", case_id)


def proposed_name(sitting: Sitting) -> str:
    """A neutral name that no case has yet."""
    return next(free([row.name for row in cases(sitting)]))


def begin(sitting: Sitting, name: str = "") -> Case:
    """Open a case.

    Args:
        sitting: The open vault.
        name: A neutral word, never somebody's name; empty takes the proposed one.

    Raises:
        WrongUsage: `case-taken`: a case has this name already.
        ReadOnly, NotSaved: Nothing changed.
    """
    name = " ".join(name.split()) or proposed_name(sitting)
    if any(name.casefold() == row.name.casefold() for row in cases(sitting)):
        raise WrongUsage("case-taken")
    made = Case(id=new_id(), name=name)
    save_case(sitting, made)
    return made


def put_into(sitting: Sitting, entry_ids: Iterable[str], case_id: str) -> Case:
    """Put entries into a case; the names an entry knew so far come along.

    Args:
        sitting: The open vault.
        entry_ids: Which; they may have belonged to another case.
        case_id: Id or name of the case.

    Raises:
        NotFound: There is no such case or entry; nothing changed.
        ReadOnly, NotSaved: What was moved before stays moved.
    """
    target = case(sitting, case_id)
    entries = [sitting.entry(entry_id) for entry_id in entry_ids]
    registry = target.registry
    for entry in entries:
        own = load_case(sitting, entry.id).registry if not entry.case else None
        for name in own.names if own is not None else ():
            registry = registry.learn(name)
        for word in own.keep if own is not None else ():
            registry = registry.always_keep(word)
    target = target.model_copy(update={"registry": registry})
    save_case(sitting, target)
    for entry in entries:
        entry.case = target.id
        sitting.save(entry)
    return target


def know(sitting: Sitting, case_id: str, names: Iterable[KnownName]) -> Case:
    """Add names to what a case knows; one with the same spelling is replaced.

    Raises:
        NotFound: There is no such case.
        ReadOnly, NotSaved: Nothing changed.
    """
    target = case(sitting, case_id)
    registry = target.registry
    for name in names:
        registry = registry.learn(name)
    target = target.model_copy(update={"registry": registry})
    save_case(sitting, target)
    return target
