"""What looks like a translation in a PO file and is none: text that nobody can see, and copies of the source.

Crowdin and others fill every entry that nobody has translated with its source, and so does OmegaT when it exports. A
person may leave a text as it is, too: a quotation in the target language, a name, a line of a song. Which of the two a
copy is, only the rest of the file tells.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from translate.core.entries.catalog import FUZZY, Catalog, Entry
from translate.core.entries.comments import KeptAsIs, of_kind
from translate.core.entries.remembered import says_its_source
from translate.core.entries.stamp import Owner, is_as_drafted, owner
from translate.core.entries.template import Key
from translate.core.text.prose import is_prose
from translate.core.text.showing import is_visible

FEWEST = 2
"""One copy alone is left so by a person."""
SHARE = 5
"""Where nothing is left to translate, copies are a tool's only if they are more than one in so many."""


def cleared(catalog: Catalog, waited: Mapping[Key, Entry] | None = None) -> Catalog:
    """A catalog in which whatever is no translation is none: its text is empty.

    Args:
        catalog: A PO file's content.
        waited: The entries that nobody had approved at the last look, as they were, where that is known: a tool makes
            copies of all of them at once and leaves no entry fuzzy; a person translates some.
    """
    seen = tuple(_without_unseen(entry) for entry in catalog.entries)
    bare = [entry for entry in seen if _is_bare_copy(_without_old_comments(entry, waited or {}))]
    copies = {entry.key for entry in bare if not of_kind(entry, KeptAsIs)}
    # What was left so once, and has lost its approval since, a tool approves together with its own copies.
    again = {entry.key for entry in bare if waited and entry.key in waited} - copies
    # To a tool a blank is a text, and it fills in what has none.
    if copies and _is_filled(catalog.entries, copies | again, waited):
        seen = tuple(replace(entry, msgstr="") if entry.key in copies else entry for entry in seen)
        seen = tuple(replace(e, flags=(FUZZY, *e.flags)) if e.key in again else e for e in seen)
    return catalog if seen == catalog.entries else Catalog(catalog.header, seen)


def is_copy(entry: Entry) -> bool:
    """Whether prose stands in an entry as its own translation, approved, and nothing says that a person wants it so."""
    return _is_bare_copy(entry) and not of_kind(entry, KeptAsIs)


def _is_bare_copy(entry: Entry) -> bool:
    """The same, whatever newsdesk's own line of it says."""
    return (
        _is_approved_source(entry)
        and not (entry.comments or entry.obsolete or entry.msgid_plural is not None)
        and owner(entry) is not Owner.RULE
        and is_prose(entry.msgid.split())
        and not is_as_drafted(entry)  # An engine may have left it so, and a person agreed.
    )


def _is_approved_source(entry: Entry) -> bool:
    return not entry.fuzzy and says_its_source(entry)


def _without_old_comments(entry: Entry, waited: Mapping[Key, Entry]) -> Entry:
    """An entry without the comments that stood there before the copy did: they say nothing of it."""
    before = waited.get(entry.key)
    return replace(entry, comments=()) if before is not None and before.comments == entry.comments else entry


def _without_unseen(entry: Entry) -> Entry:
    if not is_visible(entry.msgid):
        return entry  # An article may have a line of nothing but a mark of direction, and so has its translation.
    if entry.msgstr and not is_visible(entry.msgstr):
        entry = replace(entry, msgstr="")
    if any(text and not is_visible(text) for text in entry.msgstr_plural):
        entry = replace(entry, msgstr_plural=tuple(t if is_visible(t) else "" for t in entry.msgstr_plural))
    return entry


def _is_filled(entries: Collection[Entry], copies: Collection[Key], waited: Mapping[Key, Entry] | None) -> bool:
    """Whether a tool has filled the file with its source."""
    live = [e for e in entries if not e.obsolete and e.msgid_plural is None and owner(e) is not Owner.RULE]
    left = any(of_kind(entry, KeptAsIs) for entry in live)
    if len(live) >= FEWEST and not left and all(_is_approved_source(entry) for entry in live):
        return True  # Names, too, and not one word of a translation.
    prose = [e for e in live if is_prose(e.msgid.split())]
    if len(copies) < FEWEST:
        return False
    if 2 * len(copies) > len(prose):
        return True
    if any(entry.fuzzy or not entry.translated for entry in prose):
        return False  # A tool that fills leaves nothing open.
    if waited is None:
        return SHARE * len(copies) > len(prose)
    # Some of what waited a person may have translated, and a tool has filled in the rest.
    return len(waited.keys() & set(copies)) >= FEWEST
