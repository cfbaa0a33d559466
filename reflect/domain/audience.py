"""Who a released summary is for."""

from enum import StrEnum


class Audience(StrEnum):
    """The receivers a summary is written for; the values are part of the command line's contract."""

    TEAM = "team"
    INDIVIDUAL = "individual"
    CONSULTATION = "consultation"
    APPRAISAL = "appraisal"
    AUTHORITY = "authority"
    TRAINER = "trainer"
    WORKSHOP = "workshop"

    @property
    def circle(self) -> "Audience":
        """Whose rights it has: the yearly workshop on the Leitbild reads what the team may read, and no more."""
        return Audience.TEAM if self is Audience.WORKSHOP else self

    @property
    def in_the_house(self) -> bool:
        """Whether colleagues who know the people sit among the receivers, so that roles do not hide them."""
        return self.circle in {Audience.TEAM, Audience.CONSULTATION, Audience.APPRAISAL, Audience.TRAINER}
