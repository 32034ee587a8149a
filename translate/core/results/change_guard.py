"""How much of what people have would vanish or change: the sign by which a broken feed is known before it does harm."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from translate.core.entries.catalog import Entry
from translate.core.entries.merging import Inheritance
from translate.core.entries.noticing import Noticed
from translate.core.results.night import Limit
from translate.errors import TooManyChangesError
from translate.values import dataclass

_NAMED = 3
"""So many articles are named."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a run would do to the live entries of one PO file, as far as people have them already."""

    article: str
    """The article's path."""
    locale: str
    entries: int
    """Live ones, before the run."""
    vanished: int = 0
    """Those that the article no longer has."""
    changed: int = 0
    """Those whose source has changed."""
    lost: int = 0
    """Those whose text, a person's, a tool has dropped since the last look."""

    @property
    def all(self) -> int:
        """All of these together."""
        return self.vanished + self.changed + self.lost


@dataclass(frozen=True, slots=True)
class ChangeGuard:
    """What a run would do to all of them."""

    entries: int = 0
    """Live ones, before the run, in all PO files."""
    changes: tuple[Change, ...] = ()
    """What it would do to those that do not stay as they are."""

    @classmethod
    def of(cls, changes: Iterable[Change], *, settled: int = 0) -> ChangeGuard:
        """What a run would do.

        Args:
            changes: What to each PO file that it opens.
            settled: Live entries of those that it does not.
        """
        entries, kept = settled, []
        for one in changes:
            entries += one.entries
            kept += [one] * (one.all > 0)
        return cls(entries, tuple(kept))

    @property
    def vanished(self) -> int:
        """Entries that would vanish."""
        return sum(change.vanished for change in self.changes)

    @property
    def changed(self) -> int:
        """Entries whose source has changed."""
        return sum(change.changed for change in self.changes)

    @property
    def lost(self) -> int:
        """Entries whose text, a person's, a tool has dropped since the last look."""
        return sum(change.lost for change in self.changes)

    def check(self, limit: Limit) -> None:
        """See that it is not too much.

        Raises:
            TooManyChangesError: It is.
        """
        if not limit.broken_by(self.vanished + self.changed + self.lost, self.entries):
            return
        worst = sorted(self.changes, key=lambda change: (-change.all, change.article))
        names = list(dict.fromkeys(change.article for change in worst if change.all))
        lost = f", and {self.lost:,} have lost a person's text" if self.lost else ""
        more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
        raise TooManyChangesError(
            f"{self.vanished:,} of {self.entries:,} entries would vanish and {self.changed:,} change{lost}, more than"
            f" {limit}, as when a feed is broken; nothing was written; look at {', '.join(names[:_NAMED])}{more},"
            " and if all is well run again with --max-changes 100%"
        )


def change_of(article: str, locale: str, old: Noticed, messages: Sequence[Entry], heir: Inheritance) -> Change:
    """What a run would do to one PO file.

    Args:
        article: The article's path.
        locale: The locale.
        old: What was noticed in it.
        messages: The article's messages today.
        heir: What `merging.inherit` tells of the two.
    """
    live = {entry.key for entry in old.catalog.entries if not entry.obsolete}
    gone = live - {message.key for message in messages}
    changed = gone & heir.moved
    lost = sum(one.seen.entry.key in live - gone for one in old.lost)
    return Change(article, locale, len(live), len(gone - changed), len(changed), lost)
