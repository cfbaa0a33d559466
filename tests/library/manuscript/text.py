"""An organisation's text of our own invention, in the shape such texts have."""

TEXT = """\ufeffNachbarschaft Weidenau e.V. – Leitbild
 für die Beratung im Quartier

Diesen Text haben alle gemeinsam geschrieben. Er gilt,
bis wir ihn ändern.

Weidenau, 3. März 2021

1. Wer wir sind

Wir sind ein kleiner Verein. Zu uns gehören

\t•\tdie offene Beratung am Markt;
\t•\tein Café für Eltern.

2. Wie wir arbeiten

\u00a0

  • Zeit: Wir hören zu
    und fragen nach.
  • Wir sagen, was wir nicht wissen.
  • Wir schreiben wenig auf (www.beispiel.example).

Danke an alle, die mitgeschrieben haben.
"""

LATER = (
    TEXT.replace("2021", "2024")
    .replace("• Wir sagen", "• Wir schützen Kinder vor Gewalt.\n  • Wir sagen")
    .replace("Wir schreiben wenig auf", "Wir schreiben nur wenig auf")
    .replace("\t•\tein Café für Eltern.\n", "")
)
"""The next version: one statement new, one said differently, one dropped."""


def rendered(title: str, preamble: list[str], sections: list[tuple[str, list[str], list[str]]]) -> str:
    """A text in the plainest shape.

    Args:
        title: First line.
        preamble: Paragraphs below it.
        sections: Heading, paragraphs and statements of each.
    """
    lines = [title, *preamble]
    for number, (heading, text, statements) in enumerate(sections, start=1):
        lines += [f"{number}. {heading}", *text, *(f"• {statement}" for statement in statements)]
    return "\n\n".join(lines)
