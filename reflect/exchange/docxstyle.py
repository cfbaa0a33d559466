"""The look of a Word page: A4, one accent, nothing of the stock template."""

from typing import Any, Final

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FOOTNOTE: Final = "Intense Quote"
"""Word's own style that carries what was done with the page, restyled so that every Word knows it."""
_FONT = "Calibri"
_INK, _ACCENT, _QUIET = "211F1B", "0C5A66", "5E574C"
_STYLES = (
    # style, points, colour, bold, points before, points after
    ("Normal", 11, _INK, False, 0, 6),
    ("Heading 1", 18, _ACCENT, True, 0, 6),
    ("Heading 2", 12, _ACCENT, True, 14, 3),
    ("List Bullet", 11, _INK, False, 0, 3),
    (FOOTNOTE, 9, _QUIET, False, 18, 0),
)


def dress(document: Any) -> None:
    """Give a new document paper, margins, fonts and colours, and take away every style it does not use.

    Args:
        document: From python-docx, still empty.
    """
    from docx.shared import Cm, Pt, RGBColor  # noqa: PLC0415 - heavy, and only for this format

    styles = document.styles
    _strip(styles.element)
    for section in document.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2.5)
    for name, size, colour, bold, before, after in _STYLES:
        style = styles[name]
        style.font.size, style.font.bold, style.font.italic = Pt(size), bold, False
        style.font.color.rgb = RGBColor.from_string(colour)
        style.font.name = _FONT
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.line_spacing = 1.15
    _rule_above(styles[FOOTNOTE])
    _one_font(styles.element)


def _strip(styles: Any) -> None:
    """Leave the styles of the page, the defaults and what the numbering speaks of: the others bear many names."""
    used = {name for name, *_ in _STYLES}
    for element in list(styles):
        if element.tag == f"{_W}latentStyles":
            styles.remove(element)
        elif element.tag == f"{_W}style":
            is_list = (element.get(f"{_W}styleId") or "").startswith(("ListBullet", "ListNumber"))
            if element.name_val.title() not in used and not is_list and element.get(f"{_W}default") is None:
                styles.remove(element)
            for link in element.findall(f"{_W}link"):
                element.remove(link)


def _one_font(styles: Any) -> None:
    """One font for every script; the template's theme would win otherwise."""
    for fonts in styles.iter(f"{_W}rFonts"):
        fonts.attrib.clear()
        for script in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(f"{_W}{script}", _FONT)


def _rule_above(style: Any) -> None:
    """A thin line over what was done, instead of the template's frame and indent."""
    properties = style.element.get_or_add_pPr()
    for old in list(properties):
        if old.tag in {f"{_W}pBdr", f"{_W}ind"}:
            properties.remove(old)
    border = properties.makeelement(f"{_W}pBdr", {})
    looks = {"val": "single", "sz": "4", "space": "6", "color": _QUIET}
    border.append(border.makeelement(f"{_W}top", {f"{_W}{key}": value for key, value in looks.items()}))
    properties.insert_element_before(
        border, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:rPr"
    )
