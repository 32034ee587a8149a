"""Set a draft in its language's own way, where that is mechanical: its marks, its numbers, its dates.

An engine leaves much as the source has it: “2.5 million”, “March 31, 2027”, a question without “¿”. What is mended here
has one right form, whoever reads it; of what has several, such as plain quotation marks in Spanish, nothing is touched.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field

from translate import patterns
from translate.core.text.covering import covered
from translate.core.text.identifiers import spans
from translate.core.text.words import LETTERS
from translate.values import dataclass

Edit = tuple[int, int, str]
"""What stands between two places of a text, and what comes there."""
Spans = Iterable[tuple[int, int]]


def _no_amounts(_: str) -> Spans:
    return ()


@dataclass(frozen=True, slots=True)
class Typography:
    """How a language is set. What is empty is left as it is."""

    quotes: tuple[str, ...] = ()
    """The marks around a quotation, those around one within it, then what is as good; each opening and closing."""
    quote_space: str = ""
    """What stands within its quotation marks beside the words."""
    spaced: str = ""
    """The marks that a space stands before."""
    comma_behind: bool = False
    """Whether a comma that follows a quotation stands behind its mark: «No», dijo."""
    inverted: tuple[str, ...] = ()
    """What a question begins with, then what an exclamation does."""
    small_words: frozenset[str] = frozenset()
    """Words that have no capitals but at the start of a sentence."""
    decimal: str = ""
    """What parts a number from its fraction."""
    grouping: str = ""
    """What parts the thousands of a number."""
    months: tuple[str, ...] = ()
    """The names of its months."""
    dates: tuple[str, ...] = ()
    """A date of each month, with ``{day}`` and ``{year}`` in their places; nothing where the sentence inflects it."""
    amounts: Callable[[str], Spans] = field(default=_no_amounts, compare=False, repr=False)
    """Where a text has numbers of millions, of miles, of money: no times, and no parts of laws."""

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The quotation marks, each with its other half."""
        return tuple(zip(self.quotes[::2], self.quotes[1::2], strict=False))


PLAIN = Typography()
"""Of a language that nobody has told anything of."""


def mended(text: str, source: str, own: Typography, of_source: Typography, kept: Sequence[tuple[int, int]] = ()) -> str:
    """A draft as its language is set.

    Args:
        text: What an engine wrote.
        source: What it translated.
        own: How the language of the text is set.
        of_source: How that of the source is.
        kept: Spans of the text (start, end) that stay as they are, such as the forms of terms. Identifiers do as well.

    Returns:
        The text; the very same where it is right, so that to mend twice is to mend once.
    """
    if own == PLAIN or text == source:
        return text  # Nobody knows how it is set, or nobody has translated it.
    edits = [
        *_quotations(text, own, of_source),
        *((edit,) for edit in _dates(text, source, own, of_source)),
        *((edit,) for edit in _numbers(text, source, own, of_source)),
        *((edit,) for edit in _capitals(text, source, own)),
        *((edit,) for edit in _strays(text, source, own)),
    ]
    if not edits:
        return text
    code = (found.span() for found in _CODE.finditer(text))
    return _applied(text, edits, [*kept, *code, *spans(text)])


def _applied(text: str, edits: Iterable[tuple[Edit, ...]], fixed: Iterable[tuple[int, int]] = ()) -> str:
    """The text with the edits of which, and of those that belong together, none touches what is fixed or another."""
    taken = covered(text, fixed)
    free = [
        edit for several in edits if not any(any(taken[start:end]) for start, end, _ in several) for edit in several
    ]
    parts: list[str] = []
    at = 0
    for start, end, new in sorted(free):
        if start >= at:
            parts += (text[at:start], new)
            at = end
    return "".join((*parts, text[at:]))


_MARKS = patterns.compile('[“”„«»]|(?<!\\d)"|"(?=[\\s.,;:!?)]|$)')
"""Quotation marks; what stands behind a number before more text may be an inch."""
_ANY_MARK = patterns.compile('[“”„«»"]')
_CODE = patterns.compile(r"(?:(?<=[\w\])])[\[({]|\{\s?)\"[^\"\n]{0,200}\"(?=\s?[\])},:])")
"""What stands in quotation marks for a program: ``a["x"]``, ``{"x": 1}``."""
_STRAIGHT = ('"', '"')
_BEFORE = "([{—–/¿¡“„«\"'‘-"
"""What an opening mark may stand right behind, as behind a space."""
_PUNCTUATION = ".,;:!?…)]}"
_DEEPEST = 2


