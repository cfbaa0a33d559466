"""A field of rows and columns, two by four in the Rückblick: one small editor per cell."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from reflect.domain.answer import Answer
from reflect.domain.protocol import Question
from reflect.language import _
from reflect.tui.widgets.editor import Editor
from reflect.tui.widgets.field import WrittenField

NARROW = 76
"""Cells of the screen below which the columns stand one after the other."""


class GridField(WrittenField):
    """Tab goes along the row, ↑ and ↓ at the edge of a text change the row.

    Narrow, the columns are filled one after the other: `column` says which is shown; None shows all.
    """

    def __init__(self, question: Question, value: Answer = None, unclear: str = "") -> None:
        super().__init__(question, value, unclear)
        rows = value if isinstance(value, list) else []
        self.cells = [
            [Editor(_cell(rows, row, column), placeholder=_("noch leer"), classes="cell") for column in self._columns]
            for row in range(len(question.rows))
        ]
        self.column: int | None = None

    @property
    def _columns(self) -> range:
        return range(len(self.question.columns))

    @property
    def editors(self) -> list[Editor]:
        """The cells row by row; while the columns take turns, those of the column that is shown."""
        return [cell for row in self.cells for index, cell in enumerate(row) if self.column in {None, index}]

    def compose(self) -> ComposeResult:
        """The heads of the columns, then each row with its label."""
        with Horizontal(classes="grid-heads"):
            yield Static("", classes="grid-label")
            for index, column in enumerate(self.question.columns):
                yield Static(column.text, classes=f"heading grid-head {self._place(index)}", markup=False)
        for number, label in enumerate(self.question.rows):
            with Horizontal(classes="grid-row"):
                yield Static(label.text, classes="quiet grid-label", markup=False)
                for index in self._columns:
                    cell = self.cells[number][index]
                    cell.add_class(*self._place(index).split())
                    yield cell

    def _place(self, column: int) -> str:
        return f"column-{column} last" if column + 1 == len(self._columns) else f"column-{column}"

    @property
    def value(self) -> Answer:
        """Rows of texts; None when every cell is empty."""
        rows = [[cell.text for cell in row] for row in self.cells]
        return list(rows) if any(text.strip() for row in rows for text in row) else None

    @property
    def cursor(self) -> int:
        """Code points before the cursor, the cells before it included, whatever is shown."""
        before = 0
        for row in self.cells:
            for cell in row:
                if cell.has_focus:
                    return before + cell.cursor_index
                before += len(cell.text) + 1
        return 0

    def begin(self, cursor: int = 0) -> None:
        """Focus the cell the cursor belongs to; while the columns take turns, show its column."""
        cells = [(index, cell) for row in self.cells for index, cell in enumerate(row)]
        for index, cell in cells:
            if cursor <= len(cell.text) or cell is cells[-1][1]:
                if self.column is not None:
                    self.show_column(index)
                cell.focus()
                cell.cursor_index = cursor
                return
            cursor -= len(cell.text) + 1

    def _key(self, index: int) -> str:
        return f"{self.question.id}/{self.column}/{index}"

    def step(self, editor: Editor, direction: int) -> None:
        """Up and down stay in the column."""
        for number, row in enumerate(self.cells):
            if editor in row:
                target = number + direction
                if 0 <= target < len(self.cells):
                    self.cells[target][row.index(editor)].focus()
                return

    def fit(self, width: int) -> None:
        """Show all columns, or one at a time where the screen is narrow.

        Args:
            width: Cells of the whole screen.
        """
        if width >= NARROW:
            self.show_column(None)
        elif self.column is None:
            focused = [index for row in self.cells for index, cell in enumerate(row) if cell.has_focus]
            self.show_column(focused[0] if focused else 0)

    def show_column(self, column: int | None) -> None:
        """Show one column, or all with None."""
        self.column = column
        for index in self._columns:
            for widget in self.query(f".column-{index}"):
                widget.display = column in {None, index}

    def turn(self, direction: int) -> bool:
        """While the columns take turns: go to the next or the one before; False when there is none."""
        if self.column is None or self.column + direction not in self._columns:
            return False
        self.show_column(self.column + direction)
        self.editors[0].focus()
        return True


def _cell(rows: list[object], row: int, column: int) -> str:
    found = rows[row] if row < len(rows) else []
    text = found[column] if isinstance(found, list) and column < len(found) else ""
    return text if isinstance(text, str) else ""
