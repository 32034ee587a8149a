"""Spoil good translations on purpose, each in the one way that a check is there for.

Nothing here knows newsdesk, so that every version of it can be asked for the same faults. A fault of a text is made
from that text; what the texts of a set lack (scores, clock times, terms) is a sentence of our own, added to both.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from sets import Text

Spoil = Callable[[Text, str, random.Random], Text | None]
"""A text, its locale and where chance comes from; the spoilt text, or None where the text has nothing to spoil."""
Sentences = tuple[str, str, str]
"""In the source, in the translation, and in the spoilt one."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A kind of fault."""

    name: str
    rules: frozenset[str]
    """Those of newsdesk that are there for it: one of them has to tell."""
    spoil: Spoil | None = None
    own: Callable[[str, random.Random], Sentences | None] | None = None
    """Makes the sentences that are added; None where nobody has written them for a locale."""

    def pair(self, text: Text, locale: str, chance: random.Random) -> tuple[Text, Text] | None:
        """A good text and the same with the fault; None where there is no such fault of it."""
        if self.own:
            made = self.own(locale, chance)
            if made is None:
                return None
            source, right, wrong = made
            good = replace(text, source=f"{text.source} {source}", target=f"{text.target} {right}")
            return good, replace(good, target=f"{text.target} {wrong}")
        spoilt = self.spoil(text, locale, chance) if self.spoil else None
        return (text, spoilt) if spoilt and spoilt.target != text.target else None


def plant(
    fault: Fault, locale: str, texts: Sequence[Text], chance: random.Random, most: int
) -> tuple[list[Text], list[Text], list[int]]:
    """Plant one kind of fault in the texts of whole documents, never in two texts that follow one another.

    Returns:
        The texts as they have to be for it, the texts with the faults, and the numbers of the spoilt ones.
    """
    good, spoilt, numbers = list(texts), list(texts), []
    taken: set[int] = set()
    for place in chance.sample(range(len(texts)), len(texts)):
        if len(numbers) == most:
            break
        if {place - 1, place, place + 1} & taken:
            continue
        made = fault.pair(texts[place], locale, chance)
        if made:
            good[place], spoilt[place] = made
            taken.add(place)
            numbers.append(texts[place].number)
    return good, spoilt, numbers


def _in_target(change: Callable[[str, random.Random], str | None]) -> Spoil:
    def spoil(text: Text, locale: str, chance: random.Random) -> Text | None:
        del locale
        changed = change(text.target, chance)
        return replace(text, target=changed) if changed is not None else None

    return spoil


def _somewhere(pattern: str, instead: str | Callable[[re.Match[str]], str]) -> Spoil:
    """Something else in place of one of what a pattern finds."""

    def change(target: str, chance: random.Random) -> str | None:
        found = list(re.finditer(pattern, target))
        if not found:
            return None
        one = chance.choice(found)
        return target[: one.start()] + (instead if isinstance(instead, str) else instead(one)) + target[one.end() :]

    return _in_target(change)


def _another_digit(target: str, chance: random.Random) -> str | None:
    """One digit instead of another; never a nought in front."""
    found = [m.start() for m in re.finditer(r"\d", target)]
    if not found:
        return None
    at = chance.choice(found)
    leads = not target[:at][-1:].isdigit() and target[at + 1 : at + 2].isdigit()
    others = [d for d in "0123456789" if d != target[at] and not (leads and d == "0")]
    return target[:at] + chance.choice(others) + target[at + 1 :]


def _digit_in(pattern: str) -> Spoil:
    """One digit instead of another within what a pattern finds."""

    def change(target: str, chance: random.Random) -> str | None:
        found = list(re.finditer(pattern, target))
        if not found:
            return None
        one = chance.choice(found)
        inner = _another_digit(one[0], chance)
        return None if inner is None else target[: one.start()] + inner + target[one.end() :]

    return _in_target(change)


_MAGNITUDES: Mapping[str, Sequence[tuple[str, str]]] = {
    "et": [
        (r"\bmiljoni(?=\w*\b)", "miljardi"),
        (r"\bmiljardi(?=\w*\b)", "miljoni"),
        (r"\btuha(?:t|nde)\w*", "miljonit"),
    ],
    "ru": [
        (r"\bмиллион(?=\w*\b)", "миллиард"),
        (r"\bмиллиард(?=\w*\b)", "миллион"),
        (r"\bмлн\b", "млрд"),
        (r"\bмлрд\b", "млн"),
        (r"\bтыс(?:яч\w*|\.)", "млн"),
    ],
    "es": [
        (r"(?<!mil )\bmillones\b", "billones"),
        (r"\bmil millones\b", "billones"),
        (r"\bmil\b(?! millones)", "millones"),
    ],
}


