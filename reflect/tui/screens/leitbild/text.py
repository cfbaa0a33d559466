"""A version of the Leitbild, or two held against each other, to read."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reflect.domain.leitbild import Leitbild
from reflect.domain.succession import Change, Transition, is_reworded
from reflect.language import _
from reflect.language.leitbild import transition_line
from reflect.tui.commands.command import Command
from reflect.tui.commands.everywhere import BACK, LOCK
from reflect.tui.screens.page import Page
from reflect.workflows.mapping import Comparison


class Text(Page[None]):
    """One column that scrolls; a subclass writes it."""

    CSS_PATH = "../../styles/leitbild.tcss"
    commands: ClassVar[tuple[Command, ...]] = (BACK.shown(order=9), LOCK)

    def compose_body(self) -> ComposeResult:
        """The column."""
        with VerticalScroll(id="text"):
            yield from self.written()

    def on_mount(self) -> None:
        """The keys that scroll count at once."""
        self.room = _("Leitbild")
        self.query_one("#text").focus()

    def written(self) -> Iterator[Static]:
        """What stands in the column."""
        yield from ()


class VersionPage(Text):
    """A whole version with its numbers.

    Args:
        leitbild: Which.
    """

    def __init__(self, leitbild: Leitbild) -> None:
        super().__init__()
        self.leitbild = leitbild

    def on_mount(self) -> None:
        """Say which version it is."""
        super().on_mount()
        self.about = _("Fassung {version}").format(version=self.leitbild.version)

    def written(self) -> Iterator[Static]:
        """Title, preamble, sections with their statements, closing lines."""
        yield Static(self.leitbild.title, classes="heading", markup=False)
        for paragraph in self.leitbild.preamble:
            yield Static(paragraph, classes="paragraph", markup=False)
        for section in self.leitbild.sections:
            yield Static(f"{section.id}  {section.title}", classes="heading section", markup=False)
            for paragraph in section.text:
                yield Static(paragraph, classes="paragraph", markup=False)
            for statement in section.statements:
                yield Static(_numbered(statement.label, statement.text), classes="statement")
                for part in statement.parts:
                    yield Static(_numbered(part.label, part.text), classes="part")
        for paragraph in self.leitbild.closing:
            yield Static(paragraph, classes="paragraph section", markup=False)


class ComparisonPage(Text):
    """What changed between two versions; what stayed is named at the end.

    Args:
        comparison: The two.
    """

    def __init__(self, comparison: Comparison) -> None:
        super().__init__()
        self.comparison = comparison

    def on_mount(self) -> None:
        """Say which versions they are."""
        super().on_mount()
        before, after = self.comparison.before.version, self.comparison.after.version
        self.about = _("Fassung {before} → Fassung {after}").format(before=before, after=after)

    def written(self) -> Iterator[Static]:
        """Each change under its numbers: the old wording, then the new one."""
        if not self.comparison.settled:
            words = _("Nicht alles ist zugeordnet. Was fehlt, ist hier nur vorgeschlagen.")
            yield Static(words, classes="quiet")
        stayed = []
        for one in self.comparison.transitions:
            if one.change is Change.SAME and one.after is not None:
                stayed.append(one.after.label)
            else:
                yield Static(transition_line(one), classes="heading section", markup=False)
                yield from _wordings(one)
        if stayed:
            words = _("Unverändert: {numbers}").format(numbers=" ".join(stayed))
            yield Static(words, classes="quiet section", markup=False)


def _numbered(number: str, words: str) -> Content:
    return Content.assemble((f"{number}  ", "$quiet"), (words, "$ink"))


def _wordings(one: Transition) -> Iterator[Static]:
    if one.after is not None and len(one.before) == 1 and not is_reworded(one.before[0].text, one.after.text):
        yield Static(one.after.text, classes="ink", markup=False)
        return
    for before in one.before:
        yield Static(Content.assemble(("– ", "bold $ink"), (before.text, "$quiet")))
    if one.after is not None:
        yield Static(Content.assemble(("+ ", "bold $ink"), (one.after.text, "$ink")))
