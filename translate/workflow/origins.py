"""The files that the memory is fed from: the PO files that are work, and what was imported."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from translate.documents.paths import printable
from translate.documents.slugs import is_shelf
from translate.ledger.states import Glance, nanoseconds, state_of
from translate.values import dataclass
from translate.workflow.noticing import Noticing, storable
from translate.workflow.places import catalogs_folder, imports, locale_in
from translate.workflow.strays import work_among


@dataclass(frozen=True, slots=True)
class Origin:
    """A file that the memory is fed from."""

    folder: Path
    file: str
    """Its name in the folder, as ``2025-02/ferry.po`` in a sub-folder."""
    shown: str
    fingerprint: str
    locale: str | None
    """None for a file that says so itself."""
    follows: str = ""
    """Where it follows its article in this run: the name that it has from then on."""

    @property
    def path(self) -> Path:
        """Where it is; there are thousands of them, and few that anybody reads."""
        return self.folder / self.file

    @property
    def name(self) -> str:
        """The file, as the memory knows it."""
        return self.follows or self.shown

    def is_known(self, fed: Mapping[str, str], seen: Mapping[str, str]) -> bool:
        """Whether the file is as it was when the memory was fed from it, and as it was at the last look.

        Args:
            fed: What the memory knows of files.
            seen: What the history knows of the project's own.
        """
        known = bool(self.fingerprint) and fed.get(self.name) == self.fingerprint
        return known and (self.locale is None or self.is_as_seen(seen))

    def is_as_seen(self, seen: Mapping[str, str]) -> bool:
        """Whether a file of the project's own is as it was at the last look.

        Args:
            seen: What the history knows of them.
        """
        return bool(self.fingerprint) and seen.get(self.shown) == self.fingerprint


def origins(seen: Noticing) -> Iterator[Origin]:
    """All of them, each with its state."""
    # The memory itself keeps the states, beside what it was fed with then: neither can be lost without the other.
    settings, now_ns = seen.settings, nanoseconds(seen.now)
    glance = seen.glance or Glance(now_ns)
    for locale in settings.locales:
        folder = catalogs_folder(settings, locale)
        states, shown = glance.below(folder, is_shelf), storable(settings, folder)
        for name in work_among(settings, states.keys(), seen.articles):
            yield Origin(folder, name, f"{shown}/{printable(name)}", states[name], locale)
    for path, new in seen.moving.items():
        shown, follows = storable(settings, path), storable(settings, new)
        yield Origin(path.parent, path.name, shown, state_of(path, now_ns) or "", locale_in(new), follows)
    for path in imports(settings):
        # A new locale may be in an old file.
        state = state_of(path, now_ns)
        wanted = " ".join((state, *settings.locales)) if state else ""
        yield Origin(path.parent, path.name, storable(settings, path), wanted, None)
