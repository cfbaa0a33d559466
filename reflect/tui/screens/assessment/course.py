"""The course over time: each statement for itself, what was said about it, what made it hard."""

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reflect.domain.assessment.course import Jump, Line, Point, columns, lines
from reflect.domain.fault import Fault
from reflect.language import N_, _
from reflect.language.assessment import anchors, hard, hindrances, legend, point_words
from reflect.tui.commands.command import Command
from reflect.tui.commands.everywhere import BACK, LOCK
from reflect.tui.screens.assessment.conversation import ConversationPage
from reflect.tui.screens.assessment.frame import FrameSheet
from reflect.tui.screens.assessment.told import ExamplesSheet, NeverSheet
from reflect.tui.screens.page import Page
from reflect.tui.widgets.course_table import CourseTable
from reflect.workflows import assessing
from reflect.workflows.talking import Words, caption, observations

SHOWN = 2
LABEL = 14


def _has_lines(screen: Any) -> bool:
    return bool(screen.lines)


def _jumps(screen: Any) -> bool:
    return screen.jump is not None


class Course(Page[None]):
    """Bars with digits, gaps that say why they are there, and breaks where the wording changed."""

    CSS_PATH = "../../styles/assessment.tcss"
    commands: ClassVar[tuple[Command, ...]] = (
        Command(id="line", key="up,down", text=N_("Aussage"), action="down", order=1, available=_has_lines),
        Command(id="month", key="left,right", text=N_("Monat"), action="older", order=2, available=_has_lines),
        Command(id="examples", key="enter", text=N_("Beispiele"), action="examples", order=3, available=_has_lines),
        Command(
            id="release",
            key="f",
            text=N_("freigeben"),
            action="release",
            tooltip=N_("worüber du reden willst, ohne Stufen"),
            order=4,
            available=_has_lines,
        ),
        Command(
            id="frame",
            key="r",
            text=N_("Rahmen"),
            action="frame",
            tooltip=N_("was sich im Rahmen geändert hat"),
            in_row=False,
            order=5,
            available=_jumps,
        ),
        Command(
            id="never",
            key="n",
            text=N_("nie dran"),
            action="never",
            tooltip=N_("Aussagen, die nie vorkommen"),
            in_row=False,
            order=6,
        ),
        BACK.shown(order=9),
        LOCK,
    )

    def __init__(self) -> None:
        super().__init__()
        self.room = _("Verlauf")
        self.about = _("deine Aussagen, jede für sich")
        self.lines: tuple[Line, ...] = ()

    def compose_body(self) -> ComposeResult:
        """The table, what its signs mean, and what was said about the chosen statement."""
        sitting = self.app.sitting
        self.lines = lines(assessing.months(sitting)) if sitting is not None else ()
        if sitting is None or not self.lines:
            yield Static(_("Noch nichts eingeschätzt. Ein Verlauf entsteht Monat für Monat."), id="empty")
            return
        captions = {line.statement: caption(sitting, line.statement) for line in self.lines}
        plain = self.app.surroundings.config.plain_signs
        with VerticalScroll(id="table", can_focus=False):
            yield CourseTable(self.lines, columns(self.lines), captions, plain=plain, id="course")
        yield Static(self._legend(), id="legend", classes="quiet", markup=False)
        yield Static("", id="told")

    def _legend(self) -> str:
        """What the signs mean; where it is narrow two beside each other, so that none is torn apart."""
        words = legend()
        if not self.has_class("-cols-0"):
            return "   ".join(words)
        return "   ".join(words[:2]) + "\n" + "   ".join(words[2:])

    def on_resize(self) -> None:
        """Legend and bars follow the width, once the width is known."""
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        for signs in self.query("#legend").results(Static):
            signs.update(self._legend())
        for table in self.query(CourseTable):
            table.refresh(layout=True)

    def on_mount(self) -> None:
        """The keys are on the table."""
        for table in self.query(CourseTable):
            table.focus()
        self._tell()

    async def reload(self, _result: object = None) -> None:
        """Look again, the marks where they were."""
        before = self._table
        await self.recompose()
        self.on_mount()
        after = self._table
        if before is not None and after is not None:
            after.stand(before.place)
            after.refresh()
            self._tell()

    @property
    def _table(self) -> CourseTable | None:
        return next(iter(self.query(CourseTable)), None)

    @property
    def jump(self) -> Jump | None:
        """The jump of the chosen statement up to the chosen month."""
        table = self._table
        return table.line.jump(table.month) if table is not None and table.line is not None else None

    def on_course_table_moved(self) -> None:
        """Tell about the other statement."""
        self._tell()
        self.refresh_keys()

    def _tell(self) -> None:
        table = self._table
        if table is None or table.line is None:
            return
        line, until = table.line, table.month
        rows = [Content.styled("  ".join(table.captions[line.statement]), "bold $ink")]
        points = [point for point in line.points if point.month <= until]
        rows += [self._point(point) for point in self._worth_telling(points)]
        said = [one for point in points for one in point.rating.hindrances]
        if said:
            rows.append(Content.assemble((_("Erschwert hat es:") + " ", "$quiet"), (hard(said), "$ink")))
        rows += self._frame()
        self.query_one("#told", Static).update(Content("\n").join(rows))

    @staticmethod
    def _worth_telling(points: list[Point]) -> list[Point]:
        """The newest ones with an example; without any the newest one."""
        return [point for point in reversed(points) if point.rating.example][:SHOWN] or points[-1:]

    @staticmethod
    def _point(point: Point) -> Content:
        words = point.rating.example or (anchors()[point.rating.mark] if point.rating.mark else "")
        return Content.assemble((f"{point_words(point):<{LABEL}}", "$quiet"), (words, "$ink"))

    def _frame(self) -> list[Content]:
        jump = self.jump
        if jump is None:
            return []
        question = _("Was hat sich im Rahmen geändert?")
        if jump.after.rating.frame:
            return [Content.assemble((question + " ", "$quiet"), (jump.after.rating.frame, "$ink"))]
        return [Content.assemble((question, "bold $ink"), ("  R ", "bold $ink"), (_("festhalten"), "$quiet"))]

    # --- commands ----------------------------------------------------------------------------------------------

    def action_down(self) -> None:
        """The next statement, for a click on the key."""
        if self._table is not None:
            self._table.action_line(1)

    def action_older(self) -> None:
        """The month before, for a click on the key."""
        if self._table is not None:
            self._table.action_month(-1)

    def action_examples(self) -> None:
        """Every example of the chosen statement."""
        if self._table is not None and self._table.line is not None:
            line = self._table.line
            self.app.push_screen(ExamplesSheet(line, self._table.captions[line.statement]))

    def action_never(self) -> None:
        """Which statements never come up."""
        if self.app.sitting is not None:
            self.app.push_screen(NeverSheet(self.app.sitting, self.lines))

    def action_frame(self) -> None:
        """Note what changed around the work."""
        jump = self.jump
        if jump is not None:
            self.app.push_screen(FrameSheet(jump), lambda text: self._framed(jump, text))

    async def _framed(self, jump: Jump, text: str | None) -> None:
        if text is None or self.app.sitting is None:
            return
        try:
            assessing.name_frame(self.app.sitting, jump.after.month, jump.after.rating.statement, text)
        except Fault as fault:
            self.app.show_fault(fault)
        else:
            await self.reload()

    def action_release(self) -> None:
        """To what shall be talked about; on the way out everything is looked through."""
        line = self._table.line if self._table is not None else None
        sitting = self.app.sitting
        if line is not None and sitting is not None:
            told = observations(sitting)
            page = ConversationPage(self.lines, told, Words(anchors(), hindrances()), taken={line.statement})
            self.app.push_screen(page)
