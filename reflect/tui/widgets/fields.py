"""Which field answers which type of question."""

from reflect.domain.answer import proposed
from reflect.domain.entry import Entry
from reflect.domain.protocol import Question, QuestionType
from reflect.tui.widgets.choice import ChoiceField
from reflect.tui.widgets.date import DateField
from reflect.tui.widgets.field import Field
from reflect.tui.widgets.grid import GridField
from reflect.tui.widgets.list_field import ListField
from reflect.tui.widgets.number import NumberField
from reflect.tui.widgets.people import PeopleField
from reflect.tui.widgets.text_field import LineField, TextField

_FIELDS: dict[QuestionType, type[Field]] = {
    QuestionType.TEXT: TextField,
    QuestionType.LINE: LineField,
    QuestionType.LIST: ListField,
    QuestionType.SCALE: ChoiceField,
    QuestionType.CHOICES: ChoiceField,
    QuestionType.DATE: DateField,
    QuestionType.NUMBER: NumberField,
    QuestionType.GRID: GridField,
    QuestionType.PEOPLE: PeopleField,
}


def field_for(question: Question, entry: Entry) -> Field:
    """The field of a question, with what an entry says to it so far; a choice begins at what is proposed."""
    value, unclear = entry.answers.get(question.id), entry.unclear.get(question.id, "")
    if question.type is QuestionType.CHOICE:
        return ChoiceField(question, value, unclear, proposal=proposed(question, entry.answers))
    return _FIELDS[question.type](question, value, unclear)
