"""Short hashes by which a later run knows what it wrote and what it wrote it from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


def fingerprint(parts: Iterable[str]) -> str:
    """Eight hexadecimal digits of SHA-256 over the parts; how they are divided counts."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(data))
        digest.update(data)
    return digest.hexdigest()[:8]
