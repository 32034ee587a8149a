"""How languages write quantities: CLDR's words for millions, miles and months, and what a language's file adds."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from translate.core.quantities.measures import CURRENCY, TIME
from translate.core.quantities.notation import NO_WAYS, NOTHING, WORD, Notation, Vocabulary, Ways, fold
from translate.languages.cldr import known_locale
from translate.values import dataclass

if TYPE_CHECKING:
    import babel

T = TypeVar("T")

_DIMENSIONS = (
    *("length-", "area-", "mass-", "speed-", "volume-", "temperature-", "digital-", "frequency-", "power-"), TIME,
)  # fmt: skip
_OTHERS = ("angle-degree", "concentr-percent", "concentr-permille", "energy-kilowatt-hour")
_RARE = (
    *("earth", "solar", "light-", "parsec", "astronomical", "-point", "scandinavian", "metric", "imperial", "troy"),
    *("dalton", "grain", "carat", "fathom", "furlong", "spoon", "drop", "dram", "jigger", "pinch", "bushel", "cup"),
    *("beaufort", "kelvin", "generic", "micro", "nano", "pico", "-person", "quarter", "night", "millisecond"),
)
"""What newspapers do not measure in, or what is called as something else is."""
_SAME = {
    "mass-ton": ("mass-tonne",),
    "angle-degree": ("degree", "temperature-celsius", "temperature-fahrenheit"),
}
"""What newspapers take for the same, or what may be several things."""
_SCALES = ("temperature-fahrenheit", "temperature-celsius")
_SIGNS = {
    "%": "concentr-percent", "٪": "concentr-percent", "％": "concentr-percent", "‰": "concentr-permille",
    "°C": "temperature-celsius", "°F": "temperature-fahrenheit", "℃": "temperature-celsius",
    "C": "temperature-celsius", "F": "temperature-fahrenheit",
    "km/h": "speed-kilometer-per-hour", "km": "length-kilometer", "cm": "length-centimeter", "mm": "length-millimeter",
    "kg": "mass-kilogram", "kilo": "mass-kilogram", "kilos": "mass-kilogram", "mg": "mass-milligram",
    "kWh": "energy-kilowatt-hour", "MWh": "energy-megawatt-hour", "GWh": "energy-gigawatt-hour",
    "kW": "power-kilowatt", "MW": "power-megawatt", "GW": "power-gigawatt",
    "kB": "digital-kilobyte", "MB": "digital-megabyte", "GB": "digital-gigabyte", "TB": "digital-terabyte",
    "kHz": "frequency-kilohertz", "MHz": "frequency-megahertz", "GHz": "frequency-gigahertz",
    "mph": "speed-mile-per-hour",
}  # fmt: skip
"""What is written so in every language."""
_MONEY = {
    "€": "EUR", "£": "GBP", "₽": "RUB", "₴": "UAH", "₹": "INR", "₩": "KRW", "₺": "TRY", "₪": "ILS",
}  # fmt: skip
_DOLLARS = ("USD", "CAD", "AUD", "NZD", "HKD", "SGD", "MXN", "TWD")
_YENS = ("JPY", "CNY")
_CODES = (
    *(*_DOLLARS, *_YENS, *_MONEY.values()),
    *("CHF", "SEK", "NOK", "DKK", "ISK", "PLN", "CZK", "HUF", "RON", "BGN", "BRL", "ZAR", "EGP", "SAR", "AED", "IRR"),
    *("THB", "VND", "IDR", "GEL", "AMD", "ARS", "COP", "CLP"),
)
_FAMILIES = (
    ("USD", "CAD", "AUD", "NZD", "HKD", "SGD"), ("GBP", "EGP", "SDG", "SYP"), ("MXN", "ARS", "COP", "CLP"),
    ("SEK", "NOK", "DKK", "ISK"), ("INR", "PKR", "NPR"), ("RUB", "BYN"), ("CHF", "XAF", "RWF"), ("SAR", "QAR", "YER"),
)  # fmt: skip
"""Currencies that are called alike; the word that names of one family share stands for any of it: “dollar”."""
_FAHRENHEIT = frozenset({"US", "BS", "BZ", "KY", "PR", "PW"})
"""Where CLDR has people measure how warm it is in degrees Fahrenheit, whatever they speak."""
_LONGEST = len("1000000000000")
_ENDING = 5
_SHORTEST = 3
"""Letters that a stem has at least."""


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What a language's file knows of its quantities, beside CLDR."""

    numbers: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Other words for a number, by its digits: “dozen”; behind a plus for what is added: “and a half”."""
    magnitudes: tuple[tuple[int, tuple[str, ...]], ...] = ()
    """Other words for a power of ten, by the power."""
    units: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Other words for a unit, by CLDR's name of it."""
    months: tuple[tuple[int, tuple[str, ...]], ...] = ()
    """Other words for a month, by its number: “Sept”."""
    no_units: tuple[str, ...] = ()
    """Signs of units that are mostly words here: English “5 in 10”, “1st”, Russian “2018 г.”."""
    ways: Ways = NO_WAYS


