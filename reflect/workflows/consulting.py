"""Consulting: the methods and modules at hand, and the plan of a session."""

from collections.abc import Mapping

from reflect.domain.consultation.plan import Plan, fit, rescue
from reflect.domain.fault import NotFound
from reflect.domain.protocol import Protocol, ProtocolKind, Step
from reflect.library.catalogue import Catalogue, Listing

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
    return fit(chosen, _people(chosen, people), minutes or chosen.minutes, methods(catalogue, language))


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
