"""What people do to the PO files of a small project, as an editor does it."""

from dataclasses import replace

from translate.catalogs.loading import load
from translate.catalogs.writing import render
from translate.core.entries.catalog import Catalog


def _file(project, name, locale):
    """An article's PO file, in whichever folder."""
    (path,) = (project.root / f"locales/{locale}/LC_MESSAGES").rglob(f"{name}.po")
    return path


def entries(project, name, locale="et"):
    """The entries of an article's PO file, by their sources."""
    read = load(_file(project, name, locale), name, home=None)
    return {entry.msgid: entry for entry in read.catalog.entries}


def translate(project, name, texts, *, locale="et", fuzzy=False, comment=None):
    """A translator changes texts in an article's PO file, by their sources; approved, or left in review."""
    path = _file(project, name, locale)
    read = load(path, name, home=None)
    flags, comments = ("fuzzy",) if fuzzy else (), (comment,) if comment else ()
    written = tuple(
        replace(e, msgstr=texts[e.msgid] or e.msgstr, flags=flags, comments=comments) if e.msgid in texts else e
        for e in read.catalog.entries
    )
    assert texts.keys() <= {entry.msgid for entry in written}
    path.write_bytes(render(Catalog(read.catalog.header, written), read, wrap=True))


def standing(project, name, locale="et"):
    """The texts that stand in an article's PO file: live, and not as a machine drafted them, with their fuzzy mark."""
    return {
        source: (entry.msgstr, entry.fuzzy)
        for source, entry in entries(project, name, locale).items()
        if not entry.obsolete and entry.msgstr and not entry.msgstr.isascii()
    }
