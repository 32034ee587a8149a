r"""Write sentences in Apertium's stream format, and read its translations back.

The format (https://wiki.apertium.org/wiki/Apertium_stream_format) in short: a backslash stands before a special
character, ``[...]`` is a blank that goes through every stage untouched, and ``[[...]]word[[/]]`` ties such a note to a
word, so that it moves along with the word's translation.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from enum import Enum, auto

from translate.core.offers import RequiredTerm, SourceSentence


class Way(Enum):
    """How the required terms of a sentence go through Apertium, the best way first."""

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

_SPECIAL = re.compile(r"[\[\]{}$/\\@<>]")
_SHORT = "[a-zà-ÿа-џ]{1,3}"
_TIED = r"(?:[^\[\]\\]|\\.)*"
_TOKEN = re.compile(
    # A term's words as one group, with at most two small words such as “de la” that the rules put between them.
    rf"\[\[(?P<term>\d{{1,4}})\]\](?P<first>{_TIED})\[\[/\]\]"
    rf"(?P<rest>(?:(?: {_SHORT}){{0,2}} ?\[\[(?P=term)\]\]{_TIED}\[\[/\]\])*)"
    r"|\[t(?P<blank>\d{1,4})\]|\[x(?P<code>(?!0?d[89a-f]..\])(?:10|[0-9a-f])?[0-9a-f]{1,4})\]"
    r"|\\(?P<escaped>.)|(?P<plain>[^\[\]\\]+)",
    re.DOTALL,
)
_TIE = re.compile(r"\[\[\w+\]\]|\[\[/\]\]|\\(.)")
_POSSESSIVE = re.compile(r"['’](?=\s+\w)")
_OPEN_QUOTE = re.compile(r"(?:^|[\s(])['‘]")


def encode(sentence: SourceSentence, way: Way) -> str:
    """Write a sentence in the stream format, its terms in the given way.

    A character that Apertium would lose or take for something else (controls, ``~``, U+FFFF …) goes as a blank that
    holds its code; an escaped ``^`` near the end even takes the sentence with it (3.8.3).
    """
    if way is Way.FREE:
        return _escape(sentence.text)
    parts, end = [], 0
    for number, term in enumerate(sentence.terms):
        parts += [_escape(sentence.text[end : term.start]), _encode_term(sentence, number, term, way)]
        end = term.end
        if possessive := _bare_possessive(sentence.text, term):
            # “Kallas' office” must be “Kevin's office”.
            parts.append("'s")
            end = possessive
    return "".join([*parts, _escape(sentence.text[end:])])


def decode(sentence: SourceSentence, way: Way, output: str) -> str | None:
    """Read what came back for an encoded sentence.

    Returns:
        The translation with each term once, in a form that it accepts; None where something is lost, torn apart or not
        translated at all.
    """
    terms = () if way is Way.FREE else sentence.terms
    output = _tidy(output, sentence.text)
    text = ""
    spans: dict[int, tuple[int, int]] = {}
    end = 0
    for token in _TOKEN.finditer(output):
        if token.start() != end:
            return None
        end = token.end()
        if digits := token["term"] or token["blank"]:
            number = int(digits)
            words = None if token["blank"] else _untie(token["first"] + token["rest"])
            form = None if number in spans or number >= len(terms) else _form(sentence, terms[number], words, way)
            if form is None:
                return None
            spans[number] = (len(text), len(text) + len(form))
            text += form
        else:
            text += chr(int(token["code"], 16)) if token["code"] else token["escaped"] or token["plain"]
    if end != len(output) or len(spans) != len(terms):
        return None
    if _touching(text, spans.values()) and not _touching(sentence.text, [(t.start, t.end) for t in terms]):
        if way is not Way.BLANK:
            return None
        text = _apart(text, spans.values())
    return text.strip() or None


def _encode_term(sentence: SourceSentence, number: int, term: RequiredTerm, way: Way) -> str:
    if way is Way.BLANK:
        return f"[t{number}]"
    words = CARRIER if _as_carrier(sentence, term, way) else _escape(sentence.text[term.start : term.end])
    return f"[[{number}]]{words}[[/]]"


def _as_carrier(sentence: SourceSentence, term: RequiredTerm, way: Way) -> bool:
    """Whether the carrier stands for a term: its own words stay as they are, or the rules cannot work on them."""
    own = sentence.text[term.start : term.end]
    neighbours = sentence.text[max(term.start - 1, 0) : term.start] + sentence.text[term.end : term.end + 1]
    # The rules turn the parts of “NATO-led” around, and lose the space.
    return way is Way.CARRIER or term.forms[0] == own or "[" in _escape(own) or "-" in neighbours


def _form(sentence: SourceSentence, term: RequiredTerm, words: str | None, way: Way) -> str | None:
    """Choose what to write for the words that came back, None where they are not what they should be.

    Small words that the rules tied to the term stay: Catalan gives ``[[0]]de Kevin[[/]]``.
    """
    if words is None:
        return term.forms[0]
    own = sentence.text[term.start : term.end]
    carried = _as_carrier(sentence, term, way)
    for known, form in [(CARRIER, term.forms[0])] if carried else [(form, form) for form in term.forms]:
        found = re.fullmatch(rf"((?:{_SHORT}[ '’])*){re.escape(known)}((?: {_SHORT})*)", words, re.IGNORECASE)
        if found:
            return f"{found[1]}{form}{found[2]}"
    # Apertium knows another translation, and no small word is tied to it that would be lost.
    free = not carried and words.casefold() != own.casefold() and not re.match(rf"{_SHORT}[ '’]", words, re.IGNORECASE)
    return term.forms[0] if free else None


def _touching(text: str, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether a letter or digit stands right before or behind one of the spans."""
    return any(text[max(start - 1, 0) : start].isalnum() or text[end : end + 1].isalnum() for start, end in spans)


def _apart(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Put a space where a letter or digit touches one of the spans."""
    # From right to left, so that earlier offsets stay true.
    for start, end in sorted(spans, reverse=True):
        for cut in (end, start):
            if 0 < cut < len(text) and text[cut - 1].isalnum() and text[cut].isalnum():
                text = f"{text[:cut]} {text[cut:]}"
    return text


def _escape(text: str) -> str:
    return "".join(
        f"[x{ord(char):x}]" if char in "~^" or not char.isprintable() else _SPECIAL.sub(r"\\\g<0>", char)
        for char in unicodedata.normalize("NFC", text)
    )


def _untie(tied: str) -> str:
    """Take the notes and backslashes off a group of words."""
    return _TIE.sub(lambda match: match[1] or "", tied)


def _bare_possessive(text: str, term: RequiredTerm) -> int | None:
    """Where the apostrophe ends that makes the term a possessive, as in “Kallas' office”; None where there is none."""
    apostrophe = _POSSESSIVE.match(text, term.end)
    if apostrophe and text[term.end - 1] in "sS" and not _OPEN_QUOTE.search(text[: term.end]):
        return apostrophe.end()
    return None


def _tidy(output: str, source: str) -> str:
    """Take out the spaces that a dropped word left behind, where the source shows that they are not meant."""
    if "  " not in source:
        output = re.sub(" {2,}", " ", output)
    if not re.search(r" [,.;)]", source):
        output = re.sub(r" +(?=[,.;)])", "", output)
    return output
