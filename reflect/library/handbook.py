"""The handbook: pages to print about the whole program, as plain Markdown below `help/` of each language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reflect.domain.fault import NotFound
from reflect.library.listing import HANDBOOK, LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

PAGES = ("betriebsrat", "datenschutz")
"""Names of the pages, the same in every language."""


def page(folders: Sequence[Path], name: str, language: str) -> str:
    """A page as it stands in its file: the organisation's own before the shipped one.

    Args:
        folders: The search path of protocols.
        name: One of `PAGES`.
        language: Asked for first; the other one where a folder has only that.

    Raises:
        NotFound: No folder has this page, or its file is no text.
    """
    for folder in folders:
        for spoken in (language, *(one for one in LANGUAGES if one != language)):
            file = folder / spoken / HANDBOOK / f"{name}.md"
            if file.is_file():
                try:
                    return file.read_text("utf-8-sig")
                except (OSError, UnicodeDecodeError):
                    raise NotFound("file", str(file)) from None
    raise NotFound("file", f"{HANDBOOK}/{name}.md")
