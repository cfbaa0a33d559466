"""Check digits of the numbers that offices, insurers and banks hand out.

Sources: VKVV § 2 (pension insurance), GKV Anlage 1 (health insurance), ICAO Doc 9303 (passports, 7-3-1),
ISO 7064 (tax number, IBAN; both from python-stdnum). Numbers are written without separators.
"""

import re


def pension_insurance(number: str) -> bool:
    """Versicherungsnummer of the Rentenversicherung: 8 digits, letter, 3 digits; the day of birth is not checked."""
    if not re.fullmatch(r"\d{8}[A-Z]\d{3}", number):
        return False
    digits = number[:8] + f"{ord(number[8]) - 64:02d}" + number[9:11]
    weights = (2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1)
    total = sum(_cross_sum(int(digit) * weight) for digit, weight in zip(digits, weights, strict=True))
    return total % 10 == int(number[11])


def health_insurance(number: str) -> bool:
    """Krankenversichertennummer: letter, 8 digits, check digit."""
    if not re.fullmatch(r"[A-Z]\d{9}", number):
        return False
    digits = f"{ord(number[0]) - 64:02d}" + number[1:9]
    weights = (1, 2) * 5
    total = sum(_cross_sum(int(digit) * weight) for digit, weight in zip(digits, weights, strict=True))
    return total % 10 == int(number[9])


def travel_document(number: str) -> bool:
    """Document number of ten signs, the last one its check digit (weights 7, 3, 1; A is 10)."""
    if not re.fullmatch(r"[A-Z0-9<]{9}\d", number):
        return False
    values = [0 if char == "<" else int(char, 36) for char in number[:9]]
    return sum(value * (7, 3, 1)[at % 3] for at, value in enumerate(values)) % 10 == int(number[9])


def tax(number: str) -> bool:
    """Steuer-Identifikationsnummer: eleven digits."""
    from stdnum.de import idnr  # noqa: PLC0415 - only when a candidate is seen

    return bool(idnr.is_valid(number))


def bank_account(number: str) -> bool:
    """IBAN of any country."""
    from stdnum.iso7064 import mod_97_10  # noqa: PLC0415 - only when a candidate is seen

    return len(number) > 14 and bool(mod_97_10.is_valid(number[4:] + number[:4]))  # noqa: PLR2004 - Norway has 15


def _cross_sum(value: int) -> int:
    return value // 10 + value % 10
