"""Find the quantities of a text."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from translate import patterns
from translate.core.quantities.notation import Notation, Vocabulary
from translate.core.quantities.quantity import Kind, Quantity, added, canonical, plain, shifted
from translate.core.text.words import GLUING

SPACES = " \u00a0\u2009\u202f"
_JOINED = frozenset({*SPACES, "-", "‑", "'", "’"})
"""What may part a number from what it counts: 6-foot, mezz’ora."""
_FRACTIONS = "¼½¾⅐-⅞"
_NUMBER = patterns.compile(
    # 5/4/2026, 2026-04-05, 5. 4. 2026
    rf"(?<!\d)\d{{1,4}}(?P<mark>\u200f?[/-]|\.[{SPACES}])\d{{1,2}}(?P=mark)\d{{1,4}}(?!\d)"
    r"|(?<![\d/])24/7(?![\d/])"
    rf"|(?<![\d.,:٫٬،])\d{{1,3}}(?:[{SPACES}'’]\d{{3}})+(?!\d)(?:[.,٫]\d+)?"  # 1 050 300,5
    rf"|\d+(?:[.,:٫٬،]\d+)*(?:[{SPACES}]?[{_FRACTIONS}])?|[{_FRACTIONS}]"
)
_DIGIT = patterns.compile(rf"[\d{_FRACTIONS}]")
_RUN = patterns.compile(r"\d+")
_HALF_DAY = patterns.compile(rf"[{SPACES}]?([ap])\.?[{SPACES}]?m\b\.?", re.IGNORECASE)
"""7:30 p.m. is 19.30 elsewhere."""
_OCLOCK = patterns.compile(rf"[{SPACES}]?o['’]clock\b", re.IGNORECASE)
_ZONE = patterns.compile(rf"[{SPACES}]?(?:GMT|UTC|hours|hrs)\b")
"""Behind a time without a mark in it: 0305 GMT."""
_MINUS = patterns.compile(rf"(?<![\w.,])(?:[-−]|minus[{SPACES}])\Z", re.IGNORECASE)
_TENS = patterns.compile(r"['’]?s(?![^\W_])")
"""The 1930s, the 1930’s."""
_INCHES = patterns.compile(rf"(?:[-{SPACES}]|,[{SPACES}]|[{SPACES}]and[{SPACES}])?(\d\d?)(?!\d)")
_POUNDS = patterns.compile(rf"[-{SPACES}]?st(?:ones?)?\b\.?[{SPACES}](\d\d?)[{SPACES}]?(?:lbs?|pounds?)\b")
_CENTIMETRES = patterns.compile(r"m(\d\d)(?!\d)")
_POUNDS_OF_A_STONE = 14
_THROUGH = patterns.compile(rf"[{SPACES}]?[-–—~～][{SPACES}]?|[{SPACES}](?:[^\W\d_]{{1,5}}[{SPACES}])?|,[{SPACES}]")
"""What may part the two numbers of a range, which have one unit: “2 to 4 inches”."""
_SCORE = patterns.compile(rf"[{SPACES}]?[-–—:/][{SPACES}]?")
_ROMAN = patterns.compile(
    r"(?<![\w-])[IVXІХ]{1,6}"
    r"(?=(?:ᵉ|ᵈ|e|er|re|ème|ère|ste|de)?(?!\w)|(?<=[IVXІХ]{2})[^\W\d_]{1,3}(?!\w))"  # XIVᵉ siècle
)
_VALUES = {"I": 1, "V": 5, "X": 10}
_CYRILLIC = str.maketrans("ІХ", "IX")
_GLUED = patterns.compile(GLUING)
_HYPHENS = frozenset("-‐‑")
_THOUSAND = 3
"""Digits."""
_LONGEST_NAME = 12
_DATE = 3
"""Parts."""
_SHORT_YEAR, _LONG_YEAR = 2, 4
"""Digits."""
_NOON, _DAY, _HOUR = 12, 24, 60


def has_digits(text: str) -> bool:
    """Whether a text has any number in digits."""
    return _DIGIT.search(text) is not None


def quantities(text: str, notation: Notation) -> tuple[Quantity, ...]:
    """The quantities that a text has in digits, in its order.

    Args:
        text: Any text.
        notation: How its language writes quantities.
    """
    if not has_digits(text):
        return ()
    return in_ranges(text, list(_scores(text, list(_read(text, notation)))))


def roman_numbers(text: str) -> tuple[Quantity, ...]:
    """The Roman numerals of a text up to 39, whatever letters they may be."""
    return tuple(_roman(found) for found in _ROMAN.finditer(text))


def _is_fraction(character: str) -> bool:
    return "¼" <= character <= "⅞" and unicodedata.category(character) == "No"


def _read(text: str, notation: Notation) -> Iterator[Quantity]:
    """The numbers one by one, each with what stands around it."""
    behind = 0
    for found in _NUMBER.finditer(text):
        if found.start() < behind:
            continue  # The inches of a height.
        quantity = _quantity(text, found, notation)
        behind = quantity.span[1]
        yield quantity


def _quantity(text: str, found: re.Match[str], notation: Notation) -> Quantity:
    start, end = found.span()
    number = found[0]
    runs = [_ascii(run) for run in _RUN.findall(number)]
    parts = tuple(map(plain, runs))
    if _is_fraction(number[-1]):
        return _fraction(text, found, parts, notation)
    half = (_HALF_DAY.match(text, end) or _OCLOCK.match(text, end)) if len(parts[0]) <= _SHORT_YEAR else None
    if half:
        halves = half[1].lower() if half.lastindex else "ap"
        values = frozenset(time for each in halves for time in _times(parts, each))
        shown = text[start : half.end()].rstrip()
        span = start, start + len(shown)
        return Quantity(shown, span, shown, span, Kind.CLOCK, parts, values, values, is_list=True)
    if number == "24/7":
        span, values = (start, end), frozenset({number})
        return Quantity(number, span, number, span, Kind.ALWAYS, parts, values, values, is_list=True)
    before, behind = text[start - 1 : start], text[end : end + 1]
    between = text[start - 2 : start - 1].isdigit()  # 10h15
    counted = behind.isupper() and (notation.units.at(text, end) or notation.magnitudes.at(text, end))
    tied = _is_cased(before) and not between and not _unit_before(text, start, notation.units)[1]
    if tied or (behind.isupper() and not counted):
        return _name(text, found, parts, frozenset(_meanings(number, runs)))
    if len(runs) == 1 and number.endswith("0") and (tens := _TENS.match(text, end)):
        values = frozenset({parts[0], plain(parts[0][-2:])})
        shown = text[start : tens.end()]
        return Quantity(shown, (start, end), shown, (start, tens.end()), Kind.DECADE, parts, values, values)
    return _counted(text, found, runs, notation)


def _counted(text: str, found: re.Match[str], runs: list[str], notation: Notation) -> Quantity:
    """A number with its magnitude and its unit."""
    number, span = found[0], found.span()
    parts = tuple(map(plain, runs))
    bare = frozenset(_meanings(number, runs))
    if text[span[0] - 1 : span[0]] in {"'", "’", "‘"} and [len(run) for run in runs] == [_SHORT_YEAR]:
        bare |= {f"19{runs[0]}", f"20{runs[0]}"}
    if len(number) == _LONG_YEAR and len(runs) == 1 and _ZONE.match(text, span[1]):
        bare |= frozenset(_meanings(f"{number[:2]}.{number[2:]}", (runs[0][:2], runs[0][2:])))
    start, units = _unit_before(text, span[0], notation.units)
    if compound := _compound(text, span, parts):
        return compound
    end, power, maybe = magnitude_at(text, span[1], notation)
    behind, units_behind = unit_behind(text, end, notation)
    if units and maybe:  # Money is no length: £125m.
        told = notation.magnitudes.at(text, end)
        power, maybe, end = min(maybe), frozenset(), told.end if told else end
    numbers = {value for value in bare if ":" not in value} if power or maybe else bare
    values = frozenset(shifted(value, power) for value in (numbers if power else bare))
    values |= {shifted(value, more) for more in maybe for value in numbers}
    if not units and units_behind and text[span[0] - 1 : span[0]] not in {".", ","}:
        units, end = units_behind, behind
    if not power and "length-foot" in units and (height := _height(text, end, parts)):
        inches, end = height
        return Quantity(
            text[span[0] : end], (span[0], end), text[span[0] : end], (span[0], end), Kind.PLAIN, (*parts, *inches[:1]),
            frozenset(inches[1:]), frozenset(inches[1:]), units=frozenset({"length-inch"}), is_list=True,
        )  # fmt: skip
    if not maybe and (more := added_at(text, end, notation))[1]:  # 1時間半
        end, values = more[0], values | {shifted(added(value, more[1]), power) for value in bare}
    lists = len(parts) >= _DATE or not {":", *SPACES}.isdisjoint(number)
    return Quantity(
        number, span, text[start:end], (start, end), Kind.PLAIN, parts, values, bare, power, units, is_list=lists,
        negative=bool(_MINUS.search(text, max(0, start - _LONGEST_NAME), start)), name=_name_before(text, span[0]),
    )  # fmt: skip


def _name(text: str, found: re.Match[str], parts: tuple[str, ...], values: frozenset[str]) -> Quantity:
    start, end = found.span()
    before = _letters(reversed(text[max(0, start - _LONGEST_NAME) : start]))[::-1]
    behind = _letters(text[end : end + _LONGEST_NAME])
    # What follows in small letters may be an ending: Estonian “HER2ga”.
    letters = before + (behind if not before or behind[:1].isupper() else "")
    whole = start - len(before), end + len(behind)
    shown = text[slice(*whole)]
    if len(found[0]) == _SHORT_YEAR:  # SS19 is the collection of 2019.
        values |= {f"20{value}" for value in values}
    return Quantity(shown, found.span(), shown, whole, Kind.NAME, parts, values, values, name=letters)


def _name_before(text: str, start: int) -> str:
    """The letters of a name that is written with a hyphen: F-16."""
    if text[start - 1 : start] not in _HYPHENS:
        return ""
    letters = _letters(reversed(text[max(0, start - 1 - _LONGEST_NAME) : start - 1]))[::-1]
    return letters if letters[:1].isupper() else ""


def _fraction(text: str, found: re.Match[str], parts: tuple[str, ...], notation: Notation) -> Quantity:
    span = found.span()
    part = f"{unicodedata.numeric(found[0][-1]):.3f}".removeprefix("0.")
    value = frozenset({canonical(parts[0] if parts else "0", part)})
    end, power, _ = magnitude_at(text, span[1], notation)
    end, units = unit_behind(text, end, notation)
    values = frozenset(shifted(v, power) for v in value)
    return Quantity(found[0], span, text[span[0] : end], (span[0], end), Kind.PLAIN, parts, values, value, power, units)


def _unit_before(text: str, start: int, units: Vocabulary[str]) -> tuple[int, frozenset[str]]:
    """A sign of money right before a number: where it begins, and what it may be."""
    at = start - (text[start - 1 : start] in set(SPACES) - {""})
    sign = text[at - 1 : at]
    for length in (4, 3, 2, 1) if sign and (sign.isupper() or not sign.isalnum()) else ():
        if at >= length:
            found = units.at(text, at - length)
            money = frozenset(unit for unit in found.meant if unit.startswith("currency-")) if found else frozenset()
            if found and found.end == at and money and not text[at - length].islower():
                return at - length, money
    return start, frozenset()


def unit_behind(text: str, start: int, notation: Notation) -> tuple[int, frozenset[str]]:
    """The unit behind a number: where it ends, and what it may be."""
    at = start + (text[start : start + 1] in _JOINED)
    found = notation.units.at(text, at) or notation.units.at(text, _linked(text, at, notation))
    return (found.end, found.meant) if found else (start, frozenset())


def _linked(text: str, at: int, notation: Notation) -> int:
    """Where what is counted begins behind a word that links it with its number: Spanish “millones de euros”."""
    for word in notation.ways.linking:
        end = at + len(word)
        if text.startswith(word, at):
            if not word[-1].isalpha():
                return end
            if text[end : end + 1] in SPACES:
                return end + 1
    return at


def magnitude_at(text: str, start: int, notation: Notation) -> tuple[int, int, frozenset[int]]:
    """The power of ten that follows a number: where its words end, the power, and what it may be besides.

    What may be a unit as well, as “m” is, may be none.
    """
    power, end, words = 0, start, 0
    while words < 3:  # “tuhat miljonit”.  # noqa: PLR2004
        at = end + (text[end : end + 1] in _JOINED)
        found, unit = notation.magnitudes.at(text, at), notation.units.at(text, at)
        if not found or (unit and (unit.end, unit.letters) > (found.end, found.letters)):
            break
        if unit and (unit.end, unit.letters) == (found.end, found.letters):
            return end, power, frozenset(power + more for more in found.meant)
        power, end, words = power + min(found.meant), found.end, words + 1
    return end, power, frozenset()


def added_at(text: str, start: int, notation: Notation) -> tuple[int, str]:
    """What a number has more than was read of it: where “and a half” ends, and its digits."""
    found = notation.added.at(text, start + (text[start : start + 1] in _JOINED))
    return (found.end, min(found.meant)) if found else (start, "")


def _height(text: str, end: int, parts: tuple[str, ...]) -> tuple[tuple[str, ...], int] | None:
    """The inches behind feet: their digits, and the whole in inches, and where they end."""
    found = _INCHES.match(text, end)
    if not found or len(parts) != 1 or len(parts[0]) > _SHORT_YEAR or int(found[1]) >= _NOON:
        return None
    return (plain(_ascii(found[1])), str(int(parts[0]) * _NOON + int(found[1]))), found.end()


def _compound(text: str, span: tuple[int, int], parts: tuple[str, ...]) -> Quantity | None:
    """A weight in stones and pounds, a height in metres and centimetres: 11st 4lb, 1m93."""
    if len(parts) > 1 or len(parts[0]) > _SHORT_YEAR:
        return None
    if found := _POUNDS.match(text, span[1]):
        value, unit = str(int(parts[0]) * _POUNDS_OF_A_STONE + int(found[1])), "mass-pound"
    elif found := _CENTIMETRES.match(text, span[1]):
        value, unit = f"{parts[0]}.{_ascii(found[1])}", "length-meter"
    else:
        return None
    whole, values = (span[0], found.end()), frozenset({value})
    shown = text[slice(*whole)]
    parts = (*parts, plain(_ascii(found[1])))
    return Quantity(
        shown, whole, shown, whole, Kind.PLAIN, parts, values, values, units=frozenset({unit}), is_list=True
    )


def _times(parts: tuple[str, ...], half: str) -> Iterator[str]:
    """The ways to write a time of half a day."""
    hour, minutes = int(parts[0]), (parts[1] if len(parts) > 1 else "0").rjust(2, "0")
    hours = {hour}
    if hour <= _NOON:
        later = hour % _NOON + _NOON * (half == "p")
        hours |= {later, _DAY} if not later else {later}
    for each in hours:
        yield f"{each}:{minutes}"
        if minutes == "00":
            yield str(each)


def _scores(text: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """Tell the two numbers of a score or a range by both of them, and know the second year of one."""
    shown = [one.text for one in found]
    for at, (one, other) in enumerate(itertools.pairwise(found)):
        if _are_tied(text, one, other):
            shown[at] = shown[at + 1] = text[one.span[0] : other.span[1]]
    for at, one in enumerate(found):
        century = found[at - 1].text[:-_SHORT_YEAR] if shown[at] == shown[at - 1] != one.text else ""
        years = frozenset({century + one.text} if len(century) == len(one.text) == _SHORT_YEAR else ())
        if shown[at] == one.text:
            yield one
        else:
            yield replace(one, text=shown[at], values=one.values | years, bare=one.bare | years)


def _are_tied(text: str, one: Quantity, other: Quantity) -> bool:
    both = one.kind == other.kind == Kind.PLAIN and len(one.parts) == len(other.parts) == 1
    return both and bool(_SCORE.fullmatch(text, one.span[1], other.span[0]))


def in_ranges(text: str, found: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Share the unit and the magnitude of a range, and add up what is written as “1億2000万”.

    Args:
        text: Any text.
        found: Quantities of it, in whatever order.

    Returns:
        These in the order of the text.
    """
    behind: Quantity | None = None
    out: list[Quantity] = []
    for one in sorted(found, key=lambda one: one.span, reverse=True):
        now = one
        if behind:
            gap = text[one.amount_span[1] : behind.amount_span[0]]
            if _adds(text, one, behind, gap):
                values = frozenset(_sum(a, b) for a in one.values for b in behind.values)
                whole = one.amount_span[0], behind.amount_span[1]
                out.pop()
                now = replace(
                    one, text=text[slice(*whole)], amount=text[slice(*whole)], amount_span=whole, values=values,
                    units=behind.units,
                )  # fmt: skip
            elif _THROUGH.fullmatch(gap):
                values = one.values if one.power else one.values | {shifted(value, behind.power) for value in one.bare}
                now = replace(one, shared=behind.measured, values=values)
        out.append(now)
        behind = now
    return tuple(reversed(out))


