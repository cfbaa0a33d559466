"""German endings on names: Maryams, Haile's, Hasans, Hailesche, Maryamchen, die Hailes."""

from functools import lru_cache

# From longer to shorter; a colloquial -i is handled by the list of pet forms.
_ENDINGS = (
    "schen", "scher", "sches", "schem", "sche", "ische", "ischen", "chens", "leins",
    "chen", "lein", "innen", "ens", "ern", "in", "en", "es", "s", "n", "e",
)  # fmt: skip
_LEAST = 2


@lru_cache(maxsize=8_000)
def stems(folded: str) -> tuple[str, ...]:
    """The forms a folded word may be an inflection of, the longest first; the word itself is not among them."""
    found = [folded.removesuffix(end) for end in _ENDINGS if folded.endswith(end) and len(folded) - len(end) >= _LEAST]
    if folded.endswith("s") and folded[-2:-1] in {"s", "z", "x"}:
        found.append(folded[:-1])
    return tuple(sorted(dict.fromkeys(found), key=len, reverse=True))
