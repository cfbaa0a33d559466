"""English is complete: every sentence of the code has words, and the compiled file says the same."""

import ast
import re
from collections.abc import Iterator

from reflect.language import gettext, use
from tests.language.catalogue import HOUSE, KEYWORDS, MO, compiled, extracted, is_translated, written

PLACE = re.compile(r"\{[a-z_]*\}")


def forms(words: object) -> list[str]:
    return [words] if isinstance(words, str) else list(words) if isinstance(words, list | tuple) else []


def test_the_compiled_catalogue_is_the_written_one() -> None:
    assert MO.read_bytes() == compiled(written())


def test_every_sentence_of_the_code_has_english_words() -> None:
    english = written()
    wanted = [message.id for message in extracted() if message.id]
    assert len(wanted) > 500
    missing = [words for words in wanted if (known := english.get(words)) is None or not is_translated(known)]
    assert missing == []


def literals() -> Iterator[tuple[str, str]]:
    """Every sentence the parser sees, with its file: also inside an f-string, where the extraction is blind."""
    for path in HOUSE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
            if isinstance(node, ast.Call) and called in KEYWORDS and isinstance(node.args[0], ast.Constant):
                yield path.name, str(node.args[0].value)


def test_no_sentence_hides_in_a_place_the_extraction_does_not_see() -> None:
    seen = {forms(message.id)[0] for message in extracted() if message.id}
    said = list(literals())
    assert len(said) > 500
    assert [(name, words) for name, words in said if words and words not in seen] == []


def test_no_sentence_is_kept_that_nobody_says() -> None:
    said = {str(message.id) for message in extracted()}
    assert [message.id for message in written() if message.id and str(message.id) not in said] == []


def test_places_for_values_are_the_same_in_both_languages() -> None:
    for message in written():
        if not message.id or not is_translated(message):
            continue
        wanted = {name for form in forms(message.id) for name in PLACE.findall(form)}
        for form in forms(message.string):
            assert set(PLACE.findall(form)) == wanted, message.id


def test_no_english_sentence_is_german() -> None:
    german = re.compile(r"[äöüßÄÖÜ„]|\b(und|nicht|der|die|das|ist|eine?)\b")
    found = [message.string for message in written() if any(german.search(form) for form in forms(message.string))]
    assert found == []


def test_an_unknown_language_is_german() -> None:
    try:
        use("fr")
        assert gettext("Eingabe") == "Eingabe"
        use("en")
        assert gettext("Eingabe") == "Enter"
        assert gettext("") == ""
    finally:
        use("de")