def _adds(text: str, one: Quantity, behind: Quantity, gap: str) -> bool:
    glued = bool(_GLUED.match(text[one.amount_span[1] - 1 : one.amount_span[1]]))
    return glued and one.power > behind.power and not gap.strip() and not one.units and behind.kind == Kind.PLAIN


def _sum(one: str, other: str) -> str:
    """Two whole numbers added; both short enough to be reckoned with."""
    digits = one.replace(".", "") + other.replace(".", "")
    return str(int(one) + int(other)) if len(digits) < 40 and (one + other).isdecimal() else one  # noqa: PLR2004


def _roman(found: re.Match[str]) -> Quantity:
    letters = [_VALUES[letter] for letter in found[0].translate(_CYRILLIC)]
    value = sum(-one if one < max(letters[at:]) else one for at, one in enumerate(letters))
    values = frozenset({str(value)})
    return Quantity(found[0], found.span(), found[0], found.span(), Kind.ROMAN, (str(value),), values, values)


def _meanings(number: str, runs: Sequence[str]) -> Iterator[str]:
    """The values that runs of digits may stand for."""
    *whole, last = runs
    marks = set(re.sub(r"[\d]", "", number))
    if ":" in marks or len(runs) >= _DATE:
        yield ":".join((plain(runs[0]), *runs[1:])) + ("," if marks == {".", ","} else "")
    if len(runs) == 1:
        yield canonical(last, "")
    elif marks.isdisjoint({":", "'", "’", *SPACES}) and _are_thousands(whole) and last != "000":
        yield canonical("".join(whole), last)  # 450.000 is nobody's 450, nor is 1 050 a 1.05.
    elif len(marks) > 1 and ":" not in marks and _are_thousands(whole) and last != "000":
        yield canonical("".join(whole), last)  # 1 050,5
    if len(runs) > 1 and ":" not in marks and (_are_thousands(runs) or _are_lakhs(runs)):
        yield canonical("".join(runs), "")
    if len(runs) == 2 and len(last) == _SHORT_YEAR and _is_clock(runs):  # noqa: PLR2004
        yield f"{plain(runs[0])}:{last}"


def _is_clock(runs: Sequence[str]) -> bool:
    return len(runs[0]) <= _SHORT_YEAR and int(runs[0]) <= _DAY and int(runs[1]) < _HOUR


def _are_thousands(runs: Sequence[str]) -> bool:
    first, *rest = runs
    return not rest or (len(first) <= _THOUSAND and all(len(run) == _THOUSAND for run in rest))


def _are_lakhs(runs: Sequence[str]) -> bool:
    """Whether digits are parted as India does it: 2,50,000."""
    first, *middle, last = runs
    return bool(middle) and len(last) == _THOUSAND and all(len(run) in {1, 2} for run in (first, *middle))


def _ascii(digits: str) -> str:
    return digits if digits.isascii() else "".join(str(unicodedata.decimal(digit)) for digit in digits)


def _letters(characters: Iterable[str]) -> str:
    return "".join(itertools.takewhile(_is_cased, characters))


def _is_cased(letter: str) -> bool:
    """Whether a character is a letter of a script with capitals: what is tied to one is part of a name."""
    return letter.islower() or letter.isupper()