def _named(words: Iterable[tuple[T, tuple[str, ...]]]) -> Iterator[tuple[str, T]]:
    """Each word with what it stands for."""
    return ((word, meant) for meant, several in words for word in several)


@lru_cache(maxsize=256)
def notation(code: str, own: OwnWords = OwnWords()) -> Notation:  # noqa: B008  Frozen.
    """How the language of a locale writes quantities.

    Args:
        code: The locale's.
        own: What the language's file adds.
    """
    data = known_locale(code)
    if data is None:
        return NOTHING
    speller = _Speller(data, dict(own.numbers))
    return Notation(
        Vocabulary(_magnitude_words(data, own), _magnitude_signs(data, own)),
        Vocabulary([*_unit_words(data), *_currency_words(data), *_named(own.units)], _unit_signs(data, own)),
        Vocabulary(
            [*_months(data, "wide"), *_named(own.months)],
            [*_months(data, "abbreviated"), *_named(own.months)],
            shortest=_SHORTEST,
        ),
        speller.spell,
        speller.number_words,
        Vocabulary(_named((more[1:], words) for more, words in own.numbers if more.startswith("+"))),
        replace(own.ways, fahrenheit=own.ways.fahrenheit or _may_be_fahrenheit(data)),
    )


def _may_be_fahrenheit(data: babel.Locale) -> bool:
    """Whether degrees of no scale may be Fahrenheit’s: where they are at home, or where CLDR has no word for them."""
    return data.territory in _FAHRENHEIT or _SCALES[0] not in {unit for _, unit in _scales(data)}


def _magnitude_words(data: babel.Locale, own: OwnWords) -> Iterator[tuple[str, int]]:
    forms: dict[int, set[str]] = {}
    for power, text in _compact(data, "long"):
        forms.setdefault(power, set()).add(text)
    for power, texts in forms.items():
        yield from ((stem, power) for stem in _stems(texts))
    yield from _named(own.magnitudes)


def _magnitude_signs(data: babel.Locale, own: OwnWords) -> Iterator[tuple[str, int]]:
    for power, text in _compact(data, "short"):
        yield from ((text, power), (text.rstrip("."), power))
    yield from _named(own.magnitudes)


def _compact(data: babel.Locale, length: str) -> Iterator[tuple[int, str]]:
    """The words of compact decimals, such as 6 and “millones”."""
    raw: Any = data.compact_decimal_formats
    for by_key in raw.get(length, {}).values():
        for key, pattern in by_key.items():
            plain = str(getattr(pattern, "pattern", pattern)).split(";")[0].replace("'", "")
            zeros = plain.count("0")
            text = plain.replace("0", "").replace("\u200f", "").strip(" \u00a0")
            power = len(str(key)) - max(zeros, 1)
            if text and power:
                yield power, text.replace("\u00a0", " ")


