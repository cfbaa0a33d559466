# ruff: noqa: E501 - a mutant is one row
"""Seeded bugs. Each is one change of one place in reflect/vault, and names a test that must fail with it.

    python -m pytest tests/faults/test_mutants.py -m long

runs them all. A mutant whose old text is not found exactly once is out of date, which fails too.
"""

from typing import NamedTuple

_POWER = "tests/faults/test_power_loss.py::test_power_loss_before_some_side_effects_loses_nothing"
_ALL_POWER = "tests/faults/test_power_loss.py::test_power_loss_before_each_side_effect_loses_nothing"
_CASES = "tests/faults/test_cases.py"
_FULL = "tests/faults/test_full_disk.py"
_SURGERY = "tests/faults/test_surgery.py"
_KEYS = "tests/vault/test_keys_and_passphrases.py"
_KEEPING = "tests/vault/test_keeping.py"
_PARTS = "tests/vault/test_small_parts.py"
_LIFE = "tests/vault/test_vault_life.py"


class Mutant(NamedTuple):
    """One seeded bug.

    Attributes:
        bug: What is wrong.
        file: Name of the module in reflect/vault.
        old: Text that stands there once.
        new: Text that takes its place.
        test: The test that must fail.
    """

    bug: str
    file: str
    old: str
    new: str
    test: str


