"""What is no longer true: approved texts of corrected sources, exports older than their articles, articles gone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from translate.core.entries.catalog import Catalog, Entry
from translate.core.entries.merging import approved_for_its_source
from translate.core.entries.pairing import pair
from translate.core.entries.template import Key
from translate.core.results.summary import Summary, article_of
from translate.values import dataclass


@dataclass(frozen=True, slots=True)
class Correction:
    """An approved text whose source has been corrected since, and that nobody has approved again."""

    locale: str
    article: str
    """The name of its catalogs."""
    path: str
    """The PO file."""
    line: int
    """Of its msgid."""
    was: str
    """The source that the translation was approved for."""
    now: str
    translation: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A text of an article that is not what it was."""

    was: str
    """Empty where it is new."""
    now: str
    """Empty where it is gone."""


class Policy(StrEnum):
    """What is done with an export that is not true any more."""

    KEEP = "keep"
    MOVE = "move"
    REMOVE = "remove"

    @property
    def taking_out(self) -> Policy:
        """The same for what may not stay: it goes aside where all else is kept."""
        return Policy.MOVE if self is Policy.KEEP else self


class Fate(StrEnum):
    """What became of an export that is not true any more."""

    STAYS = "stays"
    """It lies where it was."""
    ASIDE = "moved aside"
    REMOVED = "removed"


class Why(StrEnum):
    """Why an export was taken out."""

    MARKED = "marked"
    """It has marks on texts that nobody has approved, and was only to be looked at."""
    RENAMED = "renamed"
    """Its article has another name, and so has its translation."""


@dataclass(frozen=True, slots=True)
class Taken:
    """An export that was taken out though its article is there."""

    path: str
    why: Why
    fate: Fate


@dataclass(frozen=True, slots=True)
class Outdated:
    """A translated article that says what its article does not say any more."""

    locale: str
    article: str
    """The article's path."""
    path: str
    """Where the export lies, or lay."""
    since: str
    """The day on which it was written, such as ``2026-11-28``."""
    differences: tuple[Difference, ...] = ()
    """What the article says otherwise by now; none where only the order is another."""
    is_known: bool = True
    """Whether it is known what the article said; only its time is where newsdesk has not kept that."""
    is_dropped: bool = False
    """Whether its locale is none of the project any more: nobody translates it anew."""
    fate: Fate = Fate.STAYS


@dataclass(frozen=True, slots=True)
class Remnant:
    """A translation among the exports whose article is gone."""

    path: str
    fate: Fate = Fate.STAYS


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """An article that is not there any more."""

    article: str
    """Its path."""
    since: str
    """The day on which it was first missed."""
    is_sure: bool
    """Whether it is withdrawn; before that it is only told."""
    may_be_renamed: bool = False
    """Whether an article of another name may be it; then it is not withdrawn before somebody has said so."""
    catalogs: tuple[str, ...] = ()
    """Its PO files, which stay where they are."""
    exports: tuple[Remnant, ...] = ()
    """Its translations that lie among the exports, or lay there."""

    @property
    def is_seen_to(self) -> bool:
        """Whether it is withdrawn, and nothing of it lies among the exports."""
        return self.is_sure and all(one.fate is not Fate.STAYS for one in self.exports)


@dataclass(frozen=True, slots=True)
class News:
    """All that is no longer true."""

    corrections: tuple[Correction, ...] = ()
    outdated: tuple[Outdated, ...] = ()
    withdrawals: tuple[Withdrawal, ...] = ()
    returns: tuple[str, ...] = ()
    """The paths of articles that had been withdrawn, and are there again."""

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.corrections or self.outdated or self.withdrawals or self.returns)


@dataclass(frozen=True, slots=True)
class Corrected:
    """An entry whose approved text is of an older source, as a look at its PO file finds it."""

    line: int
    was: str
    now: str
    translation: str

    def of(self, locale: str, article: str, path: str) -> Correction:
        """The same with the place of its PO file."""
        return Correction(locale, article, path, self.line, self.was, self.now, self.translation)


def corrected(catalog: Catalog, lines: Mapping[Key, int]) -> Iterator[Corrected]:
    """The live entries of a PO file whose text was approved for a source that has been corrected since.

    Args:
        catalog: What the file says.
        lines: The line of each entry's msgid.
    """
    for entry in catalog.entries:
        if not entry.obsolete and (was := _corrected_from(entry)):
            yield Corrected(lines.get(entry.key, 0), was, entry.msgid, entry.msgstr)


def _corrected_from(entry: Entry) -> str:
    """The source that an entry's text was approved for; empty where that is today's, or nobody approved it."""
    was = entry.previous_msgid
    return was if entry.fuzzy and was and was != entry.msgid and approved_for_its_source(entry) else ""


def rewritten(summary: Summary) -> tuple[Correction, ...]:
    """The approved texts that a run found replaced by others, too unlike them to carry them on: of this run alone."""
    return tuple(
        Correction(result.locale, article_of(result.path), result.path, 1, msgid, "", msgstr)
        for result in summary.rewritten
        for msgid, msgstr in result.replaced
    )


def differences(was: Sequence[Key], now: Sequence[Key]) -> tuple[Difference, ...]:
    """What an article says otherwise, text by text in the order of today, and then what is gone.

    Args:
        was: Its messages, as they were.
        now: As they are.
    """
    before, after = dict.fromkeys(was), dict.fromkeys(now)
    gone = [key for key in before if key not in after]
    new = [key for key in after if key not in before]
    origins = pair(tuple(before), tuple(after))
    used = {origin for found in origins.values() for origin in found}
    changed = [Difference(" ".join(text for _, text in origins.get(key, ())), key[1]) for key in new]
    # A paragraph that has become a headline says the same.
    told = (one for one in changed if one.was != one.now)
    return (*told, *(Difference(key[1], "") for key in gone if key not in used))