def _unit_words(data: babel.Locale) -> Iterator[tuple[str, str]]:
    for name, lengths in _measured(data):
        # Babel has no long names where they are the short ones, as in Japanese.
        length = "short" if name.startswith(TIME) and not any(_forms(lengths, "long")) else "long"
        texts = {_bare(text) for text in _forms(lengths, length)}
        if name == "mass-pound":  # Languages call the money as they call the weight, even where CLDR says sterling.
            yield from ((stem, f"{CURRENCY}GBP") for stem in _stems(texts))
        yield from ((stem, name) for stem in _stems(texts) if len(stem) >= _SHORTEST or not stem.isascii())
    yield from _scales(data)


def _scales(data: babel.Locale) -> Iterator[tuple[str, str]]:
    """The words that tell degrees Fahrenheit from others, which may stand apart: “104 kraadi Fahrenheiti järgi”."""
    words = {
        name: {word for text in _forms(lengths, "long") for word in _words(_bare(text))}
        for name, lengths in _measured(data) if name in _SCALES
    }  # fmt: skip
    for one, other in itertools.permutations(_SCALES):
        for word in words.get(one, set()) - words.get(other, set()):
            if len(word) <= _SHORTEST and word.upper() != word:
                continue  # Bulgarian “по Фаренхайт”.
            yield word, one
            if len(word) > _ENDING:  # Russian “Фаренгейта” is also “Фаренгейту”.
                yield word[:-1], one


def _unit_signs(data: babel.Locale, own: OwnWords) -> Iterator[tuple[str, str]]:
    yield from _SIGNS.items()
    yield from (("°", name) for name in _SAME["angle-degree"])
    for name, lengths in _measured(data):
        for text in map(_bare, _forms(lengths, "short")) if not name.startswith(TIME) else ():
            if text and text.rstrip(".") not in own.no_units:
                yield from ((text, name), (text.rstrip("."), name))
                if name == "mass-pound" and len(text) > _SHORTEST:  # No abbreviation, and the money's name, too.
                    yield text, f"{CURRENCY}GBP"
    yield from _named(own.units)
    for sign, code in _MONEY.items():
        yield sign, CURRENCY + code
    for code in _DOLLARS:
        yield "$", CURRENCY + code
    for code in _YENS:
        yield "¥", CURRENCY + code
    for code in _CODES:
        yield code, CURRENCY + code
        symbol = data.currency_symbols.get(code, "")
        if symbol not in {"$", "¥", ""}:
            yield symbol, CURRENCY + code
    yield "US$", f"{CURRENCY}USD"


def _currency_words(data: babel.Locale) -> Iterator[tuple[str, str]]:
    raw: Mapping[str, Any] = data._data["currency_names_plural"]  # noqa: SLF001 - Babel offers no other way.
    names = {code: {data.currencies[code], *raw.get(code, {}).values()} - {""} for code in map(str, data.currencies)}
    for code in _CODES:
        yield from ((stem, CURRENCY + code) for stem in _stems(names.get(code, set())))
    for family in _FAMILIES:
        used = Counter(w for code in family for w in {w for name in names.get(code, ()) for w in _words(name)})
        nouns = [word for word, times in used.items() if times > 1 and len(word) >= _SHORTEST]
        for stem in _stems(nouns):
            yield from ((stem, CURRENCY + code) for code in family)


def _months(data: babel.Locale, width: str) -> Iterator[tuple[str, int]]:
    for context in ("format", "stand-alone"):
        names: Mapping[int, str] = data.months[context][width]
        for number, name in names.items():
            if not any(map(str.isdigit, name)):
                yield name.rstrip("."), number
    if width == "wide":
        yield from _inflected(*(data.months[context]["wide"] for context in ("format", "stand-alone")))


def _inflected(dated: Mapping[int, str], alone: Mapping[int, str]) -> Iterator[tuple[str, int]]:
    """What months have in common that have cases: of Czech “června” and “červnu” the beginning."""
    for number, name in dated.items():
        if name.casefold() != alone[number].casefold() and name.isalpha() and len(name) >= _ENDING:
            yield name[:-1], number


