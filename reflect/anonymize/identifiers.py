"""Numbers that offices, courts, insurers and banks gave to a person."""

# ruff: noqa: E501 - patterns read better on one line

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from reflect.anonymize import checkdigits
from reflect.anonymize.mark import Mark
from reflect.domain.finding import Kind, Tier

_CUES = (
    r"aktenzeichen|az|gesch\.?-?\s?z(?:eichen)?|geschäftszeichen|zeichen|kunden-?\s?(?:nr|nummer)|bg-?\s?(?:nr|nummer)"
    r"|bedarfsgemeinschaft|azr(?:-?\s?(?:nr|nummer))?|fall-?\s?(?:nr|nummer)|akten-?\s?(?:nr|nummer)"
    r"|(?:reise)?pass(?:-?\s?(?:nr|nummer))?|ausweis(?:-?\s?(?:nr|nummer))?|personalausweis|eat|aufenthaltstitel"
    r"|aufenthaltsgestattung|ankunftsnachweis|akn|duldung|steuer-?\s?(?:id|idnr|nr|nummer)|idnr|identifikationsnummer"
    r"|sv-?\s?(?:nr|nummer)|rv-?\s?(?:nr|nummer)|sozialversicherungs-?\s?(?:nr|nummer)|rentenversicherungs-?\s?(?:nr|nummer)"
    r"|versicherten-?\s?(?:nr|nummer)|versicherungs-?\s?(?:nr|nummer)|kv-?\s?(?:nr|nummer)|kvnr|krankenkassen-?\s?(?:nr|nummer)"
    r"|mitglieds-?\s?(?:nr|nummer)|personal-?\s?(?:nr|nummer)|matrikel-?\s?(?:nr|nummer)|vertrags-?\s?(?:nr|nummer)"
    r"|rechnungs-?\s?(?:nr|nummer)|vorgangs-?\s?(?:nr|nummer)|dokumenten-?\s?(?:nr|nummer)|serien-?\s?(?:nr|nummer)"
    r"|kennzeichen|nummernschild|id-?\s?(?:nr|nummer)|ordnungs-?\s?(?:nr|nummer)|register-?\s?(?:nr|nummer)"
    r"|(?<!haus)(?<!zimmer)(?<=\w)\.?-?(?:nr|nummer)|tgb|tagebuch"
)
_NEAR = re.compile(rf"(?:\b(?:{_CUES}))[^\n]{{0,40}}$", re.IGNORECASE)
_CUED = re.compile(
    rf"\b(?:{_CUES})\b\.?\s*(?:des\s+\w+|vom\s+\w+|beim\s+\w+|lautet|ist|nr|nummer)?\.?\s*[:#]?\s*"
    r"((?:[A-Z]{1,3}[ -]?)?[A-Z0-9]*\d[A-Z0-9]*(?:[ ./-]{1,2}[A-Z0-9]*\d[A-Z0-9]*|//\d+)*)",
    re.IGNORECASE,
)
_ACCOUNT_CUED = re.compile(
    r"\b(?:konto(?:-?\s?(?:nr|nummer))?|kto|blz|bankleitzahl|bic|swift)\b\.?(?:-?\s?nr\.?)?\s*(?:ist|lautet)?\s*[:#]?\s*"
    r"(\d[\d ]{3,}\d|(?-i:[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?))",
    re.IGNORECASE,
)
# Decisions of the highest courts are law, not a person's file.
_HIGH_COURT = re.compile(r"\b(?:BVerwG|BVerfG|BGH|BSG|BAG|EuGH|EGMR)\b[^\n.;]{0,20}$")
_AMOUNT = re.compile(r"\s*(?:€|euro|eur|%|prozent|km|m²|qm|stunden|std|kg|uhr|seiten|menschen|personen)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A form of number.

    Attributes:
        form: What it looks like.
        kind: What it tells.
        tier: How sure the form alone is.
        check: Tells a right check digit; None: there is none.
        near: A cue word within 40 signs before it makes it certain.
    """

    form: re.Pattern[str]
    kind: Kind
    tier: Tier | None
    check: Callable[[str], bool] | None = None
    near: bool = True


def _form(body: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/.+-]){body}(?![\w])", flags)


_PATTERNS = (
    Pattern(_form(r"[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?", re.IGNORECASE), Kind.ACCOUNT, Tier.SUSPECT, checkdigits.bank_account),
    Pattern(_form(r"\d{7} ?[-./] ?\d{3}"), Kind.IDENTIFIER, Tier.CERTAIN),
    Pattern(_form(r"\d{2}(?:0\d|1[0-2])(?:[0-2]\d|3[01]) ?\d{6}"), Kind.IDENTIFIER, Tier.CERTAIN),
    Pattern(_form(r"[1-9]\d ?\d{3} ?\d{3} ?\d{3}"), Kind.IDENTIFIER, Tier.SUSPECT, checkdigits.tax),
    Pattern(_form(r"\d{2} ?\d{6} ?[A-Z] ?\d{2} ?\d", re.IGNORECASE), Kind.IDENTIFIER, Tier.SUSPECT, checkdigits.pension_insurance),
    Pattern(_form(r"[A-Z] ?\d{3} ?\d{3} ?\d{3}", re.IGNORECASE), Kind.IDENTIFIER, Tier.SUSPECT, checkdigits.health_insurance),
    Pattern(_form(r"(?=[A-Z0-9]*\d)(?=[0-9]*[A-Z])[CFGHJKLMNPRTVWXYZ0-9]{9}\d?"), Kind.IDENTIFIER, Tier.SUSPECT, checkdigits.travel_document),
    Pattern(re.compile(r"(?<![A-Z0-9<])[A-Z0-9<]{9,}<[A-Z0-9<]{5,}"), Kind.IDENTIFIER, Tier.CERTAIN),
    Pattern(_form(r"(?:[A-Z]{2,4} )?\d{1,3} ?[A-Z]{1,3} ?\d{1,6}[/.]\d{2}(?:\.[A-Z]{1,2})?"), Kind.IDENTIFIER, Tier.CERTAIN),
    Pattern(_form(r"\d{3}[A-Z]\d{6}", re.IGNORECASE), Kind.IDENTIFIER, Tier.CERTAIN),
    Pattern(_form(r"\d{3,6}//?\d{5,9}"), Kind.IDENTIFIER, Tier.CERTAIN),
    Pattern(_form(r"[A-ZÄÖÜ]{1,3}-[A-Z]{1,2}[ -]?\d{1,4}[EH]?"), Kind.IDENTIFIER, Tier.CERTAIN),
    Pattern(_form(r"[A-ZÄÖÜ]{1,3} [A-Z]{1,2} ?\d{2,4}[EH]?"), Kind.IDENTIFIER, None),
    Pattern(_form(r"(?=[A-Z/.-]*\d)[A-Z0-9]{1,6}(?:[-/.][A-Z0-9]{1,8}){1,4}"), Kind.IDENTIFIER, None),
    Pattern(_form(r"(?=(?:[^\s\d]*\d){5})[A-Z]{1,6}(?:[-/.][A-Z]{1,4})?(?:[-/._]\d{1,9}){2,4}"), Kind.IDENTIFIER, Tier.SUSPECT),
    Pattern(_form(r"\d[\d .-]{4,}\d"), Kind.IDENTIFIER, None),
    Pattern(_form(r"[A-Z]{0,3}\d{6,}[A-Z]?"), Kind.IDENTIFIER, Tier.SUSPECT),
)  # fmt: skip


def find(text: str) -> Iterator[Mark]:
    """Marks for identifiers and accounts in a normalised text; a wrong check digit lowers the tier only."""
    for match in _CUED.finditer(text):
        if sum(char.isdigit() for char in match.group(1)) > 2:  # noqa: PLR2004 - a room number has fewer
            yield Mark(match.start(1), match.end(1), Kind.IDENTIFIER, Tier.CERTAIN, 70)
    for match in _ACCOUNT_CUED.finditer(text):
        yield Mark(match.start(1), match.end(1), Kind.ACCOUNT, Tier.CERTAIN, 72)
    for number, pattern in enumerate(_PATTERNS):
        for match in pattern.form.finditer(text):
            tier = _tier(text, match, pattern)
            cited = _HIGH_COURT.search(text[max(0, match.start() - 30) : match.start()])
            if tier is not None and not cited and not _AMOUNT.match(text, match.end()):
                yield Mark(
                    match.start(),
                    match.end(),
                    pattern.kind,
                    tier,
                    (96 if pattern.kind is Kind.ACCOUNT else 84) - number,
                )


def _tier(text: str, match: re.Match[str], pattern: Pattern) -> Tier | None:
    """How sure a number is: by its check digit, by a cue before it, or by its form."""
    if pattern.check is not None and pattern.check(re.sub(r"\s", "", match.group()).upper()):
        return Tier.CERTAIN
    if pattern.near and _NEAR.search(text[max(0, match.start() - 60) : match.start()]):
        return Tier.CERTAIN
    return pattern.tier
