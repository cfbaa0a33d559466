"""The words that stand in the place of a finding, before grammar."""

from collections.abc import Mapping

from reflect.domain.decision import Action, Decision
from reflect.domain.finding import Finding

_STAYS = {Action.KEEP, Action.ALWAYS_KEEP}


def words_for(finding: Finding, decisions: Mapping[str, Decision], by_id: Mapping[str, Finding]) -> str:
    """What a decision puts in the place of a finding; the surface while nothing is decided.

    Args:
        finding: The place.
        decisions: By finding id.
        by_id: Every finding of the page, to follow `same-as`; a circle ends where it closes.
    """
    decision = decisions.get(finding.id)
    if decision is None or decision.action in _STAYS:
        return finding.surface
    if decision.action is Action.GENERALISE:
        return decision.text or ""
    if decision.action is Action.SAME_AS:
        return _shared(finding, decisions, by_id)
    return decision.text or finding.replacement


def _shared(finding: Finding, decisions: Mapping[str, Decision], by_id: Mapping[str, Finding]) -> str:
    """The words of whoever a finding is the same as, at the end of the chain."""
    seen = {finding.id}
    last = finding
    while True:
        decision = decisions.get(last.id)
        if decision is None or decision.action is not Action.SAME_AS:
            break
        following = by_id.get(decision.same_as)
        if following is None or following.id in seen:
            break
        seen.add(following.id)
        last = following
    own = decision is not None and decision.action is Action.REPLACE and decision.text
    return own or last.replacement


def resolved(findings: Mapping[str, Finding], decisions: Mapping[str, Decision]) -> dict[str, Decision]:
    """The same decisions with every `same-as` spelt out, so that a part of the page can be changed on its own."""
    return {
        finding_id: Decision(action=Action.REPLACE, text=words_for(findings[finding_id], decisions, findings))
        if decision.action is Action.SAME_AS
        else decision
        for finding_id, decision in decisions.items()
        if finding_id in findings
    }