def _quotations(text: str, own: Typography, of_source: Typography) -> Iterator[tuple[Edit, ...]]:
    """The language's quotation marks for the source's and for plain ones, with no spaces or commas within."""
    pairs = own.pairs
    foreign = {_STRAIGHT, *of_source.pairs} - set(pairs)
    found = _paired(text) if pairs else []
    if any(depth > 1 for *_, depth in found) and len(set(pairs[0])) == 1:
        return  # Nobody could tell the halves of ”one ”within” another”.
    for start, end, depth in found:
        words, marks = text[start + 1 : end].strip(), (text[start], text[end])
        if not words or marks not in {*foreign, *pairs} or depth > len(pairs):
            continue
        opening, closing = pairs[depth - 1] if marks in foreign else marks
        has_comma = own.comma_behind and words.endswith(",") and text[end + 1 : end + 2].isspace()
        first = text.index(words, start + 1)
        last = first + len(words) - has_comma
        before = behind = own.quote_space if (opening, closing) == pairs[0] else ""
        if before and marks in pairs:  # Of spaces within them there are several that are as good.
            before, behind = text[start + 1 : first], text[first + len(words) : end]
        yield (start, first, opening + before), (last, end + 1, behind + closing + "," * has_comma)


def _paired(text: str) -> list[tuple[int, int, int]]:
    """Where quotations begin and end, and how deep each is; nothing where a mark has no other half."""
    stack: list[int] = []
    found: list[tuple[int, int, int]] = []
    for mark in _MARKS.finditer(text) if _ANY_MARK.search(text) else ():
        at = mark.start()
        begins = at == 0 or text[at - 1].isspace() or text[at - 1] in _BEFORE
        behind = text[at + 1 : at + 2]
        ends = not behind.isalnum()
        if begins and (not stack or (len(stack) < _DEEPEST and behind.strip(_PUNCTUATION) and not behind.isspace())):
            stack.append(at)
        elif stack and ends:
            start = stack.pop()
            found.append((start, at, len(stack) + 1))
        else:
            return []
    return [] if stack else sorted(found)


_HEAD = patterns.compile(r"[\s\"“”„«»'‘’(\[—–-]*")
_TAIL = patterns.compile(r"[?!…]*[?!][?!…]*$")
_LONGEST_TAIL = 9
_CLOSERS = " \u00a0\"”»“)]'’"
_BRACKETS = patterns.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_PARTED = patterns.compile(r"[,;:…](?=\s)|\.\.(?=\s)|\s[—–-]\s|(?<!\w)['‘]")
"""What a question may begin behind: “Then, ¿where?”."""


def opened(sentence: str, source: str, own: Typography) -> str:
    """A sentence that an engine wrote, with what its questions and exclamations begin with.

    Where they may begin in several places, behind a comma or a colon, they are left to a person.

    Args:
        sentence: By itself, without the others of its text.
        source: What the engine translated; what it left of that as it is gets no sign.
        own: How its language is set.
    """
    if not own.inverted or not ("?" in sentence or "!" in sentence):
        return sentence
    quoted = [(start, end) for start, end, _ in _paired(sentence)]
    pairs = sorted([*quoted, *((found.start(), found.end() - 1) for found in _BRACKETS.finditer(sentence))])
    ends = dict(pairs)
    closed = {*ends.values()}
    end = len(sentence)
    while end and end - 1 not in closed and sentence[end - 1] in _CLOSERS:
        end -= 1
    loose = not quoted and _MARKS.search(sentence)
    signs = dict(zip("?!", own.inverted, strict=False))
    edits = set()
    for first, last in ((0, end), *((start + 1, end) for start, end in pairs)):
        tail = _TAIL.search(sentence, max(first, last - _LONGEST_TAIL), last)
        head = _HEAD.match(sentence, first, last)
        if not tail or not head or len(asked := {*tail[0]} & signs.keys()) > 1:
            continue
        said = sentence[head.end() : tail.start()]
        ends_before = any(ends.get(at, last) < tail.start() for at in range(first, head.end()))
        is_clear = not ends_before and not _PARTED.search(said) and not (loose and _MARKS.search(said))
        is_open = any(sign in sentence[first:last] for sign in own.inverted)
        if is_clear and not is_open and any(map(str.isalnum, said)) and sentence[head.end() : last] not in source:
            edits.add((head.end(), head.end(), signs[asked.pop()]))
    return _applied(sentence, ((edit,) for edit in edits))


