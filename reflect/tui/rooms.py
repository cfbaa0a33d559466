"""Ways between the rooms: each screen is loaded when somebody goes there."""

from collections.abc import Awaitable, Callable, Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reflect.tui.app import ReflectApp
    from reflect.tui.screens.page import Page
    from reflect.workflows.sitting import Sitting
    from reflect.workflows.writing import Writing

Back = Callable[[Any], None] | Callable[[Any], Awaitable[None]]


def write(app: "ReflectApp", protocol_id: str, back: Back | None = None) -> None:
    """Begin an entry with a protocol.

    Args:
        app: The app, with an open vault.
        protocol_id: Which.
        back: Called when the person comes back.

    Raises:
        NotFound: No protocol has this id.
        Unreadable: Its file has flaws.
        ReadOnly: The vault takes no changes: better said before somebody types than after.
    """
    from reflect.workflows.writing import Writing  # noqa: PLC0415 - loaded when somebody goes there

    if app.sitting is not None:
        _demand_writing(app.sitting)
        app.push_screen(_page(Writing.begin(app.sitting, protocol_id)), back)


def rehearse(app: "ReflectApp", protocol_id: str, back: Back | None = None) -> None:
    """Try a protocol out; nothing of it is kept.

    Args:
        app: The app.
        protocol_id: Which.
        back: Called when the person comes back.

    Raises:
        NotFound: No protocol has this id.
        Unreadable: Its file has flaws.
    """
    from reflect.domain.protocol import ProtocolKind  # noqa: PLC0415 - loaded when somebody goes there
    from reflect.tui.screens.rehearsal import Rehearsal  # noqa: PLC0415 - loaded when somebody goes there
    from reflect.workflows.opening import in_memory  # noqa: PLC0415 - the same
    from reflect.workflows.writing import Writing  # noqa: PLC0415 - the same

    writing = Writing.begin(in_memory(app.surroundings), protocol_id)
    if writing.entry.protocol.kind is ProtocolKind.ONBOARDING:  # a plan and a vignette have pages of their own
        app.push_screen(_page(writing), back)
    else:
        app.push_screen(Rehearsal(writing), back)


def go_on(app: "ReflectApp", entry_id: str, back: Back | None = None) -> None:
    """Go on with an entry exactly where it was left.

    Args:
        app: The app, with an open vault.
        entry_id: Which.
        back: Called when the person comes back.

    Raises:
        NotFound: No entry has this id.
        VaultDamaged: Its bytes cannot be read.
        ReadOnly: The vault takes no changes.
    """
    from reflect.workflows.writing import Writing  # noqa: PLC0415 - loaded when somebody goes there

    if app.sitting is not None:
        _demand_writing(app.sitting)
        app.push_screen(_page(Writing.resume(app.sitting, entry_id)), back)


def take_up(app: "ReflectApp", sealed: bytes, back: Back | None = None) -> None:
    """Go on with a text that a full disk kept in memory over a lock.

    Args:
        app: The app, with an open vault.
        sealed: What the lock could not write.
        back: Called when the person comes back.
    """
    from reflect.tui.screens.assessment.rating import RatingPage  # noqa: PLC0415 - loaded when somebody goes there
    from reflect.tui.screens.writing import WritingScreen  # noqa: PLC0415 - the same
    from reflect.workflows.assessing import Assessing  # noqa: PLC0415 - the same
    from reflect.workflows.writing import Writing  # noqa: PLC0415 - the same

    if app.sitting is None:
        return
    this = Assessing.unsealed(app.sitting, sealed)
    if this is not None:
        app.push_screen(RatingPage(this, unsaved=True), back)
        return
    writing = Writing.unsealed(app.sitting, sealed)
    if writing is not None:
        app.push_screen(WritingScreen(writing, unsaved=True), back)


def read(app: "ReflectApp", entry_id: str, back: Back | None = None) -> None:
    """Read an entry.

    Args:
        app: The app, with an open vault.
        entry_id: Which.
        back: Called when the person comes back.

    Raises:
        NotFound: No entry has this id.
        VaultDamaged: Its bytes cannot be read.
    """
    from reflect.tui.screens.reading import Reading  # noqa: PLC0415 - loaded when somebody goes there

    if app.sitting is not None:
        app.push_screen(Reading(app.sitting.entry(entry_id)), back)


def release(app: "ReflectApp", entry_ids: Iterable[str] = (), back: Back | None = None) -> None:
    """Choose what of some entries leaves; without entries choose them first.

    Args:
        app: The app, with an open vault.
        entry_ids: Which.
        back: Called when the person comes back.
    """
    from reflect.tui.screens.choose import choose  # noqa: PLC0415 - loaded when somebody goes there

    app.push_screen(choose(entry_ids), back)


def assess(app: "ReflectApp", back: Back | None = None, *, statement: str = "", at: str = "") -> None:
    """Go on with this month's self-assessment.

    Args:
        app: The app, with an open vault.
        back: Called when the person comes back.
        statement: One that was chosen freely; empty goes on where it was left.
        at: One that is asked anyway, to stand at; any other is passed over.

    Raises:
        WrongUsage: It is too early, or the month is full.
        ReadOnly: The vault takes no changes.
    """
    from reflect.tui.screens.assessment.rating import RatingPage  # noqa: PLC0415 - loaded when somebody goes there
    from reflect.workflows.assessing import Assessing  # noqa: PLC0415 - the same

    if app.sitting is not None:
        _demand_writing(app.sitting)
        this = Assessing.begin(app.sitting)
        if statement:
            this.choose(statement)
        this.stand_at(at)
        app.push_screen(RatingPage(this), back)


def _page(writing: "Writing") -> "Page[Any]":
    """Where an entry is worked on: a plan has a page of its own, everything else is written."""
    from reflect.domain.onboarding.plan import is_plan  # noqa: PLC0415 - with the entry

    if is_plan(writing.entry.protocol):
        from reflect.tui.screens.onboarding.plan import PlanPage  # noqa: PLC0415 - loaded when somebody goes there

        return PlanPage(writing)
    from reflect.tui.screens.writing import writing_page  # noqa: PLC0415 - loaded when somebody goes there

    return writing_page(writing)


def _demand_writing(sitting: "Sitting") -> None:
    from reflect.domain.fault import ReadOnly  # noqa: PLC0415 - with the vault

    if sitting.vault.refusal is not None:
        raise ReadOnly(sitting.vault.state.readonly or "asked")
