"""The fault cases by number: what happens, which tests prove it, and seeded bugs that those tests catch.

`tests/faults/test_register.py` proves that every test is there and every bug is seeded (`tests/faults/mutants.py`).
"""

from typing import NamedTuple

_POWER = "test_power_loss.py::test_power_loss_before_each_side_effect_loses_nothing"
_KILL = "test_power_loss.py::test_kill_before_each_side_effect_loses_nothing"
_SIGKILL = "test_sigkill.py::test_sigkill_before_each_side_effect"
_CUTS = "test_truncation.py::test_cuts_at_each_length_are_noticed"
_FLIPS = "test_flips.py::test_flips_at_each_byte_are_noticed_and_do_not_spread"
_ERRORS = "test_errors.py::test_an_error_at_each_side_effect_loses_nothing"
_CASES = "test_cases.py::test_case_"


class Case(NamedTuple):
    """One fault case.

    Attributes:
        number: As in the acceptance list, from 1.
        what: What happens.
        tests: Tests in this folder that prove it.
        bugs: Seeded bugs that would let it through; each is caught by a named test.
    """

    number: int
    what: str
    tests: tuple[str, ...]
    bugs: tuple[str, ...]


CASES = (
    Case(1, "power loss before the frame", (_POWER,), ("a frame is not flushed",)),
    Case(2, "torn at every cut", (_CUTS, _POWER), ("a torn tail is not cut", "a torn tail is deleted")),
    Case(
        3,
        "grown but zero-filled",
        ("test_truncation.py::test_a_tail_of_zeros_is_cut_and_reported_but_not_kept", _POWER),
        ("bodies of an unfinished last frame are not looked at",),
    ),
    Case(
        4,
        "lost sector inside a body",
        (
            f"{_CASES}4_a_lost_sector_inside_a_body_costs_that_body",
            f"{_CASES}4_a_sector_that_cannot_be_read_costs_its_frame",
        ),
        ("a sector that cannot be read takes the vault along",),
    ),
    Case(5, "header B torn", (_POWER, _FLIPS), ("one header copy is never rewritten",)),
    Case(6, "header A torn", (_POWER, _FLIPS), ("the header is not authenticated",)),
    Case(
        7,
        "both headers in flight",
        (_POWER, "test_flips.py::test_both_header_copies_flipped_is_damage_and_loses_nothing"),
        ("header copies are not flushed one by one",),
    ),
    Case(8, "crash between flush and rename", (_KILL, _POWER), ("a generation is renamed before it is flushed",)),
    Case(9, "rename without a flushed folder", (_POWER,), ("a new name is not flushed",)),
    Case(
        10,
        "stale .new",
        ("test_full_disk.py::test_case_10_a_stale_new_generation_stands_in_nobodys_way",),
        ("a stale new generation stands in the way",),
    ),
    Case(11, "kill -9 in compaction", (_KILL, _SIGKILL), ("a rewritten base does not say that more follows",)),
    Case(
        12,
        "full disk in append",
        ("test_full_disk.py::test_case_12_after_a_full_disk_the_next_save_goes_on_where_the_last_one_stood", _ERRORS),
        ("half a frame stays after a full disk",),
    ),
    Case(
        13,
        "full disk in compaction",
        ("test_full_disk.py::test_case_13_a_full_disk_in_compaction_changes_nothing_and_leaves_nothing", _ERRORS),
        ("half a generation stays after a full disk",),
    ),
    Case(
        14,
        "I/O error at a flush",
        (f"{_CASES}14_after_a_failed_flush_nothing_is_written_until_the_file_is_read_again", _ERRORS),
        ("a failed flush is swallowed",),
    ),
    Case(
        15,
        "read-only file, folder, mount",
        (f"{_CASES}15_a_read_only_file_opens_for_reading", f"{_CASES}15_a_folder_that_takes_no_lock_opens_for_reading"),
        ("a folder that takes no lock keeps everybody out",),
    ),
    Case(
        16,
        "two processes",
        (
            f"{_CASES}16_the_second_writer_is_told_who_writes_since_when",
            f"{_CASES}16_a_reader_raises_no_alarm_while_another_process_writes",
        ),
        ("two writers at once",),
    ),
    Case(
        17,
        "forked child, stale lock",
        (
            f"{_CASES}17_a_forked_child_neither_writes_nor_keeps_the_lock",
            f"{_CASES}17_a_stale_lock_file_does_not_lock",
        ),
        ("a forked child writes",),
    ),
    Case(
        18,
        "replaced under an open handle",
        (
            f"{_CASES}18_a_file_replaced_under_us_is_not_written_to",
            f"{_CASES}18_a_file_changed_in_place_is_not_written_to",
            f"{_CASES}18_a_last_frame_overwritten_at_the_same_size_is_noticed",
            f"{_CASES}18_a_missing_file_is_not_made_anew",
        ),
        ("writing goes on after the file was replaced", "the last tag is not compared before an append"),
    ),
    Case(19, "truncated at a frame border", (_CUTS,), ("a rollback is not noticed",)),
    Case(
        20,
        "replaced by an older backup",
        (
            "test_surgery.py::test_an_older_file_put_back_is_noticed_with_the_anchor",
            "test_surgery.py::test_another_history_of_the_same_length_is_noticed",
        ),
        ("a rollback is not noticed", "another history is not noticed", "an old header is accepted"),
    ),
    Case(
        21,
        "single bit flips everywhere",
        (_FLIPS, "test_flips.py::test_a_healthy_vault_raises_no_alarm"),
        ("a damaged last frame counts as torn", "the header is not authenticated"),
    ),
    Case(
        22,
        "frames dropped, swapped, repeated, spliced",
        (
            "test_surgery.py::test_a_dropped_frame_is_noticed_and_costs_only_itself",
            "test_surgery.py::test_swapped_frames_are_noticed_and_lose_nothing",
            "test_surgery.py::test_repeated_frames_are_noticed_and_change_nothing",
            "test_surgery.py::test_frames_of_another_vault_do_not_count",
        ),
        ("the chain is not checked", "numbers may be missing", "the first frame may be any frame"),
    ),
    Case(
        23,
        "foreign or damaged caches and drafts",
        (
            f"{_CASES}23_a_cache_that_does_not_fit_is_ignored",
            f"{_CASES}23_a_damaged_draft_falls_back_to_the_one_before",
            f"{_CASES}23_a_draft_of_another_vault_is_ignored",
        ),
        ("a cache of another file counts", "the draft is not flushed"),
    ),
    Case(
        24,
        "clock back, forward, 1970",
        (f"{_CASES}24_clocks_that_jump_do_not_disturb_the_order",),
        ("backups are ordered by the clock",),
    ),
    Case(
        25,
        "hostile KDF, either Unicode form, no vault at all, conflicted copies",
        (
            f"{_CASES}25_a_header_that_asks_for_too_much_work_is_refused",
            f"{_CASES}25_cheaper_parameters_do_not_open",
            f"{_CASES}25_a_passphrase_opens_in_either_unicode_form",
            f"{_CASES}25_what_is_not_a_vault_stays_untouched",
            f"{_CASES}25_an_empty_or_missing_folder_is_no_deletion",
            f"{_CASES}25_conflicted_copies_are_named_and_not_merged",
        ),
        ("passphrases are not normalised", "a header may ask for any number of lanes"),
    ),
)
