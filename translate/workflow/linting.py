"""``newsdesk glossary check``: what is doubtful about the glossary's rows, and what of it needs no question."""

from __future__ import annotations

import contextlib
import difflib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from translate.core.linting.linting import Linted
from translate.core.linting.rows import Pair
from translate.core.terms.glossary import Term
from translate.core.text.guessing import did_you_mean
from translate.errors import GlossaryError
from translate.files.reading import read
from translate.files.saving import save
from translate.languages.loading import load_language
from translate.settings import Settings
from translate.termbases import linting
from translate.termbases.csvfile import decode, read_rows
from translate.termbases.folder import EVERY_LOCALE, GLOSSARY, NOT_READ, names_in, stem_of, stems, strays_in, unread
from translate.workflow.places import glossary_path

_LONG = timedelta(days=730)
"""So long a review holds."""


def lint(settings: Settings, names: Sequence[str] = (), *, now: datetime, fix: bool = False) -> Iterator[Linted]:
    """Look at the project's glossary files.

    Args:
        settings: The project.
        names: Those to look at, such as ``et``, ``et.csv`` or ``glossaries/et.csv``; without any, all of them.
        now: The time; what was reviewed two years before it, or earlier, is told.
        fix: Whether to put right what needs no question; whoever asks for that holds the project's lock.

    Yields:
        What was found in one file after the other, and what was written.

    Raises:
        GlossaryError: There is no such file, or it cannot be written.
    """
    folder = settings.root / settings.glossaries
    strays = strays_in(folder)
    there = sorted({*(stem_of(name) or name for name in names_in(folder)), *strays})
    files = _Files(settings)
    since = (now - _LONG).date().isoformat()
    for name in _chosen(settings, names, there) if names else there:
        if name in strays:
            path = f"{settings.glossaries}/{name}"
            yield Linted(path, 0, errors=(GlossaryError(NOT_READ, path=path),))
            continue
        found = _linted(files, name, since, fix=fix)
        beside = unread(folder, name, settings.glossaries)
        yield replace(found, errors=(*found.errors, *beside))


def _chosen(settings: Settings, names: Sequence[str], there: Sequence[str]) -> list[str]:
    chosen = [stem_of(Path(name).name) or Path(name).name for name in names]
    for name in chosen:
        if name not in there:
            advice = did_you_mean(name, there, otherwise=f"; there is: {', '.join(there)}" if there else "")
            message = f"there is no such file in {settings.glossaries}{advice}"
            raise GlossaryError(message, path=f"{settings.glossaries}/{name if Path(name).suffix else f'{name}.csv'}")
    return chosen


class _Files:
    """The glossary files of a project, each of which is read once for those that it holds for, too."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._terms: dict[str, tuple[Term, ...]] = {}

    def wider(self, name: str) -> list[tuple[Term, ...]]:
        """The terms of the files that are read behind one in the same locale; none of one that cannot be used."""
        return [self._of(stem) for stem in stems(name)[1:]] if name != EVERY_LOCALE else []

    def _of(self, stem: str) -> tuple[Term, ...]:
        if stem not in self._terms:
            self._terms[stem] = ()
            with contextlib.suppress(GlossaryError):  # Whoever looks at that file is told.
                data, path = self.read(stem)
                self._terms[stem] = read_rows(data, path).terms if data else ()
        return self._terms[stem]

    def read(self, stem: str) -> tuple[bytes, str]:
        """What a file holds, and its path."""
        path = glossary_path(self.settings, stem)
        root = self.settings.root
        return read(root / path, GLOSSARY, path, home=root) or b"", path


def _linted(files: _Files, name: str, since: str, *, fix: bool) -> Linted:
    settings = files.settings
    try:
        path = glossary_path(settings, name)
    except GlossaryError as error:
        return Linted(error.path or name, 0, errors=(error,))
    known = {stem for locale in settings.locales for stem in stems(locale)}
    if name not in known:
        advice = did_you_mean(name, sorted(known), otherwise="; name it after one, or all.csv")
        return Linted(path, 0, errors=(GlossaryError(f"is read for no locale of the project{advice}", path=path),))
    try:
        pair = Pair(load_language(settings.source), None if name == EVERY_LOCALE else load_language(name))
        look = partial(linting.lint_file, path=path, pair=pair, wider=files.wider(name), since=since)
        data, _ = files.read(name)
        found = look(data)
        if not fix or all(one.fix is None for one in found.findings):
            return found
        try:
            written = linting.fixed(data, path)
        except GlossaryError as error:  # It is only read.
            return replace(found, errors=(*found.errors, error))
        save(settings.root / path, written, kind=GLOSSARY, expected=data, shown=path, home=settings.root)
        return replace(look(written), fixed=tuple(_differences(data, written, path)))
    except GlossaryError as error:
        return Linted(path, 0, errors=(error,))


def _differences(before: bytes, after: bytes, path: str) -> Iterator[str]:
    old, new = (decode(data, path).splitlines() for data in (before, after))
    yield from difflib.unified_diff(old, new, path, path, lineterm="", n=0)
