"""The shipped text brings its tensions and what to ask any text for, the same in both languages."""

from reflect.library.leitbild import shipped


def test_tensions_name_statements_that_exist() -> None:
    text = shipped("de")
    assert len(text.tensions) == 7
    for tension in text.tensions:
        assert tension.words.endswith(".")
        assert all(text.meant(one) for one in tension.statements)


def test_both_languages_bring_the_same() -> None:
    german, english = shipped("de"), shipped("en")
    assert [one.statements for one in german.tensions] == [one.statements for one in english.tensions]
    assert len(german.gaps) == len(english.gaps) == 7
    assert all(word == word.casefold() for text in (german, english) for gap in text.gaps for word in gap.words)