MUTANTS = [
    Mutant("a frame is not flushed", "store.py", "            self._system.fsync(self.handle)\n", "            pass\n", _POWER),
    Mutant("a failed flush is swallowed", "store.py", "            self.broken = True\n            raise not_saved(error, path) from error\n", "            return\n", f"{_CASES}::test_case_14_after_a_failed_flush_nothing_is_written_until_the_file_is_read_again"),
    Mutant("the anchor is moved before the frame is flushed", "store.py", "        self._append(raw)\n        log.take(frame)\n        self.anchor()\n", "        end = log.end\n        log.take(frame)\n        self.anchor(durable=True)\n        log.end = end\n        self._append(raw)\n        log.end = frame.end\n", _POWER),
    Mutant("writing goes on after the file was replaced", "store.py", "        if here.identity != there.identity or here.size != self.log.end or tag != self.log.tag:\n", "        if here.size < 0:\n", f"{_CASES}::test_case_18_a_file_replaced_under_us_is_not_written_to"),
    Mutant("the last tag is not compared before an append", "store.py", " or tag != self.log.tag:", ":", f"{_CASES}::test_case_18_a_last_frame_overwritten_at_the_same_size_is_noticed"),
    Mutant("a new name is not flushed", "generation.py", "        system.replace(layout.new, layout.file)\n        system.fsync_dir(layout.folder)\n", "        system.replace(layout.new, layout.file)\n", _ALL_POWER),
    Mutant("a generation is renamed before it is flushed", "generation.py", "            write_all(system, handle, raw + raw, 0)\n            system.fsync(handle)\n", "            write_all(system, handle, raw + raw, 0)\n", _ALL_POWER),
    Mutant("a rewritten base does not say that more follows", "generation.py", "writer.frame(waiting[0] | MORE, *waiting[1:])", "writer.frame(*waiting)", _KEEPING),
    Mutant("the draft is not flushed", "draft.py", "write_new(self._system, new, sealed, durable=True)", "write_new(self._system, new, sealed, durable=False)", _ALL_POWER),
    Mutant("a torn tail is not cut", "opening.py", "        cut_tail(system, store.layout, store.handle, log)\n", "        log.torn = 0\n", "tests/faults/test_truncation.py::test_a_tail_after_the_anchor_is_put_aside_and_kept"),
    Mutant("a torn tail is deleted", "tail.py", "    if not _only_zeros(system, handle, log):\n", "    if log.torn < 0:\n", "tests/faults/test_truncation.py::test_a_tail_after_the_anchor_is_put_aside_and_kept"),
    Mutant("bodies of an unfinished last frame are not looked at", "reading.py", "            if not has_tag(sealed, place) or open_body(source.keys, bound, sealed) is None:\n                return False\n", "            del sealed, bound\n", _ALL_POWER),
    Mutant("the chain is not checked", "reading.py", " or frame.previous != log.tag or frame.flags & FIRST:", " or frame.flags & FIRST:", f"{_SURGERY}::test_a_frame_of_another_history_of_the_same_vault_is_noticed"),
    Mutant("the first frame may be any frame", "reading.py", "        return frame.kind == BASE and bool(frame.flags & FIRST)\n", "        return True\n", f"{_SURGERY}::test_a_dropped_frame_is_noticed_and_costs_only_itself"),
    Mutant("a base that ends early is accepted", "reading.py", "    if more or not log.frames:\n", "    if not log.frames:\n", "tests/faults/test_truncation.py::test_a_base_cut_short_is_damage_even_without_the_anchor"),
    Mutant("numbers may be missing", "reading.py", "frame.sequence != log.sequence + 1 or frame.previous != log.tag", "frame.sequence <= log.sequence", f"{_SURGERY}::test_a_dropped_frame_is_noticed_and_costs_only_itself"),
    Mutant("a damaged last frame counts as torn", "verdict.py", "    if log.torn and promised > 0 and not log.damage:\n", "    if log.torn < 0:\n", "tests/faults/test_flips.py::test_a_flip_in_the_last_frame_is_damage_with_the_anchor_and_a_cut_without"),
    Mutant("a rollback is not noticed", "verdict.py", "    if mark.sequence > log.sequence or mark.header_sequence > header.sequence:\n        return True\n", "", f"{_SURGERY}::test_an_older_file_put_back_is_noticed_with_the_anchor"),
    Mutant("another history is not noticed", "verdict.py", "    return log.witnessed is not None and log.witnessed != mark.tag\n", "    return False\n", f"{_SURGERY}::test_another_history_of_the_same_length_is_noticed"),
    Mutant("an old header is accepted", "verdict.py", "    if log.header_sequence > header.sequence:\n", "    if log.header_sequence < 0:\n", f"{_SURGERY}::test_an_old_header_over_newer_frames_is_noticed_without_the_anchor"),
    Mutant("the header is not authenticated", "header.py", "            and hmac.compare_digest(hmac.digest(key, self.raw[:_MAC_AT], hashlib.sha256), self.raw[_MAC_AT:])\n", "", f"{_KEYS}::test_a_header_with_a_forged_checksum_is_not_genuine"),
    Mutant("one header copy is never rewritten", "header.py", "    for offset in (COPY_SIZE, 0):\n", "    for offset in (0,):\n", f"{_KEYS}::test_an_outdated_header_copy_does_not_let_the_old_passphrase_in"),
    Mutant("header copies are not flushed one by one", "header.py", "        write_all(system, handle, raw, offset)\n        system.fsync(handle)\n", "        write_all(system, handle, raw, offset)\n", _ALL_POWER),
    Mutant("an outdated header copy lets the old passphrase in", "unlocking.py", "    if newest != header and opener.open(newest) is None:\n", "    if newest.sequence < 0:\n", f"{_KEYS}::test_an_outdated_header_copy_does_not_let_the_old_passphrase_in"),
    Mutant("a body is not the pinned one", "index.py", "    return len(sealed) == place.length and sealed[-TAG_SIZE:] == place.tag\n", "    return len(sealed) == place.length\n", f"{_SURGERY}::test_an_older_body_of_the_same_document_is_noticed"),
    Mutant("a body is not bound to its document", "body.py", " + front + doc_name\n", " + front\n", f"{_PARTS}::test_no_two_names_are_bound_alike"),
    Mutant("nonces repeat", "sealing.py", "            nonce=self._random(NONCE_SIZE),\n", "            nonce=bytes(NONCE_SIZE),\n", f"{_SURGERY}::test_no_nonce_is_used_twice"),
    Mutant("sizes are not padded", "padding.py", '    return plain.ljust(max(SMALLEST_BODY, padme(len(plain))), b"\\0")\n', "    return plain\n", f"{_PARTS}::test_texts_of_similar_length_have_one_size"),
    Mutant("numbers start anew after compaction", "succession.py", "Start(max(log.sequence + 1, successor.sequence),", "Start(1,", f"{_KEEPING}::test_compaction_frees_what_is_dead_and_keeps_the_rest"),
    Mutant("a cache of another file counts", "cache.py", "    fits = found == source.system.fstat(source.handle) and ", "    fits = ", f"{_CASES}::test_case_23_a_cache_that_does_not_fit_is_ignored"),
    Mutant("two writers at once", "disk.py", "        fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)\n", "        del shared\n", f"{_CASES}::test_case_16_the_second_writer_is_told_who_writes_since_when"),
    Mutant("a forked child writes", "vault.py", '        return None if self._lock.mine else "in-use"\n', "        return None\n", f"{_CASES}::test_case_17_a_forked_child_neither_writes_nor_keeps_the_lock"),
    Mutant("passphrases are not normalised", "policy.py", 'unicodedata.normalize("NFC", passphrase)', "passphrase", f"{_CASES}::test_case_25_a_passphrase_opens_in_either_unicode_form"),
    Mutant("a header may ask for any number of lanes", "policy.py", "1 <= self.lanes <= CEILING_LANES", "1 <= self.lanes", f"{_CASES}::test_case_25_a_header_that_asks_for_too_much_work_is_refused"),
    Mutant("a backup is not read back", "backup.py", "            _prove(store, surroundings, new)\n", "            pass\n", f"{_KEEPING}::test_a_backup_that_does_not_read_back_pushes_none_out"),
    Mutant("records handed out are shared", "index.py", "        return unpack_record(self.packed)\n", "        return self.view\n", f"{_LIFE}::test_records_handed_out_are_copies"),
    Mutant("keys stay in memory after locking", "keys.py", "            key[:] = bytes(len(key))\n", "            del key\n", f"{_LIFE}::test_a_locked_vault_gives_nothing_away"),
    Mutant("a sector that cannot be read takes the vault along", "medium.py", "        return bytes(size)\n", "        raise\n", f"{_CASES}::test_case_4_a_sector_that_cannot_be_read_costs_its_frame"),
    Mutant("a stale new generation stands in the way", "generation.py", "        system.unlink(layout.new)\n        handle = system.open(layout.new, create=True)\n", "        handle = system.open(layout.new, create=True)\n", f"{_FULL}::test_case_10_a_stale_new_generation_stands_in_nobodys_way"),
    Mutant("half a frame stays after a full disk", "store.py", "            self._cut_back()\n            raise not_saved(error, path) from error\n", "            raise not_saved(error, path) from error\n", f"{_FULL}::test_case_12_after_a_full_disk_the_next_save_goes_on_where_the_last_one_stood"),
    Mutant("half a generation stays after a full disk", "generation.py", "    except BaseException:\n        with suppress(OSError):\n            system.unlink(layout.new)\n        raise\n", "    except BaseException:\n        raise\n", f"{_FULL}::test_case_13_a_full_disk_in_compaction_changes_nothing_and_leaves_nothing"),
    Mutant("a folder that takes no lock keeps everybody out", "opening.py", '    except OSError:\n        return None, "media"\n', '    except BlockingIOError:\n        return None, "media"\n', f"{_CASES}::test_case_15_a_folder_that_takes_no_lock_opens_for_reading"),
    Mutant("backups are ordered by the clock", "backup.py", "    return tuple(sorted(found))\n", "    return tuple(sorted(found, key=lambda one: one.taken))\n", f"{_KEEPING}::test_backups_are_verified_and_the_oldest_goes_first"),
]  # fmt: skip
