"""The checks of a translation, one module each.

A new check is a function in a module of its own, one line in `CHECKS` (or in `ARTICLE_CHECKS`, if it has to see a whole
article) and a folder in ``tests/cases/checks``. What is wrong about more than one good human translation in two hundred
is an info, and no warning (``benchmarks/checks`` counts).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from translate.core.checks.across import quotations_across
from translate.core.checks.addresses import check_addresses
from translate.core.checks.consistency import check_consistency
from translate.core.checks.copies import check_copies
from translate.core.checks.directions import check_directions
from translate.core.checks.endings import check_endings
from translate.core.checks.findings import Finding, Unit
from translate.core.checks.government import check_government
from translate.core.checks.leftovers import check_leftovers
from translate.core.checks.length import check_length
from translate.core.checks.loops import check_loops
from translate.core.checks.markup import check_markup
from translate.core.checks.names import check_names
from translate.core.checks.pairs import check_pairs
from translate.core.checks.quantities import check_quantities
from translate.core.checks.scripts import check_scripts
from translate.core.checks.source_words import check_source_words
from translate.core.checks.spacing import check_spacing
from translate.core.checks.tags import check_tags
from translate.core.checks.terms import check_forbidden, check_terms
from translate.core.checks.titles import check_numbering, check_twins, check_width
from translate.core.checks.typography import check_typography
from translate.core.checks.writing import check_writing
from translate.core.terms.glossary import Term
from translate.core.text.mistyped import mistyped
from translate.core.text.tags import parted

Check = Callable[[Unit], Iterator[Finding]]
ArticleCheck = Callable[[Sequence[Unit]], Iterator[tuple[int, Finding]]]
"""Yields each finding behind the place of the unit that it is about."""

INTEGRITY: tuple[Check, ...] = (
    check_leftovers,
    check_scripts,
    check_writing,
    check_spacing,
    check_directions,
    check_quantities,
    check_addresses,
    check_markup,
    check_tags,
    check_pairs,
    check_endings,
    check_typography,
    check_length,
    check_width,
    check_numbering,
    check_loops,
)
"""Is the text whole? These need no glossary."""

CHECKS: tuple[Check, ...] = (
    *INTEGRITY,
    check_copies,
    check_source_words,
    check_names,
    check_terms,
    check_forbidden,
    check_government,
)

ARTICLE_CHECKS: tuple[ArticleCheck, ...] = (check_consistency, check_twins)


def check(unit: Unit, checks: Sequence[Check] = CHECKS) -> tuple[Finding, ...]:
    """Check one translated text, whoever wrote it.

    Returns:
        The findings in the order of the text, those about the whole text first. Their spans are those of the
        translation as it is, tags included.
    """
    return _in_order(unit, (finding for each in checks for finding in _found(each, unit)))


def check_article(units: Sequence[Unit]) -> tuple[tuple[Finding, ...], ...]:
    """Check the translated texts of one article.

    Args:
        units: The texts in the article's order. What they say of `introduced` and `across` is replaced.

    Returns:
        For each of the texts its findings, as `check` gives them.
    """
    found: list[list[Finding]] = []
    introduced: frozenset[Term] = frozenset()
    for unit, across in zip(units, quotations_across(units), strict=True):
        told = replace(unit, introduced=introduced, across=across)
        found.append([f for each in CHECKS for f in _found(each, told)])
        introduced |= {match.term for match in unit.matches}
    for each in ARTICLE_CHECKS:
        for place, finding in each(units):
            found[place].append(_placed(finding, units[place]))
    return tuple(map(_in_order, units, found))


def _found(each: Check, unit: Unit) -> Iterator[Finding]:
    """What a check finds, each where it stands in the translation as it is, tags included."""
    return each(unit) if each is check_tags else (_placed(finding, unit) for finding in each(unit))


def _placed(finding: Finding, unit: Unit) -> Finding:
    if finding.span is None or unit.tagged is None:
        return finding
    return replace(finding, span=parted(unit.tagged[1]).outer(finding.span))


def _in_order(unit: Unit, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings in the order of the text; of what is typed in the place of a tag nobody but `check_tags` tells."""
    typed = tuple(mistyped(*unit.tagged)) if unit.tagged else ()
    told = (f for f in findings if f.rule == "tags" or f.span is None or not any(one.has(f.span) for one in typed))
    return tuple(sorted(told, key=lambda finding: finding.span or ()))
