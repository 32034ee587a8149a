"""Find rows of a glossary that get in each other's way, in a file or across several."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from translate.core.checks.findings import Level
from translate.core.linting.findings import Finding
from translate.core.terms.glossary import Action, Term
from translate.core.text.spelling import fold, normalise
from translate.core.text.words import TOKEN
from translate.values import dataclass

_ASKING = (Action.TRANSLATE, Action.INFLECT, Action.KEEP)
_LONGEST = 12
"""Words of a name in which shorter ones are looked for."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The rows that hold beside each other, by what they are found by."""

    path: str
    """The file that is looked at."""
    sources: Mapping[str, Term]
    """By each source spelling without capitals, the first."""
    accepted: Mapping[str, Term]
    """By each accepted form without capitals, the first."""
    alike: Mapping[str, Term]
    """By each source without what it may lack by a slip, the first of the file."""
    alike_elsewhere: Mapping[str, Term]
    """The same of other files."""
    banned: Mapping[str, Term]
    """By each text that a row of another file forbids, without capitals, the first."""
    replaced: Mapping[tuple[str, str], Term]
    """The rows of other files that a row takes the place of, by source and action, the first of each."""

    @classmethod
    def of(cls, path: str, rows: Iterable[Term], others: Iterable[Term] = ()) -> Neighbours:
        """The rows of a file, in its order, and those of wider files that hold in the same locale."""
        sources: dict[str, Term] = {}
        accepted: dict[str, Term] = {}
        alike: dict[str, Term] = {}
        banned: dict[str, Term] = {}
        replaced: dict[tuple[str, str], Term] = {}
        elsewhere: dict[str, Term] = {}
        own = [*rows]
        count = len(own)
        taken = {term.source for term in own if term.source and term.action is not Action.FORBID}
        for term in others:
            if term.source in taken:
                replaced.setdefault((term.source, term.action), term)
            else:
                for text in term.forbid:
                    banned.setdefault(_key(text), term)
                own.append(term)
        for number, term in enumerate(own):
            if term.action not in _ASKING:
                continue
            for name in term.sources:
                sources.setdefault(_key(name), term)
            for form in term.accepted:
                accepted.setdefault(_key(form), term)
            (alike if number < count else elsewhere).setdefault(_letters(term.source), term)
        return cls(path, sources, accepted, alike, elsewhere, banned, replaced)

    def place(self, term: Term) -> str:
        """Where a row stands, as a message has it."""
        origin = term.origin
        if origin is None:
            return "another row"
        return f"line {origin.line}" if origin.path == self.path else f"{origin.path} line {origin.line}"


def lint_across(line: int, term: Term, near: Neighbours) -> Iterator[Finding]:
    """What is doubtful about a row beside the others.

    Args:
        line: Where it starts.
        term: What it makes.
        near: The rows that hold beside each other, its own among them.
    """
    twin = near.replaced.get((term.source, term.action))
    # A row of its own is where the forms of a locale will stand.
    if twin and _said(twin) == _said(term) and not term.lacks_forms:
        message = f"says what {near.place(twin)} says already, which holds here, too; delete one of them"
        yield Finding("copied", Level.INFO, line, "", message)
    if term.action in _ASKING:
        yield from _nearly(line, term, near)
        yield from _hidden(line, term, near)
        yield from _forbidden(line, term, near)
    if term.action is Action.TRANSLATE:
        other = near.sources.get(_key(term.target), term)
        if other is not term and _key(other.target) != _key(term.target):
            place = near.place(other)
            message = f"“{term.target}” is a source, too, and becomes “{other.target}” on {place}; see which is meant"
            yield Finding("chain", Level.WARNING, line, "target", message)
    for text in term.forbid:
        other = near.accepted.get(_key(text), term)
        if other is not term:
            place = near.place(other)
            message = f"forbids “{text}”, which is right for “{other.source}” on {place}; see which is meant"
            yield Finding("forbids-right", Level.INFO, line, "forbid", message)


def _nearly(line: int, term: Term, near: Neighbours) -> Iterator[Finding]:
    """A source that another row has, but for a slip."""
    letters = _letters(term.source)
    other = near.alike[letters]
    if other is term:
        other = near.alike_elsewhere.get(letters, term)
    if other is not term and other.source != term.source:
        place = near.place(other)
        message = f"“{term.source}” is nearly “{other.source}” of {place}; write one under the other's variants"
        yield Finding("near", Level.WARNING, line, "source", message)


def _forbidden(line: int, term: Term, near: Neighbours) -> Iterator[Finding]:
    """A form that a row of another file forbids."""
    banned = ((form, near.banned.get(_key(form))) for form in term.accepted) if near.banned else ()
    form, ban = next((each for each in banned if each[1]), ("", None))
    if ban:
        column = "target" if form == term.target else "forms"
        message = f"has “{form}”, which {near.place(ban)} forbids for “{ban.source}”; see which is meant"
        yield Finding("forbidden-elsewhere", Level.INFO, line, column, message)


def _said(term: Term) -> Term:
    """What a row says to a run."""
    return replace(term, origin=None, note="", reviewed="")


def _hidden(line: int, term: Term, near: Neighbours) -> Iterator[Finding]:
    """A shorter name within this one that its target forgets."""
    whole = normalise(term.source).folded
    words = [(word.start(), word.end()) for word in TOKEN.finditer(whole)][:_LONGEST]
    if len(words) == 1:
        return
    target = ""
    for first, (start, _) in enumerate(words):
        for last, (_, end) in enumerate(words[first:], first):
            if last - first + 1 == len(words):
                continue
            other = near.sources.get(whole[start:end], term)
            if other is term:
                continue
            target = target or _key(term.target)
            if not any(_key(form) in target for form in other.accepted):
                place = near.place(other)
                message = f"hides “{other.source}” of {place}, and “{term.target}” has no “{other.target}”; see both"
                yield Finding("hides", Level.INFO, line, "source", message)
                return


def _key(text: str) -> str:
    """The comparable spelling of a text of a tidied cell."""
    # Most are words of letters alone, which need no look at each; one of these letters passes for an apostrophe.
    if text.replace(" ", "").isalnum() and "ʼ" not in text:
        return fold(text)
    return normalise(text).folded


def _letters(text: str) -> str:
    """A text without what it may lack by a slip: capitals, accents, spaces and hyphens."""
    bare = text.replace(" ", "").replace("-", "")
    if bare.isascii() and bare.isalnum():
        return bare.lower()
    apart = unicodedata.normalize("NFD", fold(text))
    return "".join(letter for letter in apart if letter.isalnum()) or text