def _other_magnitude(text: Text, locale: str, chance: random.Random) -> Text | None:
    """Millions instead of thousand millions and the like, behind digits."""
    found = [
        (m, instead)
        for pattern, instead in _MAGNITUDES.get(locale, ())
        for m in re.finditer(pattern, text.target)
        if re.search(r"\d[\s\u00a0\u202f-]?\Z", text.target[: m.start()])
    ]
    if not found:
        return None
    one, instead = chance.choice(found)
    return replace(text, target=text.target[: one.start()] + instead + text.target[one.end() :])


_AMOUNTS: Mapping[str, tuple[str, str, str]] = {
    "et": ("{} miljonit eurot", "{} miljardit eurot", "{} miljonit eurot"),
    "ru": ("{} млн евро", "{} миллиардов евро", "{} трлн евро"),
    "es": ("{} millones de euros", "{} mil millones de euros", "{} billones de euros"),
    "de": ("{} Millionen Euro", "{} Milliarden Euro", "{} Billionen Euro"),
    "fr": ("{} millions d’euros", "{} milliards d’euros", "{} billions d’euros"),
    "fi": ("{} miljoonaa euroa", "{} miljardia euroa", "{} biljoonaa euroa"),
    "lv": ("{} miljoni eiro", "{} miljardi eiro", "{} triljoni eiro"),
    "lt": ("{} mln. eurų", "{} mlrd. eurų", "{} mln. eurų"),
    "pl": ("{} mln euro", "{} miliardów euro", "{} bilionów euro"),
    "uk": ("{} млн євро", "{} мільярдів євро", "{} трлн євро"),
    "it": ("{} milioni di euro", "{} miliardi di euro", "{} milioni di euro"),
    "sv": ("{} miljoner euro", "{} miljarder euro", "{} biljoner euro"),
    "pt": ("{} milhões de euros", "{} mil milhões de euros", "{} bilhões de euros"),
}
"""Millions, thousand millions, and what may not stand for the latter."""


def _amount(locale: str, chance: random.Random) -> Sentences | None:
    if locale not in _AMOUNTS:
        return None
    millions, thousands, others = _AMOUNTS[locale]
    english, right, wrong = chance.choice((("million", millions, thousands), ("billion", thousands, others)))
    number = f"{chance.randint(2, 98)}.{chance.randint(1, 9)}"
    sign = chance.choice((f"€{number} {english}", f"{number} {english} euros", f"€{number}{english[0]}n"))
    local = number.replace(".", ",")
    return f"It cost {sign}.", f"({right.format(local)}.)", f"({wrong.format(local)}.)"


def _converted_money(locale: str, chance: random.Random) -> Sentences | None:
    if locale not in _AMOUNTS:
        return None
    millions, thousands, _ = _AMOUNTS[locale]
    number = chance.randint(13, 98)
    there = round(number * 0.88)
    return f"It cost ${number} million.", f"({millions.format(there)}.)", f"({thousands.format(there)}.)"


def _other_money(locale: str, chance: random.Random) -> Sentences:
    del locale
    number = str(chance.randint(1300, 9800))
    return f"It cost €{number}.", f"({number} €)", f"({_another_digit(number, chance)} $)"


def _score(locale: str, chance: random.Random) -> Sentences:
    high = chance.choice((5, 9, 30, 110))
    one, other = chance.randint(1, high), chance.randint(0, high)
    shown = [f"{one}-{other}"]
    if high == 9:  # noqa: PLR2004 - a match of tennis
        shown = ["7-6 (7-5)", f"{chance.randint(1, 4)}-6", "6-3"]
    joint = "-" if locale in {"es", "pt"} else ":" if chance.random() < 0.7 else "\u2013"  # noqa: PLR2004
    right = ", ".join(shown).replace("-", joint)
    while True:
        wrong = str(_another_digit(right, chance))
        if sorted(re.findall(r"\d+", wrong)) != sorted(re.findall(r"\d+", right)):
            return f"The match ended {', '.join(shown)}.", f"({right})", f"({wrong})"


