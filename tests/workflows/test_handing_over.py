"""Handing over without a screen: what may be chosen, what is carried on, what a hit leads to."""

from pathlib import Path

import pytest

from reflect.anonymize.replacement import apply
from reflect.domain.audience import Audience
from reflect.domain.decision import Action, Decision
from reflect.domain.entry import Entry
from reflect.domain.fault import AlreadyThere, Leak, NotFound, WrongUsage
from reflect.domain.protocol import Label, Protocol, ProtocolKind, Question, QuestionType, Share, Step
from reflect.domain.registry import KnownName
from reflect.domain.release import Gate, Review
from reflect.exchange.page import PageWords
from reflect.workflows import keeping
from reflect.workflows.formats import possible
from reflect.workflows.handing_over import HandingOver, folder_for_pages, free_path
from reflect.workflows.sitting import Sitting
from tests.workflows.pages import ID, NOW, at, decided, memory, told

WORDS = PageWords(footer="Geprüft, November 2026.")


@pytest.fixture
def sitting(tmp_path: Path) -> Sitting:
    return memory(tmp_path)


def keys(handing: HandingOver) -> dict[str, str]:
    return {one.question: one.reason for one in handing.answers()}


def grid_entry(sitting: Sitting, *, question: Share, column: Share, row: Share) -> HandingOver:
    """Two columns and two rows; the second of each carries the share in question."""
    grid = Question(
        id="felder",
        type=QuestionType.GRID,
        text="Felder",
        share=question,
        columns=(Label(id="ich", text="Ich", share=question), Label(id="andere", text="Andere", share=column)),
        rows=(Label(id="getan", text="getan", share=question), Label(id="gefuehlt", text="gefühlt", share=row)),
    )
    protocol = Protocol(
        id="p",
        kind=ProtocolKind.REFLECTION,
        version=1,
        language="de",
        title="P",
        summary="",
        minutes=1,
        steps=(Step(id="s", title="S", questions=(grid,)),),
    )
    answers = {"felder": [["ICHTAT", "SIETAT"], ["ICHFÜHLTE", "SIEFÜHLTE"]]}
    entry = Entry(id="DDDDDDDDD1", protocol=protocol, created=at(20), changed=at(20), answers=dict(answers))
    sitting.save(entry)
    return HandingOver.begin(sitting, (entry.id,), Audience.TEAM)


def test_a_grid_is_chosen_column_by_column(sitting: Sitting) -> None:
    handing = grid_entry(sitting, question=Share.OFFER, column=Share.ASK, row=Share.OFFER)
    assert keys(handing) == {"felder/ich": "", "felder/andere": ""}
    assert handing.chosen() == ("DDDDDDDDD1/felder/ich",)


def test_a_column_that_never_leaves_is_named_without_its_words(sitting: Sitting) -> None:
    handing = grid_entry(sitting, question=Share.OFFER, column=Share.NEVER, row=Share.OFFER)
    assert keys(handing) == {"felder/ich": "", "felder/andere": "never"}
    assert "SIETAT" not in str(handing.answers())


def test_a_row_that_never_leaves_is_in_no_column(sitting: Sitting) -> None:
    handing = grid_entry(sitting, question=Share.OFFER, column=Share.OFFER, row=Share.NEVER)
    handing.choose(one.key for one in handing.answers())
    text = handing.draft("T").text
    assert "ICHTAT" in text
    assert "FÜHLTE" not in text


def test_a_row_that_asks_is_chosen_on_its_own(sitting: Sitting) -> None:
    handing = grid_entry(sitting, question=Share.OFFER, column=Share.OFFER, row=Share.ASK)
    assert set(keys(handing)) == {"felder/ich", "felder/ich/gefuehlt", "felder/andere", "felder/andere/gefuehlt"}
    assert "FÜHLTE" not in handing.draft("T").text
    handing.choose(["DDDDDDDDD1/felder/ich/gefuehlt"])
    assert "ICHFÜHLTE" in handing.draft("T").text


def test_a_column_cannot_be_wider_than_its_question(sitting: Sitting) -> None:
    handing = grid_entry(sitting, question=Share.NEVER, column=Share.OFFER, row=Share.OFFER)
    handing.choose(one.key for one in handing.answers())
    assert handing.draft("T").passages == ()


def test_names_told_before_the_search_are_replaced_by_their_roles(sitting: Sitting) -> None:
    told(sitting)
    handing = HandingOver.begin(sitting, (ID,), Audience.TEAM)
    handing.name(
        (KnownName(surface="Rahel", role="Klientin", gender="f"), KnownName(surface="Selam", role="Schwester von"))
    )
    review = handing.search("Vorlage")
    words = {one.surface: one.replacement for one in review.findings}
    assert words["Rahel"] == "Klientin A"
    assert words["Selam"] == "Schwester von A"
    assert {one.surface for one in review.findings if one.id in review.decisions} >= {"Rahel", "Selam"}


def test_a_second_search_keeps_what_was_decided(sitting: Sitting) -> None:
    told(sitting)
    handing = HandingOver.begin(sitting, (ID,), Audience.TEAM)
    review = handing.search("Vorlage")
    waits = review.undecided()[0]
    review.decide(waits.id, Decision(action=Action.KEEP))
    handing.choose([*handing.chosen(), f"{ID}/felder/ich"])
    again = handing.search("Vorlage")
    assert again is not review
    assert any(one.surface == waits.surface and again.decisions[one.id].action is Action.KEEP for one in again.findings)


