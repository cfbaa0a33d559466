"""The time bank: minutes are conserved, and the closing lends nothing."""

from hypothesis import given
from hypothesis import strategies as st

from reflect.domain.consultation.plan import fit
from reflect.domain.consultation.timebank import TimeBank
from reflect.domain.protocol import Protocol
from tests.domain.consultation.flows import methods, six

BANK = TimeBank.of(fit(six(), 6, 45))


@given(methods(), st.data())
def test_minutes_are_conserved_and_the_closing_is_protected(protocol: Protocol, data: st.DataObject) -> None:
    bank = TimeBank.of(fit(protocol, 6, protocol.minutes))
    closing = bank.closing
    for _ in range(data.draw(st.integers(0, 12))):
        index = data.draw(st.integers(0, closing - 1))
        minutes = data.draw(st.integers(0, 30))
        match data.draw(st.sampled_from(["more", "take", "release", "admit"])):
            case "more":
                bank = bank.more(index, minutes)
            case "take":
                bank = bank.take(index, minutes)
            case "release":
                bank = bank.release(index)
            case _:
                bank = bank.admit(index)
        assert sum(bank.allotted) + bank.saved == sum(bank.planned) + bank.over
        assert bank.allotted[closing] == bank.planned[closing]
        assert min(bank.saved, bank.over) >= 0
        assert all(bank.left(index) >= 0 for index in range(closing))


def test_overtime_is_borrowed_from_the_phase_with_most_to_spare() -> None:
    over = BANK.take(1, 12)
    assert over.allotted == (5, 12, 5, 5, 13, 5)
    assert over.lent(1) == ((4, 2),)
    assert over.over == 0


def test_saved_minutes_are_given_first() -> None:
    early = BANK.take(0, 2).release(0)
    assert early.saved == 3
    assert early.more(1, 5).allotted == (2, 15, 5, 5, 13, 5)


def test_what_nobody_can_lend_moves_the_end_and_comes_back() -> None:
    late = BANK.take(4, 25)
    assert (late.over, late.allotted[5]) == (10, 5)
    late = BANK.more(4, 10)
    assert late.over == 10
    assert late.take(4, 18).release(4).over == 3


def test_a_phase_entered_again_gets_its_floor() -> None:
    again = BANK.take(2, 5).release(2).admit(2)
    assert again.left(2) == 3
