"""What people wrote and is not in their files any more: all of it, and what a command asks for."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

from translate import patterns
from translate.core.entries.catalog import texts
from translate.core.entries.losses import Kept
from translate.core.results.summary import Trouble
from translate.errors import DocumentError
from translate.workflow import articles, naming
from translate.workflow.noticing import Noticing, storable
from translate.workflow.places import shown_path

_NUMBERS = patterns.compile(r"([1-9][0-9]{0,8})(?:-([1-9][0-9]{0,8}))?")


def listed(seen: Noticing, *, everything: bool = False) -> list[Kept]:
    """What tools have dropped and nobody has seen to, file by file, the oldest first.

    Args:
        seen: Has looked at the files.
        everything: Also what people have deleted or replaced themselves, as far as it is nowhere in its file.
    """
    found = seen.history.kept(only_open=not everything)
    if everything:
        standing = {path: _standing(seen, path) for path in {one.path for one in found}}
        latest = {(one.path, one.seen.entry.key, texts(one.seen.entry)): one for one in sorted(found, key=_open_last)}
        found = [one for key, one in latest.items() if key[1:] not in standing[one.path] or one.is_open]
    return sorted(found, key=lambda one: (one.path, one.number))


def _open_last(one: Kept) -> tuple[bool, int]:
    return one.is_open, one.number


def _standing(seen: Noticing, path: str) -> set[tuple[object, object]]:
    past = seen.history.past(path)
    return {(known.entry.key, texts(known.entry)) for known in past.entries} if past else set()


def asked(seen: Noticing, words: Sequence[str]) -> tuple[list[Kept], list[Trouble]]:
    """The texts that words ask for.

    Args:
        seen: Has looked at the files.
        words: Numbers of the list, such as ``17`` or ``17-23``, for any text; PO files, articles and folders, there or
            not, for what was lost there.

    Returns:
        The texts, each once, and what is wrong with words that ask for nothing.
    """
    every = seen.history.kept()
    found: dict[int, Kept] = {}
    troubles: list[Trouble] = []
    for word in words:
        if number := _NUMBERS.fullmatch(word):
            first, last = int(number[1]), int(number[2] or number[1])
            those = [one for one in every if first <= one.number <= last]
            if not those:
                troubles.append(Trouble(f"no text has the number {word}; “newsdesk restore --all” lists them"))
        else:
            path = Path(word)
            of_it = _of_path(seen, path, every)
            those = [one for one in of_it if one.is_open]
            if not of_it and not path.exists() and shown_path(seen.settings, path) not in _names(seen):
                message = "is neither a PO file, an article nor a folder, and nothing of it is kept"
                shown = storable(seen.settings, path)
                troubles.append(Trouble(f"{shown}: {message}", shown))
        found |= {one.number: one for one in those}
    return list(found.values()), troubles


def _of_path(seen: Noticing, path: Path, every: Iterable[Kept]) -> list[Kept]:
    """What was once in a PO file, in those of an article, or in those below a folder."""
    shown = storable(seen.settings, path)
    inside = "" if shown in {"", "."} else f"{shown.rstrip('/')}/"
    slugs = _slugs(seen, path)
    return [
        one
        for one in every
        if one.path == shown or (one.path.startswith(inside) and path.suffix != ".po") or _slug(one) in slugs
    ]


def _slugs(seen: Noticing, path: Path) -> set[str]:
    """The names of the catalogs of an article, which may be gone, or of the articles in a folder or a file."""
    if path.suffix == ".po":
        return set()
    names = _names(seen)
    if path.is_dir():
        listed = (shown_path(seen.settings, article) for article in articles.find(seen.settings, [path])[0])
        return {names[article] for article in listed if article in names}
    shown = shown_path(seen.settings, path)
    if inside := {name for article, name in names.items() if article.startswith(f"{shown}/")}:
        return inside
    with contextlib.suppress(DocumentError):
        return {names[shown]} if shown in names else {*naming.former(seen.settings, shown, names)}
    return set()


def _names(seen: Noticing) -> dict[str, str]:
    """The names of the catalogs of the articles that are there, by these as the newsroom knows them."""
    return {shown_path(seen.settings, article): name for name, article in seen.articles.items()}


def _slug(one: Kept) -> str:
    return PurePosixPath(one.path).stem
