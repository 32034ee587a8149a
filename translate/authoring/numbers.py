"""In which numbers a term is declined: names stay in theirs, common nouns have a plural."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from translate.authoring.interface import Proposal
from translate.core.terms import agreement
from translate.core.terms.glossary import Form, Term
from translate.core.terms.labels import PLURAL_NOMINATIVE, read


def in_its_numbers(term: Term, proposal: Proposal) -> Proposal:
    """A proposal without a plural that the term has no use for; a doubt says so where one is needed and not there.

    A base form in the plural, such as “Ühinenud Rahvad”, stays in it.
    """
    plurals = tuple(form for form in proposal.forms if _is_plural(form))
    if not proposal.forms or (len(plurals) == len(proposal.forms) and not _is_singular(term, plurals)):
        return proposal
    plural = _plural_of_source(term)
    if plural and not plurals and all(form.label for form in proposal.forms):
        doubt = f"the source has a plural (“{plural}”), and these forms have none; add it by hand"
        return replace(proposal, doubts=(*proposal.doubts, doubt))
    if plural or not is_name(term):
        return proposal
    return replace(proposal, forms=tuple(form for form in proposal.forms if form not in plurals))


def _is_plural(form: Form) -> bool:
    label = read(form.label)
    return label is not None and label.number == "pl"


def lacks_plural(term: Term) -> bool:
    """Whether a term is a common noun in the singular, and its row lists no plural of it."""
    return not (is_name(term) or agreement.has_number(term, term.gender, plural=True))


def _is_singular(term: Term, plurals: Sequence[Form]) -> bool:
    """Whether a term has a plural of its own among its forms: normas of norma."""
    return any(read(f.label) == PLURAL_NOMINATIVE and f.text.lower() != term.target.lower() for f in plurals)


def _plural_of_source(term: Term) -> str | None:
    """The spelling of a term's source that is evidently a plural in -s; a person has none."""
    spellings: Sequence[str] = () if term.kind == "person" else term.variants
    stem = term.source.removesuffix("y")
    return next((s for s in spellings if s.startswith(stem) and s[len(stem) :] in {"s", "es", "ies"}), None)


def is_name(term: Term) -> bool:
    """Whether a term is called a name, has a number (versioon 5), or has a capital in its source and is of no kind."""
    return agreement.is_name(term) or term.target[-1:].isdigit()
