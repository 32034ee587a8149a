"""What engines call the terms of a glossary by themselves, kept from one run to the next.

A lexicon is made once a term and costs some thirty words of translation each time. What is kept is no more than that:
a file that is gone, broken or of another engine is made anew.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from translate.core.enforcing.lexicon import Lexicon, Wording
from translate.errors import EngineError
from translate.files import whole

_LARGEST = 50_000_000
"""Bytes; no lexicon of ours comes near."""


class Wordings:
    """The lexicons of one folder, a file for each locale."""

    def __init__(self, folder: Path) -> None:
        """Take a folder; it is made when the first lexicon is kept."""
        self._folder = folder

    def load(self, locale: str, signature: str) -> Lexicon:
        """What is known of an engine; nothing where that is unknown, or the file is not one of ours.

        Args:
            locale: The locale that it drafts into.
            signature: The engine's; another one may call the terms something else.
        """
        path = self._path(locale)
        try:
            if path.stat().st_size > _LARGEST or not path.is_file():
                return {}
            told = json.loads(path.read_bytes())
            return dict(_read(told["terms"])) if told["engine"] == signature else {}
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return {}

    def keep(self, locale: str, signature: str, lexicon: Lexicon) -> None:
        """Write a lexicon, in place of the one that the locale has; one that it has already is not touched.

        Raises:
            EngineError: It cannot be written.
        """
        terms = {name: [[one.text, one.weight] for one in lexicon[name]] for name in sorted(lexicon)}
        data = json.dumps({"engine": signature, "terms": terms}, ensure_ascii=False, indent=1).encode()
        try:
            if self._path(locale).is_file() and self._path(locale).read_bytes() == data:
                return
            self._folder.mkdir(parents=True, exist_ok=True)
            whole.write(self._path(locale), lambda file: file.write(data))
        except OSError as error:
            raise EngineError(f"cannot be written: {error.strerror or error}", path=str(self._path(locale))) from error

    def _path(self, locale: str) -> Path:
        return self._folder / f"{locale}.json"


def _read(terms: dict[str, list[list[object]]]) -> Iterator[tuple[str, tuple[Wording, ...]]]:
    for name, told in terms.items():
        yield name, tuple(_wording(*one) for one in told)


def _wording(text: object, weight: object) -> Wording:
    if not (isinstance(text, str) and text.strip() and isinstance(weight, float) and 0 < weight <= 1):
        raise ValueError("no wording")
    return Wording(text, weight)
