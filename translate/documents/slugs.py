"""Name an article's catalogs after its file, or after its whole path."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import cache
from pathlib import PurePosixPath

from translate import patterns
from translate.errors import DocumentError

LONGEST = 100
"""Characters of a slug at most; all of them are ASCII, so it is the bytes too."""

RESERVED = {"CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(1, 10))}
"""Names that Windows keeps for devices, whatever follows behind a dot."""

_SAFE = patterns.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?")
"""A name that stays as it is."""

_DATED = patterns.compile(
    r"""
    (?P<year> (?:19|20)[0-9]{2} )
    (?: (?P<mark>[-_.]?) (?P<month> 0[1-9] | 1[0-2] ) (?P=mark) (?: 0[1-9] | [12][0-9] | 3[01] ) (?![0-9]) )
    """,
    re.VERBOSE,
)
_SHELF = patterns.compile(r"(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])|[01][0-9]{2}|2[0-4][0-9]|25[0-5]")
_LONGEST_SHELF = len("2025-02")


@cache  # Asked of every article several times a run.
def slug_of(path: str) -> str:
    """Make the name of an article's catalogs from its file name, as it is where no other article has it.

    Args:
        path: The article, with ``/`` between folders; its last ending is left out.

    Returns:
        Letters, digits, ``-``, ``_`` and ``.`` of ASCII, at most `LONGEST`, neither starting nor ending with ``.`` or
        ``-``. A name that is so already stays as it is; accents are dropped, other characters become ``-``.

    Raises:
        DocumentError: No letter or digit is left.
    """
    stem = PurePosixPath(path.rpartition("/")[2] or path).stem
    if _SAFE.fullmatch(stem) and len(stem) <= LONGEST and stem.upper() not in RESERVED:
        return stem  # So are most, of thousands.
    slug = _plain(stem)
    if not re.search(r"[A-Za-z0-9]", slug):
        raise DocumentError(
            "the file name has no letter from a to z and no digit to name its catalogs by; "
            "rename it, for instance 2026-11-19-library.txt",
            path=path,
        )
    # Two long names that differ at the end must not share their catalogs.
    return _usable(slug, stem)


def choices(path: str) -> tuple[str, ...]:
    """All names that an article's catalogs may have, which are as safe as the first one.

    Returns:
        The name after its file, and for articles that share that the names by its path: with its folders before it, one
        more in each; with its ending; with a mark that no other path has.

    Raises:
        DocumentError: No letter or digit is left of the file name.
    """
    slug, spelt = slug_of(path), spelling(path)
    *folders, file = PurePosixPath(spelt).parts
    leads = (_plain("-".join(folders[-number:])) for number in range(1, len(folders) + 1))
    found = [slug, *(f"{lead}-{slug}" for lead in leads if lead)]
    if ending := _plain(PurePosixPath(file).suffix):
        found.append(f"{slug}-{ending}")
    marks = (_marked(slug, spelt, size) for size in (4, 16))
    return tuple(dict.fromkeys((*(_usable(name, spelt) for name in found), *marks)))


def shelf_of(slug: str) -> str:
    """The sub-folder for the catalogs of an article, where a project has so many that one folder is too few.

    Args:
        slug: The name of its catalogs.

    Returns:
        The year and the month of a name that begins with a date, such as ``2025-02``; of any other three digits from
        ``000`` to ``255`` that it always has: a million names are evenly spread, some thousand in each. No locale is
        called like one of these.
    """
    if dated := _DATED.match(slug):
        return f"{dated['year']}-{dated['month']}"
    return f"{hashlib.blake2b(slug.encode('utf-8', 'surrogatepass'), digest_size=1).digest()[0]:03}"


def is_shelf(name: str) -> bool:
    """Whether a folder is called like one of those sub-folders."""
    return len(name) <= _LONGEST_SHELF and _SHELF.fullmatch(name) is not None


def spelling(path: str) -> str:
    """A path as people see it: nobody can tell apart two that only spell an accent in another way."""
    return unicodedata.normalize("NFC", path)


def _plain(text: str) -> str:
    """What is left of a text without accents, and without what is unsafe in a name."""
    if not text.isascii():  # Most names are, of thousands.
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.sub(r"[^A-Za-z0-9._-]+", "-", text).strip("-.")


def _usable(name: str, whole: str) -> str:
    """The name as Windows takes it, and short enough; then a mark tells it apart from others that begin so."""
    if name.split(".", maxsplit=1)[0].upper() in RESERVED:
        name = f"_{name}"
    return name if len(name) <= LONGEST else _marked(name, whole, 4)


def _marked(name: str, whole: str, size: int) -> str:
    mark = hashlib.blake2b(whole.encode("utf-8", "surrogateescape"), digest_size=size).hexdigest()
    return f"{name[: LONGEST - 1 - len(mark)]}-{mark}"
