"""A general noun in the place of an exact word: article, adjective and noun agree with what stands before."""

import re
from typing import Literal, NamedTuple

Gender = Literal["f", "m", "n"]
Case = Literal["nominative", "accusative", "dative", "genitive"]

_DATIVE = "mit|bei|nach|von|zu|aus|seit|unter|in|an|vor|neben|hinter|auf"
_ACCUSATIVE = "für|gegen|ohne|durch|um|über"
_GENITIVE = "wegen|trotz|während|statt"
_FUSED = {"im": "in", "am": "an", "zum": "zu", "zur": "zu", "vom": "von", "beim": "bei"}
_FUSING = {"in dem": "im", "an dem": "am", "zu dem": "zum", "zu der": "zur", "von dem": "vom", "bei dem": "beim"}
_OWNED = "ein|kein|mein|dein|sein|ihr|unser|eur"
_BEFORE = re.compile(
    rf"(?:\b(?P<preposition>{_DATIVE}|{_ACCUSATIVE}|{_GENITIVE})\s+)?"
    rf"(?:\b(?:(?P<definite>der|die|das|den|dem|des)|(?P<fused>{'|'.join(_FUSED)})|(?P<owned>{_OWNED})(?P<ending>e[rnms]?)?)\s+)?$",
    re.IGNORECASE,
)
_HAVING = re.compile(r"\b(?:hat|habe|haben|hatte|hatten|bekam|bekommt|braucht|will|sucht)[^\S\n]+$", re.IGNORECASE)
_DEFINITE: dict[Case, dict[Gender, str]] = {
    "nominative": {"f": "die", "m": "der", "n": "das"},
    "accusative": {"f": "die", "m": "den", "n": "das"},
    "dative": {"f": "der", "m": "dem", "n": "dem"},
    "genitive": {"f": "der", "m": "des", "n": "des"},
}
_OWN_ENDING: dict[Case, dict[Gender, str]] = {
    "nominative": {"f": "e", "m": "", "n": ""},
    "accusative": {"f": "e", "m": "en", "n": ""},
    "dative": {"f": "er", "m": "em", "n": "em"},
    "genitive": {"f": "er", "m": "es", "n": "es"},
}


class NounPhrase(NamedTuple):
    """A general noun, perhaps with an adjective.

    Attributes:
        adjective: Its stem; may be empty.
        noun: In the nominative.
        gender: Of the noun.
    """

    adjective: str
    noun: str
    gender: Gender

    def after(self, before: str) -> tuple[str, str]:
        """The text before, its article made to fit, and the phrase in its case.

        Args:
            before: The text up to the exact word, its article included.
        """
        found = _BEFORE.search(before)
        if found is None or found.start() == len(before):
            case: Case = "accusative" if _HAVING.search(before) else "nominative"
            return before, f"ein{_OWN_ENDING[case][self.gender]} {self._words(case, definite=False)}"
        case = self._case(found)
        start, preposition = before[: found.start()], found["preposition"] or ""
        if found["fused"] is not None:
            preposition = _FUSED[found["fused"].casefold()]
        definite = found["definite"] is not None or found["fused"] is not None
        stem = found["owned"] or "ein"
        article = _DEFINITE[case][self.gender] if definite else stem + _OWN_ENDING[case][self.gender]
        head = f"{preposition} {article}".strip()
        head = _FUSING.get(head.casefold(), head)
        if found[0][:1].isupper():
            head = head[:1].upper() + head[1:]
        return f"{start}{head} ", self._words(case, definite=definite)

    def _words(self, case: Case, *, definite: bool) -> str:
        noun = self.noun + "s" * (case == "genitive" and self.gender != "f")
        if not self.adjective:
            return noun
        weak = "en" if case in {"dative", "genitive"} or (case == "accusative" and self.gender == "m") else "e"
        strong = {"f": "e", "m": "er" if case == "nominative" else "en", "n": "es"}[self.gender]
        return f"{self.adjective}{weak if definite or case in {'dative', 'genitive'} else strong} {noun}"

    @staticmethod
    def _case(found: re.Match[str]) -> Case:
        """The case that the words before speak of."""
        preposition = (found["preposition"] or "").casefold()
        if preposition in _GENITIVE.split("|"):
            return "genitive"
        if preposition in _ACCUSATIVE.split("|"):
            return "accusative"
        article = (found["definite"] or "").casefold()
        ending = article[-1:] if article else (found["ending"] or "").casefold()[-1:]
        if found["fused"] is not None or ending == "m" or (preposition and ending in {"r", "n", ""}):
            return "dative"
        if article == "das" or ending == "e" or not ending:
            return "nominative"
        return {"s": "genitive", "n": "accusative"}.get(ending, "nominative")  # type: ignore[return-value]  # cases