def _clock(locale: str, chance: random.Random) -> Sentences:
    hour, minute = chance.randint(1, 12), chance.choice((None, 15, 30, 45, 50))
    noon = chance.choice(("a.m.", "p.m."))
    late = hour % 12 + (12 if noon == "p.m." else 0)
    told = f"{hour} {noon}" if minute is None else f"{hour}:{minute} {noon}"
    point = "." if locale in {"et", "fi"} else ":"
    right = f"{late}{point}{minute or 0:02}"
    before = {"et": "Kell ", "ru": "В ", "es": "A las ", "fi": "Klo ", "uk": "О "}.get(locale, "")
    while True:
        wrong = str(_another_digit(right, chance))
        given = int(re.findall(r"\d+", wrong)[0])
        if given % 12 != late % 12 or wrong[-2:] != right[-2:]:
            return f"It begins at {told}.", f"({before}{right})", f"({before}{wrong})"


_MONTHS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "en": ("{month} {day}", ("January", "April", "May", "July", "September", "November")),
    "et": ("{day}. {month}", ("jaanuaril", "aprillil", "mail", "juulil", "septembril", "novembril")),
    "ru": ("{day} {month}", ("января", "апреля", "мая", "июля", "сентября", "ноября")),
    "es": ("{day} de {month}", ("enero", "abril", "mayo", "julio", "septiembre", "noviembre")),
}


def _month(locale: str, chance: random.Random) -> Sentences | None:
    """Another month, or the months of two dates in each other's place."""
    if locale not in _MONTHS:
        return None
    days = chance.sample(range(1, 31), 2)
    one, other = chance.sample(range(6), 2)

    def told(code: str, *months: int) -> str:
        form, names = _MONTHS[code]
        return ", ".join(form.format(day=day, month=names[month]) for day, month in zip(days, months, strict=False))

    if chance.random() < 0.5:  # noqa: PLR2004
        return f"It was on {told('en', one)}.", f"({told(locale, one)})", f"({told(locale, other)})"
    right, wrong = told(locale, one, other), told(locale, other, one)
    return f"It was on {told('en', one, other)}.", f"({right})", f"({wrong})"


_DEGREES: Mapping[str, tuple[str, str]] = {
    "et": ("Fahrenheiti kraadi", "kraadi"),
    "ru": ("градусов по Фаренгейту", "градусов"),
    "es": ("grados Fahrenheit", "grados"),
}


def _fahrenheit(locale: str, chance: random.Random) -> Sentences | None:
    """Degrees Fahrenheit that have become degrees of no scale, or of the other one."""
    if locale not in _DEGREES:
        return None
    words, bare = _DEGREES[locale]
    number = chance.randint(20, 120)
    source, right, wrong = chance.choice(
        (
            (f"{number} degrees Fahrenheit", f"{number} {words}", f"{number} {bare}"),
            (f"{number} degrees Fahrenheit", f"{(number - 32) / 1.8:.0f} {bare}", f"{number} {bare}"),
            (f"{number}°F", f"{number} °F", f"{number} °C"),
            (f"{number} F", f"{number} F", f"{number} C"),
        )
    )
    return f"It was {source}.", f"({right})", f"({wrong})"


_AFTERNOONS: Mapping[str, tuple[str, str]] = {
    "et": ("Kell {} päeval", "Kell {}"),
    "ru": ("В {} часа дня", "В {} часа"),
    "es": ("A las {} de la tarde", "A las {}"),
}


def _afternoon(locale: str, chance: random.Random) -> Sentences | None:
    if locale not in _AFTERNOONS:
        return None
    hour = chance.randint(2, 4)
    right, wrong = (form.format(hour) for form in _AFTERNOONS[locale])
    return f"It begins at {hour} p.m.", f"({right})", f"({wrong})"


def _turned(locale: str, chance: random.Random) -> Sentences:
    high = chance.choice((5, 9, 30, 110))
    one = chance.randint(1, high)
    other = chance.choice([number for number in range(high + 1) if number != one])
    joint = "-" if locale in {"es", "pt"} else ":"
    return f"They won {one}-{other}.", f"({one}{joint}{other})", f"({other}{joint}{one})"


