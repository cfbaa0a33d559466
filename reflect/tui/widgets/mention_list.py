"""The list beside the text under review: people and things by groups, and what became of each, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.events import Click, Resize
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from reflect.domain.mention import Mention, Section, State
from reflect.language import _
from reflect.language.release import KINDS, SECTIONS, STATES
from reflect.tui.widgets.marking import sign_of

INDENT = 3
KEPT_SIGN = "●"


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row: a heading, a blank, or a mention."""

    heading: str = ""
    mention: Mention | None = None


def list_rows(mentions: Sequence[Mention]) -> list[ListRow]:
    """Groups with their headings, a blank row between them."""
    found: list[ListRow] = []
    section: Section | None = None
    for mention in mentions:
        if mention.section is not section:
            section = mention.section
            found += [ListRow()] if found else []
            words = _(SECTIONS[section])
            found.append(ListRow(heading=words[:1].upper() + words[1:]))
        found.append(ListRow(mention=mention))
    return found


def name_of(mention: Mention, room: int) -> str:
    """What a mention is called in the list: who or what stands there, for what merely tells also its kind.

    Args:
        mention: As it stands.
        room: Cells there are; what is longer names its kind first, since its end may be cut.
    """
    words = mention.words or mention.surface
    if not mention.is_advice:
        return words
    kind = _(KINDS[mention.kind])
    named = f"{words}, {kind}"
    return named if Content(named).cell_length <= room else f"{kind}, {words}"


class MentionList(ScrollView, can_focus=False):
    """Draws the rows that can be seen; the page moves the filled one."""

    @dataclass
    class Picked(Message):
        """A row was clicked.

        Attributes:
            mention: Id of the mention.
        """

        mention: str

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._rows: list[ListRow] = []
        self.current = ""

    def show(self, mentions: Sequence[Mention], current: str) -> None:
        """Show the list as things stand.

        Args:
            mentions: In order.
            current: Id of the one in question; empty for none.
        """
        self._rows = list_rows(mentions)
        self.current = current
        self.virtual_size = Size(self.size.width, len(self._rows))
        self._follow()
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        """As high as its rows."""
        return len(self._rows)

    def on_resize(self, _event: Resize) -> None:
        """Keep the row in question in sight."""
        self.virtual_size = Size(self.size.width, len(self._rows))
        self._follow()

    def _follow(self) -> None:
        places = [number for number, row in enumerate(self._rows) if row.mention and row.mention.id == self.current]
        room = max(1, self.size.height)
        if places and not self.scroll_offset.y <= places[0] < self.scroll_offset.y + room:
            self.scroll_to(y=max(0, min(places[0] - room // 2, len(self._rows) - room)), animate=False, force=True)

    def on_click(self, event: Click) -> None:
        """Take the clicked mention into question."""
        line = event.y + self.scroll_offset.y
        mention = self._rows[line].mention if 0 <= line < len(self._rows) else None
        if mention is not None:
            self.post_message(self.Picked(mention.id))

    def render_line(self, y: int) -> Strip:
        """One row of the screen."""
        line = y + self.scroll_offset.y
        width = self.size.width
        if not 0 <= line < len(self._rows):
            return Strip.blank(width, self.rich_style)
        strips = Visual.to_strips(self, self._drawn(self._rows[line], width), width, 1, self.visual_style)
        return strips[0] if strips else Strip.blank(width, self.rich_style)

    def _drawn(self, row: ListRow, width: int) -> Content:
        if row.mention is None:
            return Content.styled(row.heading, "bold $ink")
        mention = row.mention
        current = mention.id == self.current
        ink, quiet = ("$on-band on $band",) * 2 if current else ("$ink", "$quiet")
        state = Content.styled(f"{_(STATES[mention.state])} ", quiet)
        room = width - state.cell_length - INDENT - 1
        sign = KEPT_SIGN if mention.state is State.KEPT else sign_of(mention)
        name = Content(name_of(mention, room)).truncate(room, ellipsis=True, pad=True)
        drawn = Content.assemble((f" {sign} ", ink), name.stylize(ink), (" ", ink), state)
        return drawn.stylize_before("on $band") if current else drawn
