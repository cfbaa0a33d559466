"""The cleaned text and its way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reflect.anonymize.normalised import normalise


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        ("Moham-\nmed kam", "Mohammed kam"),
        ("Abdul-\nRahman", "Abdul-Rahman"),
        ("Kinder-\nund Jugend", "Kinder-\nund Jugend"),
        ("M a r y a m H a i l e da", "Maryam Haile da"),
        ("M A R Y A M", "MARYAM"),
        ("z. B. a b", "z. B. a b"),
        ("Ka\u0301roly", "Károly"),
        ("M\u0430ryam", "Maryam"),
        ("Олена", "Олена"),
        ("Ｍａｒｙａｍ", "Maryam"),
        ("Mary\u200bam\u00ad", "Maryam"),
        ("Haile’s", "Haile's"),
        ("a\r\nb", "a \nb"),
    ],
)
def test_texts_are_cleaned(written: str, clean: str) -> None:
    assert normalise(written).text == clean


@given(st.text(max_size=80))
def test_every_sign_knows_where_it_came_from(text: str) -> None:
    clean = normalise(text)
    assert len(clean.text) == len(clean.starts) == len(clean.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(clean.starts, clean.ends, strict=True))
    assert list(clean.starts) == sorted(clean.starts)