def test_a_half_done_review_waits_and_a_written_one_does_not(sitting: Sitting, tmp_path: Path) -> None:
    handing = decided(sitting)
    handing.keep()
    [(key, record)] = keeping.reviews(sitting)
    assert key == handing.handover.id
    assert record["changed"] == NOW.isoformat()
    assert handing.write(tmp_path / "seite.md", WORDS) == 1
    assert keeping.reviews(sitting) == []
    kept = HandingOver.resume(sitting, key)
    assert kept.handover.file == "seite.md"
    assert kept.review is not None
    assert "Selam" in {one.surface for one in kept.review.findings}


def test_an_unknown_handover_is_named(sitting: Sitting) -> None:
    with pytest.raises(NotFound):
        HandingOver.resume(sitting, "0000000000")


def test_what_is_kept_private_waits_no_more(sitting: Sitting) -> None:
    handing = decided(sitting)
    handing.keep()
    handing.discard()
    handing.discard()
    assert keeping.reviews(sitting) == []


def test_an_existing_file_stays_unless_the_person_says_so(sitting: Sitting, tmp_path: Path) -> None:
    path = tmp_path / "da.md"
    path.write_text("alt", "utf-8")
    handing = decided(sitting)
    with pytest.raises(AlreadyThere):
        handing.write(path, WORDS)
    assert path.read_text("utf-8") == "alt"
    handing.write(path, WORDS, replace=True)
    assert "Klientin A" in path.read_text("utf-8")


def test_what_was_decided_is_known_the_next_time(sitting: Sitting, tmp_path: Path) -> None:
    decided(sitting).write(tmp_path / "a.md", WORDS)
    names = {name.surface: name.role for name in HandingOver.begin(sitting, (ID,), Audience.TEAM).names().names}
    assert names["Selam"] == "Schwester von"
    assert "34" not in names


def test_two_exports_share_no_mapping(sitting: Sitting) -> None:
    told(sitting)
    first, second = (HandingOver.begin(sitting, (ID,), Audience.TEAM) for _ in range(2))
    assert first.handover.id != second.handover.id
    first.search("Vorlage")
    assert second.review is None


def leaking(sitting: Sitting, text: str) -> HandingOver:
    """Decided, but somebody typed a name into a role."""
    handing = decided(sitting)
    review = handing.review
    assert review is not None
    selam = next(one for one in review.findings if one.surface == "Selam")
    review.decide(selam.id, Decision(action=Action.REPLACE, text=text))
    return handing


def test_a_name_typed_into_a_role_is_caught_and_asked_again(sitting: Sitting, tmp_path: Path) -> None:
    handing = leaking(sitting, "Freundin von Rahel")
    with pytest.raises(Leak):
        handing.write(tmp_path / "a.md", WORDS)
    assert not (tmp_path / "a.md").exists()
    assert handing.review is not None
    assert [one.surface for one in handing.review.undecided()] == ["Selam", "Selam"]


def test_a_number_nobody_was_asked_about_becomes_a_finding(sitting: Sitting, tmp_path: Path) -> None:
    handing = decided(sitting)
    review = handing.review
    assert review is not None
    passage = review.draft.passages[0]
    longer = passage.model_copy(update={"text": f"{passage.text}\nRuf an: 0176 1234567, abends."})
    draft = review.draft.model_copy(update={"passages": (longer,)})
    handing.review = Review(draft, review.findings)
    handing.review.take_up(review.decisions)
    handing.review.answer_gate(Gate(basis="consent"))
    with pytest.raises(Leak) as caught:
        handing.write(tmp_path / "a.md", WORDS)
    assert caught.value.kinds == ("text:phone",)
    [asked] = handing.review.undecided()
    assert asked.surface == "0176 1234567"
    assert handing.review.draft.text[asked.start : asked.end] == asked.surface
    handing.review.decide(asked.id, Decision(action=Action.REPLACE, text="Nummer 1"))
    handing.write(tmp_path / "a.md", WORDS)
    assert "0176" not in (tmp_path / "a.md").read_text("utf-8")


def test_a_traced_review_changes_nothing_else(sitting: Sitting, tmp_path: Path) -> None:
    handing = leaking(sitting, "Freundin von Rahel")
    assert handing.review is not None
    handing.review.withdraw(0, 0)
    before = handing.review.decisions
    handing.review.withdraw(0, 0)
    with pytest.raises(Leak):
        handing.write(tmp_path / "a.md", WORDS)
    assert handing.review.gate is not None
    kept = {key: value for key, value in before.items() if key in handing.review.decisions}
    assert handing.review.decisions == kept
    assert "Klientin A" in handing.review.page(apply)[1][0].text


def test_a_free_name_is_proposed(tmp_path: Path) -> None:
    today = NOW.date()
    assert free_path(tmp_path, today) == tmp_path / "vorlage-2026-11.md"
    (tmp_path / "vorlage-2026-11.md").touch()
    assert free_path(tmp_path, today) == tmp_path / "vorlage-2026-11-2.md"
    assert folder_for_pages(tmp_path) == tmp_path
    (tmp_path / "Dokumente").mkdir()
    assert folder_for_pages(tmp_path) == tmp_path / "Dokumente"


@pytest.mark.parametrize("name", possible())
def test_every_format_is_written_and_looked_at(sitting: Sitting, tmp_path: Path, name: str) -> None:
    path = tmp_path / f"seite.{name}"
    decided(sitting).write(path, WORDS)
    assert path.stat().st_size
    leaking_page = leaking(sitting, "Freundin von Rahel")
    with pytest.raises(Leak):
        leaking_page.write(tmp_path / f"zwei.{name}", WORDS)


def test_a_format_that_is_none_of_ours_is_refused(sitting: Sitting, tmp_path: Path) -> None:
    with pytest.raises(WrongUsage) as refused:
        decided(sitting).write(tmp_path / "seite.odt", WORDS)
    assert refused.value.what == "export-format"
    assert not (tmp_path / "seite.odt").exists()
