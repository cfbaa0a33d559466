"""Fewer colours: exact palette numbers, or the terminal's own two."""

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from reflect.tui.colours import Indexed, PlainSigns, TwoColours
from reflect.tui.themes import table

GROUND = Color.parse("#EEEEEE")


def one(style: Style, text: str = "● hier") -> list[Segment]:
    return [Segment(text, style)]


def test_grey_ramp_is_sent_by_its_number() -> None:
    drawn = Indexed().apply(one(Style(color="#121212", bgcolor="#EEEEEE")), GROUND)
    assert drawn[0].style is not None
    assert drawn[0].style.color == RichColor.from_ansi(233)
    assert drawn[0].style.bgcolor == RichColor.from_ansi(255)


def test_band_becomes_reverse_video_without_colours() -> None:
    colours = table("dunkel")
    drawn = TwoColours().apply(one(Style(color=colours["on-band"], bgcolor=colours["band"], bold=True)), GROUND)
    style = drawn[0].style
    assert style is not None
    assert style.reverse
    assert style.bold
    assert style.color is None
    assert style.bgcolor is None


def test_tints_vanish_without_colours_and_underlines_stay() -> None:
    colours = table("hell")
    drawn = TwoColours().apply(one(Style(color=colours["ink"], bgcolor=colours["mark"], underline=True)), GROUND)
    style = drawn[0].style
    assert style is not None
    assert style.bgcolor is None
    assert not style.reverse
    assert style.underline


def test_chosen_row_in_kontrast_stays_visible_without_colours() -> None:
    drawn = TwoColours().apply(one(Style(color="#000000", bgcolor=table("kontrast")["accent"])), GROUND)
    assert drawn[0].style is not None
    assert drawn[0].style.reverse


def test_plain_signs_keep_their_width() -> None:
    drawn = PlainSigns().apply(one(Style(), "● ► … ■ – → ▌ ▃"), GROUND)
    assert drawn[0].text == "* > . # - > | 2"
