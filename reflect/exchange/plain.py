"""A released text as plain text, for mail programs and screen readers."""

from reflect.domain.release import ReleasedText
from reflect.exchange.page import PageWords, heading_of, paragraphs, title_of


def render(released: ReleasedText, *, words: PageWords) -> bytes:
    """The page: title, headings on lines of their own, text, and what was done with it.

    Args:
        released: Came through the door.
        words: Footer and labels in the receiver's language.

    Returns:
        UTF-8 with line feeds and one at the end.
    """
    title = title_of(released)
    blocks = [f"{title}\n{'=' * len(title)}"]
    for passage in released.passages:
        if not passage.text.strip():
            continue
        heading = heading_of(passage.heading)
        if heading:
            blocks.append(f"{heading}\n{'-' * len(heading)}")
        blocks.extend(paragraphs(passage.text))
    blocks.append("\n\n".join(["-- ", *paragraphs(words.footer)]) if words.footer.strip() else "-- ")
    return ("\n\n".join(blocks) + "\n").encode("utf-8")
