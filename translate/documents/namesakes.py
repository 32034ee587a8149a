"""Tell apart the articles whose catalogs would have one name: each gets catalogs of its own, and keeps them."""

from __future__ import annotations

import contextlib
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache

from translate.documents.slugs import LONGEST, choices, slug_of, spelling
from translate.errors import DocumentError


def allot(paths: Iterable[str], claims: Mapping[str, str]) -> dict[str, str]:
    """Give the catalogs of each article a name that no other's have, on any file system.

    Whoever has files of a name keeps it. Where nobody has, the first of the articles with the fewest folders has the
    name after its file, as every article has that shares it with none; the others are named by their paths, with as
    few folders as tell them apart.

    Args:
        paths: All articles of a project, in any order.
        claims: The articles to which the files of a name belong, be they listed or not, by the name.

    Returns:
        The names by the articles. Two spellings of one path share a name; what gives none is left out.
    """
    every = list(paths)
    slugs = _slugs(every)
    held = _held(slugs, claims)
    found = {path: next(_held_by(path, held)) for path in slugs.keys() & held.values()}
    taken = {name.casefold() for name in found.values()}
    shared = _shared(slugs)
    plain = {slug.casefold() for slug in slugs.values()}
    for path, slug in slugs.items():
        if path not in found:
            folded = slug.casefold()
            if folded not in taken and held.get(folded, path) == path:  # As of most.
                found[path] = slug
                taken.add(folded)
                continue
            wanted = (name for name in _wanted(path, slug, shared) if name == slug or name.casefold() not in plain)
            free = (name for name in wanted if held.get(name.casefold(), path) == path)
            found[path] = next(name for name in free if name.casefold() not in taken)
            taken.add(found[path].casefold())
    return {path: found[spelt] for path in every if (spelt := spelling(path)) in found}


def doubtful(paths: Iterable[str], there: Iterable[str], known: Collection[str]) -> set[str]:
    """The names of which it has to be found out to which articles their files belong; of most, the name alone tells.

    Args:
        paths: All articles of a project.
        there: The names that have files.
        known: The articles that had catalogs at the last run.
    """
    slugs = _slugs(paths)
    names = {name: name.casefold() for name in there}
    shared = _shared(slugs)
    spare = {*names.values()} - {slug.casefold() for slug in slugs.values()}
    ends = {end for name in spare for end in _ends(name)}
    is_cut = any(len(name) == LONGEST for name in spare)
    asked: set[str] = set()
    for path, slug in slugs.items():
        folded = slug.casefold()
        if is_cut or folded in shared or folded in ends:
            asked.update(name.casefold() for name in choices(path))
        elif path not in known:
            asked.add(folded)
    return {name for name, folded in names.items() if folded in asked}


def sharing(paths: Iterable[str]) -> set[str]:
    """The articles that share the name after their files with another."""
    slugs = _slugs(paths)
    number = Counter(slug.casefold() for slug in slugs.values())
    return {path for path, slug in slugs.items() if number[slug.casefold()] > 1}


def may_have(path: str, name: str) -> bool:
    """Whether an article's catalogs may have a name; else they were copied from its own, and are none."""
    with contextlib.suppress(DocumentError):
        return name.casefold() in {choice.casefold() for choice in choices(path)}
    return False


def _slugs(paths: Iterable[str]) -> Mapping[str, str]:
    """The names after the files, by the articles, the least deep first."""
    return _slugs_of(frozenset(paths))


@lru_cache(maxsize=1)  # Asked of the same articles several times in a row.
def _slugs_of(paths: frozenset[str]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for path in sorted(paths, key=lambda path: (path.count("/"), path)):
        with contextlib.suppress(DocumentError):  # Reading the article will tell what is wrong with its name.
            found.setdefault(spelling(path), slug_of(path))
    return found


def _shared(slugs: Mapping[str, str]) -> dict[str, Counter[str]]:
    """The names that several articles have after their files: how many of these may have each name by their paths."""
    sharing: defaultdict[str, list[str]] = defaultdict(list)
    for path, slug in slugs.items():
        sharing[slug.casefold()].append(path)
    return {
        slug: Counter(name.casefold() for path in paths for name in choices(path))
        for slug, paths in sharing.items()
        if len(paths) > 1
    }


def _held(slugs: Collection[str], claims: Mapping[str, str]) -> dict[str, str]:
    """Whose each name is, in small letters."""
    held: dict[str, str] = {}
    for name, path in sorted(claims.items()):
        spelt, folded = spelling(path), name.casefold()
        if may_have(spelt, name) and (folded not in held or spelt in slugs):
            held[folded] = spelt
    return held


def _held_by(path: str, held: Mapping[str, str]) -> Iterator[str]:
    return (name for name in choices(path) if held.get(name.casefold()) == path)


def _wanted(path: str, slug: str, shared: Mapping[str, Counter[str]]) -> Iterator[str]:
    """The names that an article may have, the best first."""
    yield slug
    number = shared.get(slug.casefold(), Counter())
    yield from sorted(choices(path)[1:], key=lambda name: number[name.casefold()] > 1)


def _ends(name: str) -> Iterator[str]:
    """What a name by a path may have been before its folders came to it, or its ending."""
    parts = name.split("-")
    yield from ("-".join(parts[start:]) for start in range(1, len(parts)))
    yield "-".join(parts[:-1])
