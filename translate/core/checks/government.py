"""Find base forms behind or before a word that never takes one.

It is the sign of a term that was pasted: ``Kaja Kallas sõnul``, ``к Первая студия``. A language's file has only
words that govern one case and have no other use beside a name (Estonian “kohta” is also “to a place”, so it is not in
it). Titles and organisations are left out, since they may stand unchanged behind the word for what they are (``ajalehe
Postimees teatel``), and so are abbreviations (``EL jaoks``).
"""

from __future__ import annotations

from collections.abc import Iterator

from translate import patterns
from translate.core.checks.findings import Finding, Level, Unit
from translate.core.terms.glossary import Term
from translate.core.terms.labels import read
from translate.core.terms.paradigms import labelled, words_of
from translate.core.text.words import TIED_WORD

_UNCHANGED = frozenset({"title", "org"})
_FIRST = patterns.compile(rf"[ \u00a0]({TIED_WORD.pattern})")
_LAST = patterns.compile(rf"(?<![\w-])({TIED_WORD.pattern})[ \u00a0]\Z")
_LONGEST = 12
"""Characters of a governing word, with its space."""


def check_government(unit: Unit) -> Iterator[Finding]:
    """Yield a warning ``term-case`` for each rendering in the base form beside such a word.

    The glossary has to tell the genitive (``gen``) and that the base form is not another case as well.
    """
    behind, before = unit.language.governing_behind, unit.language.governing_before
    if not behind and not before:
        return
    for rendering in unit.verification.renderings:
        found = rendering.found
        if found is None or found.form.text != found.term.target or not _changes(found.term):
            continue
        follower = _FIRST.match(unit.target, found.end)
        leader = _LAST.search(unit.target[max(0, found.start - _LONGEST) : found.start])
        word = next(
            (m[1] for m, words in ((follower, behind), (leader, before)) if m and m[1].lower() in words),
            None,
        )
        if word:
            shown = unit.target[found.start : found.end]
            message = f"“{shown}” is the base form, which cannot stand beside “{word}”; write the case that it asks for"
            yield Finding("term-case", Level.WARNING, message, (found.start, found.end), found.term.source)


def _changes(term: Term) -> bool:
    """Whether the base form is certainly no other case of its word."""
    if term.kind in _UNCHANGED or term.target.isupper():
        return False
    words = words_of(term)
    genitive = any(label.case == "gen" and words[text] == term.target for text, label in labelled(term))
    told = [read(form.label) for form in term.forms if form.text == term.target and form.label]
    return genitive and all(label is not None and label.case == "nom" for label in told)
