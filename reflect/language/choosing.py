"""Words of what a group is asked before it consults, and while it chooses a method."""

from reflect.domain.consultation.finder import Need
from reflect.domain.consultation.proposal import Wish
from reflect.domain.consultation.suitability import ADDRESSES, Address, Concern
from reflect.language import N_, gettext

WISHES = {
    Wish.IDEAS: N_("Ideen"),
    Wish.UNDERSTANDING: N_("Verstehen"),
    Wish.RELIEF: N_("Entlastung"),
    Wish.REHEARSAL: N_("Üben"),
}
NEEDS = {
    Need.DO: N_("Was kann ich tun?"),
    Need.SAY: N_("Wie sage ich es?"),
    Need.UNDERSTAND: N_("Warum ist das so?"),
    Need.OTHER_EYES: N_("Wie sehen es die anderen?"),
    Need.TOUCHED: N_("Warum trifft mich das?"),
    Need.PLAN: N_("Ist mein Plan gut?"),
    Need.STUCK: N_("Nichts geht mehr"),
    Need.STRENGTH: N_("Was kann ich schon?"),
    Need.NO_QUESTION: N_("Was ist meine Frage?"),
}
CONCERNS = {
    Concern.DANGER: N_("Jemand ist akut in Gefahr."),
    Concern.DECISION: N_("Eine Entscheidung steht an (§ 8a, § 36 SGB VIII)."),
    Concern.LEGAL: N_("Es ist eine reine Rechtsfrage."),
    Concern.CONFLICT: N_("Es geht um einen Streit im Team."),
    Concern.AFFECTED: N_("Alle im Raum sind selbst betroffen."),
    Concern.BOSS: N_("Die Leitung sitzt mit in der Runde."),
}
INSTEAD = {
    Address.PROTECTION: N_("Dann gilt zuerst das Verfahren eures Hauses."),
    Address.CASE_CONFERENCE: N_("Das gehört in die Fallkonferenz. Hier entscheidet allein, wer den Fall einbringt."),
    Address.LEGAL_ADVICE: N_("Dann hilft eine Rechtsberatung mehr."),
    Address.TEAM_CLARIFICATION: N_("Dann braucht es zuerst eine Klärung im Team, von außen begleitet."),
    Address.SUPERVISION: N_("Dann ist Supervision der bessere Ort."),
    Address.AGREEMENT: N_("Dann klärt vorher, was in der Runde bleibt."),
}


def instead(concern: Concern) -> str:
    """Where a case belongs of which this is true."""
    return gettext(INSTEAD[ADDRESSES[concern]])
