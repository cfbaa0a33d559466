"""Carrying decisions out: the text that may leave, in tidy German."""

import re
from collections.abc import Mapping, Sequence

from reflect.anonymize.kinship import beside_kin
from reflect.domain.decision import Action, Decision
from reflect.domain.finding import Finding, Kind, Tier

_TITLE = re.compile(
    r"\b(?:Herrn?|Frau|Hr\.?|Fr\.?|Hrn\.?|Frl\.?|Dr\.|Prof\.|herrn?|frau|hr\.?|fr\.?)(?:\s+(?:Dr\.|Prof\.))*\s+$"
)
_FAMILY = re.compile(r"\b(?:Familien?|familie|Fam\.|Eheleute|Ehepaar|Geschwister)\s+$")
_PLURAL_ARTICLE = re.compile(r"\b([Dd]ie|[Dd]en|[Dd]er|[Bb]ei)\s+$")
_GENITIVE = re.compile(r"(?:[^sxzß\s]s|'s|['’])$")


def apply(text: str, findings: Sequence[Finding], decisions: Mapping[str, Decision]) -> str:
    """The text with every decision carried out; what is undecided stays as it is.

    Args:
        text: The text the findings were made in.
        findings: Sorted, non-overlapping.
        decisions: By finding id.

    Returns:
        The new text. A title before a replaced name goes, a genitive keeps its -s, gaps are closed.
    """
    by_id = {finding.id: finding for finding in findings}
    pieces: list[str] = []
    at = 0
    for finding in findings:
        decision = decisions.get(finding.id)
        if decision is None or decision.action in {Action.KEEP, Action.ALWAYS_KEEP}:
            continue
        pieces.append(text[at : finding.start])
        at = finding.end
        new = _words(finding, decision, by_id, decisions)
        _put(pieces, finding, new)
        if not new:
            at = _close_gap(pieces, text, at)
    pieces.append(text[at:])
    return "".join(pieces)


def safe_text(text: str, findings: Sequence[Finding]) -> str:
    """The text with every certain and every suspect finding replaced as proposed."""
    replace = Decision(action=Action.REPLACE)
    return apply(text, findings, {f.id: replace for f in findings if f.tier is not Tier.ADVICE})


def _words(
    finding: Finding, decision: Decision, by_id: Mapping[str, Finding], decisions: Mapping[str, Decision]
) -> str:
    """What stands instead, before grammar."""
    if decision.action is Action.SAME_AS:
        seen = {finding.id}
        other = by_id.get(decision.same_as)
        while other is not None and other.id not in seen:
            seen.add(other.id)
            further = decisions.get(other.id)
            if further is None or further.action is not Action.SAME_AS:
                own = further is not None and further.action is Action.REPLACE and further.text
                return own or other.replacement
            other = by_id.get(further.same_as)
        return finding.replacement
    if decision.action is Action.GENERALISE:
        return decision.text or ""
    return decision.text or finding.replacement


def _put(pieces: list[str], finding: Finding, new: str) -> None:
    """Add the new words; for people, titles, families and the genitive are looked after."""
    if finding.kind is not Kind.PERSON or not new:
        pieces.append(new)
        return
    before = pieces[-1]
    family = _FAMILY.search(before)
    if family is not None:
        pieces.append("von ")
    else:
        title = _TITLE.search(before)
        if title is not None:
            pieces[-1] = before[: title.start()]
    plural = _PLURAL_ARTICLE.search(before)
    if (
        plural is not None
        and finding.surface.endswith("s")
        and plural.group(1).casefold() in {"die", "den"}
        and " " not in finding.surface
    ):
        pieces[-1] = before[: plural.start()]
        pieces.append(f"{new} und Familie")
        return
    genitive = "s" if _is_genitive(finding, before) else ""
    if family is None:
        pieces[-1], new = beside_kin(pieces[-1], new)
    pieces.append(new if new.endswith(")") else new + genitive)


def _is_genitive(finding: Finding, before: str) -> bool:
    """Whether the surface carries a genitive that its entity's base form does not."""
    if _FAMILY.search(before) or not _GENITIVE.search(finding.surface):
        return False
    last = finding.surface.split()[-1].casefold()
    if last.endswith(("'s", "’s", "'", "’")):
        return True
    return not _ends_so_by_itself(finding, last)


def _ends_so_by_itself(finding: Finding, last: str) -> bool:
    """Whether the name itself ends in s: then its entity key does, too."""
    key = finding.entity.rsplit(":", 1)[-1] if ":everyday" not in finding.entity else finding.entity.split(":")[1]
    return any(part == last for part in key.split("-")) or len(last) < 4 or not finding.entity  # noqa: PLR2004 - Vus, Lis: no genitive guessed


def _close_gap(pieces: list[str], text: str, at: int) -> int:
    """After something was left out: no double spaces, no space before a sign, no empty brackets."""
    if pieces[-1] == "" and len(pieces) > 1:
        pieces.pop()
    before = pieces[-1]
    if before.endswith("(") and text[at : at + 1] == ")":
        pieces[-1] = before[:-1].rstrip(" ")
        return at + 1
    if before.endswith(" ") and (at >= len(text) or text[at] in " .,;:!?)\n"):
        pieces[-1] = before[:-1]
    elif (not before or before.endswith(("\n", "("))) and text[at : at + 1] == " ":
        return at + 1
    return at