def _twice(locale: str, chance: random.Random) -> Sentences:
    del locale
    number = chance.randint(13, 980)
    wrong = f"{number} + {_another_digit(str(number), chance)}"
    return f"There were {number} and then {number} more.", f"({number} + {number})", f"({wrong})"


def _name(locale: str, chance: random.Random) -> Sentences:
    del locale
    name, digit = chance.choice(("HER", "FOXP", "Q", "BRCA", "A", "COP")), chance.randint(2, 8)
    return f"The {name}{digit} was tested.", f"({name}{digit})", f"({name}{digit + 1})"


def _version(locale: str, chance: random.Random) -> Sentences:
    del locale
    major, minor, patch = chance.randint(0, 9), chance.randint(10, 90), chance.randint(1, 9)
    return (
        f"Version {major}.{minor}.{patch} is out.",
        f"({major}.{minor}.{patch})",
        f"({major}.{minor}.{patch + 1})",
    )


_UNITS = (("€{}", "{} €", "{} $"), ("${}", "{} $", "{} €"), ("{}%", "{} %", "{} €"), ("{} km", "{} km", "{} kg"))


def _unit(locale: str, chance: random.Random) -> Sentences:
    del locale
    number = chance.randint(13, 980)
    source, right, wrong = (form.format(number) for form in chance.choice(_UNITS))
    return f"It was {source}.", f"({right})", f"({wrong})"


def _address(locale: str, chance: random.Random) -> Sentences:
    del locale
    right, wrong = chance.choice(
        (
            ("https://news.example/a?b=1", "https://news.example/a?b=l"),
            ("www.news.example/weather", "www.news.example/ilm"),
            ("desk@news.example", "laud@news.example"),
        )
    )
    return f"See {right}", f"({right})", f"({wrong})"


_DATES: Mapping[str, tuple[str, str]] = {
    "et": ("({day}. märtsil {year})", "(märts {day}, {year})"),
    "ru": ("({day} марта {year} года)", "(март {day}, {year})"),
    "es": ("({day} de marzo de {year})", "(marzo {day}, {year})"),
    "de": ("({day}. März {year})", "(März {day}, {year})"),
    "fr": ("({day} mars {year})", "(mars {day}, {year})"),
    "fi": ("({day}. maaliskuuta {year})", "(maaliskuu {day}, {year})"),
}


def _date(locale: str, chance: random.Random) -> Sentences | None:
    if locale not in _DATES:
        return None
    date = {"day": chance.randint(2, 31), "year": chance.randint(2001, 2029)}
    right, wrong = (form.format(**date) for form in _DATES[locale])
    return "It began on March {day}, {year}.".format(**date), right, wrong


def _unopened(locale: str, chance: random.Random) -> Sentences | None:
    if locale != "es":
        return None
    source, right = chance.choice(
        (
            ("Is it late?", "¿Es tarde?"),
            ("And where is the ferry now?", "Y ¿dónde está ahora el transbordador?"),
            ("What a night!", "¡Qué noche!"),
            ("He asked: “Who is it?”", "Preguntó: «¿Quién es?»"),
        )
    )
    return source, right, re.sub("[¿¡]", "", right)


def _markup(locale: str, chance: random.Random) -> Sentences:
    del locale
    tag = chance.choice(("em", "b", "strong", "i"))
    return f"<{tag}>2 + 2</{tag}>", f"<{tag}>2 + 2</{tag}>", f"<{tag}>2 + 2"


_TWINS = {
    "latin": str.maketrans("aeopcxyAEOPCXTMHKB", "аеорсхуАЕОРСХТМНКВ"),
    "cyrillic": str.maketrans("аеорсхуАЕОРСХТМНКВ", "aeopcxyAEOPCXTMHKB"),
}
"""Letters of an alphabet and those of the other one that look like them."""


def _twin(text: Text, locale: str, chance: random.Random) -> Text | None:
    """A letter replaced by one of the other alphabet that looks like it."""
    letters, table = ("аеорсху", "cyrillic") if locale in {"ru", "uk", "bg"} else ("aeopcxy", "latin")
    places = [m.start() for m in re.finditer(rf"(?<=\w)[{letters}](?=\w)", text.target)]
    if not places:
        return None
    at = chance.choice(places)
    return replace(text, target=text.target[:at] + text.target[at].translate(_TWINS[table]) + text.target[at + 1 :])


