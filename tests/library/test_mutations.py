"""Whatever a trainer mistypes: reading never fails, and nothing an attribute line says is lost without a word."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from reflect.library import front
from reflect.library.listing import LANGUAGES, files
from reflect.library.reader import read
from reflect.library.shipped import folder

TEXTS = [path.read_text(encoding="utf-8") for language in LANGUAGES for path, _ in files(folder(), language)]
PIECES = (
    *(
        "{#",
        "}",
        '"',
        "\n",
        "\n\n",
        "- ",
        "  ",
        "    ",
        "1. ",
        "> ",
        "## ",
        "# ",
        "---\n",
        "=",
        "type=",
        "\t",
        "`",
        "*",
    ),
    *("[", "](", "<!--", "-->", "&amp;", "\\", "{say=", "{}", "{#a}", "```\n", "+ ", "2) ", "~~~", "%", "\r", "\u2028"),
)


@st.composite
def mistyped(draw: st.DrawFn) -> str:
    """A shipped file with one to four slips of the hand."""
    text = draw(st.sampled_from(TEXTS))
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(text)))
        if draw(st.booleans()):
            text = text[:place] + draw(st.sampled_from(PIECES)) + text[place:]
        else:
            text = text[:place] + text[place + draw(st.integers(1, 12)) :]
    return text


@given(mistyped())
@settings(max_examples=200, deadline=None)
def test_a_slip_is_either_harmless_or_named(text: str) -> None:
    reading = read(text, Path("probe.md"), "de")
    assert reading.flaws or reading.protocol
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = text.count("\n") + 1
    assert all(1 <= flaw.line <= lines for flaw in reading.flaws)
    if reading.protocol is not None and not reading.flaws:
        body = front.blanked(text, front.split(text))
        questions = list(reading.protocol.questions())
        named = len(reading.protocol.steps) + len(questions)
        named += sum(not label.id.isdigit() for one in questions for label in (*one.rows, *one.columns))
        assert body.count("{#") <= named
