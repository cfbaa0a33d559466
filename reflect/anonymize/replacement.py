"""Carrying decisions out: the text that may leave, in tidy German."""

from collections.abc import Mapping, Sequence

from reflect.anonymize.agreement import fit
from reflect.anonymize.widening import left_out, widen
from reflect.domain.decision import Action, Decision
from reflect.domain.finding import Finding, Kind, Tier
from reflect.domain.wording import words_for


def apply(text: str, findings: Sequence[Finding], decisions: Mapping[str, Decision]) -> str:
    """The text with every decision carried out; what is undecided stays as it is.

    Args:
        text: The text the findings were made in.
        findings: Sorted, non-overlapping.
        decisions: By finding id.

    Returns:
        The new text. A title before a replaced name goes, a genitive stays one, gaps are closed.
    """
    by_id = {finding.id: finding for finding in findings}
    done = ""
    at = 0
    last: Finding | None = None
    for number, finding in enumerate(findings):
        decision = decisions.get(finding.id)
        if decision is None or decision.action in {Action.KEEP, Action.ALWAYS_KEEP}:
            continue
        between, start = text[at : finding.start], at
        at = finding.end
        new = words_for(finding, decisions, by_id)
        if last is not None and start == last.end and _is_surname_of(last, between, finding):
            continue
        done += between
        stop = findings[number + 1].start if number + 1 < len(findings) else len(text)
        if decision.action is Action.GENERALISE and not new:
            done, new = left_out(done, finding.surface, text[at:])
        elif decision.action is Action.GENERALISE and new in finding.ladder:
            done, new, taken = widen(done, finding, new, text[at:stop])
            at += taken
        elif new:
            done, new, taken = fit(done, finding, new, text[at:stop])
            at += taken
        if not new:
            done, at = _gap_closed(done, text, at)
        done += new
        at += new.endswith("…") and text[at : at + 1] == "."
        last = finding
    return done + text[at:]


def safe_text(text: str, findings: Sequence[Finding]) -> str:
    """The text with every certain and every suspect finding replaced as proposed."""
    replace = Decision(action=Action.REPLACE)
    return apply(text, findings, {f.id: replace for f in findings if f.tier is not Tier.ADVICE})


def _is_surname_of(first: Finding, between: str, second: Finding) -> bool:
    """Whether two names side by side are one person's, the second a surname the case knows from somebody else."""
    if between != " " or first.kind is not Kind.PERSON or second.kind is not Kind.PERSON or "." in first.surface:
        return False
    names = second.entity.rsplit(":", 1)[-1].replace(" ", "-").split("-")
    return (
        len(names) > 1 and second.surface.casefold() in {names[-1], f"{names[-1]}s"} and names[-1] not in first.entity
    )


def _gap_closed(done: str, text: str, at: int) -> tuple[str, int]:
    """After something was left out: no double spaces, no space before a sign, no empty brackets."""
    if done.endswith("(") and text[at : at + 1] == ")":
        return done[:-1].rstrip(" "), at + 1
    if done.endswith(" ") and (at >= len(text) or text[at] in " .,;:!?)\n"):
        return done[:-1], at
    if (not done or done.endswith(("\n", "("))) and text[at : at + 1] == " ":
        return done, at + 1
    return done, at
