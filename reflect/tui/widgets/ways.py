"""Which ways to decide stand in the block for a mention, always at the same place."""

from collections.abc import Iterable

from reflect.domain.mention import Choice, Mention
from reflect.language import _
from reflect.language.keys import key_name
from reflect.language.release import step_words
from reflect.tui.widgets.decision_block import Way

NOTHING = Way("", "", "")


def ways_for(mention: Mention, offered: Iterable[Choice]) -> tuple[Way, ...]:
    """E and A above B and I; for what merely makes recognisable V and V once more above B and R.

    Args:
        mention: In question.
        offered: What the domain allows for it.
    """
    by_letter = {choice.letter: choice for choice in offered}
    if mention.is_advice:
        return (_step(by_letter.get("V")), _beyond(by_letter.get("VV")), _keep(), Way("keep-rest", "R", _rest()))
    replace = Way("replace", "E", _("ersetzen durch"), mention.proposal)
    same = Way("same", "A", _("ist dieselbe wie …")) if "A" in by_letter else NOTHING
    return (replace, same, Way("keep", "B", _("behalten, nur hier")), Way("always", "I", _("immer behalten")))


def _keep() -> Way:
    return Way("keep", "B", _("behalten"))


def _rest() -> str:
    return _("alles Übrige dieser Art behalten")


def _step(choice: Choice | None) -> Way:
    return Way("generalise", "V", "", step_words(choice.words)) if choice is not None else NOTHING


def _beyond(choice: Choice | None) -> Way:
    if choice is None:
        return NOTHING
    return Way("beyond", key_name("shift+v"), _("allgemeiner:"), step_words(choice.words))
