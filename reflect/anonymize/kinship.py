"""Kin words and trades right before a replaced name: `Ihre Schwester Selam` becomes `Die Schwester von A`."""

import re

_KIN = (
    r"Schwester|Bruder|Mutter|Vater|Sohn|Tochter|Kind|Mann|Frau|Ehe(?:mann|frau)|Partner(?:in)?|Freund(?:in)?|Onkel|Tante|Oma|Opa"
    r"|Cousine?|Neffe|Nichte|(?-i:Junge)|Mädchen|Baby|Kolleg(?:e|in)|Nachbar(?:in)?"
)
_TRADE = (
    r"Klient(?:in)?|Bewohner(?:in)?|Patient(?:in)?|Schüler(?:in)?|Praktikant(?:in)?|Sozialarbeiter(?:in)?|Sachbearbeiter(?:in)?"
    r"|(?:[A-ZÄÖÜ][a-zäöüß]+)?[Ll]eiter(?:in)?|Chef(?:in)?|Dolmetscher(?:in)?|Sprachmittler(?:in)?|Hausmeister(?:in)?"
    r"|(?:Rechts)?(?:anwalt|anwältin|Anwalt|Anwältin)|Richter(?:in)?|Arzt|Ärztin|(?:[A-ZÄÖÜ][a-zäöüß]+)?[Ll]ehrer(?:in)?"
    r"|Erzieher(?:in)?|Therapeut(?:in)?|Betreuer(?:in)?|Pat(?:e|in)|Vermieter(?:in)?|Ehrenamtlicher?|Jugendlicher?|Hebamme"
)
_BEFORE = re.compile(
    rf"(?:\b(?P<owner>(?:mein|dein|sein|ihr|unser|eu(?:e)?r)(?P<ending>e[rnms]?)?)(?P<gap>\s+))?"
    rf"\b(?P<kin>{_KIN}|{_TRADE})(?P<case>n|s|es|en)?[^\S\n]+$",
    re.IGNORECASE,
)
_ROLE = re.compile(r"(?P<head>[A-ZÄÖÜ][a-zäöüß]+) (?P<rest>(?:\d+ )?(?:von )?(?P<letter>[A-Z]{1,2}))")
_ARTICLES = {"e": "die", "er": "der", "en": "den", "em": "dem", "es": "des"}


def beside_kin(before: str, new: str) -> tuple[str, str]:
    """What stands before a replaced name and instead of it, when a kin word or a trade introduces the name.

    The word stays in its case and takes the rest of the role: `meines Bruders Yonas` becomes `des Bruders von A`, or
    `meines Bruders B` when all that is known is a person. A role that says something else follows in brackets. Where
    A was just named as the one whose brother it is, nothing follows: `Klientin As Bruder`.

    Args:
        before: The text before the name.
        new: The role; words of another shape are left alone.
    """
    kin, role = _BEFORE.search(before), _ROLE.fullmatch(new)
    if kin is None or role is None:
        return before, new
    if role["head"].casefold() not in {"person", kin["kin"].casefold()}:
        return before, f"({new})"
    if "von " in role["rest"] and before[: kin.start()].endswith((f" {role['letter']}s ", f"von {role['letter']} ")):
        return before.rstrip(), ""
    if "von " not in role["rest"] or kin["owner"] is None:
        return before, role["rest"]
    ending = (kin["ending"] or "").casefold()
    article = _ARTICLES.get(ending, "das" if kin["kin"].casefold() == "kind" else "der")
    if kin["owner"][0].isupper():
        article = article.capitalize()
    return before[: kin.start()] + article + before[kin.start("gap") :], role["rest"]
