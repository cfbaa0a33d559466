"""A field for a list: one row per item, always an empty one at the end."""

from textual import on
from textual.app import ComposeResult

from reflect.domain.answer import Answer
from reflect.domain.protocol import Question
from reflect.tui.widgets.editor import Editor
from reflect.tui.widgets.field import Drawer, WrittenField


class ListField(WrittenField):
    """Enter begins the next item, Backspace at the beginning of an empty one takes it away."""

    def __init__(self, question: Question, value: Answer = None, unclear: str = "") -> None:
        super().__init__(question, value, unclear)
        items = [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
        self._items = [self._item(text) for text in [*items, ""]]

    @staticmethod
    def _item(text: str) -> Editor:
        return Editor(text, classes="item", single_line=True)

    @property
    def editors(self) -> list[Editor]:
        """The items from top to bottom."""
        return self._items

    def compose(self) -> ComposeResult:
        """The items."""
        yield from self._items

    @property
    def value(self) -> Answer:
        """The items that say something."""
        return [item.text for item in self._items if item.text.strip()] or None

    def fetch(self, drawer: Drawer) -> None:
        """An item's history belongs to its place; with other items there it stays away."""
        if all(drawer[key].text == item.text for key, item in self._kept(drawer)):
            super().fetch(drawer)

    def _kept(self, drawer: Drawer) -> list[tuple[str, Editor]]:
        keys = [(self._key(index), item) for index, item in enumerate(self._items)]
        return [(key, item) for key, item in keys if key in drawer]

    @on(Editor.Submitted)
    async def next_item(self, event: Editor.Submitted) -> None:
        """Enter: the next item, a new one below this when the next already says something."""
        event.stop()
        index = self._items.index(event.editor)
        if index + 1 == len(self._items) and not event.editor.text.strip():
            return
        if index + 1 == len(self._items) or self._items[index + 1].text.strip():
            await self._insert(index + 1)
        self._items[index + 1].focus()

    @on(Editor.Changed)
    async def keep_one_free(self) -> None:
        """There is always room for one more."""
        if self._items[-1].text.strip():
            await self._insert(len(self._items))

    @on(Editor.EmptiedBefore)
    async def take_away(self, event: Editor.EmptiedBefore) -> None:
        """Backspace in an empty item takes it away, unless it is the last."""
        event.stop()
        index = self._items.index(event.editor)
        if event.editor.text or index + 1 == len(self._items):
            if index:
                self._items[index - 1].focus()
            return
        self._items.remove(event.editor)
        neighbour = self._items[max(0, index - 1)]
        neighbour.focus()
        neighbour.move_cursor(neighbour.document.end)
        await event.editor.remove()
        self.changed()

    async def _insert(self, index: int) -> None:
        item = self._item("")
        self._items.insert(index, item)
        await self.mount(item, after=self._items[index - 1])
