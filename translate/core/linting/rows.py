"""Find what is doubtful about a row of a glossary by itself."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from translate.core.checks.findings import Level
from translate.core.checks.writing import written
from translate.core.linting.findings import Finding
from translate.core.terms.glossary import Action, Term
from translate.core.terms.labels import NOMINATIVE, PLURAL_NOMINATIVE, read
from translate.core.terms.language import Language
from translate.core.text.spelling import fold
from translate.values import dataclass

_LIKE_THE_BASE = {"nom", "acc", "voc"}
"""Cases in which many words are as in their base form."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The languages of a glossary."""

    source: Language
    target: Language | None
    """None for what holds in every locale."""

    @property
    def common_words(self) -> frozenset[str]:
        """Words of the source that every text has."""
        return frozenset(map(fold, (*self.source.function_words, *self.source.small_in_titles)))


def lint_row(line: int, term: Term, pair: Pair, common: frozenset[str]) -> Iterator[Finding]:
    """What is doubtful about a row that can be used.

    Args:
        line: Where it starts.
        term: What it makes.
        pair: The languages.
        common: `Pair.common_words`.
    """

    def found(rule: str, column: str, message: str, level: Level = Level.WARNING) -> Finding:
        return Finding(rule, level, line, column, message)

    asks = term.action not in {Action.OFF, Action.FORBID}
    for column, names in (("source", (term.source,)), ("variants", term.variants)) if asks else ():
        for name in names:
            if sum(map(str.isalnum, name)) == 1:
                yield found(
                    "one-letter", column, f"“{name}” is one letter, which is found in every text; delete the row"
                )
            elif fold(name) in common:
                yield found(
                    "common-word", column, f"“{name}” is a word of every text, and each would change; delete the row"
                )
    if asks and term.action is Action.TRANSLATE and term.target == term.source and not (term.forms or term.gender):
        yield found(
            "same", "target", "is the source itself; write keep or inflect under action, or the translation", Level.INFO
        )
    for name in term.variants:
        if name == term.source:
            yield found("repeated", "variants", f"has “{name}”, which is the source itself; delete it", Level.INFO)
    yield from _forms(line, term, inflects=pair.target is not None and pair.target.inflection.cases)
    yield from _letters(line, term, pair)


def _forms(line: int, term: Term, *, inflects: bool) -> Iterator[Finding]:
    labelled = [form for form in term.forms if form.label]
    if any(form.text == term.target for form in labelled):
        said = [(form.text, read(form.label)) for form in labelled]
        bases = [text for text, label in said if label in {NOMINATIVE, PLURAL_NOMINATIVE}]
        others = [text for text, label in said if label and label.case not in _LIKE_THE_BASE]
        if bases and term.target in others and fold(term.target) not in map(fold, bases):
            message = f"is another form of “{bases[0]}”; write the base form here"
            yield Finding("base-form", Level.WARNING, line, "target", message)
    alone = next((form.text for form in term.forms if not form.label and read(form.text)), None)
    if alone is not None:
        message = f"has “{alone}”, which is a label and no form; write {alone}= and the form behind it"
        yield Finding("label-alone", Level.WARNING, line, "forms", message)
        return
    wants = labelled or (inflects and term.action in {Action.TRANSLATE, Action.INFLECT})
    bare = [form.text for form in term.forms if not form.label] if wants else []
    if bare:
        message = f"has no label for “{bare[0]}”, so nobody knows where it is right; write one, such as gen={bare[0]}"
        yield Finding("no-label", Level.INFO, line, "forms", message)


def _letters(line: int, term: Term, pair: Pair) -> Iterator[Finding]:
    """A target in another script than its language's, be it in the other cell."""
    wanted = written(pair.target.script) if pair.target else None
    usual = written(pair.source.script)
    if wanted is None or term.action not in {Action.TRANSLATE, Action.FORBID} or not term.target:
        return
    if wanted != usual and _is_in(term.source, wanted) and usual and _is_in(term.target, usual):
        message = f"“{term.source}” and “{term.target}” have changed places; put each into the other's column"
        yield Finding("swapped", Level.ERROR, line, "", message)
    elif not _is_in(term.target, wanted) and any(map(str.isalpha, term.target)) and term.target != term.source:
        message = f"“{term.target}” has no letter of the language's script ({wanted}); write it in that"
        yield Finding("script", Level.WARNING, line, "target", message)


def _is_in(text: str, script: str) -> bool:
    """Whether a text has letters of a script."""
    return any(unicodedata.name(letter, "").startswith(script.upper()) for letter in text if letter.isalpha())
