"""Exporting without a screen: decisions from a file, and the door for everything that is decided."""

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationError

from reflect.domain.audience import Audience
from reflect.domain.decision import Action, Decision
from reflect.domain.fault import NotFound, WrongUsage
from reflect.domain.finding import Tier
from reflect.domain.release import Gate, Review
from reflect.workflows.handing_over import HandingOver
from reflect.workflows.sitting import Sitting

ADVICE, GATE, DECISIONS = "advice", "gate", "decisions"
EVERYTHING = "all"


def begin(
    sitting: Sitting,
    entry_ids: Iterable[str],
    audience: Audience,
    *,
    title: str,
    headings: Mapping[str, str],
    include: Iterable[str] = (),
) -> tuple[HandingOver, Review]:
    """Put the page together and search it; nothing is decided yet.

    Args:
        sitting: The open vault.
        entry_ids: In the receiver's order.
        audience: Who it is for.
        title: First heading of the page.
        headings: The receiver's.
        include: Answers beside those the protocols offer: `question`, `entry-id/question`, or `all` that may leave.
            Where nothing is named and nothing offered, every answer that may leave is put forward; whoever decides
            on the page decides on them, too.

    Raises:
        NotFound: One of the ids names no entry, or `include` no answer that may leave.
        WrongUsage: `export-empty`: no answer is left for the page.
    """
    handing = HandingOver.begin(sitting, entry_ids, audience)
    free = [one for one in handing.answers() if not one.reason]
    keys = {one.key for one in free if one.offered}
    for wanted in include:
        found = {one.key for one in free if wanted in {EVERYTHING, one.key, one.question}}
        if not found and wanted != EVERYTHING:
            raise NotFound("answer", wanted)
        keys |= found
    put_forward = keys or {one.key for one in free}
    if not put_forward:
        raise WrongUsage("export-empty")
    handing.choose(put_forward)
    handing.review = handing.fresh_review(title, headings)
    return handing, handing.review


def decide(review: Review, raw: Any, audience: Audience) -> None:
    """Carry a decisions file out; ids that do not occur are passed over, so what they meant stays undecided.

    The file is an object of finding ids, or a list of objects with `id`; each value is an action, or an object with
    `action` and perhaps `text` or `same_as`. `advice` decides once what no single decision says about advice, `gate`
    answers the questions at the gate.

    Args:
        review: Of the page.
        raw: The file's JSON.
        audience: Says where the receiver sits when the file does not.

    Raises:
        WrongUsage: `decisions-shape`, `decision-wrong` (fact: id) or `gate-wrong`.
    """
    singles, advice, gate = _parts(raw)
    known = {finding.id: finding for finding in review.findings}
    for finding_id, value in singles.items():
        decision = _decision(finding_id, value)
        if finding_id in known and (decision.action is not Action.SAME_AS or decision.same_as in known):
            review.decide(finding_id, decision, group=False)
            advice = advice or known[finding_id].tier is Tier.ADVICE
    if advice:
        review.keep_all_advice()
    review.answer_gate(_gate(gate, audience))


def _parts(raw: Any) -> tuple[dict[str, Any], bool, Any]:
    """Single decisions, whether advice is decided, and the gate's answers as they stand in the file."""
    if isinstance(raw, list):
        return _listed(raw), False, None
    if not isinstance(raw, Mapping):
        raise WrongUsage("decisions-shape")
    inner = raw.get(DECISIONS, {})
    if not isinstance(inner, list | Mapping):
        raise WrongUsage("decisions-shape")
    singles = _listed(inner) if isinstance(inner, list) else dict(inner)
    singles |= {key: value for key, value in raw.items() if key not in {ADVICE, GATE, DECISIONS}}
    return singles, ADVICE in raw and bool(raw[ADVICE]), raw.get(GATE)


def _listed(rows: list[Any]) -> dict[str, Any]:
    if not all(isinstance(row, Mapping) and isinstance(row.get("id"), str) for row in rows):
        raise WrongUsage("decisions-shape")
    return {row["id"]: {key: value for key, value in row.items() if key != "id"} for row in rows}


def _decision(finding_id: str, value: Any) -> Decision:
    try:
        return Decision.model_validate(value if isinstance(value, Mapping) else {"action": value})
    except ValidationError:
        raise WrongUsage("decision-wrong", id=finding_id, right=", ".join(Action)) from None


def _gate(answers: Any, audience: Audience) -> Gate:
    usual = {"outside": not audience.in_the_house, "basis": "unrecognisable"}
    try:
        return Gate.model_validate(usual | (answers if answers is not None else {}))
    except (ValidationError, TypeError):
        raise WrongUsage("gate-wrong", right=", ".join(Gate.model_fields)) from None
