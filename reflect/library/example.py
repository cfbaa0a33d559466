"""A protocol of one's own: begun from the example, or copied from one that is there and then changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reflect.domain.fault import AlreadyThere, NotFound, NotSaved, WrongUsage
from reflect.domain.protocol import ProtocolKind
from reflect.library import front, shipped

if TYPE_CHECKING:
    from pathlib import Path

    from reflect.library.catalogue import Catalogue

EXAMPLE = "mein-ablauf"


def new(protocol_id: str, to: Path, language: str, kind: ProtocolKind = ProtocolKind.REFLECTION) -> Path:
    """Write the example of `prompts/README.md` under a new id, ready to be changed.

    Args:
        protocol_id: Letters a to z, digits and hyphens.
        to: The person's own folder of protocols; it is made if needed.
        language: `de` or `en`.
        kind: What it is for; also its folder.

    Returns:
        The new file.

    Raises:
        WrongUsage: The id has other signs in it (`protocol-id`).
        AlreadyThere: There is such a file already.
        NotSaved: The disk refused.
    """
    if not front.ID.fullmatch(protocol_id):
        raise WrongUsage("protocol-id")
    text = (shipped.folder() / "beispiel" / language / f"{EXAMPLE}.md").read_text(encoding="utf-8")
    text = text.replace(EXAMPLE, protocol_id, 1).replace(f"kind: {ProtocolKind.REFLECTION}", f"kind: {kind}", 1)
    return _written(to / language / kind.value / f"{protocol_id}.md", text)


def copy(catalogue: Catalogue, protocol_id: str, language: str, to: Path) -> Path:
    """Copy a protocol, word for word, so that the person's own version wins from now on.

    Args:
        catalogue: Where it is looked up; refreshed afterwards.
        protocol_id: Which one.
        language: `de` or `en`.
        to: The person's own folder of protocols.

    Returns:
        The new file.

    Raises:
        NotFound: No protocol has this id.
        AlreadyThere: There is such a file already.
        NotSaved: The disk refused.
    """
    origin = catalogue.origin(protocol_id, language)
    kind = next(row.kind for row in catalogue.protocols(language) if row.id == protocol_id)
    try:
        text = origin.read_text(encoding="utf-8-sig")
    except OSError:
        raise NotFound("file", str(origin)) from None
    copied = _written(to / language / kind.value / f"{protocol_id}.md", text)
    catalogue.refresh()
    return copied


def _written(file: Path, text: str) -> Path:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as page:
            page.write(text)
    except FileExistsError:
        raise AlreadyThere(file) from None
    except OSError as error:
        reason = "not-allowed" if isinstance(error, PermissionError) else "io"
        raise NotSaved(reason, file) from None
    return file
