"""Name an article's catalogs after its file."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import PurePosixPath

from translate.errors import DocumentError

LONGEST = 100
"""Characters of a slug at most; all of them are ASCII, so it is the bytes too."""

RESERVED = {"CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(1, 10))}
"""Names that Windows keeps for devices, whatever follows behind a dot."""


def slug_of(path: str) -> str:
    """Make the name of an article's catalogs from its file name.

    Args:
        path: The article, with ``/`` between folders; its last ending is left out.

    Returns:
        Letters, digits, ``-``, ``_`` and ``.`` of ASCII, at most `LONGEST`, neither starting nor ending with ``.`` or
        ``-``. A name that is so already stays as it is; accents are dropped, other characters become ``-``.

    Raises:
        DocumentError: No letter or digit is left.
    """
    stem = PurePosixPath(path).stem
    plain = unicodedata.normalize("NFKD", stem)
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    slug = re.sub(r"[^A-Za-z0-9._-]+", "-", plain).strip("-.")
    if not re.search(r"[A-Za-z0-9]", slug):
        raise DocumentError(
            "the file name has no letter from a to z and no digit to name its catalogs by; "
            "rename it, for instance 2026-11-19-library.txt",
            path=path,
        )
    if slug.split(".")[0].upper() in RESERVED:
        slug = f"_{slug}"
    if len(slug) > LONGEST:
        # Two long names that differ at the end must not share their catalogs.
        digest = hashlib.blake2b(stem.encode("utf-8", "surrogateescape"), digest_size=4).hexdigest()
        slug = f"{slug[: LONGEST - 9]}-{digest}"
    return slug
