"""Short hashes by which a later run knows what it wrote and what it wrote it from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


def fingerprint(parts: Iterable[str]) -> str:
    """Eight hexadecimal digits of SHA-256 over the parts; how they are divided counts."""
    return digest(parts).hex()[:8]


def digest(parts: Iterable[str]) -> bytes:
    """All of it, by which one of a million things can be told from the others."""
    encoded = [part.encode("utf-8", "surrogatepass") for part in parts]
    return hashlib.sha256(b"".join([b"%d:%b" % (len(data), data) for data in encoded])).digest()
