"""Agreement: a role takes the place of a name so that the sentence around it stays German."""

import re
from typing import NamedTuple

from reflect.anonymize.declension import after_article, after_preposition, genitive_phrase
from reflect.anonymize.kinship import beside_kin
from reflect.domain.finding import Finding, Kind

_TITLE = re.compile(
    r"\b(?:Herrn?|Frau|Hr\.?|Fr\.?|Hrn\.?|Frl\.?|Dr\.|Prof\.|herrn?|frau|hr\.?|fr\.?)(?:\s+(?:Dr\.|Prof\.))*\s+$"
)
_SPOUSE = re.compile(r"\b(?:(?:[Mm]ein|[Dd]ein|[Ss]ein|[Ii]hr|[Uu]nser|[Ee]ur)e[rn]?|[A-Z]{1,2}s)\s+Frau[^\S\n]+$")
_COUPLE = re.compile(
    r"(?P<with>\b(?:mit|bei|von|zu)\s+)?\b(?:Herrn?\s+und\s+Frau|Frau\s+und\s+Herrn?)[^\S\n]+$", re.IGNORECASE
)
_FAMILY = re.compile(r"\b(?:Familien?|familie|Fam\.|Eheleuten?|Ehepaar|Geschwistern?)[^\S\n]+$")
_PLURAL = re.compile(r"\b(?:(?P<article>die|den|der)|bei|mit|von|zu)[^\S\n]+$", re.IGNORECASE)
_GENITIVE = re.compile(r"(?:[^sxzß\s]s|'s|['’])$")
_ROLE = re.compile(r"(?P<head>[A-ZÄÖÜ][a-zäöüß]+) (?P<rest>(?P<of>(?:\d+ )?von )?(?P<letter>[A-Z]{1,2}|\d+))")
_OWNED_THING = re.compile(r" (?P<thing>(?:[a-zäöüß]+e[mnrs]? ){0,2}[A-ZÄÖÜ][\wäöüß-]+)(?![^\S\n]+$|\w| [A-ZÄÖÜ])")
_SENTENCE_START = re.compile(r"(?:^|[.!?:]\s+|\n|[„»(])$")
_SPAN = re.compile(r"(?P<length>etwa \d+ (?:Monat|Jahr)e)(?P<rest> (?:vor|nach) Tag 0)")
_DAY = re.compile(
    r"\b(?P<first>(?:seit|ab|von|zu|nach|vor)\s+)?(?:(?P<fused>zum|vom)|am|dem|den|der)[^\S\n]+$", re.IGNORECASE
)
_BIRTH = re.compile(r"(?:\bgeb(?:oren)?\b\.?(?:\s+am)?|\*|Geburtsdatum:?)\s*$", re.IGNORECASE)


class Fitted(NamedTuple):
    """A role in its place.

    Attributes:
        before: The text before it, changed where the role asks for it.
        new: What stands instead of the name.
        taken: Code points after the name that `new` says already.
    """

    before: str
    new: str
    taken: int = 0


def fit(before: str, finding: Finding, new: str, after: str) -> Fitted:
    """Put new words in the place of a finding.

    Args:
        before: The new text up to the finding.
        finding: What is replaced.
        new: What stands instead, before grammar; not empty.
        after: The old text behind the finding, up to the next one.
    """
    if finding.kind is Kind.PERSON:
        return _person(before, finding, new, after)
    if finding.kind is Kind.DATE:
        return _day(before, new)
    role = _ROLE.fullmatch(new)
    if role is None:
        return Fitted(before, new)
    if finding.kind is Kind.PLACE and _is_genitive(finding, before) and (thing := _OWNED_THING.match(after)):
        return Fitted(before, f"{thing['thing']} von {new}", thing.end())
    return Fitted(before, _unrepeated(before, role))


def _person(before: str, finding: Finding, new: str, after: str) -> Fitted:
    """Titles, families, kin words, cases and the genitive are looked after."""
    role = _ROLE.fullmatch(new)
    family = _family(before, finding, new, role, after)
    if family is not None:
        return family
    title = _TITLE.search(before)
    genitive = _is_genitive(finding, before) and (title is None or _OWNED_THING.match(after) is not None)
    if title and not _SPOUSE.search(before):
        before = before[: title.start()]
    if role is None:
        return Fitted(before, new + "s" * genitive)
    if re.match(r"-\w", after):
        return Fitted(before, new.replace(" ", "-"))
    start, words = beside_kin(before, new)
    if (start, words) != (before, new):
        return Fitted(start, words + "s" * (genitive and words[-1:].isalpha()))
    return _role(before, role, after, genitive=genitive)


