"""The recovery key: 140 random bits that a person copies by hand and can type back years later.

Seven groups of five characters, Crockford's base32 (no I, L, O, U). The fifth character of each group checks the
other four and the group's place, over GF(32): every single mistake, every swap of neighbours and every swap of two
groups shows, and it shows in which group.
"""

from collections.abc import Callable
from typing import Self

from reflect.domain.fault import WrongUsage

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS = 7
GROUP_SIZE = 5
_DATA_SIZE = GROUP_SIZE - 1
_BITS = GROUPS * _DATA_SIZE * 5
_LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1"})


def _doubled(value: int) -> int:
    """Multiply by the generator of GF(32), modulo x^5 + x^2 + 1."""
    value <<= 1
    return value ^ 0b100101 if value & 0b100000 else value


def _check(place: int, data: str) -> str:
    total = place
    for character in data:
        total = _doubled(total) ^ ALPHABET.index(character)
    return ALPHABET[_doubled(total)]


def _symbols(typed: str) -> str:
    """Drop what people put between groups and read look-alikes as what is meant."""
    return "".join(typed.split()).replace("-", "").replace("–", "").upper().translate(_LOOKALIKES)


class RecoveryKey:
    """A key that opens the vault when the passphrase is gone.

    Attributes:
        secret: 18 bytes, of which 140 bits count.
    """

    def __init__(self, secret: bytes) -> None:
        self.secret = secret

    def __repr__(self) -> str:
        return "RecoveryKey(…)"

    @classmethod
    def create(cls, random: Callable[[int], bytes]) -> Self:
        """Draw a new key."""
        size = (_BITS + 7) // 8
        return cls((int.from_bytes(random(size)) & ((1 << _BITS) - 1)).to_bytes(size))

    @property
    def groups(self) -> tuple[str, ...]:
        """Seven groups of five characters, as they are shown."""
        number = int.from_bytes(self.secret)
        symbols = "".join(ALPHABET[(number >> shift) & 31] for shift in range(_BITS - 5, -1, -5))
        cut = [symbols[at : at + _DATA_SIZE] for at in range(0, len(symbols), _DATA_SIZE)]
        return tuple(data + _check(place, data) for place, data in enumerate(cut, start=1))

    @property
    def text(self) -> str:
        """The groups, joined by hyphens."""
        return "-".join(self.groups)

    @classmethod
    def mistakes(cls, typed: str) -> tuple[int, ...]:
        """Return the numbers (from 1) of the groups with a typing mistake.

        Text that is no recovery key at all (another length, foreign characters) gives none: see `looks_like`.
        """
        symbols = _symbols(typed)
        if not cls.looks_like(typed):
            return ()
        groups = [symbols[at : at + GROUP_SIZE] for at in range(0, len(symbols), GROUP_SIZE)]
        return tuple(place for place, group in enumerate(groups, 1) if _check(place, group[:-1]) != group[-1])

    @classmethod
    def looks_like(cls, typed: str) -> bool:
        """Whether the text has the length and the characters of a recovery key."""
        symbols = _symbols(typed)
        return len(symbols) == GROUPS * GROUP_SIZE and all(symbol in ALPHABET for symbol in symbols)

    @classmethod
    def parse(cls, typed: str) -> Self:
        """Read a key as a person typed it.

        Raises:
            WrongUsage: `recovery-shape` (fact: `symbols`, how many were typed) or `recovery-mistyped` (fact: `groups`,
                the numbers of the groups with a mistake).
        """
        symbols = _symbols(typed)
        if not cls.looks_like(typed):
            raise WrongUsage("recovery-shape", symbols=len(symbols), expected=GROUPS * GROUP_SIZE)
        if groups := cls.mistakes(typed):
            raise WrongUsage("recovery-mistyped", groups=groups)
        number = 0
        for at, symbol in enumerate(symbols, 1):
            if at % GROUP_SIZE:
                number = number << 5 | ALPHABET.index(symbol)
        return cls(number.to_bytes((_BITS + 7) // 8))
