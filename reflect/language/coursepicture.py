"""The course as a picture with a text alternative, for paper and for whoever hears it: bars with digits, in black."""

from collections.abc import Sequence
from html import escape

from reflect.domain.assessment.course import Column, Line, columns
from reflect.domain.assessment.mark import Mark
from reflect.domain.assessment.month import first_day
from reflect.domain.leitbild import Caption
from reflect.language import current, dates
from reflect.language import gettext as _
from reflect.language.assessment import BREAK, NOT_ASKED, legend, line_in_words

HATCH = (
    '<defs><pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse">'
    '<path d="M0 4L4 0" stroke="#000" stroke-width="1"/></pattern></defs>'
)
"""The pattern of a bar: it prints in black and white."""
HEARD = 'role="img" aria-labelledby="title desc" font-family="sans-serif" font-size="13"'
LEFT, STEP, ROW, TOP = 260, 56, 30, 44
BAR, UNIT = 22, 4
"""Width of a bar, and height of one level."""
BASE = 22
"""From the top of a row to the line its words stand on."""


def in_words(rows: Sequence[tuple[Line, Caption]]) -> list[str]:
    """One sentence for each statement."""
    return [line_in_words(line, caption) for line, caption in rows]


def course_files(rows: Sequence[tuple[Line, Caption]]) -> dict[str, str]:
    """What the owner's copy holds of the course: nothing where nothing was rated.

    Args:
        rows: Lines with their captions.
    """
    if not rows:
        return {}
    words = [f"# {_('Verlauf')}", "", "   ".join(legend()), "", *(f"- {row}" for row in in_words(rows))]
    return {"course.svg": picture(rows), "course.md": "\n".join(words) + "\n"}


def picture(rows: Sequence[tuple[Line, Caption]]) -> str:
    """The picture: no font, no colour and no address from elsewhere.

    Args:
        rows: Lines with their captions.
    """
    shown = columns([line for line, _caption in rows])
    width, height = LEFT + STEP * len(shown) + 20, TOP + ROW * len(rows) + 40
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" lang="{current()}" {HEARD}>',
        f'<title id="title">{escape(_("Verlauf"))}</title>',
        f'<desc id="desc">{escape(". ".join(in_words(rows)))}.</desc>',
        HATCH,
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
        *_head(shown),
    ]
    for place, (line, caption) in enumerate(rows):
        parts += _row(line, caption, shown, TOP + ROW * place)
    parts += [_text(12, height - 14, "   ".join(legend())), "</svg>"]
    return "\n".join(parts) + "\n"


def _head(shown: Sequence[Column]) -> list[str]:
    return [
        _text(LEFT + STEP * place, TOP - 14, f"{dates.short_month(first_day(column.month))} {column.month[2:4]}")
        for place, column in enumerate(shown)
        if not column.is_break
    ]


def _row(line: Line, caption: Caption, shown: Sequence[Column], top: int) -> list[str]:
    parts = [_text(12, top + BASE, caption.number), _text(64, top + BASE, caption.title)]
    for place, column in enumerate(shown):
        x = LEFT + STEP * place
        rating = line.at(column.month)
        if column.is_break:
            parts += [_text(x + BAR, top + BASE, BREAK)] if column.month in line.breaks else []
        elif rating is None or rating.mark is None:
            parts.append(_text(x + BAR + 6, top + BASE, NOT_ASKED))
        else:
            parts += _cell(rating.mark, x, top)
    return parts


def _cell(mark: Mark, x: int, top: int) -> list[str]:
    level = mark.level or 0
    bar = (
        f'<rect x="{x}" y="{top + BASE - level * UNIT}" width="{BAR}" height="{level * UNIT}" '
        'fill="url(#hatch)" stroke="#000"/>'
    )
    return [*([bar] if level else []), _text(x + BAR + 6, top + BASE, mark.value)]


def _text(x: int, y: int, words: str) -> str:
    return f'<text x="{x}" y="{y}">{escape(words)}</text>'
