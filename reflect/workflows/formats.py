"""The formats a page can be written in; each is loaded when it is asked for."""

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from reflect.domain.fault import WrongUsage
from reflect.domain.release import ReleasedText
from reflect.exchange.page import PageWords


def _markdown(released: ReleasedText, words: PageWords) -> bytes:
    from reflect.exchange import markdown  # noqa: PLC0415 - loaded when it is asked for

    return markdown.render(released, words=words)


def _plain(released: ReleasedText, words: PageWords) -> bytes:
    from reflect.exchange import plain  # noqa: PLC0415 - loaded when it is asked for

    return plain.render(released, words=words)


def _html(released: ReleasedText, words: PageWords) -> bytes:
    from reflect.exchange import html  # noqa: PLC0415 - loaded when it is asked for

    return html.render(released, words=words)


def _docx(released: ReleasedText, words: PageWords) -> bytes:
    from reflect.exchange import docx  # noqa: PLC0415 - heavy, and only for this format

    return docx.render(released, words=words)


def _pdf(released: ReleasedText, words: PageWords) -> bytes:
    from reflect.exchange import pdf  # noqa: PLC0415 - heavy, and only for this format

    return pdf.render(released, words=words)


_RENDERERS: dict[str, Callable[[ReleasedText, PageWords], bytes]] = {
    "md": _markdown,
    "docx": _docx,
    "html": _html,
    "txt": _plain,
    "pdf": _pdf,
}
_NEEDS = {"docx": "docx", "pdf": "typst"}
"""What a format needs that not every installation has."""


def possible() -> tuple[str, ...]:
    """The formats this installation can write, the first one proposed."""
    return tuple(name for name in _RENDERERS if name not in _NEEDS or find_spec(_NEEDS[name]) is not None)


def format_of(path: Path, named: str = "") -> str:
    """The format that was asked for.

    Args:
        path: The file; its name tells the format when nothing else does.
        named: The format in so many words.

    Raises:
        WrongUsage: `export-format` (fact: right): it is none of ours. `no-typst`: PDF, and what sets it is missing.
    """
    name = named or path.suffix.removeprefix(".").lower()
    if name == "pdf" and name not in possible():
        raise WrongUsage("no-typst")
    if name not in possible():
        raise WrongUsage("export-format", right=", ".join(possible()))
    return name


def rendered(released: ReleasedText, words: PageWords, name: str) -> bytes:
    """The page in a format.

    Args:
        released: Came through the door.
        words: Footer in the receiver's language.
        name: From `format_of`.
    """
    return _RENDERERS[name](released, words)
