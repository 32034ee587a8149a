"""What differs between two versions of a glossary, row by row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from translate.core.terms.glossary import Action, Term
from translate.errors import GlossaryError
from translate.values import dataclass


class Kind(StrEnum):
    """What is different about a row."""

    ADDED = "added"
    REMOVED = "removed"
    TARGET = "target"
    FORMS = "forms"
    RULES = "rules"
    """What is asked of whom: the action, the spellings that it is found by, and whatever else a run heeds."""
    NOTES = "notes"
    """What people tell each other, and no run heeds."""


@dataclass(frozen=True, slots=True)
class Detail:
    """One cell of a row, or one label among its forms, as it was and as it is."""

    column: str
    label: str = ""
    """Of the forms, where it is about some that have one."""
    was: str = ""
    now: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A row that is not what it was."""

    source: str
    """Empty for a row that has none."""
    old: Term | None
    """None for a row that was added."""
    new: Term | None
    """None for a row that was removed."""
    kinds: tuple[Kind, ...]
    """At least one, in the order of `Kind`; `Kind.ADDED` and `Kind.REMOVED` stand alone."""

    @property
    def only_notes(self) -> bool:
        """Whether no run heeds it."""
        return self.kinds == (Kind.NOTES,)

    @property
    def details(self) -> tuple[Detail, ...]:
        """What was and what is, cell by cell; of a row that was added or removed, the cells that hold anything."""
        old, new = _cells(self.old), _cells(self.new)
        each = (Detail(*key, old.get(key, ""), new.get(key, "")) for key in sorted({*old, *new}, key=_place))
        return tuple(detail for detail in each if detail.was != detail.now)


@dataclass(frozen=True, slots=True)
class Compared:
    """A file of a glossary beside an earlier version of it."""

    path: str
    old_path: str
    changes: tuple[Change, ...] = ()
    errors: tuple[GlossaryError, ...] = ()
    """Rows that cannot be used, so that nobody knows whether they differ; or why nothing can be compared."""


_COLUMNS = (
    "source", "target", "action", "kind", "gender", "article", "match", "variants", "forms", "forbid", "require",
    "note", "reviewed",
)  # fmt: skip
"""As a glossary has them; what a row has by `declines_like`, it has as forms."""
_KINDS = {"target": Kind.TARGET, "forms": Kind.FORMS, "note": Kind.NOTES, "reviewed": Kind.NOTES}
_ARTICLE = {True: "yes", False: "no"}


def differences(old: Sequence[Term], new: Sequence[Term]) -> tuple[Change, ...]:
    """Compare two versions of a glossary; in which order the rows stand, and where, makes no difference.

    Args:
        old: The terms of one version.
        new: Those of the other one. A term is the one of `old` that has its source; of several that share it, the one
            that says the same, or is matched the same way, or comes first. A `forbid` row has to share its target, too,
            and so has one without a source.

    Returns:
        The rows that changed or were added, in the order of `new`, and behind them those that were removed, in the
        order of `old`; nothing where both say the same.
    """
    partners = _paired(old, new)
    found = (_change(None if at is None else old[at], term) for at, term in zip(partners, new, strict=True))
    kept = {*partners}
    gone = (Change(term.source, term, None, (Kind.REMOVED,)) for at, term in enumerate(old) if at not in kept)
    return (*(change for change in found if change), *gone)


def _identity(term: Term) -> tuple[str, ...]:
    """What makes a row of one version the row of another one, and of a locale that of a more general one."""
    return (term.source, term.target) if term.action is Action.FORBID or not term.source else (term.source,)


def _paired(old: Sequence[Term], new: Sequence[Term]) -> list[int | None]:
    """For each of the new terms the place of the old one that it was; None where it is new."""
    left: dict[tuple[str, ...], list[int]] = {}
    for place, term in enumerate(old):
        left.setdefault(_identity(term), []).append(place)
    found: list[int | None] = [None] * len(new)
    for alike in (_says_the_same, _is_matched_the_same, lambda _was, _now: True):
        for number, term in enumerate(new):
            rivals = left.get(_identity(term), []) if found[number] is None else []
            partner = next((place for place in rivals if alike(old[place], term)), None)
            if partner is not None:
                found[number] = partner
                rivals.remove(partner)
    return found


def _says_the_same(was: Term, now: Term) -> bool:
    return all(_said(was, name) == _said(now, name) for name in _COLUMNS)


def _is_matched_the_same(was: Term, now: Term) -> bool:
    return was.match is now.match


def _said(term: Term, name: str) -> object:
    said: object = getattr(term, name)
    return said


def _change(old: Term | None, new: Term) -> Change | None:
    if old is None:
        return Change(new.source, None, new, (Kind.ADDED,))
    kinds = {_KINDS.get(name, Kind.RULES) for name in _COLUMNS if _said(old, name) != _said(new, name)}
    return Change(new.source, old, new, tuple(kind for kind in Kind if kind in kinds)) if kinds else None


def _cells(term: Term | None) -> Mapping[tuple[str, str], str]:
    """The cells of a row that hold anything, by column and label."""
    return {} if term is None else {key: text for key, text in _each_cell(term) if text}


def _each_cell(term: Term) -> Iterator[tuple[tuple[str, str], str]]:
    for name in _COLUMNS:
        match _said(term, name):
            case str() as text:
                yield (name, ""), str(text)
            case bool() | None as flag:
                yield (name, ""), "" if flag is None else _ARTICLE[flag]
            case tuple() as texts if name != "forms":
                yield (name, ""), "; ".join(texts)
    by_label: dict[str, list[str]] = {}
    for form in term.forms:
        by_label.setdefault(form.label, []).append(form.text)
    yield from ((("forms", label), "; ".join(texts)) for label, texts in by_label.items())


def _place(key: tuple[str, str]) -> tuple[int, str]:
    column, label = key
    return _COLUMNS.index(column), label
