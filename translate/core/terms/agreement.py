"""How a term agrees with the words around it: its number, its gender, its article, and the form for them."""

from __future__ import annotations

from collections.abc import Iterator

from translate.core.terms.glossary import NAMES, Action, Form, Term
from translate.core.terms.labels import Label, read


def is_name(term: Term) -> bool:
    """Whether a term is a name: called one, left as it is, or of no kind and with a capital in its source."""
    if term.kind in NAMES or term.action in {Action.KEEP, Action.INFLECT}:
        return True
    source = term.source or term.target
    return not term.kind and (any(map(str.isupper, source)) or not source[:1].islower())


def gender_of(label: str) -> str:
    """The gender that a label tells: masc, fem, neut, common, or nothing."""
    told = read(label) if label else None
    return told.gender if told else ""


def is_plural(label: str) -> bool:
    """Whether a label is of the plural."""
    told = read(label) if label else None
    return told is not None and told.number == "pl"


def agreeing_form(term: Term, own: str, *, plural: bool, gender: str) -> str:
    """The form of a term for a number and a gender.

    Args:
        term: The term.
        own: The label of its base form, such as ``fem`` or ``masc pl``; empty where nobody knows.
        plural: Whether a plural is wanted.
        gender: masc, fem or another gender that the surroundings have; empty where they have none.

    Returns:
        The form with both; else one in the number, whose gender may be another; else the base form.
    """
    base = gender_of(own) or "masc"
    in_number = [
        (label.gender or base, text) for label, text in _labelled(term, own) if (label.number == "pl") == plural
    ]
    fitting = [text for form_gender, text in in_number if form_gender == (gender or base)]
    return (*fitting, *(text for _, text in in_number), term.target)[0]


def has_number(term: Term, own: str, *, plural: bool) -> bool:
    """Whether a term has a form in a number; arguments as for `agreeing_form`."""
    return any((label.number == "pl") == plural for label, _ in _labelled(term, own))


def has_both_genders(term: Term, own: str) -> bool:
    """Whether a masculine base form has feminine forms beside it, so that its gender is that of who is meant."""
    return gender_of(own) in {"", "masc"} and any(gender_of(form.label) == "fem" for form in term.forms)


def takes_article(term: Term, *, definite: bool) -> bool:
    """Whether a definite article goes before a term where its sentence has none.

    Where its row does not say: before an acronym; before the name of a body that is translated, and before one that is
    not if the source has an article; before a place whose name begins with a common noun (lago Peipus).

    Args:
        term: The term.
        definite: Whether the source has a definite article before it.
    """
    if term.article is not None:
        return term.article
    match term.kind:
        case "acronym":
            return True
        case "org":
            return definite or term.target != term.source
        case "place":
            return term.target[:1].islower()
    return False


def _labelled(term: Term, own: str) -> Iterator[tuple[Label, str]]:
    """The forms that tell number and gender, the base form first."""
    yield Label("pl" if is_plural(own) else "sg", gender=gender_of(own)), term.target
    for form in term.forms:
        label = _label(form, term)
        if label is not None and label.case == "nom":
            yield label, form.text


def _label(form: Form, term: Term) -> Label | None:
    """What a form is; one without a label that ends in -s, as the base form does not, is a plural."""
    if form.label:
        return read(form.label)
    return Label("pl") if form.text.endswith("s") and not term.target.endswith("s") else None
