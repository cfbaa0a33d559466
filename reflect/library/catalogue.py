"""The catalogue: every protocol at hand, the person's own before the organisation's before the shipped ones."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any, Self

from reflect.domain.fault import NotFound
from reflect.domain.protocol import Protocol, ProtocolKind
from reflect.library import listing, shipped
from reflect.library.cache import Cache, stamp
from reflect.library.flaw import Flaw, Unreadable
from reflect.library.listing import LANGUAGES, Listing

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping, Sequence
    from pathlib import Path

__all__ = ["Catalogue", "Listing"]

Shelf = dict[str, dict[str, Listing]]
"""One folder of the search path: language -> id -> row."""


class Catalogue:
    """Protocols by id and language, read when asked for.

    Args:
        folders: The search path, own first. Each holds a folder per language. Default: the shipped one.
        cache: A folder for what was read before; None to read anew each time.
    """

    def __init__(self, folders: Sequence[Path] | None = None, cache: Path | None = None) -> None:
        self._shipped = shipped.folder()
        self._folders = tuple(folders) if folders is not None else (self._shipped,)
        self._cache = Cache(cache)
        self._shelves: list[Shelf] | None = None
        self._read: dict[Path, tuple[str, Protocol]] = {}

    def unremembering(self) -> Self:
        """The same folders, read anew each time and kept nowhere."""
        return type(self)(self._folders)

    def protocols(self, language: str) -> tuple[Listing, ...]:
        """Every protocol, in the language asked for where it exists, else in another; by kind and title."""
        chosen: dict[str, Listing] = {}
        for shelf in self._all_shelves():
            for spoken in _order(language):
                for name, row in shelf[spoken].items():
                    chosen.setdefault(name, row)
        return tuple(sorted(chosen.values(), key=_place))

    def load(self, protocol_id: str, language: str) -> Protocol:
        """The whole protocol.

        Raises:
            NotFound: No file has this id.
            Unreadable: The file has flaws; it is not run half understood.
        """
        row = self._row(protocol_id, language)
        try:
            found = row.path.stat()
        except FileNotFoundError:
            raise NotFound("protocol", protocol_id) from None
        before = self._read.get(row.path)
        if before and before[0] == stamp(found):
            return before[1]
        protocol = self._cache.protocol(row.path, found)
        if protocol is None:
            protocol = _parsed(row)
            self._cache.keep_protocol(row.path, found, protocol)
        self._read[row.path] = (stamp(found), protocol)
        return protocol

    def origin(self, protocol_id: str, language: str) -> Path:
        """The file that is used.

        Raises:
            NotFound: No file has this id.
        """
        return self._row(protocol_id, language).path

    def refresh(self) -> None:
        """Look again which files are there (after one was written, copied or removed)."""
        self._shelves = None

    def _row(self, protocol_id: str, language: str) -> Listing:
        for shelf in self._all_shelves():
            for spoken in _order(language):
                if protocol_id in shelf[spoken]:
                    return shelf[spoken][protocol_id]
        raise NotFound("protocol", protocol_id)

    def _all_shelves(self) -> list[Shelf]:
        if self._shelves is None:
            kept = self._cache.rows()
            fresh: dict[str, list[object]] = {}
            self._shelves = [self._shelf(folder, kept, fresh) for folder in self._folders]
            if fresh != kept:
                self._cache.keep_rows(fresh)
        return self._shelves

    def _shelf(self, folder: Path, kept: Mapping[str, list[object]], fresh: dict[str, list[object]]) -> Shelf:
        is_shipped = folder == self._shipped
        shelf: Shelf = {language: {} for language in LANGUAGES}
        for language in LANGUAGES:
            for path, found in listing.files(folder, language):
                row = _remembered(kept.get(str(path)), found, shipped=is_shipped)
                if row:
                    fresh[str(path)] = kept[str(path)]
                else:
                    row = listing.read(path, language, shipped=is_shipped)
                    if row:
                        fresh[str(path)] = [stamp(found), row.kept()]
                if row:
                    shelf[language].setdefault(row.id, row)
        return shelf


def _remembered(kept: Any, found: os.stat_result, *, shipped: bool) -> Listing | None:
    try:
        state, row = kept
        return Listing.revived(row, shipped=shipped) if state == stamp(found) else None
    except (KeyError, TypeError, ValueError):
        return None


def _place(row: Listing) -> tuple[int, str]:
    letters = unicodedata.normalize("NFD", row.title.casefold())
    return list(ProtocolKind).index(row.kind), "".join(sign for sign in letters if not unicodedata.combining(sign))


def _order(language: str) -> tuple[str, ...]:
    return (language, *(other for other in LANGUAGES if other != language))


def _parsed(row: Listing) -> Protocol:
    from reflect.library import reader  # noqa: PLC0415 - the parser is heavy; a cached catalogue never needs it

    try:
        text = row.path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise Unreadable((Flaw(row.path, 1, "not-text"),)) from None
    reading = reader.read(text, row.path, row.language)
    if reading.protocol is None or reading.flaws:
        raise Unreadable(reading.flaws)
    return reading.protocol
