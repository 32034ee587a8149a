"""Write a sentence with its terms for Apertium, and read what comes back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from enum import Enum, auto

from translate import patterns
from translate.apertium.stream import escaped, unescaped
from translate.core.offers import RequiredTerm, SourceSentence
from translate.core.terms.glossary import Form, Term
from translate.core.terms.ways import How
from translate.engines.apertium.agreement import TIES, made_up
from translate.values import dataclass


class Road(Enum):
    """How the required terms of a sentence go through Apertium, the best one first."""

    UNIT = auto()
    """As one word of the pair's grammar (`agreement`)."""
    WORDS = auto()
    """As their own words, whose translation is then replaced; a name that stays as it is goes as a `CARRIER`."""
    CARRIER = auto()
    """As a name that Apertium knows, so that articles, prepositions and verbs come out well around it."""
    BLANK = auto()
    """As a blank, which the rules do not see."""
    FREE = auto()
    """As any other words: the translation may lack the term."""


CARRIER = "Kevin"
"""A proper noun with one reading in every dictionary looked at; an unknown word would do, only less well."""

_SHORT = "[a-zà-ÿа-џ]{1,3}"
_TIED = r"(?:[^\[\]\\]|\\.)*"
_TOKEN = patterns.compile(
    # A term's words as one group, with at most two small words such as “de la” that the rules put between them.
    rf"\[\[(?P<term>\d{{1,4}})\]\](?P<first>{_TIED})\[\[/\]\]"
    rf"(?P<rest>(?:(?: {_SHORT}){{0,2}} ?\[\[(?P=term)\]\]{_TIED}\[\[/\]\])*)"
    r"|\[t(?P<mark>\d{1,4})\]|\[x(?P<code>(?!0?d[89a-f]..\])(?:10|[0-9a-f])?[0-9a-f]{1,4})\]"
    r"|(?P<nothing>\[\])|\\(?P<escaped>.)|(?P<plain>[^\[\]\\]+)",
    re.DOTALL,
)
_TIE = patterns.compile(r"\[\[\w+\]\]|\[\[/\]\]")
_POSSESSIVE = patterns.compile(r"['’](?=\s+\w)")
_OPEN_QUOTE = patterns.compile(r"(?:^|[\s(])['‘]")
_HOLES = range(0xF0000, 0xFFFFD)
"""Characters of nobody's: one stands for each term while what is around it is mended."""


@dataclass(frozen=True, slots=True)
class Holed:
    """A text with a character of nobody's in the place of each term, and what belongs there."""

    text: str
    holes: str
    """The characters, in the order of the sentence's terms."""
    fillings: tuple[str, ...]
    """What stands for each term."""
    came: tuple[How, ...] = ()
    """How each of them came, in a translation."""

    def filled(self) -> str:
        """The text with its terms."""
        if not self.holes:
            return self.text
        return self.text.translate(dict(zip(map(ord, self.holes), self.fillings, strict=True)))

    @property
    def touching(self) -> bool:
        """Whether a letter or digit stands right before or behind a term."""
        return any(
            self.text[max(at - 1, 0) : at].isalnum() or self.text[at + 1 : at + 2].isalnum()
            for at, char in enumerate(self.text)
            if char in self.holes
        )

    def apart(self) -> Holed:
        """The same with spaces where a letter or digit touches a term."""
        text = self.text
        for hole in self.holes:
            text = re.sub(rf"(?<=[^\W_])(?={hole})|(?<={hole})(?=[^\W_])", " ", text)
        return replace(self, text=text)


def row_of(sentence: SourceSentence, term: RequiredTerm) -> Term:
    """The glossary's row of a term; one of its words and forms alone where there is none."""
    if term.term is not None:
        return term.term
    target, *others = term.forms
    return Term(sentence.text[term.start : term.end], target, forms=tuple(map(Form, others)))


def holed(sentence: SourceSentence, road: Road) -> Holed:
    """The source with holes in the places of its terms; with none where they go as any other words."""
    if road is Road.FREE or not sentence.terms:
        return Holed(sentence.text, "", ())
    taken = set(sentence.text).union(*(form for term in sentence.terms for form in term.forms))
    free = (char for char in map(chr, _HOLES) if char not in taken)
    holes = "".join(next(free) for _ in sentence.terms)
    text = sentence.text
    # From right to left, so that earlier offsets stay true.
    for hole, term in reversed([*zip(holes, sentence.terms, strict=True)]):
        text = text[: term.start] + hole + text[term.end :]
    return Holed(text, holes, tuple(sentence.text[term.start : term.end] for term in sentence.terms))


def encode(sentence: SourceSentence, road: Road) -> str:
    """Write a sentence in the stream format, its terms ready for a road."""
    if road is Road.FREE:
        return escaped(sentence.text)
    parts, end = [], 0
    for number, term in enumerate(sentence.terms):
        if road is Road.UNIT and tie_before(sentence, number):
            end = term.end
            continue
        parts += [escaped(sentence.text[end : term.start]), _encode_term(sentence, number, term, road)]
        end = term.end
        if possessive := bare_possessive(sentence.text, term):
            # “Kallas' office” must be “Kevin's office”.
            parts.append("'s")
            end = possessive
    return "".join([*parts, escaped(sentence.text[end:])])