def _measured(data: babel.Locale) -> Iterator[tuple[str, Mapping[str, Any]]]:
    raw: Mapping[str, Any] = data._data["unit_patterns"]  # noqa: SLF001 - Babel offers no other way.
    for name in raw:
        wanted = name in _OTHERS or name.startswith(_DIMENSIONS)
        if wanted and not any(rare in name for rare in _RARE):
            yield from ((each, raw[name]) for each in _SAME.get(name, (name,)))


def _forms(lengths: Mapping[str, Any], length: str) -> Iterator[str]:
    forms = lengths.get(length, {})
    for form in forms:
        if form != "per" and isinstance(forms[form], str) and "{0}" in forms[form]:
            yield forms[form]


def _bare(pattern: str) -> str:
    return pattern.replace("{0}", "").replace("\u00a0", " ").replace("\u200f", "").strip()


def _words(text: str) -> list[str]:
    return [fold(found[0]) for found in WORD.finditer(text)]


def _stems(forms: Iterable[str]) -> Iterator[str]:
    """The forms of a name, and what they begin with, word by word, unless that is next to nothing."""
    by_length: dict[int, list[list[str]]] = {}
    for words in filter(None, map(_words, forms)):
        by_length.setdefault(len(words), []).append(words)
    for several in by_length.values():
        yield from (" ".join(words) for words in several)
        stems = [_beginning(column) for column in zip(*several, strict=True)]
        if all(stems):
            yield " ".join(stems)
        if len(several) == 1 and len(several[0][-1]) > _ENDING:  # Georgian “მილიონი” is mostly “მილიონ”.
            yield " ".join(several[0])[:-1]


def _beginning(forms: Sequence[str]) -> str:
    """What the forms of a word begin with; nothing where that is too short to know it by."""
    shortest, longest = min(map(len, forms)), max(map(len, forms))
    length = next((at for at in range(shortest) if len({form[at] for form in forms}) > 1), shortest)
    return forms[0][:length] if length >= _SHORTEST and length * 2 >= longest else ""


class _Speller:
    """Writes numbers in words, by CLDR's rules."""

    def __init__(self, data: babel.Locale, own: Mapping[str, Sequence[str]]) -> None:
        self._codes = [f"{data.language}_{data.script}", data.language] if data.script else [data.language]
        self._own = own
        self._engine: Any = None
        self._words: Vocabulary[str] | None = None

    def spell(self, number: str) -> tuple[str, ...]:
        """The words for a number in digits, ordinals and the file's own words included."""
        return (*self._own.get(number, ()), *self._spelled(number))

    def _spelled(self, number: str, *, ordinals: bool = True) -> tuple[str, ...]:
        """The words for a whole number; nothing for one that is too long or that CLDR has no rules for."""
        if self._engine is None:
            self._engine = self._load()
        if not self._engine or not number.isdecimal() or len(number) > _LONGEST:
            return ()
        # It takes a while to import, and few texts need it.
        from unicode_rbnf import FormatPurpose
        from unicode_rbnf.engine import NoRuleForNumberError

        found: dict[str, None] = {}
        for purpose in (FormatPurpose.CARDINAL, FormatPurpose.ORDINAL)[: 1 + ordinals]:
            try:
                told = self._engine.format_number(int(number), purpose).text_by_ruleset
            except (NoRuleForNumberError, ValueError):  # It has no ordinals, or none so large.
                continue
            found.update(dict.fromkeys(words.replace("\u200b", "").replace("\u00ad", "") for words in told.values()))
        return tuple(words for words in found if not any(map(str.isdigit, words)))

    def number_words(self) -> Vocabulary[str]:
        """The words for zero to ninety-nine; “second” is left out, which is a part of a minute as well."""
        if self._words is None:
            fractions = (number for number in self._own if number[0].isdecimal() and not number.isdecimal())
            spelled = [
                (words, number)
                for number in (*map(str, range(101)), *fractions)
                for words in (*self._own.get(number, ()), *self._spelled(number, ordinals=number not in {"1", "2"}))
            ]
            self._words = Vocabulary(spelled)
        return self._words

    def _load(self) -> Any:
        from unicode_rbnf import RbnfEngine

        for code in self._codes:
            try:
                return RbnfEngine.for_language(code)
            except ValueError:
                continue
        return False
