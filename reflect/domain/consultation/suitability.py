"""Suitability: is a consultation the right place for this case? The answer is advice, never a block."""

from enum import StrEnum


class Concern(StrEnum):
    """What speaks against a consultation."""

    DANGER = "danger"
    DECISION = "decision"
    LEGAL = "legal"
    CONFLICT = "conflict"
    AFFECTED = "affected"
    BOSS = "boss"


class Address(StrEnum):
    """Where such a case belongs instead, or what has to be settled first."""

    PROTECTION = "protection"
    CASE_CONFERENCE = "case-conference"
    LEGAL_ADVICE = "legal-advice"
    TEAM_CLARIFICATION = "team-clarification"
    SUPERVISION = "supervision"
    AGREEMENT = "agreement"


ADDRESSES: dict[Concern, Address] = {
    Concern.DANGER: Address.PROTECTION,
    Concern.DECISION: Address.CASE_CONFERENCE,
    Concern.LEGAL: Address.LEGAL_ADVICE,
    Concern.CONFLICT: Address.TEAM_CLARIFICATION,
    Concern.AFFECTED: Address.SUPERVISION,
    Concern.BOSS: Address.AGREEMENT,
}
"""The most urgent first."""
