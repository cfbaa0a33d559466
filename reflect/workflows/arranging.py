"""Arranging: the chosen answers in the receiver's order and under the receiver's headings."""

import re
from collections.abc import Iterable, Mapping

from reflect.domain.audience import Audience
from reflect.domain.finding import Finding
from reflect.domain.release import Draft, Review
from reflect.domain.topic import ORDERS, Topic, topic_of
from reflect.workflows.choosing import Candidate


def arranged(chosen: Iterable[Candidate], audience: Audience, headings: Mapping[str, str]) -> tuple[Candidate, ...]:
    """One part for each topic, then what has no topic, as it was.

    Where different questions meet in one part each is named before its answer, so that nothing is read as the answer
    to something else.

    Args:
        chosen: In the order of the entries.
        audience: Whose order counts.
        headings: The receiver's, in the receiver's language: by topic for a part, by question id for an answer. A
            topic without one is left as it was, an answer without one keeps its question.
    """
    answers = [one.model_copy(update={"heading": headings.get(one.question, one.heading)}) for one in chosen]
    topics = {one.key: topic for one in answers if (topic := topic_of(one.question)) in headings}
    parts = []
    for topic in ORDERS[audience]:
        held = [one for one in answers if topics.get(one.key) is topic]
        if held:
            parts.append(_joined(held, headings[topic]))
    return (*parts, *(one for one in answers if one.key not in topics))


def _joined(answers: list[Candidate], heading: str) -> Candidate:
    mixed = len({one.heading for one in answers}) > 1
    texts = [_named(one.heading, one.text.strip()) if mixed else one.text.strip() for one in answers]
    return answers[0].model_copy(update={"heading": heading, "text": "\n\n".join(texts)})


def _named(label: str, text: str) -> str:
    """The answer behind its label, on one line where both are short, else below it."""
    if label.endswith("?") or "\n" in text:
        return f"{label}{'' if label.endswith('?') else ':'}\n\n{text}"
    return f"{label}: {text}"


def without_own_words(review: Review, title: str, headings: Mapping[str, str]) -> Review:
    """The review without findings in what the program itself wrote: title, headings and labels.

    A name the case knows is found there as well.

    Args:
        review: Nothing is decided in it yet.
        title: Of the page.
        headings: As for `arranged`.
    """
    if not headings:
        return review
    own = [*_own_blocks(review.draft, {title, *headings.values()}), *_own_labels(review.draft.text, headings)]

    def is_own(finding: Finding) -> bool:
        inside = any(start <= finding.start and finding.end <= end for start, end in own)
        return inside and not finding.entity.startswith("known:")

    return Review(review.draft, tuple(one for one in review.findings if not is_own(one)))


def _own_blocks(draft: Draft, words: set[str]) -> Iterable[tuple[int, int]]:
    for start, end, _, place in draft.spans():
        if place != "text" and draft.text[start:end] in words:
            yield start, end


def _own_labels(text: str, headings: Mapping[str, str]) -> Iterable[tuple[int, int]]:
    labels = "|".join(re.escape(words) for key, words in headings.items() if key not in set(Topic))
    return (match.span() for match in re.finditer(rf"^(?:{labels}):", text, re.MULTILINE)) if labels else ()
