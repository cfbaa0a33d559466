"""The names a case knows, found in every form a hasty writer gives them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz import process
from rapidfuzz.distance import OSA

from reflect.anonymize.inflection import stems
from reflect.anonymize.lists import Lists
from reflect.anonymize.mark import Mark
from reflect.anonymize.sound import skeleton, sound_key
from reflect.anonymize.tokens import Token, bare, fold
from reflect.domain.finding import Kind, Tier
from reflect.domain.registry import KnownName

_PARTICLES = frozenset(
    [
        "abu",
        "al",
        "el",
        "ul",
        "ad",
        "ar",
        "as",
        "at",
        "az",
        "ash",
        "umm",
        "um",
        "ibn",
        "bin",
        "bint",
        "ben",
        "van",
        "von",
        "de",
        "da",
        "do",
        "dos",
        "der",
        "den",
        "di",
        "la",
        "le",
        "zu",
        "zur",
        "und",
        "e.v",
        "ev",
        "e",
        "v",
    ]
)
_NAMING = frozenset(
    {Kind.PERSON, Kind.PLACE, Kind.ORGANISATION, Kind.IDENTIFIER, Kind.CONTACT, Kind.ACCOUNT, Kind.ROLE}
)
_NUMBERED = _NAMING | {Kind.DATE}
_SHORT = 4
_TINY = 2
_FRAME = 2
_TWO_SLIPS = 8
_NUMBER_LEAST, _NUMBER_LONG = 3, 6
_LONG = 10
_WEIGHT = 90


@dataclass(frozen=True, slots=True)
class Entry:
    """One known name as the detector looks it up.

    Attributes:
        entity: Key of the person or thing.
        kind: What it names.
        role: Role word, may be empty.
        gender: Of the role.
        words: Number of words in the name.
    """

    entity: str
    kind: Kind
    role: str
    gender: str
    words: int


@dataclass(slots=True)
class Index:
    """The known names by spelling, by sound and by consonants."""

    whole: dict[str, Entry] = field(default_factory=dict)
    parts: dict[str, Entry] = field(default_factory=dict)
    sounds: dict[str, Entry] = field(default_factory=dict)
    frames: dict[str, Entry] = field(default_factory=dict)
    longest: int = 1

    def add(self, name: KnownName) -> None:
        """Take one name in; the first of two equal spellings wins."""
        words = [fold(word) for word in name.surface.replace("-", " ").split()]
        words = [word for word in words if any(char.isalpha() for char in word)]
        if not words:
            return
        key = "known:" + (name.entity.removeprefix("known:") or "-".join(words))
        entry = Entry(key, name.kind, name.role, name.gender, len(words))
        self.whole.setdefault("".join(words), entry)
        self.whole.setdefault("".join(bare(name.surface).replace("-", " ").split()), entry)
        self.longest = max(self.longest, len(words) + 1)
        if name.kind is not Kind.PERSON and len(words) > 1:
            return
        for surface in name.surface.replace("-", " ").split():
            self._add_part(surface, entry, single=len(words) == 1)

    def _add_part(self, surface: str, entry: Entry, *, single: bool) -> None:
        for spelt in dict.fromkeys((fold(surface), bare(surface))):
            if not spelt.isalpha() or (spelt in _PARTICLES and not single):
                continue
            self.parts.setdefault(spelt, entry)
            if len(spelt) >= _SHORT and len(skeleton(spelt)) > 1:
                self.sounds.setdefault(sound_key(spelt), entry)
                self.frames.setdefault(skeleton(spelt), entry)


def index(names: Sequence[KnownName]) -> Index:
    """Prepare the word-like names for lookup; those made of digits are found by `known_numbers`."""
    made = Index()
    for name in names:
        if not any(char.isdigit() for char in name.surface) and name.kind in _NAMING:
            made.add(name)
    return made


def find(tokens: Sequence[Token], names: Sequence[KnownName], lists: Lists) -> Iterator[Mark]:
    """Marks for every occurrence of a known name.

    Args:
        tokens: Of the normalised text.
        names: What the case knows.
        lists: The shipped lists; they tell what is German anyway.
    """
    made = index(names)
    if not made.whole:
        return
    words = [token for token in tokens if token.is_word]
    yield from _whole_names(words, made)
    matcher = Matcher(made, lists)
    pieces = [piece for token in words for piece in _pieces(token)]
    hits = [matcher.match(piece) for piece in pieces]
    for at, (piece, hit) in enumerate(zip(pieces, hits, strict=True)):
        if hit is not None:
            beside = any(0 <= n < len(hits) and hits[n] is not None for n in (at - 1, at + 1))
            yield from matcher.mark(piece, *hit, beside=beside)


def _pieces(token: Token) -> list[Token]:
    """A word, or the parts of a hyphenated word."""
    if "-" not in token.text:
        return [token]
    parts, at = [], token.start
    for part in token.text.split("-"):
        parts.append(Token(at, at + len(part), part, token.first and at == token.start))
        at += len(part) + 1
    return parts


def _whole_names(words: Sequence[Token], made: Index) -> Iterator[Mark]:
    """Names of several words, joined or apart, also with an ending on the last one."""
    pieces = [piece for token in words for piece in _pieces(token)]
    for at in range(len(pieces)):
        joined = ""
        for piece in pieces[at : at + made.longest]:
            last = fold(piece.text)
            joined += last
            # An ending belongs to the last word; "in" after a name is a word of its own.
            inflected = (s for s in stems(joined) if s in made.whole and len(joined) - len(s) < len(last))
            entry = made.whole.get(joined) or next((made.whole[s] for s in inflected), None)
            if entry is not None and (entry.words > 1 or (at + 1 < len(pieces) and piece is not pieces[at])):
                yield _mark(Token(pieces[at].start, piece.end, joined), entry, Tier.CERTAIN, _WEIGHT + 5)


def _mark(token: Token, entry: Entry, tier: Tier, weight: int) -> Mark:
    return Mark(token.start, token.end, entry.kind, tier, weight, entry.entity, entry.role, entry.gender)


class Matcher:
    """Compares single words with the known names."""

    def __init__(self, made: Index, lists: Lists) -> None:
        self._index = made
        self._lists = lists
        self._by_length: dict[int, list[str]] = {}
        for part in made.parts:
            self._by_length.setdefault(len(part), []).append(part)
        self._seen: dict[str, tuple[Entry, Tier] | None] = {}

    def match(self, token: Token) -> tuple[Entry, Tier] | None:
        """The known name a word stands for, and how sure that is; None when for none."""
        text = token.text
        if text not in self._seen:
            self._seen[text] = self._match(text)
        return self._seen[text]

    def mark(self, token: Token, entry: Entry, tier: Tier, *, beside: bool) -> Iterator[Mark]:
        """The mark for a hit; everyday words written small are asked about, alone and apart from the name."""
        everyday = fold(token.text) in self._lists.words and not beside
        if everyday and token.text.islower():
            if len(token.text) > _TINY or fold(token.text) not in self._lists.common:
                yield Mark(token.start, token.end, entry.kind, Tier.SUSPECT, 1, f"{entry.entity}:everyday", entry.role)
            return
        if everyday and token.first:
            tier = Tier.SUSPECT
        yield _mark(token, entry, tier, _WEIGHT if tier is Tier.CERTAIN else 60)

    def _match(self, text: str) -> tuple[Entry, Tier] | None:
        parts = self._index.parts
        for spelt in dict.fromkeys((fold(text), bare(text))):
            if spelt in parts:
                return parts[spelt], Tier.CERTAIN
            for stem in stems(spelt):
                if stem not in parts or (len(stem) < _SHORT - 1 and not text[:1].isupper()):
                    continue
                if not self._means_else(spelt, stem):
                    return parts[stem], Tier.CERTAIN
                if text[:1].isupper():
                    return parts[stem], Tier.SUSPECT
        return self._compound(fold(text)) or self._similar(text)

    def _means_else(self, spelt: str, stem: str) -> bool:
        """Whether the inflected form is an everyday word although the name itself is none (Ann, Anne; Mai, Mais)."""
        return spelt in self._lists.common or (spelt in self._lists.words and stem not in self._lists.words)

    def _compound(self, spelt: str) -> tuple[Entry, Tier] | None:
        """A known name with a German word glued to it (Hailefamilie)."""
        for cut in range(len(spelt) - 4, _SHORT, -1):
            head, tail = spelt[:cut], spelt[cut:]
            entry = self._index.parts.get(head) or self._index.parts.get(head.removesuffix("s"))
            if entry is not None and tail in self._lists.words and not self._lists.is_simple(spelt):
                return entry, Tier.CERTAIN
        return None

    def _similar(self, text: str) -> tuple[Entry, Tier] | None:
        """Other transliterations, then slips of the keyboard; words that are German anyway are left alone."""
        spelt = fold(text)
        if len(spelt) < _SHORT or self._is_everyday(spelt, text):
            return None
        for stem in (spelt, *stems(spelt)):
            if len(stem) >= _SHORT and (entry := self._index.sounds.get(sound_key(stem))):
                return entry, Tier.CERTAIN if len(skeleton(stem)) > _FRAME else Tier.SUSPECT
        for stem in (spelt, *stems(spelt)):
            if (part := self._slip(stem)) is not None:
                return self._index.parts[part], Tier.SUSPECT
        entry = self._index.frames.get(skeleton(spelt)) if len(skeleton(spelt)) > _FRAME else None
        return (entry, Tier.SUSPECT) if entry is not None else None

    def _is_everyday(self, spelt: str, text: str) -> bool:
        """Words written small are everyday words when the lists know them; written large only common or long ones."""
        if text.islower():
            return self._lists.is_simple(spelt)
        return spelt in self._lists.common or (len(spelt) >= _LONG and self._lists.is_german(spelt))

    def _slip(self, spelt: str) -> str | None:
        """The nearest known name within the slips allowed for its length."""
        allowed = 1 if len(spelt) < _TWO_SLIPS else 2
        near = [part for n in range(-allowed, allowed + 1) for part in self._by_length.get(len(spelt) + n, ())]
        found = process.extractOne(spelt, near, scorer=OSA.distance, score_cutoff=allowed)
        return found[0] if found is not None else None


def known_numbers(text: str, names: Sequence[KnownName]) -> Iterator[Mark]:
    """Numbers, addresses and accounts the case knows, with any spacing between their signs."""
    places = [at for at, char in enumerate(text) if char.isalnum()]
    packed = "".join(text[at].casefold()[:1] for at in places)
    for number, name in enumerate(names):
        if name.kind not in _NUMBERED:
            continue
        wanted = "".join(char.casefold()[:1] for char in name.surface if char.isalnum())
        if not any(char.isdigit() for char in wanted) or len(wanted) < _NUMBER_LEAST:
            continue
        at = packed.find(wanted)
        while at >= 0:
            start, end = places[at], places[at + len(wanted) - 1] + 1
            alone = not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum()
            if alone or len(wanted) > _NUMBER_LONG:
                key = f"known:{name.entity.removeprefix('known:') or f'number{number}'}"
                yield Mark(start, end, name.kind, Tier.CERTAIN, _WEIGHT + 10, key, name.role, name.gender)
            at = packed.find(wanted, at + 1)
