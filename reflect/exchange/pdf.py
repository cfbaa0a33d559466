"""A released text as PDF/UA-1, set by typst (extra `[pdf]`); the compiler itself checks the standard."""

from reflect.domain.fault import WrongUsage
from reflect.domain.release import ReleasedText
from reflect.exchange.page import PageWords, heading_of, paragraphs, title_of

_HEAD = """#let quiet = rgb("#5e574c")
#set document(title: {title}, author: (), date: none)
#set text(lang: {language}, font: "Libertinus Serif", size: 11pt, hyphenate: false)
#set page(paper: "a4", margin: 2.5cm)
#set par(justify: false, leading: 0.75em, spacing: 1.1em)
#show heading: set block(above: 1.5em, below: 0.7em)
#show heading: set text(fill: rgb("#0c5a66"))
#show heading.where(level: 1): set text(size: 1.25em)
#show heading.where(level: 2): set text(size: 0.95em)
"""


def render(released: ReleasedText, *, words: PageWords) -> bytes:
    """The page as tagged PDF: title and language set, no author, no date, fonts embedded.

    The words reach the compiler as string literals, so that no sign in them is markup.

    Args:
        released: Came through the door.
        words: Footer and labels in the receiver's language.

    Raises:
        WrongUsage: typst is not installed (`no-typst`).
    """
    try:
        import typst  # noqa: PLC0415 - an extra, and only for this format
    except ImportError:
        raise WrongUsage("no-typst") from None
    return bytes(
        typst.compile(
            _source(released, words).encode("utf-8"), format="pdf", pdf_standards=["ua-1"], ignore_system_fonts=True
        )
    )


def _source(released: ReleasedText, words: PageWords) -> str:
    """The page in typst's language."""
    lines = [_HEAD.format(title=_literal(title_of(released)), language=_literal(words.language))]
    lines.append(f"#heading(level: 1, {_literal(title_of(released))})")
    for passage in released.passages:
        if not passage.text.strip():
            continue
        if heading_of(passage.heading):
            lines.append(f"#heading(level: 2, {_literal(heading_of(passage.heading))})")
        lines.extend(_paragraph(text) for text in paragraphs(passage.text))
    lines.append('#v(2em)\n#line(length: 100%, stroke: 0.5pt + rgb("#5e574c"))')
    lines.extend(
        f'#text(size: 9pt, fill: rgb("#5e574c"))[#par({_literal(" ".join(text.split()))})]'
        for text in paragraphs(words.footer)
    )
    return "\n".join(lines) + "\n"


def _paragraph(text: str) -> str:
    rows = [row.strip() for row in text.split("\n") if row.strip()]
    if all(row.startswith("- ") for row in rows):
        return "#list(" + ", ".join(_literal(row[2:]) for row in rows) + ",)"
    return "#par[" + " #linebreak() ".join(f"#{_literal(row)}" for row in rows) + "]"


def _literal(text: str) -> str:
    """A typst string."""
    visible = "".join(char for char in text if char >= " " or char == "\t")
    return '"' + visible.replace("\\", "\\\\").replace('"', '\\"').replace("\t", " ") + '"'