def _role(before: str, role: re.Match[str], after: str, *, genitive: bool) -> Fitted:
    """A role in the case the words before it ask for."""
    if genitive and role["of"] is not None:
        return _owner(before, role, after)
    short = _unrepeated(before, role)
    if short != role[0]:
        return Fitted(before, short + "s" * genitive)
    head = after_article(before, role["head"])
    if head == role["head"] and role["of"] is not None:
        before, head = after_preposition(before, head)
    return Fitted(before, f"{head} {role['rest']}" + "s" * genitive)


def _family(before: str, finding: Finding, new: str, role: re.Match[str] | None, after: str) -> Fitted | None:
    """A household named by its name: `Familie A`, `Eheleute A`, `Klient A und Familie`; None when it is none."""
    letter = role["letter"] if role is not None and role["of"] is None else ""
    ends_in_s = _GENITIVE.search(finding.surface) is not None and not _ends_so_by_itself(finding)
    if _FAMILY.search(before):
        if role is None:
            return Fitted(before, f"von {new}")
        owner = f"{genitive_phrase(role['head'])} {role['rest']}"
        return Fitted(before, letter + "s" * (ends_in_s and after[:1] == " ") if letter else owner)
    couple = _COUPLE.search(before)
    if couple is not None and letter:
        word = "Eheleuten" if couple["with"] else "Eheleute"
        return Fitted(before[: couple.start()] + (couple["with"] or ""), f"{word} {letter}")
    is_one_word = re.search(r"[ '’]", finding.surface) is None
    return _plural(before, new, after) if ends_in_s and is_one_word else None


def _plural(before: str, new: str, after: str) -> Fitted | None:
    """A surname in the plural after an article or a preposition; None where it is a genitive."""
    plural = _PLURAL.search(before)
    if plural is None:
        return None
    everybody = f"{new} und Familie"
    if plural["article"] is None:
        return None if re.match(r" [A-ZÄÖÜ]", after) else Fitted(before, everybody)
    of = "von " if plural["article"].casefold() == "der" else ""
    return Fitted(before[: plural.start()] + of, everybody)


def _owner(before: str, role: re.Match[str], after: str) -> Fitted:
    """A genitive of somebody's kin goes behind what belongs to them: `Zimmer des Bruders von A`."""
    thing = _OWNED_THING.match(after)
    if thing is None:
        return Fitted(before, f"{role[0]}s")
    words = thing["thing"]
    if _SENTENCE_START.search(before):
        words = words[0].upper() + words[1:]
    return Fitted(before, f"{words} {genitive_phrase(role['head'])} {role['rest']}", thing.end())


def _unrepeated(before: str, role: re.Match[str]) -> str:
    """The role without its noun where the noun stands right before it: `die Nummer 1`, `Klientin A`."""
    said = re.search(rf"\b{role['head']}(?:n|en|s|es)?[^\S\n]+$", before)
    return str(role["rest"] if said else role[0])


def _day(before: str, new: str) -> Fitted:
    """A distance of months or years needs no article; a birthday says no more than that it is one."""
    if new == "Geburtsdatum" and _BIRTH.search(before):
        return Fitted(before, "…")
    span, day = _SPAN.fullmatch(new), _DAY.search(before)
    if span is None or day is None:
        return Fitted(before, new)
    fused = {"zum": "zu ", "vom": "von "}.get((day["fused"] or "").casefold(), "")
    start = before[: day.start()] + (day["first"] or fused)
    words = span["length"] + "n" * bool(day["first"] or fused) + span["rest"]
    if not (day["first"] or fused) and _SENTENCE_START.search(start):
        words = words[0].upper() + words[1:]
    return Fitted(start, words)


def _is_genitive(finding: Finding, before: str) -> bool:
    """Whether the surface carries a genitive that its entity's base form does not."""
    if _FAMILY.search(before) or not _GENITIVE.search(finding.surface):
        return False
    last = finding.surface.split()[-1].casefold()
    return last.endswith(("'s", "’s", "'", "’")) or not _ends_so_by_itself(finding)


def _ends_so_by_itself(finding: Finding) -> bool:
    """Whether the name itself ends in s: then its entity key does, too."""
    last = finding.surface.split()[-1].casefold()
    key = finding.entity.rsplit(":", 1)[-1] if ":everyday" not in finding.entity else finding.entity.split(":")[1]
    return any(part == last for part in key.split("-")) or len(last) < 4 or not finding.entity  # noqa: PLR2004 - Vus, Lis: no genitive guessed
