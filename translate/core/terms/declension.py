"""Decline a word as a known word declines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from translate.core.terms.glossary import Action, Form, Origin, Term
from translate.core.text.guessing import did_you_mean
from translate.errors import GlossaryError

_ALIKE = 2
"""Letters that a word and its model share before what changes in the model; with fewer, one in ten declines like it."""
_MOST_HINTS = 20
"""Of a broken file's many unknown words, so many get a “did you mean”: each takes a look at every other word."""


def decline(base: str, model: str, forms: Sequence[Form]) -> tuple[Form, ...]:
    """Copy the changes that a known word's endings go through: Kursk, Kurski as Minsk, Minski.

    The words of a name are paired with the model's words from the right; words of the name that have no partner stay
    as they are. So “Esimene stuudio” declines like “Teine stuudio” in both words, and like “stuudio” in the last one.

    Args:
        base: The base form to decline.
        model: The known word's base form.
        forms: The known word's other forms.

    Returns:
        A form for each of `forms`, in their order, with their labels.

    Raises:
        ValueError: The forms cannot be copied; the message is a sentence that says why.
    """
    words, model_words = base.split(" "), model.split(" ")
    table = _table(forms)
    odd = next((form for form, row in zip(forms, table, strict=True) if len(row) != len(model_words)), None)
    if odd is not None:
        raise ValueError(
            f"“{base}” cannot decline like “{model}”, whose form “{odd.text}” has more or fewer words than it"
        )
    declined = [list(words) for _ in forms]
    for back in range(1, min(len(words), len(model_words)) + 1):
        column = [row[-back] for row in table]
        shared = _shared_beginning([model_words[-back], *column])
        ending = model_words[-back][shared:]
        if not words[-back].endswith(ending):
            raise ValueError(
                f"“{base}” cannot decline like “{model}”: “{words[-back]}” does not end in “{ending}”;"
                f" name another word or write the forms"
            )
        stem = words[-back].removesuffix(ending)
        for row, known in zip(declined, column, strict=True):
            row[-back] = stem + known[shared:]
    return tuple(replace(form, text=" ".join(row)) for form, row in zip(forms, declined, strict=True))


def unlikeness(base: str, model: str, forms: Sequence[Form]) -> str | None:
    """Say why a word may not decline like a known one, although it can be declined so.

    A word that ends in the known one declines like it. Another has to end as it does, from a few letters before what
    changes: “ring” is not declined like “lehekülg”, of which it has the g that becomes a j. A word of the term that has
    no partner stays, which an adjective may not do.

    Args:
        base: The base form to decline.
        model: The known word's base form.
        forms: The known word's other forms, each of as many words.
    """
    for back, (word, known) in enumerate(zip(reversed(base.split(" ")), reversed(model.split(" ")), strict=False), 1):
        column = [row[-back] for row in _table(forms)]
        ending = known[_shared_beginning([known, *column]) :]
        if word.endswith(known[-len(ending) - _ALIKE :]):
            continue
        changed = next((text for text in column if not text.startswith(known)), None)
        if changed is None:
            return f"“{word}” does not end like “{known}”"
        return f"“{known}” changes its stem ({known}, {changed})"
    alone = base.split(" ")[: -len(model.split(" "))]
    return next((f"“{word}” stays as it is in every form" for word in alone if word.islower()), None)


def resolve(rows: Sequence[tuple[Term, str]]) -> tuple[tuple[Term, ...], tuple[GlossaryError, ...]]:
    """Give terms that decline like another one their forms.

    Forms that a term has already stand, and its model adds only the labels that are missing. A model may have a model
    itself.

    Args:
        rows: Terms of one locale, each with the target (or, where no target is called so, the source) of the term
            that it declines like, or with an empty text.

    Returns:
        The terms, in order, without those that could not get their forms; and an error for each of the latter.
    """
    models, errors = _models(rows)
    done: dict[int, Term | None] = dict.fromkeys(errors)
    for start in range(len(rows)):
        path: list[int] = []
        on_path: set[int] = set()
        at = start
        while at in models and at not in done and at not in on_path:
            path.append(at)
            on_path.add(at)
            at = models[at]
        if at in on_path:
            for member in path[path.index(at) :]:
                done[member], errors[member] = None, _cycle(rows[member][0], rows[models[member]][0])
        else:
            done.setdefault(at, rows[at][0])
        for member in reversed(path):
            if member not in done:
                try:
                    done[member] = _with_forms_of(rows[member][0], done[models[member]], rows[models[member]][0])
                except ValueError as error:
                    done[member], errors[member] = None, _error(str(error), rows[member][0])
    terms = (done[n] for n in range(len(rows)))
    return tuple(term for term in terms if term is not None), tuple(errors[n] for n in sorted(errors))


def _table(forms: Iterable[Form]) -> list[list[str]]:
    return [form.text.split(" ") for form in forms]


def _shared_beginning(words: Sequence[str]) -> int:
    """How many characters all words begin with alike."""
    first, last = min(words), max(words)
    return next((n for n, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), min(len(first), len(last)))


def _models(rows: Sequence[tuple[Term, str]]) -> tuple[dict[int, int], dict[int, GlossaryError]]:
    """Which row each row declines like; and an error for each whose model is unknown."""
    by_target = _register(rows, ((n, (term.target,)) for n, (term, _) in enumerate(rows)))
    by_source = _register(rows, ((n, term.sources) for n, (term, _) in enumerate(rows)))
    models: dict[int, int] = {}
    errors: dict[int, GlossaryError] = {}
    for n, (term, word) in enumerate(rows):
        if not word:
            continue
        found = by_target.get(word, by_source.get(word))
        if found is None:
            known = by_target if len(errors) < _MOST_HINTS else ()
            hint = did_you_mean(word, known, otherwise="; give that word a row of its own, with its forms")
            errors[n] = _error(f"“{term.target}” declines like “{word}”, which is not in the glossary{hint}", term)
        else:
            models[n] = found
    return models, errors


def _register(rows: Sequence[tuple[Term, str]], names: Iterable[tuple[int, Sequence[str]]]) -> dict[str, int]:
    """The row that each name stands for: of several, the first one with forms, or else with a model, or else at all."""
    register: dict[str, int] = {}

    def worth(n: int) -> tuple[bool, bool]:
        term, model = rows[n]
        return bool(term.forms), bool(model)

    for n, called in names:
        for name in called if rows[n][0].action is not Action.FORBID else ():
            if name and (name not in register or worth(n) > worth(register[name])):
                register[name] = n
    return register


def _with_forms_of(term: Term, model: Term | None, named: Term) -> Term:
    if model is None or not model.forms:
        raise ValueError(
            f"“{term.target}” declines like “{named.target}”{_where(named)}, which has no forms;"
            f" write them there or here"
        )
    own = {form.label for form in term.forms}
    declined = decline(term.target, model.target, model.forms)
    return replace(term, forms=(*term.forms, *(form for form in declined if form.label not in own)))


def _cycle(term: Term, model: Term) -> GlossaryError:
    if term is model:
        return _error(f"“{term.target}” declines like itself; name another word or write the forms", term)
    return _error(
        f"“{term.target}” declines like “{model.target}”{_where(model)}, which declines like it in turn;"
        f" write the forms of one of them",
        term,
    )


def _where(term: Term) -> str:
    return f" on line {term.origin.line}" if term.origin else ""


def _error(message: str, term: Term) -> GlossaryError:
    origin = term.origin or Origin("", 0)
    return GlossaryError(message, path=origin.path or None, line=origin.line or None)
