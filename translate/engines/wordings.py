"""What engines call the terms of a glossary by themselves, kept from one run to the next.

A lexicon is made once a term and costs some thirty words of translation each time. What is kept is no more than that:
a file that is gone, broken, of another engine or not to be written costs time, and no run fails for it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from translate.core.enforcing.lexicon import MOST_WORDS, Lexicon, Wording
from translate.errors import EngineError
from translate.files import caching
from translate.files.kinds import Kind

FOLDER = Path(".newsdesk", "wordings")
"""Its place in a project."""
# A hundred thousand terms have fewer bytes.
KEPT = Kind("what is kept of an engine's words", ".json", 20_000_000, EngineError)
_MOST = 64
"""Wordings of a term; it is asked for in four ways, with as many answers each."""
_LONGEST = 200
"""Characters of a wording."""


class Wordings:
    """The lexicons of one folder, a file for each locale."""

    def __init__(self, folder: Path, *, home: Path | None) -> None:
        """Take a folder; it is made when the first lexicon is kept.

        Args:
            folder: The folder.
            home: The folder that links must not lead out of, resolved; None for anywhere.
        """
        self._folder = folder
        self._home = home

    def load(self, locale: str, signature: str) -> Lexicon:
        """What is known of an engine; nothing where that is unknown, or the file is not one of ours.

        Args:
            locale: The locale that it drafts into.
            signature: The engine's; another one may call the terms something else.
        """
        try:
            told = json.loads(caching.kept(self._path(locale), home=self._home, largest=KEPT.largest) or b"")
            return dict(_read(told["terms"])) if told["engine"] == signature else {}
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return {}

    def keep(self, locale: str, signature: str, lexicon: Lexicon) -> None:
        """Write a lexicon in place of the one that the locale has, if that is another one and can be written."""
        terms = {name: [[one.text, one.weight] for one in lexicon[name]] for name in sorted(lexicon)}
        data = json.dumps({"engine": signature, "terms": terms}, ensure_ascii=True, indent=1).encode()
        path = self._path(locale)
        if caching.kept(path, home=self._home, largest=KEPT.largest) != data:
            caching.keep(path, data, home=self._home)

    def _path(self, locale: str) -> Path:
        return self._folder / f"{locale}.json"


def _read(terms: dict[str, list[list[object]]]) -> Iterator[tuple[str, tuple[Wording, ...]]]:
    for name, told in terms.items():
        if len(told) > _MOST:
            raise ValueError("too many wordings")
        yield name, tuple(_wording(*one) for one in told)


def _wording(text: object, weight: object) -> Wording:
    if not (isinstance(text, str) and text.strip() and isinstance(weight, float) and 0 < weight <= 1):
        raise ValueError("no wording")
    if len(text) > _LONGEST or len(text.split()) > MOST_WORDS:
        raise ValueError("too long for a wording")
    return Wording(text, weight)
