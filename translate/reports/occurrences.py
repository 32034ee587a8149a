"""Where a term occurs, and what became of it → lines for people, and an object for machines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from translate.core.results.occurrences import Fate, Found, Occurrence, Search, counted
from translate.core.terms.glossary import Action, Term
from translate.reports.counting import count

MOST = 20
"""So many places are shown of a term in a locale."""
_BELOW = "    "


def text_lines(search: Search, *, every: bool = False) -> Iterator[str]:
    """What was found, by locale: the rows, what their mentions come to, and the places.

    Args:
        search: What was found.
        every: Whether to show all places, however many there are.
    """
    known = [found for found in search.found if found.rows]
    for found in known:
        yield from (_row(term, found.locale) for term in found.rows)
        yield from _figures(found)
        shown = found.occurrences if every else found.occurrences[:MOST]
        for one in shown:
            yield from _place(one)
        yield from _left(len(found.occurrences) - len(shown), "place")
    if not known:
        yield f"“{search.name}” is in no row of the glossary{search.hint}"
    if not any(found.occurrences for found in search.found):
        yield from _in_articles(search.mentions, every=every)


def _in_articles(mentions: Sequence[tuple[str, str]], *, every: bool) -> Iterator[str]:
    if not mentions:
        yield "No article has it, and no PO file."
        return
    yield f"No PO file has it as a term; articles have it in {count(len(mentions), 'place')}:"
    shown = mentions if every else mentions[:MOST]
    yield from (f"{place}: {text}" for place, text in shown)
    yield from _left(len(mentions) - len(shown), "place")


def _left(number: int, noun: str) -> Iterator[str]:
    if number > 0:
        yield f"… and {count(number, f'more {noun}')}; --verbose shows them."


def _row(term: Term, locale: str) -> str:
    where = f" ({term.origin.path} line {term.origin.line})" if term.origin else ""
    name, sign = (term.source, " ≠ ") if term.action is Action.FORBID else (term.source, " = ")
    action = "" if term.action is Action.TRANSLATE else f", {term.action}"
    told = f"{name}{sign}{term.target}" if name and term.target else name or term.target
    return f"{locale}: {told}{action}{where}"


def _figures(found: Found) -> Iterator[str]:
    figures = counted(found.occurrences)
    if not found.occurrences:
        yield f"{_BELOW}in no PO file"
        return
    places = f"{count(figures.mentions, 'mention')} in {count(figures.files, 'PO file')}"
    open_ = f", {figures.untranslated:,} of them not translated yet" if figures.untranslated else ""
    yield f"{_BELOW}{places}{open_}"
    if figures.forms:
        told = ", ".join(f"{form} {f'({label}) ' if label else ''}{n:,}" for (form, label), n in figures.forms.items())
        yield f"{_BELOW}forms: {told}"
    if figures.unlisted:
        yield f"{_BELOW}not listed: {', '.join(_told(figures.unlisted))}"
    drafts = [*_told(figures.ways), *([f"flagged {figures.flagged:,}"] if figures.flagged else [])]
    if drafts:
        yield f"{_BELOW}drafts: {', '.join(drafts)}"
    if figures.people:
        yield f"{_BELOW}people: {', '.join(_told(figures.people))}"
    if figures.forbidden:
        yield f"{_BELOW}forbidden, and there all the same: {figures.forbidden:,}"


def _told(counts: Mapping[str, int] | Mapping[Fate, int]) -> list[str]:
    return [f"{name} {number:,}" for name, number in counts.items()]


def _place(one: Occurrence) -> Iterator[str]:
    form = f" “{one.form}”" if one.form else ""
    way = f" [{'FLAG ' if one.flagged else ''}{one.way}]" if one.way else ""
    fate = f", {one.fate}" if one.stage.value != one.fate.value else ""
    yield f"{one.path}:{one.line}: {one.stage}{fate}{form}{way}"
    yield f"{_BELOW}{one.source}"
    if one.target:
        yield f"{_BELOW}{one.target}"


def search_object(search: Search) -> dict[str, Any]:
    """The report of ``newsdesk glossary find --json``; keys are only ever added to it."""
    return {
        "name": search.name,
        "locales": [
            {
                "locale": found.locale,
                "rows": [
                    {
                        "source": term.source,
                        "target": term.target,
                        "action": term.action.value,
                        "path": term.origin.path if term.origin else None,
                        "line": term.origin.line if term.origin else None,
                    }
                    for term in found.rows
                ],
                "counts": _counts(found),
                "occurrences": [asdict(one) for one in found.occurrences],
            }
            for found in search.found
        ],
        "articles": [{"place": place, "text": text} for place, text in search.mentions],
        "troubles": [{"path": t.path, "line": t.line, "message": t.message} for t in search.troubles],
    }


def _counts(found: Found) -> dict[str, Any]:
    figures = counted(found.occurrences)
    return {
        "mentions": figures.mentions,
        "files": figures.files,
        "forms": [{"form": form, "label": label, "times": n} for (form, label), n in figures.forms.items()],
        "unlisted": dict(figures.unlisted),
        "ways": dict(figures.ways),
        "flagged": figures.flagged,
        "forbidden": figures.forbidden,
        "people": {fate.value: number for fate, number in figures.people.items()},
        "untranslated": figures.untranslated,
    }
