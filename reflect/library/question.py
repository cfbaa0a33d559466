"""A question: one list item under its attribute line, with anchors, choices, rows and columns nested below it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from reflect.domain.protocol import Label, Question, QuestionType, Share
from reflect.domain.strain import concerns_the_writer, narrowed
from reflect.library import attributes
from reflect.library.sheet import plain

if TYPE_CHECKING:
    from reflect.library.sheet import Block

Report = Callable[[int, str, dict[str, str]], None]

CHOSEN = {QuestionType.CHOICE, QuestionType.CHOICES}
STEPPED = {QuestionType.SCALE, QuestionType.SIGNED}
MIN_OPTIONS = 2


def read(line: Block, item: list[Block], report: Report, step: Mapping[str, Any]) -> Question | None:
    """The question an attribute line and its list item make; None when it cannot be used.

    Args:
        line: The attribute line.
        item: The blocks of the list item.
        report: Called with line, key and facts for every flaw.
        step: What is known of the step it stands in: `id` and `title`.
    """
    values = attributes.read(line, attributes.QUESTION, report)
    if "type" not in line.attributes:
        report(line.line, "type-missing", {"right": ", ".join(QuestionType)})
    if not item[0].text or item[0].kind != "paragraph":
        report(item[0].line, "question-empty", {})
        return None
    text = words(item[0], report)
    helps = [words(block, report) for block in item[1:] if block.kind == "paragraph"]
    if "id" not in values or "type" not in values:
        return None
    kind = QuestionType(values["type"])
    share = Share(values.get("share", Share.ASK))
    if "least" in values and (kind is not QuestionType.LIST or not values.get("required")):
        report(line.line, "least-unexpected", {})
    nested = _nested(kind, item, share, report)
    open_labels = [one for one in (*nested.get("rows", ()), *nested.get("columns", ())) if one.share is not Share.NEVER]
    around = (*helps, str(step["title"]), *nested.get("options", ()), *(label.text for label in open_labels))
    name = "-".join((str(step["id"]), values["id"], *(label.id for label in open_labels)))
    if "share" in values and share is not Share.NEVER and concerns_the_writer(name, text, around):
        report(line.line, "strain-shared", {"question": values["id"], "found": share.value})
    audiences = tuple(values.get("audiences", ()))
    share, audiences = narrowed(name, text, share, audiences, around)
    values.update(nested, share=share, audiences=audiences)
    return Question(text=text, help=" ".join(helps), **values)


def words(block: Block, report: Report) -> str:
    """The words of a block; reports an attribute line that the parser took for text."""
    if "{#" in block.text or '="' in block.text:
        offset = next((n for n, row in enumerate(block.text.splitlines()) if "{#" in row or '="' in row), 0)
        report(block.line + offset, "attributes-in-text", {})
    return plain(block.text)


def _nested(kind: QuestionType, item: list[Block], share: Share, report: Report) -> dict[str, Any]:
    head = item[0].line
    numbered = _labels(item, ordered=True, share=share, report=report)
    bulleted = _labels(item, ordered=False, share=share, report=report)
    for block in item:
        if block.kind not in {"paragraph", "list", "attributes"}:
            report(block.line, "block-unexpected", {})
    if kind is QuestionType.GRID:
        if not bulleted:
            report(head, "columns-missing", {})
        if not numbered:
            report(head, "rows-missing", {})
        return {"rows": tuple(numbered), "columns": tuple(bulleted)}
    right, wrong = (numbered, bulleted) if kind in STEPPED else (bulleted, numbered)
    if kind in STEPPED and len(right) < MIN_OPTIONS:
        report(head, "anchors-missing", {})
    elif kind in CHOSEN and len(right) < MIN_OPTIONS:
        report(head, "choices-missing", {})
    elif wrong or (right and kind not in STEPPED | CHOSEN):
        report(head, "options-unexpected", {"found": kind.value})
    return {"options": tuple(label.text for label in right)}


def _labels(item: list[Block], *, ordered: bool, share: Share, report: Report) -> list[Label]:
    labels: list[Label] = []
    for index, block in enumerate(item):
        if block.kind != "list" or block.ordered is not ordered:
            if block.kind == "attributes" and ordered and (index + 1 == len(item) or item[index + 1].kind != "list"):
                report(block.line, "attributes-dangling", {})
            continue
        line = item[index - 1] if item[index - 1].kind == "attributes" else None
        labels.extend(_of_list(block, line, len(labels), share, report))
    return labels


def _of_list(block: Block, line: Block | None, before: int, share: Share, report: Report) -> list[Label]:
    values = attributes.read(line, attributes.LABEL, report) if line else {}
    if line and len(block.items) > 1:
        report(block.items[1][0].line, "second-item", {})
    labels = []
    for number, inner in enumerate(block.items, start=before + 1):
        if inner[0].kind != "paragraph" or not inner[0].text:
            report(inner[0].line, "question-empty", {})
        for extra in inner[1:]:
            report(extra.line, "attributes-dangling" if extra.kind == "attributes" else "block-unexpected", {})
        own = narrower(share, Share(values.get("share", share)))
        labels.append(Label(id=values.get("id", str(number)), text=words(inner[0], report), share=own))
    return labels


def narrower(one: Share, other: Share) -> Share:
    """The share that lets less through."""
    ranks = list(Share)
    return min(one, other, key=ranks.index)
