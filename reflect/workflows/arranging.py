"""Arranging: the chosen answers in the receiver's order and under the receiver's headings."""

from collections.abc import Iterable, Mapping

from reflect.domain.audience import Audience
from reflect.domain.topic import ORDERS, Topic, topic_of
from reflect.workflows.choosing import Candidate


def arranged(chosen: Iterable[Candidate], audience: Audience, headings: Mapping[Topic, str]) -> tuple[Candidate, ...]:
    """One part for each topic, then what has no topic, as it was.

    Where different questions meet in one part each stays above its answer, so that nothing is read as the answer to
    something else.

    Args:
        chosen: In the order of the entries.
        audience: Whose order counts.
        headings: The receiver's, in the receiver's language; a topic without one is left as it was.
    """
    answers = list(chosen)
    topics = {one.key: topic for one in answers if (topic := topic_of(one.question)) in headings}
    parts = []
    for topic in ORDERS[audience]:
        held = [one for one in answers if topics.get(one.key) is topic]
        if held:
            parts.append(_joined(held, headings[topic]))
    return (*parts, *(one for one in answers if one.key not in topics))


def _joined(answers: list[Candidate], heading: str) -> Candidate:
    mixed = len({one.heading for one in answers}) > 1
    texts = [f"{one.heading}\n{one.text.strip()}" if mixed else one.text.strip() for one in answers]
    return answers[0].model_copy(update={"heading": heading, "text": "\n\n".join(texts)})
