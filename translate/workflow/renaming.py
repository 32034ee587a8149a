"""Find out which articles, or which of their paragraphs, had another name at the last run: the work follows them."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import partial
from pathlib import Path

from translate.core.entries.kinship import following, homes
from translate.core.entries.past import Seen
from translate.core.entries.template import Key, template
from translate.documents.reading import Reader
from translate.errors import NewsdeskError
from translate.values import dataclass
from translate.workflow.belonging import live_messages, notes, past_of, standing, with_homes
from translate.workflow.following import returning
from translate.workflow.moving import Move
from translate.workflow.noticing import Noticing, storable
from translate.workflow.places import catalog_path, catalogs_folder, former_locales, shown_path
from translate.workflow.shelves import counts, file_in, names_in
from translate.workflow.standing import Standing
from translate.workflow.strays import Stray, strays


@dataclass(slots=True)
class Renaming:
    """What had another name at the last run."""

    moves: list[Move] = field(default_factory=list)
    """The PO files that have to follow their articles."""
    following: dict[str, tuple[Seen, ...]] = field(default_factory=dict)
    """What people wrote in other PO files for paragraphs that stand in new articles now, by the new PO files."""
    left: list[Stray] = field(default_factory=list)
    """What stays no work."""


def renaming(
    seen: Noticing,
    named: Mapping[str, Path],
    locales: Sequence[str],
    were: Standing,
    reader: Reader,
) -> Renaming:
    """Compare the articles that have no PO file yet with what has no article any more, and tell of what stays so.

    Args:
        seen: Knows the PO files as they were at the last look.
        named: The run's articles by the names of their catalogs.
        locales: Its locales.
        were: Which articles stand as the last run left them.
        reader: Reads the articles.
    """
    lying = strays(seen.settings, seen.articles)
    found = Renaming(left=[stray for stray in lying if stray.locale not in locales])
    for locale in locales:
        names = names_in(catalogs_folder(seen.settings, locale))
        there = {file_in(name).removesuffix(".po") for name in names if name.endswith(".po") and counts(name, names)}
        own, lost = partial(catalog_path, seen.settings, locale), [s for s in lying if s.locale == locale]
        back = returning(seen.settings, named.keys() - there, lost)
        found.moves += back.values()
        missing = {slug: path for slug, path in named.items() if slug not in there and slug not in back}
        # What somebody has deleted is not new.
        new = {slug: path for slug, path in missing.items() if not _was_there(seen, own(slug))}
        changed = {slug: named[slug] for slug in were.changed(locale) if slug in there} if new else {}
        _Search(seen, locale, reader, found).search(new, lost, changed)
    seen.moving.update((move.old, move.new) for move in found.moves)
    found.left = [stray for stray in found.left if stray.path not in seen.moving]
    seen.notes += notes(found.left, seen.history.once, partial(with_homes, seen))
    return found


def _was_there(seen: Noticing, path: Path) -> bool:
    return seen.history.past(storable(seen.settings, path)) is not None


@dataclass(frozen=True, slots=True)
class _Search:
    """What is looked through in one locale."""

    seen: Noticing
    locale: str
    reader: Reader
    found: Renaming

    def search(self, new: Mapping[str, Path], lying: Sequence[Stray], changed: Mapping[str, Path]) -> None:
        """Find what had another name.

        Args:
            new: The articles without a PO file, by the names of their catalogs.
            lying: What is no work.
            changed: Those with one that have changed since the last run, likewise.
        """
        former = dict(self._of_former_locales(new))
        self.found.moves += former.values()
        # A name with a space is none that newsdesk gives: a copy, and what it was a copy of is called otherwise by now.
        named = [stray for stray in lying if new and not stray.original and " " not in stray.name]
        # What never was an article's may be an old copy of any: whatever it says, it is nobody's word.
        orphans = [stray for stray in named if _was_there(self.seen, stray.path)]
        # The usual night has nothing new, or nothing to compare it with.
        lone = {slug: path for slug, path in new.items() if slug not in former and (orphans or changed)}
        messages = {slug: self._messages(path) for slug, path in lone.items()}
        pasts = {stray.shown: past_of(self.seen, stray.path, self.locale, keep=True) for stray in orphans}
        fits = homes({shown: live_messages(past) for shown, past in pasts.items()}, messages)
        left: list[tuple[Sequence[Seen], bool]] = []
        for stray in lying:
            past = pasts.get(stray.shown, ())
            if home := fits.sure.get(stray.shown):
                self.found.moves.append(Move(stray.path, self._catalog(home), self.locale))
                there = messages.pop(home)
                left.append(([one for one in past if one.entry.key not in there], False))
            else:
                possible = [shown_path(self.seen.settings, new[slug]) for slug in fits.possible.get(stray.shown, ())]
                self.found.left.append(replace(stray, homes=tuple(possible)) if possible else stray)
                left.append((past, True))
        left += ((entries, False) for entries in self._left_by(changed if messages else {}))
        for slug, keys in messages.items():
            follows = {one.entry.key: one for entries, gone in left for one in following(entries, keys, withdrawn=gone)}
            # What stands in the PO file of another article as well is for the memory to give.
            today = {other: self._messages(path) for other, path in changed.items()} if follows else {}
            if follows and (alone := follows.keys() - standing(self.seen, self.locale, today)):
                own = storable(self.seen.settings, self._catalog(slug))
                self.found.following[own] = tuple(one for key, one in follows.items() if key in alone)

    def _of_former_locales(self, new: Mapping[str, Path]) -> Iterator[tuple[str, Move]]:
        """The PO files of new articles in the folder of a locale that the project had under another name."""
        settings = self.seen.settings
        former = [code for code, own in former_locales(settings).items() if own == self.locale] if new else []
        for slug in new if former else ():
            there = [path for code in former if (path := catalog_path(settings, code, slug)).is_file()]
            if len(there) == 1:
                yield slug, Move(there[0], self._catalog(slug), self.locale)

    def _left_by(self, changed: Mapping[str, Path]) -> Iterator[Sequence[Seen]]:
        """What articles do not have any more that have changed since the last run."""
        for slug, path in changed.items():
            known = past_of(self.seen, self._catalog(slug), self.locale, keep=False)
            if known and (there := self._messages(path)):
                yield [one for one in known if one.entry.key not in there]

    def _catalog(self, slug: str) -> Path:
        return catalog_path(self.seen.settings, self.locale, slug)

    def _messages(self, path: Path) -> Collection[Key]:
        """An article's messages; none of one that cannot be read: the run itself will tell."""
        with contextlib.suppress(NewsdeskError):
            return frozenset(entry.key for entry in template(self.reader.read(path)))
        return ()