# Each begins with a digit: what stands before it would be looked at for every character.
_FRACTION = patterns.compile(r"\d(?<![\w.,:/-].)(?:\d{0,2}(?:,\d{3})*|\d*)\.(\d{1,3})(?![\w:/-]|[.,]\d)")
_GROUPED = patterns.compile(r"\d(?<![\w.,:/-].)\d{0,2}(?:,\d{3})+(?![\w:/-]|[.,]\d)")
"""Numbers as English has them."""


def _numbers(text: str, source: str, own: Typography, of_source: Typography) -> Iterator[Edit]:
    """The language's signs in numbers that stand as the source has them."""
    if of_source.decimal != "." or of_source.grouping != "," or not own.decimal or not own.grouping:
        return
    told = {found[0] for found in _GROUPED.finditer(source)}
    told |= {source[start:end] for start, end in of_source.amounts(source)} if _FRACTION.search(text) else set()
    signs = {",": own.grouping, ".": own.decimal}
    for pattern in (_GROUPED, _FRACTION) if signs[","] != "," or signs["."] != "." else ():
        for found in pattern.finditer(text):
            if found[0] in told:
                yield *found.span(), "".join(signs.get(char, char) for char in found[0])


_DATE = patterns.compile(r"(?<!\w)([^\W\d_]{2,20}) (\d{1,2}), (\d{4})(?!\d)")


def kept_dates(text: str, source: str) -> Iterator[tuple[re.Match[str], str]]:
    """Where a text has a date in the order of the source, whatever word became of the month: with the source's word."""
    told = {(found[2], found[3]): found[1] for found in _DATE.finditer(source)}
    for found in _DATE.finditer(text) if told else ():
        if (found[2], found[3]) in told:
            yield found, told[found[2], found[3]]


def _dates(text: str, source: str, own: Typography, of_source: Typography) -> Iterator[Edit]:
    """The language's own way to write a date, where it has one."""
    if own.dates:
        for found, month in kept_dates(text, source):
            if month in of_source.months:
                date = own.dates[of_source.months.index(month)]
                yield *found.span(), date.format(day=found[2], year=found[3])


_OPENERS = " \u00a0\"“„«'‘(¿¡—–-"
_STOPS = (".", "!", "?", "…", ":")
_NEAR = 8
"""Characters before a word in which a sentence can be seen to begin."""


def _capitals(text: str, source: str, own: Typography) -> Iterator[Edit]:
    """Small words that took the capitals of the acronym behind them: the head DE LA OTAN."""
    if not own.small_words or text.isupper() or source.isupper():
        return
    shouted = {word for word in LETTERS.findall(source) if word.isupper()}
    run: list[re.Match[str]] = []
    for word in LETTERS.finditer(text):
        if word[0].isupper() and word[0].lower() in own.small_words and word[0] not in shouted:
            run.append(word)
            continue
        if word[0].isupper() and len(word[0]) > 1 and any(len(small[0]) > 1 for small in run):  # But: hepatitis A VIH.
            for small in run:
                before = text[max(0, small.start() - _NEAR) : small.start()].rstrip(_OPENERS)
                begins = before[-1:] in _STOPS if before else small.start() < _NEAR
                yield *small.span(), small[0].capitalize() if begins else small[0].lower()
        run = []


_STRAY = patterns.compile(r" (?<=\w )(?=([,.;:!?])(?:[ \n]|$)(?! ?\d))")


def _strays(text: str, source: str, own: Typography) -> Iterator[Edit]:
    """A space before a mark, where the source has none before any."""
    if not _STRAY.search(source):
        yield from ((*found.span(), "") for found in _STRAY.finditer(text) if found[1] not in own.spaced)
