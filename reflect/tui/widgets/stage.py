"""The stage: who is silent, as the largest thing in the room; who speaks; the sentence to read aloud."""

from collections.abc import Sequence
from textwrap import wrap

from textual.content import Content
from textual.widget import Widget

from reflect.domain.consultation.round import Round
from reflect.language import _
from reflect.language.consultation import Words
from reflect.language.keys import key_name
from reflect.tui.glance import Glance
from reflect.tui.widgets import letters

BAND_WIDTH = 49
PADDING = 2
WALL_COLUMNS = 92
WALL_ROWS = 26
NARROW = 70
BESIDE = 32
QUOTE_ROWS = 2


def big(word: str, width: int, *, wall: bool = False) -> list[str]:
    """A big word in own letters; in plain letters where it does not fit."""
    drawn = letters.large(word, width) if wall else letters.small(word, width)
    if drawn is None:
        plain_word = ["", word, "", ""]
        drawn = (letters.small(word, width) or plain_word) if wall else plain_word
    return drawn + [""] * ((letters.ROWS if wall else 0) - len(drawn))


def filled(rows: Sequence[str], width: int) -> list[Content]:
    """Rows of the band: bold, on its colour, over the whole width."""
    return [Content.styled((" " * PADDING + row).ljust(width)[:width], "bold $on-band on $band") for row in rows]


def plain(rows: Sequence[Content | str], width: int) -> list[Content]:
    """Rows without fill, cut and padded to a width."""
    contents = (row if isinstance(row, Content) else Content.styled(row, "bold $ink") for row in rows)
    return [content.truncate(width, ellipsis=True, pad=True) for content in contents]


def order(turns: Round) -> Content:
    """`● Tom   ► Jale   ○ Ben   2 von 3`."""
    row = Content("")
    for index, name in enumerate(turns.order):
        if index == turns.turn:
            row = Content.assemble(row, ("► ", "$accent"), (name, "bold underline $ink"), "   ")
        else:
            sign = "–" if name in turns.passed else "●" if index < turns.turn else "○"
            row = Content.assemble(row, (f"{sign} {name}   ", "$ink"))
    count = min(turns.turn + 1, len(turns.order))
    words = _("{count} von {whole}").format(count=count, whole=len(turns.order))
    if turns.lap > 1:
        words = _("{words}, {lap}. Runde").format(words=words, lap=turns.lap)
    return Content.assemble(row, (words, "$quiet"))


def turn_keys(turns: Round) -> Content:
    """Which keys steer the round, with the names they concern."""
    if turns.speaker is None:
        return Content.styled(_("Alle hatten das Wort."), "$quiet")
    on = _("weiter zu {name}").format(name=turns.following) if turns.following else _("Runde beenden")
    skip = _("{name} setzt aus").format(name=turns.speaker)
    return Content.assemble(
        (key_name("f3"), "bold $ink"), (f" {on}   ", "$quiet"), (key_name("f4"), "bold $ink"), (f" {skip}", "$quiet")
    )


class Stage(Widget):
    """Draws itself small (a laptop), as a wall (a projector), or narrow (below 76 columns)."""

    def __init__(self) -> None:
        super().__init__()
        self._view: Glance | None = None

    def show(self, view: Glance) -> None:
        """Show who is silent and who speaks."""
        self._view = view
        self.refresh()

    def render(self) -> Content:
        """The rows that fit the size."""
        view, width = self._view, self.size.width
        if view is None:
            return Content("")
        if self.screen.has_class("-wall"):
            rows = self._wall(view, width)
        elif width < NARROW:
            rows = self._narrow(view, width)
        else:
            rows = self._laptop(view, width)
        return Content("\n").join(rows)

    def _laptop(self, view: Glance, width: int) -> list[Content]:
        silence, voice = view.silence, view.voice
        if silence and voice:
            band = filled(["", silence.lead, *big(silence.big, BAND_WIDTH - 2 * PADDING)], BAND_WIDTH)
            right = width - BAND_WIDTH - PADDING
            spoken = plain(["", Content.styled(voice.lead, "$ink"), *big(voice.big, right)], right)
            block = [Content.assemble(one, " " * PADDING, other) for one, other in zip(band, spoken, strict=True)]
        else:
            block = self._alone(view, width)
        return [*block, Content(""), *quote(view.aloud, width)]

    def _narrow(self, view: Glance, width: int) -> list[Content]:
        silence, voice = view.silence, view.voice
        rows = filled(["", silence.lead, *big(silence.big, width - 2 * PADDING)], width) if silence else []
        if voice:
            rows += plain([Content.assemble((f"{voice.lead} ", "$ink"), (voice.big, "bold $ink"))], width)
        return [*rows, Content(""), *quote(view.aloud, width)]

    def _alone(self, view: Glance, width: int) -> list[Content]:
        if view.silence:
            return filled(["", view.silence.lead, *big(view.silence.big, width - 2 * PADDING)], width)
        voice = view.voice or Words("", "")
        return plain(["", Content.styled(voice.lead, "$ink"), *big(voice.big, width)], width)

    def _wall(self, view: Glance, width: int) -> list[Content]:
        silence, voice = view.silence, view.voice
        if silence:
            word = big(silence.big, width - 2 * PADDING, wall=True)
            block = filled(["", silence.lead, "", *word, ""], width)
        else:
            alone = voice or Words("", "")
            block = plain(["", Content.styled(alone.lead, "$ink"), "", *big(alone.big, width, wall=True), ""], width)
            voice = None
        right = width - BESIDE
        beside = [*quote(view.aloud, right), Content(""), *self._manner(view, right)]
        spoken = plain(
            [Content.styled(voice.lead, "$ink"), *big(voice.big, BESIDE - 2 * PADDING)] if voice else [""] * 5, BESIDE
        )
        below = [Content.assemble(one, other) for one, other in zip(spoken, beside, strict=True)]
        return [*block, Content(""), *below]

    @staticmethod
    def _manner(view: Glance, width: int) -> list[Content]:
        if view.turns:
            return plain([order(view.turns), turn_keys(view.turns)], width)
        allowed = _("Erlaubt: {words}.").format(words=", ".join(view.allowed))
        later = _("Nicht jetzt: {words}.").format(words=", ".join(view.later))
        return plain([Content.styled(allowed, "$quiet"), Content.styled(later, "$quiet")], width)


def quote(text: str, width: int) -> list[Content]:
    """A sentence to read aloud: thick bar, quotation marks of the language, two rows."""
    lines = wrap(_("„{text}“").format(text=text), max(10, width - 4))[:QUOTE_ROWS] if text else []
    rows = [Content.assemble(("▌  ", "$ink"), (line, "$ink")).truncate(width, ellipsis=True) for line in lines]
    return rows + [Content("")] * (QUOTE_ROWS - len(rows))
