"""Find the articles in which a title stands as it was called before."""

from __future__ import annotations

from collections.abc import Sequence

from translate.catalogs.loading import load
from translate.core.entries.stages import Stage, stage_of
from translate.core.entries.template import is_title
from translate.core.terms.glossary import Glossary, Term
from translate.core.terms.matching import Matcher
from translate.core.terms.verification import verify
from translate.core.text.tags import plain
from translate.values import dataclass
from translate.workflow.noticing import Noticing, storable
from translate.workflow.places import shown_path
from translate.workflow.strays import work_in


@dataclass(frozen=True, slots=True)
class Carrier:
    """A PO file in which a title stands as it was called before."""

    source: str
    target: str
    """What it was called."""
    path: str
    """The file, as the newsroom knows it."""
    approved: int
    """So many of its entries that people have approved have it; they stay, and the next run flags them."""
    others: int
    """So many others; of those the next run drafts anew what nobody has touched."""


def carriers(seen: Noticing, locale: str, terms: Sequence[Term]) -> tuple[Carrier, ...]:
    """The PO files of a locale in which some titles stand as their rows have them.

    Args:
        seen: Knows the project's PO files.
        locale: The locale.
        terms: The rows.
    """
    if not terms:
        return ()
    matcher = Matcher(Glossary(locale, tuple(terms)))
    found: list[Carrier] = []
    for path in work_in(seen.settings, locale, seen.articles):
        shown = shown_path(seen.settings, path)
        read = load(path, shown, home=seen.settings.root)
        entries = seen.notice(storable(seen.settings, path), read.catalog).catalog.entries if read else ()
        counts: dict[Term, list[int]] = {}
        for entry in entries:
            if entry.obsolete or not entry.msgstr or is_title(entry):
                continue
            told = verify(matcher.find(plain(entry.msgid)), plain(entry.msgstr)).renderings
            for term in {rendering.match.term for rendering in told if rendering.found}:
                counts.setdefault(term, [0, 0])[stage_of(entry) is not Stage.APPROVED] += 1
        found += (Carrier(term.source, term.target, shown, *both) for term, both in counts.items())
    return tuple(found)
