"""Sealed files in the age format (age-encryption.org/v1): the stock `age` tool opens them.

What is sealed here is no release: only the one who knows the passphrase or holds the key reads it.
"""

from reflect.domain.fault import WrongPassphrase, WrongUsage

RECIPIENT = "age1"
MAGIC = b"age-encryption.org/v1\n"


def seal(content: bytes, secret: str) -> bytes:
    """Seal bytes.

    Args:
        content: Anything.
        secret: A passphrase, or a recipient's public key (`age1…`).

    Raises:
        WrongUsage: `secret-empty`, or `recipient-wrong`: it begins like a public key but is none.
    """
    import pyrage  # type: ignore[import-untyped]  # noqa: PLC0415 - no types; loaded when somebody takes something along

    if not secret:
        raise WrongUsage("secret-empty")
    if secret.startswith(RECIPIENT):
        try:
            recipient = pyrage.x25519.Recipient.from_str(secret)
        except pyrage.RecipientError:
            raise WrongUsage("recipient-wrong") from None
        return bytes(pyrage.encrypt(content, [recipient]))
    return bytes(pyrage.passphrase.encrypt(content, secret))


def unseal(sealed: bytes, secret: str) -> bytes:
    """Open sealed bytes.

    Args:
        sealed: A whole age file.
        secret: The passphrase, or the secret key (`AGE-SECRET-KEY-1…`).

    Raises:
        WrongUsage: `not-age`: it is no such file.
        WrongPassphrase: It does not open.
    """
    import pyrage  # noqa: PLC0415 - the same

    if not sealed.startswith(MAGIC):
        raise WrongUsage("not-age")
    try:
        if secret.startswith("AGE-SECRET-KEY-1"):
            return bytes(pyrage.decrypt(sealed, [pyrage.x25519.Identity.from_str(secret)]))
        return bytes(pyrage.passphrase.decrypt(sealed, secret))
    except (pyrage.DecryptError, pyrage.IdentityError):
        raise WrongPassphrase from None
