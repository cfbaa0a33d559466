"""From the text of a Markdown file to a protocol, with every flaw on the way (format: `prompts/README.md`)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reflect.domain.protocol import Moderation, Protocol, Question, Step
from reflect.library import attributes, front, moderation, question, sheet
from reflect.library.flaw import Flaw

if TYPE_CHECKING:
    from pathlib import Path

    from reflect.library.sheet import Block

TITLE, STEP = 1, 2


@dataclass(frozen=True, slots=True)
class Reading:
    """What came out of a file.

    Attributes:
        protocol: None when too much is missing to build one.
        flaws: In the order of their lines.
        lines: Line of each part: `step/ID`, `question/ID`, `sentence/STEP/N`, and keys of the front matter.
        id: What the front matter calls it; empty when it does not say.
    """

    protocol: Protocol | None
    flaws: tuple[Flaw, ...]
    lines: dict[str, int]
    id: str = ""


@dataclass(slots=True)
class _Draft:
    """A step while its blocks come in."""

    values: dict[str, Any]
    guidance: list[str] = field(default_factory=list)
    read_aloud: list[str] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    said: dict[str, Any] = field(default_factory=dict)
    asked: bool = False

    def step(self) -> Step:
        return Step(
            **self.values,
            guidance=tuple(self.guidance),
            read_aloud=tuple(self.read_aloud),
            questions=tuple(self.questions),
            moderation=Moderation(**self.said),
        )


class _Page:
    """Collects the blocks of one file.

    Attributes:
        flaws: What was wrong so far.
        lines: Where the parts stand.
        heading: The text of `#`.
        intro: Paragraphs before the first step.
        drafts: The steps.
        waiting: The attribute line that the next block belongs to.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self.flaws: list[Flaw] = []
        self.lines: dict[str, int] = {}
        self.heading: tuple[int, str] | None = None
        self.intro: list[str] = []
        self.drafts: list[_Draft] = []
        self._waiting: Block | None = None

    def report(self, line: int, what: str, facts: dict[str, str]) -> None:
        """Note a flaw."""
        self.flaws.append(Flaw(self._file, line, what, facts))

    def take(self, block: Block) -> None:
        """Take the next block."""
        line, self._waiting = self._waiting, None
        if line and self.drafts and moderation.is_said(line, block):
            self._take_said(line, block)
            return
        if line and not (block.kind == "list" or (block.kind == "heading" and block.level == STEP)):
            self.report(line.line, "attributes-dangling", {})
        match block.kind:
            case "attributes":
                self._waiting = block
            case "heading":
                self._take_heading(block, line)
            case "list":
                self._take_list(block, line)
            case "paragraph":
                self._take_paragraph(block)
            case "quote" if self.drafts:
                self._take_sentence(block)
            case _:
                self.report(block.line, "block-unexpected", {})

    def end(self) -> None:
        """The file ends here."""
        if self._waiting:
            self.report(self._waiting.line, "attributes-dangling", {})
        if not self.drafts:
            self.report(1, "steps-missing", {})

    def _take_heading(self, block: Block, line: Block | None) -> None:
        title = question.words(block, self.report)
        if block.level == TITLE and self.heading is None and not self.drafts:
            self.heading = (block.line, title)
        elif block.level != STEP:
            self.report(block.line, "heading-unexpected", {"found": "#" * block.level})
        elif line is None:
            self.report(block.line, "step-without-line", {"title": title})
            self.drafts.append(_Draft({"id": "", "title": title}))
        else:
            values = attributes.read(line, attributes.STEP, self.report)
            self._place("step", values.get("id", ""), line.line)
            self.drafts.append(_Draft({"id": "", "title": title} | values))

    def _take_list(self, block: Block, line: Block | None) -> None:
        if not self.drafts:
            self.report(block.line, "question-outside", {})
            return
        if line is None or block.ordered:
            self.report(block.line, "question-without-line", {})
            return
        if len(block.items) > 1:
            self.report(block.items[1][0].line, "second-item", {})
        draft = self.drafts[-1]
        draft.asked = True
        found = question.read(line, block.items[0], self.report, draft.values)
        if found:
            self._place("question", found.id, line.line)
            draft.questions.append(found)

    def _take_paragraph(self, block: Block) -> None:
        text = question.words(block, self.report)
        if not self.drafts:
            self.intro.append(text)
        elif self.drafts[-1].asked:
            self.report(block.line, "paragraph-late", {})
        else:
            self.drafts[-1].guidance.append(text)

    def _take_sentence(self, block: Block) -> None:
        draft = self.drafts[-1]
        self.lines[f"sentence/{draft.values['id']}/{len(draft.read_aloud)}"] = block.line
        draft.read_aloud.append(question.words(block, self.report))

    def _take_said(self, line: Block, block: Block) -> None:
        draft = self.drafts[-1]
        for name, words in moderation.read(line, block, self.report).items():
            if name in draft.said:
                self.report(line.line, "said-twice", {"found": name})
            draft.said[name] = words
            self.lines[f"said/{draft.values['id']}/{name}"] = block.line

    def _place(self, noun: str, name: str, line: int) -> None:
        key = f"{noun}/{name}"
        if name and key in self.lines:
            self.report(line, "id-twice", {"id": name, "line": str(self.lines[key])})
        self.lines.setdefault(key, line)


def read(text: str, file: Path, language: str) -> Reading:
    """Read a protocol.

    Args:
        text: The whole file, with any line ends.
        file: Named in the flaws; never opened here.
        language: Of the words: `de` or `en`.
    """
    page = _Page(file)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    above = front.split(text)
    head = front.read(above)
    for line, what, facts in head.flaws:
        page.report(line, what, facts)
    if "\t" in text:
        page.report(text.count("\n", 0, text.index("\t")) + 1, "tab", {})
    for block in sheet.parse(front.blanked(text, above)):
        page.take(block)
    page.end()
    _check_heading(page, head)
    protocol = None
    if not page.flaws:
        steps = tuple(draft.step() for draft in page.drafts)
        values = {"version": "1"} | head.values
        protocol = Protocol(language=language, intro=tuple(page.intro), steps=steps, **values)
        _check_ways(page, protocol)
    flaws = tuple(sorted(page.flaws, key=lambda flaw: flaw.line))
    return Reading(protocol, flaws, head.lines | page.lines, head.values.get("id", ""))


def _check_heading(page: _Page, head: front.Front) -> None:
    title = head.values.get("title")
    if page.heading is None:
        page.report(1, "heading-missing", {"title": title or "…"})
    elif title and page.heading[1] != title:
        page.report(page.heading[0], "heading-differs", {"found": page.heading[1], "title": title})


def _check_ways(page: _Page, protocol: Protocol) -> None:
    seen: set[str] = set()
    for step in protocol.steps:
        if step.back and step.back not in seen:
            page.report(page.lines[f"step/{step.id}"], "back-unknown", {"found": step.back})
        seen.add(step.id)
