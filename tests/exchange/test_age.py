"""Sealed files: only the passphrase or the key opens them."""

import pytest
from pyrage import x25519  # type: ignore[import-untyped]  # it has no types

from reflect.domain.fault import WrongPassphrase, WrongUsage
from reflect.exchange import age

WORDS = "Einen Termin nur zum Zuhören anbieten.".encode()


def test_a_passphrase_opens_and_another_does_not() -> None:
    sealed = age.seal(WORDS, "nur Mina")
    assert sealed.startswith(b"age-encryption.org/v1\n")
    assert WORDS not in sealed
    assert age.unseal(sealed, "nur Mina") == WORDS
    with pytest.raises(WrongPassphrase):
        age.unseal(sealed, "nur Eva")


def test_a_key_opens_what_was_sealed_for_it() -> None:
    identity = x25519.Identity.generate()
    sealed = age.seal(WORDS, str(identity.to_public()))
    assert age.unseal(sealed, str(identity)) == WORDS
    with pytest.raises(WrongPassphrase):
        age.unseal(sealed, str(x25519.Identity.generate()))
    with pytest.raises(WrongPassphrase):
        age.unseal(sealed, "AGE-SECRET-KEY-1KAPUTT")


def test_what_is_wrong_is_said_before_anything_is_sealed() -> None:
    for secret in ("", "age1kaputt"):
        with pytest.raises(WrongUsage):
            age.seal(WORDS, secret)
    with pytest.raises(WrongUsage):
        age.unseal(b"Hallo", "nur Mina")


def test_damaged_bytes_do_not_open() -> None:
    identity = x25519.Identity.generate()
    sealed = bytearray(age.seal(WORDS, str(identity.to_public())))
    sealed[-1] ^= 1
    with pytest.raises(WrongPassphrase):
        age.unseal(bytes(sealed), str(identity))
