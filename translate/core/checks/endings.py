"""Find texts that end as another kind of sentence than their source."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from translate.core.checks.findings import Finding, Level, Unit
from translate.core.terms.language import Language
from translate.core.text.quotations import QUOTES

_CLOSING = f"{QUOTES}‹›)]}}）」』》*_ \t\r\n\u00a0\u202f\u3000\u200e\u200f"
"""What may stand behind the mark that ends a sentence."""
_QUOTES = frozenset(f"{QUOTES}」』")
"""Marks that may close a quotation."""
_MARKS = {"?": "?？؟", "!": "!！՜", ":": ":：", "…": "…⋯"}
"""Of each mark the signs for it in any language."""
_STOPS = ".。．।։۔"
_NAMES = {"?": "a question mark", ":": "a colon", "…": "an ellipsis"}
_ABBREVIATED = 3
"""Letters of the last word at most where a full stop may be part of it: “Jr.”, “U.S.”."""


def check_endings(unit: Unit) -> Iterator[Finding]:
    """Yield what is wrong with the end of a text.

    A warning ``ending`` where a question ends otherwise; where body text does that ends in a colon or an ellipsis in
    the source; where an exclamation has come from nowhere; and where a headline, or another short text with a context,
    has got a full stop. An exclamation may end in a full stop, and “whether it rains” may be a question elsewhere.

    An info ``full-stop`` where body text has lost its full stop. People leave it out in one software text of a hundred,
    which is too often for a warning.
    """
    asked, made = _endings(unit.source, unit.source_language), _endings(unit.target, unit.language)
    if not set(asked).isdisjoint(made) or not unit.target.strip():
        return
    wanted, given = asked[0], made[0]
    if wanted == "?" and _asks_within(unit):
        return
    if wanted == "?" or (wanted in {":", "…"} and unit.context is None):
        yield _finding(f"the source ends in {_NAMES[wanted]}, and this does not")
    elif given == "!" and wanted in {"", "."}:
        yield _finding("this ends in an exclamation mark, and the source does not")
    elif unit.context is not None and given == "." and not wanted and not _abbreviated(unit.target):
        yield _finding(f"this {unit.context} ends in a full stop, and its source does not")
    elif unit.context is None and wanted == "." and not given and not _abbreviated(unit.source):
        yield Finding(
            "full-stop", Level.INFO, "the source ends in a full stop, and this in nothing; see whether it ends"
        )


def _asks_within(unit: Unit) -> bool:
    """Whether the source ends in a quoted question, and the translation has one sooner: “「どこ？」と聞いた。”."""
    signs = {*_MARKS["?"], *unit.language.question_marks}
    return unit.source.rstrip()[-1:] in _QUOTES and any(
        behind in _QUOTES for mark, behind in pairwise(unit.target) if mark in signs
    )


def _finding(what: str) -> Finding:
    return Finding("ending", Level.WARNING, f"{what}; end it as the source ends")


def _endings(text: str, language: Language) -> tuple[str, ...]:
    """The mark that a text ends in, and that of a quotation before a full stop, as in “Preguntó: «¿Dónde?».”."""
    ending, bare = _ending(text, language), text.rstrip(_CLOSING)[:-1]
    within = _ending(bare, language) if ending == "." and bare[-1:] in _QUOTES else ""
    return (ending, within) if within in _MARKS else (ending,)


def _ending(text: str, language: Language) -> str:
    """The mark that a text ends in: one of ``?!:….``, or nothing."""
    bare = text.rstrip(_CLOSING)
    if bare.endswith("..."):
        return "…"
    last = bare[-1:]
    if (last and last in language.question_marks) or _asks(bare, language):
        return "?"
    if last and last in _STOPS:
        return "."
    return next((mark for mark, signs in _MARKS.items() if last and last in signs), "")


def _asks(bare: str, language: Language) -> bool:
    """Whether the last sentence is a question by its words: “か。” in Japanese, an Armenian mark within a word."""
    if not language.question_words:
        return False
    last = max((bare.rfind(stop, 0, -1) for stop in _STOPS), default=-1)
    return any(word in bare[last + 1 :] for word in language.question_words)


def _abbreviated(text: str) -> bool:
    word = text.rstrip(_CLOSING).rpartition(" ")[2].rstrip(".")
    return "." in word or len(word) <= _ABBREVIATED
