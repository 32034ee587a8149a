"""What people said in a PO file, as told by whoever made them say it; newsdesk is not asked whose a text is."""

from __future__ import annotations

from collections.abc import Iterable

from fuzz.laws import law
from translate.core.entries.catalog import Catalog, Entry
from translate.core.entries.template import Key


class People:
    """What stands in a file by a person's will: nothing at first, and then what is typed and approved."""

    def __init__(self) -> None:
        """Begin with nobody's word."""
        self._typed: set[str] = set()
        self._texts: set[str] = set()
        self._approved: set[tuple[Key, str]] = set()

    def edit(self, before: Iterable[Entry], after: Iterable[Entry]) -> None:
        """See what they made of the entries, one for one.

        Whoever types or approves has said something, unless it is the source, with which a tool may have filled the
        file. It is unsaid where it is typed over or emptied. A draft that was approved as it is, and becomes fuzzy, may
        be taken for one that nobody has touched.
        """
        said, unsaid = set[str](), set[str]()
        for old, new in zip(before, after, strict=True):
            was, text = _plain(old.msgstr), _plain(new.msgstr)
            if text != was:
                self._typed.add(text)
                unsaid |= {one for one in self._texts if one in was}
            elif new.fuzzy and not old.fuzzy and text not in self._typed:
                unsaid.add(text)
            if (text != was or not new.fuzzy) and text != _plain(new.msgid):
                said.add(text)
            if not new.fuzzy:
                self._approved.add((new.key, text))
        self._texts = (self._texts - unsaid | said) - {""}

    def hold(self, catalog: Catalog) -> None:
        """Complain if the file has lost a text of theirs, or has one as approved that none of them approved."""
        there = [_plain(entry.msgstr) for entry in catalog.entries]
        for text in self._texts:
            law(any(text in other for other in there), f"a person's text is lost: {text!r}")
        for entry in catalog.entries:
            ours = entry.fuzzy or not entry.msgstr or (entry.key, _plain(entry.msgstr)) in self._approved
            law(ours, f"approved by nobody: {entry.msgstr!r}")


def _plain(text: str) -> str:
    return " ".join(text.split())
