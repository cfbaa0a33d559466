"""A text area that paints only what changed.

Textual's own repaints every row after each key, because any row may have changed its highlighting. Prose has none:
here the rows that are to be seen are compared with the rows that stand there, and only the difference is painted.
"""

from functools import cached_property
from itertools import pairwise
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.document._document import Document, EditResult, Location, Selection
from textual.document._document_navigator import DocumentNavigator
from textual.document._edit import Edit
from textual.geometry import Region, Size
from textual.reactive import Reactive, reactive
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import TextArea

from reflect.tui.widgets.wrapping import Wrapping

TAB = 4


class Row(NamedTuple):
    """What stands in one row.

    Attributes:
        text: The characters.
        cursor: Code points before the cursor; -1 when it is elsewhere.
        marked_from: First selected code point.
        marked_to: Code point after the last selected one.
        quiet: Whether the program says it (a placeholder), not the writer.
    """

    text: str
    cursor: int = -1
    marked_from: int = 0
    marked_to: int = 0
    quiet: bool = False


BLANK = Row("")


class Inks(NamedTuple):
    """The styles of a row."""

    plain: Style
    cursor: Style
    marked: Style
    quiet: Style


class PaintedArea(TextArea, inherit_bindings=False, inherit_css=False):
    """Text that wraps at words, with a steady cursor; keys are added by the editor."""

    DEFAULT_CSS = """
    PaintedArea {
        width: 1fr;
        height: 1fr;
        pointer: text;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
    }
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "text-area--cursor",
        "text-area--selection",
        "text-area--placeholder",
    }

    selection: Reactive[Selection] = reactive(Selection(), init=False, always_update=True, repaint=False)
    """As in TextArea, but moving the cursor does not repaint everything."""

    wrapped_document: Wrapping

    def __init__(
        self,
        text: str = "",
        *,
        placeholder: str = "",
        id: str | None = None,  # noqa: A002 - Textual's name
        classes: str | None = None,
    ) -> None:
        self._shown: list[Row] = []
        super().__init__(
            text, id=id, classes=classes, highlight_cursor_line=False, placeholder=placeholder, max_checkpoints=500
        )
        self.set_reactive(TextArea.cursor_blink, False)  # noqa: FBT003 - Textual's signature

    # --- the document ---

    def _set_document(self, text: str, language: str | None) -> None:  # noqa: ARG002 - prose has no language to highlight
        self.document = Document(text)
        self.wrapped_document = Wrapping(self.document, tab_width=TAB)
        self.navigator = DocumentNavigator(self.wrapped_document)
        self.move_cursor((0, 0))
        self._rewrap_and_refresh_virtual_size()

    def edit(self, edit: Edit) -> EditResult:
        """Change the text and paint the rows that differ."""
        result = edit.do(self)
        self.history.record(edit)
        self.wrapped_document.wrap_range(edit.top, edit.bottom, result.end_location)
        self._refresh_size()
        edit.after(self)
        self.post_message(self.Changed(self))
        return result

    def _build_highlight_map(self) -> None:
        """Prose is not highlighted; a changed text is painted where it differs."""
        self.paint()

    def _rewrap_and_refresh_virtual_size(self) -> None:
        self.wrapped_document.wrap(self.wrap_width, tab_width=TAB)
        self._refresh_size()
        if self.is_mounted:
            self.refresh()

    def _refresh_size(self) -> None:
        height = self.wrapped_document.height
        if not self.styles.is_auto_height:
            # A text that still fits needs no new layout, one that scrolls only a new scrollbar.
            height = max(height, self.container_size.height)
        size = Size(0, height)
        if size == self.virtual_size:
            return
        if self.styles.is_auto_height:
            self.virtual_size = size
        else:
            self.set_reactive(Widget.virtual_size, size)
            self._scroll_update(size)
        self._refresh_scrollbars()

    # --- the cursor ---

    def find_matching_bracket(self, bracket: str, search_from: Location) -> Location | None:  # noqa: ARG002 - see below
        """Prose has no brackets to match."""
        return None

    def _watch_selection(self, previous_selection: Selection, selection: Selection) -> None:  # noqa: ARG002 - Textual's signature
        if not self.is_mounted:
            return
        if self.screen.selections:
            self.app.clear_selection()
        self._cursor_offset = self.wrapped_document.location_to_offset(selection.end)
        _, row = self._cursor_offset
        top = self.scroll_offset.y
        if not top <= row < top + self.scrollable_content_region.height:
            self.scroll_cursor_visible()
        self.paint()
        self.app.cursor_position = self.cursor_screen_offset

    # --- the rows ---

    def notify_style_update(self) -> None:
        """Forget the styles that were worked out."""
        self.__dict__.pop("inks", None)
        super().notify_style_update()

    @cached_property
    def inks(self) -> Inks:
        """The styles of a row, worked out once per theme."""
        plain = self.rich_style
        return Inks(
            plain,
            plain + self.get_component_rich_style("text-area--cursor"),
            plain + self.get_component_rich_style("text-area--selection") + Style(reverse=self.is_colourless or None),
            plain + self.get_component_rich_style("text-area--placeholder"),
        )

    @property
    def is_colourless(self) -> bool:
        """Whether tints vanish, so that what is selected needs another mark."""
        return self.app.no_color or self.app.console.color_system in {None, "standard", "windows"}

    def row(self, y: int) -> Row:
        """What belongs into a row of the screen, counted from the top of the widget."""
        if y == 0 and self.placeholder and self.document.end == (0, 0):
            return Row(str(self.placeholder), 0 if self.has_focus else -1, quiet=True)
        span = self.wrapped_document.span(y + self.scroll_offset.y)
        if span is None:
            return BLANK
        line, start, end, last = span
        text = self.document[line][start:end]
        anchor, (cursor_line, cursor) = self.selection
        at = -1
        if cursor_line == line and self.has_focus and (start <= cursor < end or (last and cursor == end)):
            at = cursor - start
        if anchor == self.selection.end:
            return Row(text, at)
        top, bottom = sorted(self.selection)
        if (line, start) >= bottom or (line, end) < top:
            return Row(text, at)
        marked_from = max(0, top[1] - start) if top[0] == line else 0
        marked_to = min(bottom[1], end) - start if bottom[0] == line else end - start + last
        return Row(text, at, marked_from, marked_to)

    def paint(self) -> None:
        """Ask for a repaint of the rows that no longer show what they should."""
        width, height = self.scrollable_content_region.size
        rows = [self.row(y) for y in range(height)]
        shown = self._shown
        if len(shown) != height:
            self.refresh()
            return
        for y, (old, new) in enumerate(zip(shown, rows, strict=True)):
            if old != new:
                reach = max(_reach(old), _reach(new))
                self.refresh(Region(0, y, min(width, reach), 1))

    def render_lines(self, crop: Region) -> list[Strip]:
        """The strips of some rows."""
        height = self.scrollable_content_region.height
        if len(self._shown) != height:
            self._shown = [BLANK] * height
        return Widget.render_lines(self, crop)  # TextArea's would look up styles for highlighting first

    def render_line(self, y: int) -> Strip:
        """One row as a strip, and remember that it stands there."""
        row = self.row(y)
        if y < len(self._shown):
            self._shown[y] = row
        return strip(row, self.inks, self.scrollable_content_region.width)


def _reach(row: Row) -> int:
    """Cells up to the last one that carries something."""
    return cell_len(row.text.expandtabs(TAB)) + 1


def strip(row: Row, inks: Inks, width: int) -> Strip:
    """A row as Textual paints it: plain, selected and cursor parts, filled up with blanks."""
    ground = inks.quiet if row.quiet else inks.plain
    text = row.text + " "
    edges = sorted(
        {0, row.marked_from, row.marked_to, len(text), *((row.cursor, row.cursor + 1) if row.cursor >= 0 else ())}
    )
    segments = []
    for start, end in pairwise(edges):
        style = ground
        if row.marked_from <= start < row.marked_to:
            style = inks.marked
        if start == row.cursor:
            style = inks.cursor
        segments.append(Segment(text[start:end].expandtabs(TAB) if "\t" in text else text[start:end], style))
    return Strip(segments).adjust_cell_length(width, inks.plain)
