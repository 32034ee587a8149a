"""``newsdesk confirm``: drafts that were approved all at once are a person's word from now on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from translate.catalogs.loading import load
from translate.core.entries.catalog import Catalog, Entry
from translate.core.entries.comments import Unconfirmed, of_kind
from translate.core.entries.past import Past
from translate.core.entries.restoring import confirmed
from translate.core.entries.stamp import is_unconfirmed
from translate.errors import NewsdeskError
from translate.values import dataclass
from translate.workflow import catalogs
from translate.workflow.amending import Amended, amend
from translate.workflow.noticing import Noticing, storable
from translate.workflow.places import home_of


@dataclass(frozen=True, slots=True)
class Waits:
    """A PO file with drafts that were approved all at once."""

    file: Amended
    entries: tuple[Entry, ...]
    """The drafts."""

    @property
    def together(self) -> int:
        """How many drafts were approved at once, in all files."""
        return max(line.together for entry in self.entries for line in of_kind(entry, Unconfirmed))


def waiting(
    seen: Noticing, paths: Sequence[Path] = (), locales: Sequence[str] = ()
) -> tuple[list[Waits], list[NewsdeskError]]:
    """Find the drafts that nobody has confirmed.

    Args:
        seen: Has looked at the files.
        paths: PO files, articles, or folders of them; none for all of the project's.
        locales: Only these; none for all of the project's.

    Returns:
        The PO files that have some, and what is wrong with those that cannot be read, or with the paths.
    """
    found, troubles = catalogs.find(seen.settings, paths, locales)
    waits = []
    for path, locale in dict.fromkeys(found):
        file = Amended(path, storable(seen.settings, path), locale)
        try:
            read = load(path, file.shown, home=home_of(seen.settings, path))
        except NewsdeskError as error:
            troubles.append(error)
            continue
        understood = seen.notice(file.shown, read.catalog if read else None).catalog
        if entries := tuple(e for e in understood.entries if is_unconfirmed(e) and not e.obsolete):
            waits.append(Waits(file, entries))
    return waits, troubles


def confirm(seen: Noticing, file: Amended) -> None:
    """Make a person's word of the drafts in a PO file that were approved all at once.

    Args:
        seen: Has looked at the file.
        file: The file.

    Raises:
        NewsdeskError: It cannot be read or written.
    """

    def change(before: Catalog, _understood: Catalog) -> Catalog:
        return Catalog(before.header, confirmed(before.entries))

    def remember(past: Past) -> Past:
        return past.saying(confirmed(known.entry for known in past.entries))

    amend(seen, file, change, remember=remember)
