"""Whom to call when something is more urgent than writing."""

from pydantic import BaseModel, ConfigDict

from reflect.domain.protocol import StopKind


class Contact(BaseModel):
    """A number that helps, of the organisation or public.

    Attributes:
        name: Who answers; for public numbers a key that `reflect.language` words.
        number: As it is dialled.
        kinds: What it is for; empty means everything.
        hours: When somebody answers; empty means always.
        public: A public number, shown where the organisation configured none.
    """

    model_config = ConfigDict(frozen=True)

    name: str
    number: str
    kinds: tuple[StopKind, ...] = ()
    hours: str = ""
    public: bool = False


PUBLIC = (
    Contact(name="emergency", number="112", public=True),
    Contact(name="police", number="110", kinds=(StopKind.VIOLENCE, StopKind.CHILD_PROTECTION), public=True),
    Contact(name="crisis-line", number="0800 1110111", kinds=(StopKind.SELF_HARM,), public=True),
    Contact(name="violence-against-women", number="116 016", kinds=(StopKind.VIOLENCE,), public=True),
    Contact(name="children-and-youth", number="116 111", kinds=(StopKind.CHILD_PROTECTION,), public=True),
)


def for_stop(configured: tuple[Contact, ...], kind: StopKind | None) -> tuple[Contact, ...]:
    """The numbers to show: the organisation's own; the public ones where none fit.

    Args:
        configured: From the organisation's settings.
        kind: What happened; None when the writer asks for help without saying why.
    """

    def fits(contact: Contact) -> bool:
        return kind is None or not contact.kinds or kind in contact.kinds

    own = tuple(contact for contact in configured if fits(contact))
    return own or tuple(contact for contact in PUBLIC if fits(contact))
