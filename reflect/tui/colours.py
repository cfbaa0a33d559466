"""What a terminal with fewer colours gets: exact palette numbers for 256, the terminal's own two for less."""

from functools import lru_cache

from rich.color import Color as RichColor
from rich.color import ColorType
from rich.color_triplet import ColorTriplet
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from reflect.tui.themes import NAMES, table

_LEVELS = (0, 95, 135, 175, 215, 255)
_PLAIN_SIGNS = str.maketrans(
    "●•○►…■–→║▌▏█░━─═▁▃▄▆▇▀",
    "**o>.#->|||#.=-=12345#",
)


def palette_number(colour: ColorTriplet) -> int | None:
    """The number (16 to 255) of a colour that stands in the xterm palette exactly; None for any other."""
    red, green, blue = colour
    if red == green == blue and red >= 8 and (red - 8) % 10 == 0 and red <= 238:  # noqa: PLR2004 - the grey ramp
        return 232 + (red - 8) // 10
    if {red, green, blue} <= set(_LEVELS):
        return 16 + 36 * _LEVELS.index(red) + 6 * _LEVELS.index(green) + _LEVELS.index(blue)
    return None


class Indexed(LineFilter):
    """Sends the numbers of the 256-colour table, since the usual conversion misses the grey ramp by one."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's signature
        """Every colour of our own table by number."""
        return [
            Segment(text, style if style is None else _indexed(style), control) for text, style, control in segments
        ]


class TwoColours(LineFilter):
    """No colours: what is filled becomes reverse video, tints vanish, signs, weight and underlines stay."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's signature
        """Every segment in the terminal's own two colours."""
        return [
            Segment(text, style if style is None else _colourless(style), control) for text, style, control in segments
        ]


class PlainSigns(LineFilter):
    """Signs for fonts that lack ours, such as the Linux console's."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's signature
        """Every sign as an ASCII character of the same width."""
        return [Segment(text.translate(_PLAIN_SIGNS), style, control) for text, style, control in segments]


def _filled() -> frozenset[ColorTriplet]:
    tables = [table(name, indexed=indexed) for name in NAMES for indexed in (False, True)]
    names = [colours[token] for colours in tables for token in ("band", "accent")]
    names += [table("kontrast")["select"]]
    # White is the chosen row in kontrast, and the field in hell: there it is a tint.
    return frozenset(Color.parse(name).rich_color.get_truecolor() for name in names if name != "#FFFFFF")


_FILLED = _filled()


@lru_cache(1024)
def _indexed(style: Style) -> Style:
    colours = [_number(colour) for colour in (style.color, style.bgcolor)]
    return style + Style.from_color(*colours)


def _number(colour: RichColor | None) -> RichColor | None:
    if colour is None or colour.type is not ColorType.TRUECOLOR or colour.triplet is None:
        return colour
    number = palette_number(colour.triplet)
    return colour if number is None else RichColor.from_ansi(number)


@lru_cache(1024)
def _colourless(style: Style) -> Style:
    back = style.bgcolor.triplet if style.bgcolor is not None else None
    return Style(
        bold=style.bold,
        underline=style.underline,
        strike=style.strike,
        reverse=True if back in _FILLED else style.reverse,
        meta=style.meta or None,
    )
