"""What a review teaches a case: names it did not know, words it need not ask about again."""

import re

from reflect.domain.decision import Action, Decision
from reflect.domain.finding import Finding, Kind
from reflect.domain.registry import KnownName, Registry
from reflect.domain.release import Review

NAMED = frozenset({Kind.PERSON, Kind.PLACE, Kind.ORGANISATION, Kind.IDENTIFIER, Kind.CONTACT, Kind.ACCOUNT})
_LETTER = re.compile(r"\s+(?:[A-Z]{1,2}|\d+)$")


def learned(registry: Registry, review: Review) -> Registry:
    """The registry with what the decisions taught; days, ages and attributes are no names and are not kept.

    Args:
        registry: Of the case.
        review: Decided.
    """
    by_id = {finding.id: finding for finding in review.findings}
    for finding in review.findings:
        decision = review.decisions.get(finding.id)
        if decision is None:
            continue
        if decision.action is Action.ALWAYS_KEEP:
            registry = registry.always_keep(finding.surface)
        elif finding.kind in NAMED and decision.action is Action.REPLACE:
            registry = _with_name(registry, finding, decision)
        elif finding.kind in NAMED and decision.same_as in by_id:
            registry = _with_alias(registry, finding, by_id[decision.same_as])
    return registry


def _known(registry: Registry, surface: str) -> KnownName | None:
    return next((name for name in registry.names if name.surface.casefold() == surface.casefold()), None)


def _with_name(registry: Registry, finding: Finding, decision: Decision) -> Registry:
    """A name the case did not know; one it knows keeps its role unless the writer chose another."""
    known = _known(registry, finding.surface)
    role = _LETTER.sub("", (decision.text or "").strip())
    if known is None and not finding.entity.startswith("known:"):
        return registry.learn(KnownName(surface=finding.surface, kind=finding.kind, role=role))
    if known is not None and role and role != known.role:
        return registry.learn(known.model_copy(update={"role": role}))
    return registry


def _with_alias(registry: Registry, finding: Finding, other: Finding) -> Registry:
    """A second name of somebody: both share an entity from now on."""
    known = _known(registry, other.surface) or KnownName(surface=other.surface, kind=other.kind)
    entity = known.entity or known.surface.casefold()
    alias = KnownName(surface=finding.surface, kind=other.kind, entity=entity, role=known.role, gender=known.gender)
    return registry.learn(known.model_copy(update={"entity": entity})).learn(alias)
