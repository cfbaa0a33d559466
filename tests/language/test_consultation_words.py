"""The words of the live room: there for every phase of every method, and short enough for the wall."""

from collections.abc import Iterator
from datetime import date

import pytest

from reflect import language
from reflect.domain.consultation.casting import Casting
from reflect.domain.consultation.meeting import Meeting
from reflect.domain.consultation.plan import fit
from reflect.domain.consultation.session import Scene
from reflect.domain.consultation.timebank import TimeBank
from reflect.domain.protocol import Role, Step
from reflect.language import consultation as words
from reflect.library.catalogue import Catalogue
from reflect.tui.widgets import letters
from reflect.workflows import consulting

CATALOGUE = Catalogue()
CASTING = Casting.of(("Mina", "Eva", "Tom", "Ines", "Jale", "Ben", "Uli"), "Mina", "Eva")
METHODS = consulting.methods(CATALOGUE, "de")


@pytest.fixture(autouse=True, params=["de", "en"])
def spoken(request: pytest.FixtureRequest) -> Iterator[str]:
    language.use(request.param)
    yield request.param
    language.use("de")


def scenes() -> Iterator[tuple[Step, Scene]]:
    for method in METHODS:
        for step in method.steps:
            yield step, Scene(step=step, speaks=step.speaks, silent=step.silent, record=step.record)


def test_somebody_speaks_or_everybody_is_silent() -> None:
    for step, scene in scenes():
        silence, voice = words.silence(scene, CASTING), words.voice(scene, CASTING)
        assert (silence is None) == (not step.silent), step.id
        assert (voice is None) == (Role.NONE in step.speaks), step.id
        assert silence or voice


def test_the_word_for_silence_fits_the_band_in_every_size() -> None:
    for _step, scene in scenes():
        silence = words.silence(scene, CASTING)
        if silence:
            assert letters.small(silence.big, 45), silence.big
            assert letters.large(silence.big, 90), silence.big
            assert len(silence.lead) <= 45


@pytest.mark.parametrize("room", [43, 63])
def test_what_comes_next_fits_its_row(room: int) -> None:
    for step, _scene in scenes():
        said = words.following(step, 3, step.minutes or 1, CASTING, room)
        assert said.startswith(f"3 {step.title}"[:20])
        assert len(said) <= max(room, len(step.title) + 2), said
    assert words.following(None, 9, 0, CASTING, room)


def test_the_bank_says_what_was_lent_saved_and_overrun() -> None:
    bank = TimeBank.of(fit(consulting.method(CATALOGUE, "de", "sechs"), 6, 45))
    said = [words.bank(one, 1) for one in (bank, bank.take(1, 11), bank.take(1, 13), bank.take(1, 60), bank.release(0))]
    assert len(set(said)) == 5
    assert all("5" in one for one in said)
    assert len({words.left(minutes, 10) for minutes in (6, 1, 0, -1, -2)}) == 5
    assert len({words.left_briefly(minutes) for minutes in (6, 1, 0, -2)}) == 4


def test_duties_and_the_last_time_name_people_and_no_case() -> None:
    small = Casting.of(("Mina", "Eva", "Tom"), "Mina", "Eva")
    large = Casting.of(tuple(f"P{number}" for number in range(12)), "P0", "P1")
    assert "Uli" in words.duties(CASTING)
    assert words.duties(small).count("Eva") == 1
    assert "P2, P3, P4" in words.duties(large)
    meeting = Meeting(day=date(2026, 11, 9), method="Neun Phasen", minutes=52, moderator="Ines")
    said = words.last_time(meeting, date(2026, 11, 23))
    assert "Ines" in said
    assert "Neun Phasen" in said
    assert "Ines" not in words.last_time(meeting.model_copy(update={"moderator": ""}), date(2026, 11, 23))


def test_an_unusual_size_is_put_into_words() -> None:
    method = consulting.method(CATALOGUE, "de", "sechs")
    said = [words.size_warning(fit(method, people, 45)) for people in (3, 6, 14)]
    assert [bool(one) for one in said] == [True, False, True]
    stern = consulting.method(CATALOGUE, "de", "stern")
    assert words.size_warning(fit(stern, 6, 68)) not in {"", said[0]}


def test_examples_carry_the_name() -> None:
    step = consulting.method(CATALOGUE, "de", "neun").step("beraten")
    _allowed, later = words.manner(step, "Mina")
    assert any("Mina" in one for one in later)
    assert words.NAME not in "".join(later)
