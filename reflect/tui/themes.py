"""Three themes of thirteen colours each; every pair that is used was computed (WCAG 2.x relative luminance).

`paper` is the page, `sheet` lies on it, in a `field` a person writes. `ink` is what a person wrote or must read,
`quiet` what the program says about it. `accent` marks here and now, `band` the one filled area.
"""

from typing import Literal, get_args

from textual.theme import Theme

ThemeName = Literal["hell", "dunkel", "kontrast"]
NAMES: tuple[ThemeName, ...] = get_args(ThemeName)
TOKENS = (
    "paper",
    "sheet",
    "field",
    "ink",
    "quiet",
    "stroke",
    "accent",
    "band",
    "on-band",
    "select",
    "on-select",
    "mark",
    "danger",
)

_FULL = {
    "hell": "#FAF7F1 #F0EADF #FFFFFF #211F1B #5E574C #7F7668 #0C5A66 #0C5A66 #FFFFFF #CDE3E5 #211F1B #E8DFCE #98291A",
    "dunkel": "#15181A #202528 #1B1F22 #ECE7DD #ABA9A1 #7F888D #86CBD1 #2D7B88 #FFFFFF #27474D #ECE7DD #363633 #F2A493",
    "kontrast": "#000000 #1C1C1C #1C1C1C #FFFFFF #DADADA #D0D0D0 #FFE14D #FFE14D #000000 #FFFFFF #000000 #3A3A3A "
    "#FFB4A8",
}
# Picked by hand from the xterm palette: the automatic conversion turns the light sheet pink.
_INDEXED = {
    "hell": "#EEEEEE #E4E4E4 #FFFFFF #121212 #4E4E4E #6C6C6C #005F5F #005F5F #FFFFFF #AFD7D7 #121212 #DADADA #870000",
    "dunkel": "#121212 #262626 #1C1C1C #EEEEEE #A8A8A8 #8A8A8A #87D7D7 #87D7D7 #121212 #005F5F #EEEEEE #3A3A3A #FFAF87",
    "kontrast": "#000000 #1C1C1C #1C1C1C #FFFFFF #DADADA #D0D0D0 #FFFF5F #FFFF5F #000000 #FFFFFF #000000 #3A3A3A "
    "#FFAFAF",
}

# Every variable Textual would derive by blending, and the token that takes its place.
_DERIVED = {
    "paper": "background background-muted primary-background secondary-background block-cursor-blurred-background "
    "footer-background footer-item-background footer-key-background footer-description-background link-background "
    "primary-muted secondary-muted accent-muted warning-muted error-muted success-muted border-blurred boost "
    "ansi-background",
    "sheet": "panel",
    "field": "surface surface-active scrollbar-background scrollbar-background-hover scrollbar-background-active "
    "scrollbar-corner-color input-cursor-foreground",
    "ink": "foreground text text-primary text-secondary text-success text-accent success "
    "block-cursor-blurred-foreground footer-foreground footer-key-foreground button-foreground button-color-foreground "
    "link-color markdown-h1-color markdown-h2-color markdown-h3-color markdown-h4-color markdown-h5-color "
    "markdown-h6-color",
    "quiet": "text-muted text-disabled foreground-muted foreground-disabled footer-description-foreground",
    "stroke": "scrollbar scrollbar-hover scrollbar-active",
    "accent": "primary secondary border input-cursor-background",
    "select": "block-cursor-background block-hover-background input-selection-background screen-selection-background "
    "link-background-hover",
    "on-select": "block-cursor-foreground input-selection-foreground screen-selection-foreground link-color-hover",
    "danger": "error warning text-error text-warning",
}
_SHADED = "primary secondary primary-background secondary-background background foreground panel boost surface warning "
_SHADES = ("darken-1", "darken-2", "darken-3", "lighten-1", "lighten-2", "lighten-3")


def table(name: ThemeName, *, indexed: bool = False) -> dict[str, str]:
    """Colours by token, as `#RRGGBB`.

    Args:
        name: The theme.
        indexed: The table for terminals with 256 colours.
    """
    return dict(zip(TOKENS, (_INDEXED if indexed else _FULL)[name].split(), strict=True))


def variables(name: ThemeName, *, indexed: bool = False) -> dict[str, str]:
    """Every style variable of a theme: the tokens, and what Textual would otherwise compute itself."""
    tokens = table(name, indexed=indexed)
    derived = {variable: tokens[token] for token, names in _DERIVED.items() for variable in names.split()}
    shaded = (_SHADED + "error success accent").split()
    shades = {f"{base}-{shade}": {**derived, **tokens}[base] for base in shaded for shade in _SHADES}
    words = {"link-style": "none", "link-style-hover": "bold", "button-focus-text-style": "bold"}
    return {**derived, **shades, **words, **tokens}


def theme(name: ThemeName, *, indexed: bool = False) -> Theme:
    """A theme as Textual takes it."""
    tokens = table(name, indexed=indexed)
    return Theme(
        name=name,
        primary=tokens["accent"],
        secondary=tokens["accent"],
        accent=tokens["accent"],
        foreground=tokens["ink"],
        background=tokens["paper"],
        surface=tokens["field"],
        panel=tokens["sheet"],
        boost=tokens["paper"],
        error=tokens["danger"],
        warning=tokens["danger"],
        success=tokens["ink"],
        dark=name != "hell",
        variables=variables(name, indexed=indexed),
    )
