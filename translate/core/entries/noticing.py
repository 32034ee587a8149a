"""What a PO file said when it was last looked at, and what has become of that since.

Editors, scripts and merges drop what people wrote, and the lines by which newsdesk knows its own drafts again. Neither
can be seen in the file as it is; both can be seen beside the file as it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from translate.core.entries.blanks import cleared
from translate.core.entries.catalog import Catalog, Entry, Header
from translate.core.entries.losses import Reason, Superseded, is_export_of_omegat, superseded, with_holes
from translate.core.entries.ownlines import kept_as_is, still_kept, with_lines_back
from translate.core.entries.past import Past, Seen, seen_as
from translate.core.entries.stamp import Owner, is_as_drafted, owner
from translate.core.entries.template import Key
from translate.core.text.showing import is_visible
from translate.values import dataclass


@dataclass(frozen=True, slots=True)
class Noticed:
    """A PO file as it is to be understood, and what happened to it since the last look."""

    catalog: Catalog
    """What is no translation is none, newsdesk's lines are back, and where a tool dropped a person's text is a hole."""
    past: Past
    """What the next look is to be held against."""
    superseded: tuple[Superseded, ...] = ()
    drafts_known_again: int = 0
    """Drafts whose lines a tool had removed."""
    approved_as_drafted: frozenset[Key] = frozenset()
    """Our drafts that were approved unchanged since."""
    drafted: int = 0
    """Our untouched drafts at the last look."""
    filled: int = 0
    """Entries that a tool has filled with their source."""

    @property
    def lost(self) -> tuple[Superseded, ...]:
        """What a tool dropped."""
        return tuple(one for one in self.superseded if one.reason is Reason.LOST)


def notice(past: Past | None, catalog: Catalog | None, *, at: str, revised: str = "") -> Noticed:
    """Compare a PO file with what it was at the last look.

    Args:
        past: What it was; None where nobody has looked before.
        catalog: What it says now; None where it is not there.
        at: The time of this look.
        revised: When the file says that it was revised; believed of what was never seen, as far as it is not to come.
    """
    is_there = catalog is not None
    catalog = catalog or Catalog(Header())
    was = past.by_key if past else {}
    live = {key: owner(seen.entry) for key, seen in was.items() if not seen.entry.obsolete}
    drafted = {key for key, whose in live.items() if whose is Owner.MACHINE}
    done = {Owner.PERSON, Owner.RULE}
    waited = {key: was[key].entry for key, whose in live.items() if whose not in done or was[key].entry.fuzzy}
    # First: a tool that fills in the source removes our lines as well.
    told = Catalog(catalog.header, tuple(still_kept(entry, was.get(entry.key)) for entry in catalog.entries))
    plain = cleared(told, waited if past else None)
    both = zip(catalog.entries, plain.entries, strict=True)
    filled = {new.key for old, new in both if is_visible(old.msgstr) and not new.msgstr}
    known = with_lines_back(plain, was)
    again = sum(owner(new) is Owner.MACHINE and new != old for old, new in zip(plain.entries, known, strict=True))
    entries = tuple(map(kept_as_is, known))
    now = Catalog(catalog.header, entries)
    exported = past is not None and is_export_of_omegat(past, now)
    gone = tuple(superseded(past, now, is_there=is_there, exported=exported)) if past else ()
    lost = {one.seen.entry.key: one.seen.entry for one in gone if one.reason is Reason.LOST}
    by_a_person = not (lost or exported)
    entries = tuple(_in_order(with_holes(entries, lost, was, at[:10]), was))
    first = at if past else min(revised or at, at)
    return Noticed(
        catalog=Catalog(catalog.header, entries),
        past=Past(
            tuple(seen_as(e, was.get(e.key), first, by_a_person=by_a_person and e.key not in filled) for e in entries),
            bool(catalog.header.fields),
        ),
        superseded=gone,
        drafts_known_again=again,
        approved_as_drafted=frozenset(
            e.key for e in entries if e.key in drafted and not e.fuzzy and not e.obsolete and is_as_drafted(e)
        ),
        drafted=len(drafted),
        filled=len(filled),
    )


def _in_order(entries: Iterable[Entry], was: Mapping[Key, Seen]) -> list[Entry]:
    """Entries as they stood in the article, whatever order an editor has given them; the obsolete ones last."""
    known = {key: place for place, key in enumerate(was)}
    ordered, place = [], (-1, 0)
    for number, entry in enumerate(entries):
        # What nobody has seen before stands behind its neighbour.
        place = (known[entry.key], number) if entry.key in known else (place[0], number)
        line = 0 if entry.obsolete else _line(entry)
        ordered.append((entry.obsolete, place if was else (line, number), entry))
    return [entry for _, _, entry in sorted(ordered, key=lambda one: one[:2])]


def _line(entry: Entry) -> int:
    line = entry.references[0].rpartition(":")[2] if entry.references else ""
    return int(line[-9:]) if line.isdecimal() else 0
