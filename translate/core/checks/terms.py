"""See whether the glossary's terms stand in a translation, and whether what it forbids does not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from translate import patterns
from translate.core.checks.findings import Finding, Level, Unit
from translate.core.terms.glossary import Action, Require, Term
from translate.core.terms.verification import FormMatch, Rendering, forbidden

_NOTHING_BETWEEN = patterns.compile(r"[\s,\-–—\"'“”„«»’]*")


def check_terms(unit: Unit) -> Iterator[Finding]:
    """Yield what is wrong with the presence of terms.

    ``term-missing`` is an error for each term that has to be rendered and is not. A term of which the first mention is
    enough asks for nothing where it has been introduced before; one that only warns gets an info.
    ``term-in-compound`` is an info for a term that stands only within a word which goes on behind it.
    ``term-unlisted-form`` is an info for one whose row lists no forms, and of which a form stands there.
    ``term-doubled`` is a warning for a form too many right beside another one of its term. A form elsewhere is no
    finding: translators put a name where the source has a pronoun. A title that nobody has decided on is none either:
    whoever translates it decides.
    """
    verification = unit.verification
    by_term: dict[Term, list[Rendering]] = {}
    decided = [rendering for rendering in verification.renderings if not rendering.match.term.undecided]
    for rendering in decided:
        by_term.setdefault(rendering.match.term, []).append(rendering)
    for term, renderings in by_term.items():
        asked = [r for r in renderings if r.required or term.require is Require.WARN]
        missing = sum(r.found is None and not r.told_of for r in asked)
        introduced = term.require is Require.FIRST and term in unit.introduced
        for r in asked if not introduced else ():
            if r.unlisted:
                yield _unlisted(r, r.unlisted, unit)
            elif r.within:
                yield _within(r, r.within, unit)
        if missing and not introduced:
            level = Level.INFO if term.require is Require.WARN else Level.ERROR
            yield Finding("term-missing", level, _missing(asked, unit), None, term.source)
    found = [r.found for r in decided if r.found]
    for extra in verification.excess:
        if any(f.term == extra.term and _beside(f, extra, unit.target) for f in found):
            message = f"“{unit.target[extra.start : extra.end]}” stands here twice for one “{extra.term.source}”"
            message += "; delete one of the two"
            yield Finding("term-doubled", Level.WARNING, message, (extra.start, extra.end), extra.term.source)


def check_forbidden(unit: Unit) -> Iterator[Finding]:
    """Yield an error ``term-forbidden`` for each rendering that the glossary forbids."""
    for hit in forbidden(unit.bans, unit.matches, unit.target, unit.language.inflection.joining):
        shown, term = unit.target[hit.start : hit.end], hit.term
        if term.action is not Action.FORBID:
            message = f"“{shown}” is forbidden for “{term.source}”; write “{term.target}” or another form of it"
        elif term.source:
            message = f"“{shown}” is forbidden for “{term.source}”; find another word"
        else:
            message = f"“{shown}” is forbidden; find another word"
        if term.action is Action.FORBID and term.note:
            message += f" ({term.note})"
        yield Finding("term-forbidden", Level.ERROR, message, (hit.start, hit.end), term.source)


def _within(rendering: Rendering, place: tuple[int, int], unit: Unit) -> Finding:
    source, shown = rendering.match.term.source, unit.target[slice(*place)]
    message = f"“{source}” stands here only within “{shown}”; see whether that says it"
    return Finding("term-in-compound", Level.INFO, message, place, source)


def _unlisted(rendering: Rendering, place: tuple[int, int], unit: Unit) -> Finding:
    source, shown = rendering.match.term.source, unit.target[slice(*place)]
    message = f"“{shown}” stands here for “{source}”, whose row lists no forms; list it there if it is right"
    return Finding("term-unlisted-form", Level.INFO, message, place, source)


def _missing(asked: Sequence[Rendering], unit: Unit) -> str:
    match = asked[0].match
    term = match.term
    shown = unit.source[match.start : match.end]
    if term.accepted == (term.source,):
        wanted = f"it stays “{term.target}”"
    else:
        wanted = f"write “{term.target}”" + (" or another form of it" if len(term.accepted) > 1 else "")
    if len(asked) == 1:
        return f"“{shown}” is not rendered as the glossary asks; {wanted}"
    found = sum(r.found is not None for r in asked)
    return f"“{shown}” is rendered as the glossary asks {found} of {len(asked)} times; {wanted} each time"


def _beside(one: FormMatch, other: FormMatch, text: str) -> bool:
    first, second = sorted((one, other), key=lambda form: form.start)
    return bool(_NOTHING_BETWEEN.fullmatch(text, first.end, second.start))
