"""Padding, so that sizes say less about what was written.

Padmé is from Nikitin et al., "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs",
PoPETs 2019(4): it costs at most 12 % and leaks O(log log n) bits of the length.
"""

SMALLEST_BODY = 512
OPERATIONS_BLOCK = 256


def padme(length: int) -> int:
    """Return the Padmé bucket of a length.

    Args:
        length: Bytes, at least 1.

    Returns:
        The smallest allowed size that is not below `length`.
    """
    exponent = length.bit_length() - 1
    free = exponent - exponent.bit_length()
    if free <= 0:
        return length
    mask = (1 << free) - 1
    return (length + mask) & ~mask


def pad_body(plain: bytes) -> bytes:
    """Fill a body with zeros to its bucket, at least 512 bytes."""
    return plain.ljust(max(SMALLEST_BODY, padme(len(plain))), b"\0")


def pad_operations(plain: bytes) -> bytes:
    """Fill a frame's operations with zeros to a multiple of 256 bytes."""
    return plain + bytes(-len(plain) % OPERATIONS_BLOCK)