def tie_before(sentence: SourceSentence, number: int) -> str:
    """The hyphen that ties a term to the one before it, as in “NATO-EU relations”; nothing where none does."""
    if not number:
        return ""
    between = sentence.text[sentence.terms[number - 1].end : sentence.terms[number].start]
    return between if between in TIES else ""


def decode(sentence: SourceSentence, source: Holed, road: Road, output: str, placed: Mapping[int, str]) -> Holed | None:
    """Read what came back for an encoded sentence.

    Args:
        sentence: The sentence.
        source: The same as `holed` has it for the road.
        road: How its terms went.
        output: What came back.
        placed: On the road of `Road.UNIT`, the form that stands before each term's mark.

    Returns:
        The translation with each term once, in a form that it accepts; None where something is lost, torn apart or not
        translated at all. On the road of `Road.FREE` no term is looked for.
    """
    wanted = len(source.holes)
    found: dict[int, _Found] = {}
    text, end = "", 0
    for token in _TOKEN.finditer(output):
        if token.start() != end:
            return None
        end = token.end()
        if token["nothing"]:
            continue
        digits = token["term"] or token["mark"]
        if not digits:
            text += chr(int(token["code"], 16)) if token["code"] else token["escaped"] or token["plain"]
            continue
        number = int(digits)
        if number in found or number >= wanted:
            return None
        if token["mark"]:
            one = _at_mark(sentence.terms[number], road, text, placed.get(number, ""))
        else:
            one = _tied(sentence, number, road, unescaped(_TIE.sub("", token["first"] + token["rest"])))
        if one is None:
            return None
        found[number] = one
        text = f"{text[: len(text) - one.before]}{one.left}{source.holes[number]}{one.right}"
    if end != len(output) or len(found) != wanted or not text.strip():
        return None
    told = [found[number] for number in range(wanted)]
    answer = Holed(text, source.holes, tuple(one.form for one in told), tuple(one.how for one in told))
    if answer.touching and not source.touching:
        return answer.apart() if road is Road.BLANK else None
    return answer


@dataclass(frozen=True, slots=True)
class _Found:
    """A term in what came back."""

    form: str
    how: How
    before: int = 0
    """How many characters before its mark are the form."""
    left: str = ""
    """Small words that are tied to it: Catalan gives ``[[0]]de Kevin[[/]]``."""
    right: str = ""


def _encode_term(sentence: SourceSentence, number: int, term: RequiredTerm, road: Road) -> str:
    if road is Road.UNIT:
        return f"[t{number}]{made_up(number)}[/t{number}]"
    if road is Road.BLANK:
        return f"[t{number}]"
    words = CARRIER if _as_carrier(sentence, term, road) else escaped(sentence.text[term.start : term.end])
    return f"[[{number}]]{words}[[/]]"


def _as_carrier(sentence: SourceSentence, term: RequiredTerm, road: Road) -> bool:
    """Whether the carrier stands for a term: its own words stay as they are, or the rules cannot work on them."""
    own = sentence.text[term.start : term.end]
    neighbours = sentence.text[max(term.start - 1, 0) : term.start] + sentence.text[term.end : term.end + 1]
    # The rules turn the parts of “NATO-led” around, and lose the space.
    return road is Road.CARRIER or term.forms[0] == own or "[" in escaped(own) or "-" in neighbours


def _at_mark(term: RequiredTerm, road: Road, text: str, placed: str) -> _Found | None:
    """A term at its mark, given all that stands before it; None where its form does not."""
    if road is Road.BLANK:
        return _Found(term.forms[0], How.PASTED)
    # The post-generator may have changed its capitals.
    if road is not Road.UNIT or not placed or text[-len(placed) :].lower() != placed.lower():
        return None
    return _Found(placed, How.AGREED, before=len(placed))


def _tied(sentence: SourceSentence, number: int, road: Road, words: str) -> _Found | None:
    """A term in the words that are tied to it; None where they are not what they should be."""
    term = sentence.terms[number]
    own = sentence.text[term.start : term.end]
    carried = _as_carrier(sentence, term, road)
    how = How.REDRAFTED if carried else How.AS_IS
    for known, form in [(CARRIER, term.forms[0])] if carried else [(form, form) for form in term.forms]:
        found = re.fullmatch(rf"((?:{_SHORT}[ '’])*){re.escape(known)}((?: {_SHORT})*)", words, re.IGNORECASE)
        if found:
            return _Found(form, how, left=found[1], right=found[2])
    # Apertium knows another translation, and no small word is tied to it that would be lost.
    free = not carried and words.casefold() != own.casefold() and not re.match(rf"{_SHORT}[ '’]", words, re.IGNORECASE)
    return _Found(term.forms[0], How.REPAIRED) if free else None


def bare_possessive(text: str, term: RequiredTerm) -> int | None:
    """Where the apostrophe ends that makes the term a possessive, as in “Kallas' office”; None where there is none."""
    apostrophe = _POSSESSIVE.match(text, term.end)
    if apostrophe and text[term.end - 1] in "sS" and not _OPEN_QUOTE.search(text[: term.end]):
        return apostrophe.end()
    return None