def _other_script(text: Text, locale: str, chance: random.Random) -> Text:
    """Every letter moved into another alphabet."""
    del chance
    first = 0x61 if locale in {"ru", "uk", "bg"} else 0x430
    return replace(text, target="".join(chr(first + ord(c.lower()) % 26) if c.isalpha() else c for c in text.target))


def _looped(target: str, chance: random.Random) -> str | None:
    """The last five words again."""
    del chance
    words = target.split()
    return " ".join([*words, *words[-5:]]) if len(words) > 8 else None  # noqa: PLR2004


def _quarter(target: str, chance: random.Random) -> str | None:
    """Only its first quarter."""
    del chance
    return target[: len(target) // 4] if len(target) > 60 else None  # noqa: PLR2004


def _thrice(target: str, chance: random.Random) -> str | None:
    """Itself three times."""
    del chance
    return " ".join([target] * 3) if len(target) > 40 else None  # noqa: PLR2004


def _untranslated(text: Text, locale: str, chance: random.Random) -> Text | None:
    del locale, chance
    return replace(text, target=text.source) if sum(map(str.islower, text.source.split())) > 4 else None  # noqa: PLR2004


def _half_translated(text: Text, locale: str, chance: random.Random) -> Text | None:
    """The first half of the source before the second half of the translation."""
    del locale, chance
    source, target = text.source.split(), text.target.split()
    if not {"of", "the", "which", "with", "their", "this", "been"} & set(source[: len(source) // 2]):
        return None
    return replace(text, target=" ".join([*source[: len(source) // 2], *target[len(target) // 2 :]]))


def _other_end(text: Text, locale: str, chance: random.Random) -> Text | None:
    """A question or a colon that ends in a full stop, a statement that is an exclamation, a headline with a stop."""
    del locale, chance
    if re.search(r"[?:]\Z", text.target) and text.source[-1:] == text.target[-1:]:
        return replace(text, target=f"{text.target[:-1]}.")
    if text.first and text.target[-1:].isalpha() and text.source[-1:].isalpha():
        return replace(text, target=f"{text.target}.")
    if text.source.endswith(".") and text.target.endswith(".") and not text.target.endswith(".."):
        return replace(text, target=f"{text.target[:-1]}!")
    return None


_TERMS: Mapping[str, tuple[str, str, str, str]] = {
    "et": ("ferry desk", "praamilaud", "gen=praamilaua; part=praamilauda; in=praamilauas", "parvelaud"),
    "ru": ("ferry desk", "паромный стол", "gen=паромного стола; ins=паромным столом", "лодочный стол"),
    "es": ("ferry desk", "mesa del transbordador", "pl=mesas del transbordador", "mesa del barco"),
}
_OTHERS = {"et": "sadamakontor", "ru": "паромный пульт", "es": "sala del transbordador"}


def glossary(locale: str) -> str:
    """The glossary that the faults of terms are about, as a CSV file; empty where nobody has written it."""
    if locale not in _TERMS:
        return "source,target\n"
    source, target, forms, forbidden = _TERMS[locale]
    genitive = {"et": "nom=Meri Kask; gen=Meri Kase", "ru": "nom=Мери Каск; gen=Меры Каск"}.get(locale, "")
    name = {"et": "Meri Kask", "ru": "Мери Каск", "es": "Meri Kask"}[locale]
    return (
        "source,target,forms,forbid\n"
        f'{source},{target},"{forms}; {_OTHERS[locale]}",{forbidden}\n'
        f'Meri Kask,{name},"{genitive}",\n'
    )


def _term(right: str, wrong: str, times: int = 1) -> Callable[[str, random.Random], Sentences | None]:
    def own(locale: str, chance: random.Random) -> Sentences | None:
        del chance
        if locale not in _TERMS:
            return None
        _, target, _, forbidden = _TERMS[locale]
        words = {"term": target, "forbidden": forbidden, "other": _OTHERS[locale]}
        return " ".join(["The ferry desk!"] * times), f"({right.format(**words)}!)", f"({wrong.format(**words)}!)"

    return own


def _pasted(locale: str, chance: random.Random) -> Sentences | None:
    del chance
    right, wrong = {
        "et": ("(Meri Kase jaoks.)", "(Meri Kask jaoks.)"),
        "ru": ("(Для Меры Каск.)", "(для Мери Каск.)"),
    }.get(locale, ("", ""))
    return ("It is for Meri Kask.", right, wrong) if right else None


def _rules(*names: str) -> frozenset[str]:
    return frozenset(names)


_NUMBERS = _rules("number", "unit", "address")
_QUOTES = r"[\"“”„«»()\[\]]"

FAULTS: tuple[Fault, ...] = (
    Fault("one digit", _NUMBERS, _in_target(_another_digit)),
    Fault("- of a year", _NUMBERS, _digit_in(r"\b(?:1[5-9]|20)\d\d\b")),
    Fault("- of a decimal", _NUMBERS, _digit_in(r"\b\d+[.,]\d{1,2}\b(?![.,]?\d)")),
    Fault("- of 1,000 and more", _NUMBERS, _digit_in(r"\b\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+\b")),
    Fault("- of a percentage", _NUMBERS, _digit_in(r"\d+(?=\s?(?:%|protsen|процент|por ciento))")),
    Fault("score", _NUMBERS, own=_score),
    Fault("score turned", _NUMBERS, own=_turned),
    Fault("clock time", _NUMBERS, own=_clock),
    Fault("afternoon", _NUMBERS, own=_afternoon),
    Fault("month", _NUMBERS, own=_month),
    Fault("degrees Fahrenheit", _NUMBERS, own=_fahrenheit),
    Fault("one of two alike", _NUMBERS, own=_twice),
    Fault("digit in a name", _NUMBERS | {"name"}, own=_name),
    Fault("version", _NUMBERS, own=_version),
    Fault("magnitude", _NUMBERS, _other_magnitude),
    Fault("magnitude of money", _NUMBERS, own=_amount),
    Fault("magnitude of converted money", _NUMBERS, own=_converted_money),
    Fault("digit and sign of money", _NUMBERS, own=_other_money),
    Fault("unit", _NUMBERS, own=_unit),
    Fault("address", _rules("address"), own=_address),
    Fault("markup", _rules("markup"), own=_markup),
    Fault("leftover", _rules("leftover"), _somewhere(" ", " <unk> ")),
    Fault("mixed-alphabets", _rules("mixed-alphabets"), _twin),
    Fault("wrong-script", _rules("wrong-script"), _other_script),
    Fault("line-break", _rules("line-break"), _somewhere(" ", "\n")),
    Fault("space-around", _rules("space-around"), _in_target(lambda target, _: f"{target} ")),
    Fault("double-space", _rules("double-space"), _somewhere(r"(?<=\w) (?=\w)", "  ")),
    Fault("invisible", _rules("invisible"), _somewhere(" ", " \u200b")),
    Fault("direction", _rules("direction"), _somewhere(" ", " \u202e")),
    Fault("hidden", _rules("hidden"), _somewhere(" ", "\u2028")),
    Fault("mark lost", _rules("unpaired"), _somewhere(_QUOTES, "")),
    Fault("mark too many", _rules("unpaired"), _somewhere(_QUOTES, lambda found: found[0] * 2)),
    Fault("ending", _rules("ending"), _other_end),
    Fault("date in English order", _rules("typography"), own=_date),
    Fault("no sign that opens", _rules("typography"), own=_unopened),
    Fault("untranslated", _rules("untranslated", "source-words", "wrong-language"), _untranslated),
    Fault("source-words", _rules("source-words", "wrong-language"), _half_translated),
    Fault("too short", _rules("length"), _in_target(_quarter)),
    Fault("too long", _rules("length", "loop"), _in_target(_thrice)),
    Fault("loop", _rules("loop"), _in_target(_looped)),
    Fault("term-missing", _rules("term-missing"), own=_term("{term}", "…")),
    Fault("term-forbidden", _rules("term-forbidden"), own=_term("{term}", "{forbidden}")),
    Fault("term-doubled", _rules("term-doubled"), own=_term("{term}", "{term} {term}")),
    Fault(
        "term-inconsistent",
        _rules("term-inconsistent"),
        own=_term("{term}! {term}! {term}", "{term}! {term}! {other}", 3),
    ),
    Fault("term-case", _rules("term-case"), own=_pasted),
)
"""Every kind that newsdesk warns of, and of numbers each kind that a newsroom has."""


def chances(locale: str, fault: Fault) -> random.Random:
    """The same faults each time, whatever else is measured."""
    return random.Random(f"{locale} {fault.name}")  # noqa: S311
