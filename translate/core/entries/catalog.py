"""A gettext catalog as a value: what a PO file says, without how its lines are wrapped."""

from __future__ import annotations

from translate.values import dataclass

FUZZY = "fuzzy"


@dataclass(frozen=True, slots=True)
class Entry:
    """One message of a catalog. Texts are plain: no quotes, no escapes."""

    msgid: str
    msgstr: str = ""
    msgctxt: str | None = None
    msgid_plural: str | None = None
    msgstr_plural: tuple[str, ...] = ()
    """``msgstr[0]``, ``msgstr[1]`` … where `msgid_plural` is given; then `msgstr` is empty."""
    comments: tuple[str, ...] = ()
    """Lines of the translators' comments (``# ``). They belong to people: newsdesk never writes one."""
    extracted: tuple[str, ...] = ()
    """Lines of facts for the translator (``#. ``), made anew by each run."""
    references: tuple[str, ...] = ()
    """Where the message stands in the source (``#: ``), such as ``articles/a.txt:3``."""
    flags: tuple[str, ...] = ()
    """As they stand behind ``#, `` (or ``#= ``)."""
    previous_msgctxt: str | None = None
    previous_msgid: str | None = None
    """The source that the translation was made for (``#| msgid``)."""
    previous_msgid_plural: str | None = None
    obsolete: bool = False
    """No longer in the source, kept for its translation (``#~``)."""
    unknown: tuple[str, ...] = ()
    """Comment lines of a kind that we do not know (``#! …``), whole, as they were read."""

    @property
    def key(self) -> tuple[str | None, str]:
        """What identifies the message in its catalog."""
        return (self.msgctxt, self.msgid)

    @property
    def fuzzy(self) -> bool:
        """Whether it waits for a person's review."""
        return FUZZY in self.flags

    @property
    def translated(self) -> bool:
        """Whether there is any text of a translation."""
        return bool(self.msgstr) or any(self.msgstr_plural)


@dataclass(frozen=True, slots=True)
class Header:
    """The first, empty-msgid entry of a PO file."""

    fields: tuple[tuple[str, str], ...] = ()
    """Name and value, in the file's order; a name may stand twice."""
    comments: tuple[str, ...] = ()
    fuzzy: bool = False
    """True in a POT file."""

    def get(self, name: str) -> str | None:
        """The value of a field, None where the header has no such field; capitals in the name do not matter."""
        return next((v for k, v in self.fields if k.lower() == name.lower()), None)

    def set(self, name: str, value: str) -> Header:
        """A header in which this field has this value, in its old place or at the end."""
        if self.get(name) is None:
            fields = (*self.fields, (name, value))
        else:
            fields = tuple((k, value if k.lower() == name.lower() else v) for k, v in self.fields)
        return Header(fields, self.comments, self.fuzzy)


@dataclass(frozen=True, slots=True)
class Catalog:
    """A PO or POT file's content: live entries in source order, then the obsolete ones."""

    header: Header
    entries: tuple[Entry, ...] = ()

    def by_key(self) -> dict[tuple[str | None, str], Entry]:
        """All entries by their identity, which is unique in a catalog: gettext allows no two alike, obsolete or not."""
        return {e.key: e for e in self.entries}


def texts(entry: Entry) -> tuple[str, ...]:
    """The translations of an entry that are not empty."""
    return tuple(filter(None, (entry.msgstr, *entry.msgstr_plural)))


def says_the_same(one: Entry, other: Entry) -> bool:
    """Whether two entries have the same translation."""
    return (one.msgstr, one.msgstr_plural) == (other.msgstr, other.msgstr_plural)
