"""A field for people: a code name and a role for each, never a name."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from reflect.domain.answer import Answer
from reflect.domain.codename import free, named
from reflect.domain.protocol import Question
from reflect.language import _
from reflect.tui.widgets.editor import Editor
from reflect.tui.widgets.field import WrittenField


class Person(Horizontal):
    """One row: code name and role."""

    def __init__(self, code: str = "", role: str = "") -> None:
        super().__init__(classes="person")
        self.code = Editor(code, single_line=True, classes="code")
        self.role = Editor(role, single_line=True, classes="role")

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands there."""
        return not (self.code.text.strip() or self.role.text.strip())

    def compose(self) -> ComposeResult:
        """Code name, then role."""
        yield self.code
        yield self.role


class PeopleField(WrittenField):
    """One row per person, always an empty one at the end; Enter goes on, Backspace takes an empty row away."""

    def __init__(self, question: Question, value: Answer = None, unclear: str = "") -> None:
        super().__init__(question, value, unclear)
        known = [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
        self.people = [Person(item["code"], item["role"]) for item in known]
        self.people.append(Person())
        self.propose()

    @property
    def editors(self) -> list[Editor]:
        """Code name and role of each person."""
        return [editor for person in self.people for editor in (person.code, person.role)]

    def compose(self) -> ComposeResult:
        """The heads of the columns and the people."""
        with Horizontal(classes="people-heads"):
            yield Static(_("Deckname"), classes="quiet code")
            yield Static(_("Rolle"), classes="quiet role")
        yield from self.people

    @property
    def value(self) -> Answer:
        """Everybody of whom something is said; a role alone gets the next free code name."""
        rows = [{"code": person.code.text.strip(), "role": person.role.text.strip()} for person in self.people]
        return list(named(rows)) or None

    def propose(self) -> None:
        """Show in each row without a code name the one it would get."""
        fresh = free([person.code.text for person in self.people])
        for person in self.people:
            if not person.code.text.strip():
                person.code.placeholder = next(fresh)
                person.code.refresh()

    def step(self, editor: Editor, direction: int) -> None:
        """Up and down stay in the column."""
        index = self.editors.index(editor) + 2 * direction
        if 0 <= index < len(self.editors):
            self.editors[index].focus()

    @on(Editor.Submitted)
    def go_on(self, event: Editor.Submitted) -> None:
        """Enter: the next cell."""
        event.stop()
        index = self.editors.index(event.editor) + 1
        if index < len(self.editors):
            self.editors[index].focus()

    @on(Editor.Changed)
    async def keep_one_free(self) -> None:
        """There is always room for one more."""
        if not self.people[-1].is_empty:
            person = Person()
            self.people.append(person)
            await self.mount(person)
        self.propose()

    @on(Editor.EmptiedBefore)
    async def take_away(self, event: Editor.EmptiedBefore) -> None:
        """Backspace at the beginning: back to the cell before; an empty row goes away."""
        event.stop()
        index = self.editors.index(event.editor)
        person = self.people[index // 2]
        if index:
            neighbour = self.editors[index - 1]
            neighbour.focus()
            neighbour.move_cursor(neighbour.document.end)
        if person.is_empty and event.editor is person.code and person is not self.people[-1]:
            self.people.remove(person)
            await person.remove()
            self.propose()
            self.changed()
