"""Words for people: German is the source language, English is complete.

Every sentence stands in the code in German, inside `_()`, `ngettext()` or, where it is only stored, `N_()`.
The catalogues are looked up late, so a change of language holds from the next word on.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import NullTranslations

LANGUAGES = ("de", "en")
NAMES = {"de": "Deutsch", "en": "English"}
"""What each language calls itself."""

SOURCE = "de"
DOMAIN = "reflect"
LOCALE = Path(__file__).resolve().parent / "locale"

_chosen = [SOURCE]


def use(language: str) -> None:
    """Speak this language from now on.

    Args:
        language: `de` or `en`; anything else, such as a locale we have no words for, is German.
    """
    _chosen[0] = language if language in LANGUAGES else SOURCE


def current() -> str:
    """The language that is spoken: `de` or `en`."""
    return _chosen[0]


def gettext(message: str) -> str:
    """The sentence in the language that is spoken.

    Args:
        message: In German. The empty text stays empty (gettext would answer with the catalogue's head).
    """
    if _chosen[0] == SOURCE or not message:
        return message
    return _catalogue(_chosen[0]).gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """The singular for one, the plural for any other number, in the language that is spoken.

    Args:
        singular: In German, for 1.
        plural: In German, for 0, 2 and more.
        count: How many.
    """
    if _chosen[0] == SOURCE:
        return singular if count == 1 else plural
    return _catalogue(_chosen[0]).ngettext(singular, plural, count)


def N_(message: str) -> str:  # noqa: N802 - the customary name; the extractor looks for it
    """Mark a sentence for translation where it is only stored; `gettext` says it later."""
    return message


_ = gettext


@lru_cache(maxsize=len(LANGUAGES))
def _catalogue(language: str) -> NullTranslations:
    from gettext import translation  # noqa: PLC0415 - German, and `--version`, need no catalogue

    return translation(DOMAIN, LOCALE, [language], fallback=True)
