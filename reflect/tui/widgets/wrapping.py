"""Where the lines of a text break on the screen: at words, row by row."""

from typing import NamedTuple

from textual.document._wrapped_document import WrappedDocument


class Span(NamedTuple):
    """A row of the screen as a part of a line.

    Attributes:
        line: Index of the line in the document, from 0.
        start: First code point of the row in that line.
        end: Code point after the last one.
        last: Whether the line ends here.
    """

    line: int
    start: int
    end: int
    last: bool


class Wrapping(WrappedDocument):
    """Textual's wrapped document, asked for its height and single rows without walking through all lines."""

    @property
    def height(self) -> int:
        """Rows of the whole text."""
        return len(self._offset_to_line_info)

    def span(self, row: int) -> Span | None:
        """The part of the document on a row, counted from the top of the text; None below its end."""
        if not 0 <= row < len(self._offset_to_line_info):
            return None
        line, section = self._offset_to_line_info[row]
        breaks = self._wrap_offsets[line]
        start = breaks[section - 1] if section else 0
        last = section == len(breaks)
        end = len(self.document[line]) if last else breaks[section]
        return Span(line, start, end, last)
