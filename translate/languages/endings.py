"""Read how the nouns of a language end from its table, ``<code>.endings.txt`` beside this file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from translate import patterns
from translate.core.terms.endings import ANY, LONGEST, WHOLE, Endings
from translate.core.terms.labels import Label, fault_of_label, read
from translate.errors import LanguageError

_SHARE = patterns.compile("([^0-9,]+) ([1-9][0-9]?|100)")


def load_endings(path: Path) -> Endings:
    """The table that a file holds.

    Raises:
        LanguageError: The file cannot be used.
    """
    shown = path.as_posix()
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise LanguageError("is not UTF-8; save it as UTF-8", path=shown) from error
    except OSError as error:
        raise LanguageError(f"cannot be read: {error.strerror}", path=shown) from error
    shares: dict[str, Sequence[tuple[Label, float]]] = {}
    for number, line in enumerate(lines, 1):
        if not line or line.startswith("#"):
            continue
        try:
            _enter(shares, line)
        except ValueError as error:
            raise LanguageError(str(error), path=shown, line=number) from error
    return Endings(shares)


def _enter(shares: dict[str, Sequence[tuple[Label, float]]], line: str) -> None:
    """Put a line of the table with the others."""
    ending, _, told = line.partition(" ")
    if ending != ANY and not 0 < len(ending.removeprefix(WHOLE)) <= LONGEST:
        raise ValueError(f"“{ending}” is no ending of at most {LONGEST} letters")
    if ending in shares:
        raise ValueError(f"“{ending}” stands here for the second time")
    shares[ending] = tuple(map(_share, told.strip().split(", ")))


@lru_cache(maxsize=4096)
def _share(text: str) -> tuple[Label, float]:
    found = _SHARE.fullmatch(text)
    if found is None:
        raise ValueError(f"“{text}” is no label with its percentage, such as “pl all 99”")
    label = read(found[1])
    if label is None:
        raise ValueError(f"the label “{found[1]}” {fault_of_label(found[1])}")
    return label, int(found[2]) / 100
