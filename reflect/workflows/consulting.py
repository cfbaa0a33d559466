"""Consulting: the methods and modules at hand, and the plan of a session."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from reflect.domain.consultation.casting import Casting
from reflect.domain.consultation.course import begin
from reflect.domain.consultation.plan import LEAST_PEOPLE, Plan, fit, rescue, turn
from reflect.domain.consultation.proposal import Wish, proposals
from reflect.domain.consultation.session import Session
from reflect.domain.fault import NotFound, WrongUsage
from reflect.domain.protocol import Protocol, ProtocolKind, Step
from reflect.library.catalogue import Catalogue, Listing
from reflect.vault.disk import DiskSystem
from reflect.vault.lifeline import Lifeline, runtime_folder
from reflect.workflows.gathering import Gathering
from reflect.workflows.surroundings import Surroundings

DEFAULT_PEOPLE = 6


def rows(catalogue: Catalogue, language: str) -> tuple[Listing, ...]:
    """Every method as a row, shortest first."""
    found = (row for row in catalogue.protocols(language) if row.kind is ProtocolKind.CONSULTATION)
    return tuple(sorted(found, key=lambda row: (row.minutes, row.id)))


def methods(catalogue: Catalogue, language: str) -> tuple[Protocol, ...]:
    """Every method, shortest first."""
    return tuple(catalogue.load(row.id, language) for row in rows(catalogue, language))


def modules(catalogue: Catalogue, language: str) -> Mapping[str, Protocol]:
    """Every module, by its id."""
    found = (row.id for row in catalogue.protocols(language) if row.kind is ProtocolKind.MODULE)
    return {module: catalogue.load(module, language) for module in found}


def steps_of(found: Mapping[str, Protocol]) -> dict[str, tuple[Step, ...]]:
    """The steps of modules, as a session needs them."""
    return {name: module.steps for name, module in found.items()}


def method(catalogue: Catalogue, language: str, name: str) -> Protocol:
    """The method a person means: its id, with `-` or `_`, in any case, or its title.

    Raises:
        NotFound: No method is called so.
    """
    wanted = _plain(name)
    for row in rows(catalogue, language):
        if wanted in {_plain(row.id), _plain(row.title)}:
            return catalogue.load(row.id, language)
    raise NotFound("method", name)


def _plain(name: str) -> str:
    return "-".join(name.casefold().replace("_", " ").replace("-", " ").split())


def plan(
    catalogue: Catalogue, language: str, name: str, *, people: int | None = None, minutes: int | None = None
) -> Plan:
    """The plan of a session.

    Args:
        catalogue: The protocols.
        language: Of the titles.
        name: Of the method.
        people: Everybody in the room; without it six, or the nearest number the method recommends.
        minutes: At hand; without it the method's own.

    Raises:
        NotFound: No method is called so.
        WrongUsage: It cannot be held; see `reflect.domain.consultation.plan.fit`.
    """
    chosen = method(catalogue, language, name)
    wanted = chosen.minutes if minutes is None else minutes
    return fit(chosen, _people(chosen, people), wanted, methods(catalogue, language))


def planned(catalogue: Catalogue, language: str, name: str, people: int, minutes: int) -> Plan:
    """The plan for a group and the minutes it has: of one turn, where each person presents.

    Raises:
        NotFound: No method is called so.
        WrongUsage: It cannot be held.
    """
    each = turn(method(catalogue, language, name), people, minutes)
    return plan(catalogue, language, name, people=people, minutes=each)


def rescue_plan(catalogue: Catalogue, language: str, name: str, *, people: int | None = None) -> Plan:
    """The plan for when half the team is late: twenty minutes at most.

    Raises:
        NotFound: No method is called so.
        TooShort: Nothing fits.
    """
    chosen = method(catalogue, language, name)
    return rescue(chosen, _people(chosen, people), methods(catalogue, language))


def _people(chosen: Protocol, people: int | None) -> int:
    if people is not None:
        return people
    least, most = chosen.people or (DEFAULT_PEOPLE, DEFAULT_PEOPLE)
    return min(max(DEFAULT_PEOPLE, least), most)


def propose(catalogue: Catalogue, language: str, people: int, minutes: int, wish: Wish) -> tuple[Protocol, ...]:
    """Methods that can be held, the most fitting first."""
    return proposals(methods(catalogue, language), people, minutes, wish)


def gather(
    catalogue: Catalogue,
    language: str,
    name: str,
    *,
    names: Sequence[str],
    minutes: int,
    now: Callable[[], datetime],
    lifeline: Lifeline | None = None,
) -> Gathering:
    """Begin a session.

    Args:
        catalogue: The protocols.
        language: Of the words.
        name: Of the method.
        names: Everybody in the room: first who brings the case, then who moderates, then the others in turn.
        minutes: At hand.
        now: The clock, with time zone.
        lifeline: Keeps the session through a crash; None keeps nothing.

    Raises:
        WrongUsage: Too few names, one twice, or the method does not fit.
    """
    if len(names) < LEAST_PEOPLE:
        raise WrongUsage("session-alone", people=len(names))
    casting = Casting.of(names, names[0], names[1])
    at_hand = dict(modules(catalogue, language))
    agreed = planned(catalogue, language, name, casting.people, minutes)
    session = begin(agreed, casting, steps_of(at_hand), now())
    return Gathering(session, at_hand, now, lifeline)


def be_guest(surroundings: Surroundings) -> None:
    """Read protocols without remembering them: a guest leaves no file behind."""
    surroundings.catalogue = surroundings.catalogue.unremembering()


def read_ahead(surroundings: Surroundings) -> None:
    """Read every method and module once, so that proposing and beginning wait for no file."""
    methods(surroundings.catalogue, surroundings.config.language)
    modules(surroundings.catalogue, surroundings.config.language)


def lifeline(surroundings: Surroundings) -> Lifeline:
    """What keeps a session through a crash on this machine, in memory only."""
    return Lifeline(runtime_folder(), surroundings.system or DiskSystem(), surroundings.random)


def resumable(surroundings: Surroundings) -> Gathering | None:
    """The session that a crash interrupted; None when there is none."""
    line = lifeline(surroundings)
    kept = line.load()
    if kept is None:
        return None
    try:
        session = Session.model_validate_json(kept)
    except ValueError:  # written by another version
        return None
    at_hand = dict(modules(surroundings.catalogue, surroundings.config.language))
    return Gathering(session, at_hand, surroundings.now, line)
