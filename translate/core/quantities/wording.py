"""Find the numbers that a text has in words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from translate import patterns
from translate.core.quantities.notation import WORD, Notation, fold
from translate.core.quantities.quantity import Kind, Quantity, added, shifted
from translate.core.quantities.reading import added_at, magnitude_at, unit_behind
from translate.core.text.words import GLUING

_GLUED = patterns.compile(GLUING)
_PREFIXED = patterns.compile("[\u0590-\u08ff]")
"""A letter of Hebrew or Arabic, whose words begin with particles."""
_ENDING = 5
"""Letters that may follow what is left of a word without its own ending."""
_SHORT, _STEM = 3, 4
_LONGEST = len("1000000000")
_COMPOUND, _LONG, _BEGINNING = 9, 5, 2
"""Letters of a compound, of the part of it that is known, and of what else it is made of."""


def is_worded(value: str, text: str, notation: Notation) -> bool:
    """Whether a text has a number in words, in whatever form.

    Args:
        value: The number, in digits.
        text: Any text.
        notation: How its language writes numbers.
    """
    if len(value) > _LONGEST:
        return False
    words = _words(text)
    for spelled in _ways(value, notation):
        wanted = tuple(map(fold, WORD.findall(spelled)))
        if _stands(wanted, words) or any(_is_compound(wanted, word) for word in words):
            return True
    return False


def worded_quantities(text: str, notation: Notation) -> tuple[Quantity, ...]:
    """The numbers below a hundred that a text has in words, with what they count.

    Args:
        text: Any text.
        notation: How its language writes numbers.
    """
    words = notation.number_words()
    found: list[Quantity] = []
    for start in _beginnings(text):
        if found and start < found[-1].amount_span[1]:
            continue
        number = words.at(text, start)
        if number:
            found.append(_quantity(text, (start, number.end), number.meant, notation))
        else:
            found.extend(_and_more(text, start, notation) or _compound(text, start, notation))
    return tuple(found)


def _beginnings(text: str) -> Iterator[int]:
    """Where each word begins, and each letter of it where words are written without spaces."""
    for word in WORD.finditer(text):
        yield word.start()
        yield from (at for at in range(word.start() + 1, word.end()) if _GLUED.match(text, at))


def _compound(text: str, start: int, notation: Notation) -> list[Quantity]:
    """The quantity that a word is made of, if it is made of a number and a unit: Russian “двухметровый”."""
    for number in notation.number_words().beginnings(text, start):
        behind = (each.at(text, number.end) for each in (notation.units, notation.magnitudes, notation.added))
        if any(one and one.letters >= _STEM for one in behind):
            return [_quantity(text, (start, number.end), number.meant, notation)]
    return []


def _and_more(text: str, start: int, notation: Notation) -> list[Quantity]:
    """One of a unit or a magnitude, and more of it: Spanish “año y medio”."""
    found = notation.units.at(text, start) or notation.magnitudes.at(text, start)
    if not found or not added_at(text, found.end, notation)[1]:
        return []
    return [_quantity(text, (start, start), frozenset({"1"}), notation)]


def units_alone(text: str, notation: Notation) -> Iterator[Quantity]:
    """Each unit that a text names, as one of it: “about a mile away”.

    Args:
        text: Any text.
        notation: How its language writes units.
    """
    one = frozenset({"1"})
    for word in WORD.finditer(text):
        found = notation.units.at(text, word.start())
        if found:
            span = word.start(), found.end
            shown = text[slice(*span)]
            yield Quantity(shown, span, shown, span, Kind.WORD, ("1",), one, one, units=found.meant)


def is_named(unit: str, text: str, notation: Notation) -> bool:
    """Whether a text names a unit, and nothing else by that name.

    Args:
        unit: Its name in CLDR.
        text: Any text.
        notation: How its language writes units.
    """
    found = (notation.units.at(text, start) for start in _beginnings(text))
    return any(one and one.meant == {unit} for one in found)


def _quantity(text: str, span: tuple[int, int], meant: frozenset[str], notation: Notation) -> Quantity:
    end, more = added_at(text, span[1], notation)
    end, power, _ = magnitude_at(text, end, notation)
    end, more = (end, more) if more else added_at(text, end, notation)
    behind, units = unit_behind(text, end, notation)
    behind, more = (behind, more) if more or power else added_at(text, behind, notation)
    meant = frozenset(added(value, more) for value in meant) if more else meant
    values = frozenset(shifted(value, power) for value in meant)
    shown = text[slice(*span)]
    return Quantity(
        shown, span, text[span[0] : behind], (span[0], behind), Kind.WORD, tuple(meant)[:1], values, meant, power, units
    )


def _ways(value: str, notation: Notation) -> Iterator[str]:
    one = notation.spell("1")[:1]
    for spelled in notation.spell(value):
        yield spelled
        if one and value.startswith("10") and spelled.startswith(one[0]):
            yield spelled.removeprefix(one[0]).strip()  # “ükssada” is mostly “sada”.


@lru_cache(maxsize=8)
def _words(text: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in WORD.findall(text))


def _stands(wanted: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether words follow one another somewhere."""
    return bool(wanted) and any(
        all(_is_form(one, word) for one, word in zip(wanted, words[at:], strict=False))
        for at in range(len(words) - len(wanted) + 1)
        if _is_form(wanted[0], words[at])
    )


def _is_compound(wanted: tuple[str, ...], word: str) -> bool:
    """Whether a word is made of a number and more: Polish “czterdziestodwuletni”, aged forty-two, German “zwanzigste”.

    Its longest part is known by most of its letters, and the others, which change more, by how they begin.
    """
    longest = max(wanted, key=len, default="")
    if len(word) < _COMPOUND or len(longest) < _LONG or _GLUED.match(longest) or _PREFIXED.match(longest):
        return False
    at = word.find(longest[: max(_LONG, len(longest) * 3 // 5 + 1)])
    rest = word[:at] + " " + word[at + _LONG :]
    return at >= 0 and all(one[:_BEGINNING] in rest for one in wanted if one != longest and len(one) > _BEGINNING)


def _is_form(one: str, word: str) -> bool:
    if _GLUED.match(one):
        return one in word
    least = _SHORT if _PREFIXED.match(one) else _STEM
    stem = one if len(one) <= _SHORT else one[: max(least, min(len(one) - 2, len(one) * 3 // 5 + 1))]
    if _PREFIXED.match(one):
        return stem in word and len(word) - len(stem) <= _ENDING + 1
    return word.startswith(stem) and len(word) - len(one) <= (_ENDING if len(one) > _SHORT else 1)
