"""Every allowed pair of colours is readable, in every theme and with 256 colours."""

import pytest
from textual.app import App
from textual.color import Color

from reflect.tui import themes
from reflect.tui.colours import palette_number

GROUNDS = ("paper", "sheet", "field")


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.x."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def pairs(name: str) -> list[tuple[str, str, float]]:
    """Foreground, ground and the least contrast of every pair that may occur."""
    text = 7.0 if name == "kontrast" else 4.5
    sign = 7.0 if name == "kontrast" else 3.0
    grounds = [(token, ground, text) for token in ("ink", "quiet", "accent", "danger") for ground in GROUNDS]
    grounds += [("stroke", ground, sign) for ground in GROUNDS]
    grounds += [("ink", "mark", text), ("quiet", "mark", text), ("stroke", "mark", sign), ("accent", "mark", text)]
    return [*grounds, ("on-band", "band", text), ("on-select", "select", text), ("band", "paper", 3.0)]


@pytest.mark.parametrize("indexed", [False, True])
@pytest.mark.parametrize("name", themes.NAMES)
def test_every_pair_is_readable(name: themes.ThemeName, *, indexed: bool) -> None:
    colours = themes.table(name, indexed=indexed)
    poor = {
        (front, back): round(contrast(colours[front], colours[back]), 2)
        for front, back, least in pairs(name)
        if contrast(colours[front], colours[back]) < least
    }
    assert not poor


def test_the_measure_itself() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert round(contrast("#5E574C", "#FAF7F1"), 1) == 6.7


@pytest.mark.parametrize("name", themes.NAMES)
def test_indexed_colours_stand_in_the_palette(name: themes.ThemeName) -> None:
    for token, colour in themes.table(name, indexed=True).items():
        number = palette_number(Color.parse(colour).rich_color.get_truecolor())
        assert number is not None, (token, colour)
        assert 16 <= number <= 255


class Bare(App[None]):
    """An app with our themes and nothing else."""

    def __init__(self, name: themes.ThemeName) -> None:
        super().__init__()
        self.register_theme(themes.theme(name))
        self.theme = name


@pytest.mark.parametrize("name", themes.NAMES)
def test_nothing_is_blended_by_the_library(name: themes.ThemeName) -> None:
    ours = {colour.upper() for colour in themes.table(name).values()}
    words = {"none", "bold", "underline", "bold underline", "transparent"}
    foreign = {
        variable: value
        for variable, value in Bare(name).get_css_variables().items()
        if value.upper() not in ours and value not in words
    }
    assert not foreign
