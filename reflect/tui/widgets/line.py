"""One row of text with something at its right edge; the left part gives way first."""

from textual.content import Content

GAP = 2


def justified(left: Content, right: Content, width: int) -> Content:
    """Left and right part on one row of exactly `width` cells.

    Args:
        left: Is cut with `…` when both do not fit.
        right: Is never cut while it fits alone.
        width: In cells.
    """
    room = max(0, width - right.cell_length - (GAP if right.cell_length else 0))
    cut = left.truncate(room, ellipsis=True)
    blank = max(0, width - cut.cell_length - right.cell_length)
    return Content.assemble(cut, " " * blank, right)
