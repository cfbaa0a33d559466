"""The time map: each phase as long as its minutes; below it where the group is and when it will end."""

from textual.content import Content
from textual.widget import Widget

from reflect.domain.consultation.plan import distribute
from reflect.language import _
from reflect.tui.glance import Glance
from reflect.tui.widgets.line import justified

GAP = 3


class TimeMap(Widget):
    """Two rows: past `━`, now `█░` in whole minutes, coming `─`, the protected end `═`; then the words."""

    def __init__(self) -> None:
        super().__init__()
        self._view: Glance | None = None

    def show(self, view: Glance) -> None:
        """Show where the group is."""
        self._view = view
        self.refresh()

    def render(self) -> Content:
        """Map and words."""
        view, width = self._view, self.size.width
        if view is None:
            return Content("")
        heading = f"{view.number} {view.title}"
        right = Content.assemble((_("Ende gegen") + " ", "$quiet"), (view.end, "$ink"))
        room = width - len(heading) - right.cell_length - 2 * GAP
        words = view.left if len(view.left) <= room else view.left_briefly
        if len(words) > room:
            right = Content.styled(view.end, "$ink")
        left = Content.assemble((heading, "bold $ink"), (" " * GAP + words, "$quiet"))
        return Content("\n").join([self._map(view, width), justified(left, right, width)])

    def _map(self, view: Glance, width: int) -> Content:
        minutes = [max(1, minutes) for minutes in view.ledger.allotted]
        room = width - len(minutes) + 1
        if room < len(minutes):
            return Content("")
        lengths = distribute(minutes, [1] * len(minutes), room)
        return Content(" ").join([self._phase(view, index, length) for index, length in enumerate(lengths)])

    def _phase(self, view: Glance, index: int, length: int) -> Content:
        if index == view.index:
            whole = max(1, view.ledger.allotted[index])
            done = min(length, length * view.taken // whole)
            return Content.assemble(("█" * done, "$accent"), ("░" * (length - done), "$accent"))
        if index in view.skipped:
            return Content.styled("–".ljust(length), "$quiet")
        if index < view.index:
            return Content.styled("━" * length, "$quiet")
        last = index == view.ledger.closing
        return Content.styled(("═" if last else "─") * length, "$quiet" if last else "$stroke")
