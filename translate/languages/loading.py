"""Read what is known of a language from its file, ``<code>.toml`` beside this one."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import fields
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, TypeVar

from translate import patterns
from translate.core.quantities.notation import Notation, Ways
from translate.core.terms.compounds import Compounding, endings
from translate.core.terms.gender import fault_of_gender, read_gender
from translate.core.terms.glossary import Term, parse_form, parse_list
from translate.core.terms.inflection import Inflection, endings_of
from translate.core.terms.joining import Joining
from translate.core.terms.labels import fault_of_label
from translate.core.terms.language import UNKNOWN, Language
from translate.core.text import toml
from translate.core.text.locales import Locale, parse
from translate.core.text.typography import Typography
from translate.errors import LanguageError
from translate.languages.cldr import likely_script
from translate.languages.endings import load_endings
from translate.languages.identification import is_foreign, is_foreign_name
from translate.languages.quantities import OwnWords, notation
from translate.languages.typography import typography
from translate.values import dataclass

T = TypeVar("T")

FOLDER = Path(__file__).parent

_KEYS = (
    "script", "quotes", "question_marks", "dense", "compounds", "cases", "gradation", "function_words",
    "shared_words", "credit_labels", "bylines", "governing", "stand_ins", "apertium", "argos", "genders",
    "sample", "articles", "question_words", "wide_spaces", "syllables", "closes_once", "prefixes",
    "particles", "spaces", "changing", "typography", "quantities", "small_in_titles", "title_words", "personal_titles",
    "peoples", "possessives", "linking_in_names", "capital_nouns",
)  # fmt: skip
_SCRIPT = patterns.compile("[A-Z][a-z]{3}")
_KINDS: Mapping[type, str] = {
    str: "a text in quotation marks",
    list: 'a list of texts, such as ["one", "two"]',
    bool: "true or false, without quotation marks",
    dict: "a table: its own line [{key}], with its entries below",
}


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of a file, and what a fault in it is told with."""

    values: Mapping[str, Any]
    file: str
    """The whole file."""
    shown: str
    names: tuple[str, ...] = ()
    """Its name, behind the names of the tables that it is in."""

    def get(self, name: str, kind: type[T], *, default: T) -> T:
        value = self.values.get(name, default)
        if type(value) is not kind:
            key = ".".join((*self.names, name))
            raise self.fault(name, f"must be {_KINDS[kind].format(key=key)}")
        return value

    def text(self, name: str) -> str:
        return self.get(name, str, default="")

    def list(self, name: str) -> tuple[str, ...]:
        values = self.get(name, list, default=[])
        if not all(isinstance(value, str) and value for value in values):
            raise self.fault(name, f"must be {_KINDS[list]}")
        return tuple(values)

    def table(self, name: str) -> _Table:
        return _Table(self.get(name, dict, default={}), self.file, self.shown, (*self.names, name))

    def refuse_others(self, known: Collection[str]) -> None:
        unknown = next((name for name in self.values if name not in known), None)
        if unknown is not None:
            there = ", ".join(sorted(known))
            raise self.fault(unknown, f"is nothing that newsdesk knows of a language; there is: {there}")

    def fault(self, name: str, what: str) -> LanguageError:
        names = (*self.names, name)
        line = toml.line_of(self.file, names)
        return LanguageError(f"“{'.'.join(names)}” {what}", path=self.shown, line=line)


@lru_cache(maxsize=256)
def load_language(locale: str, folder: Path = FOLDER) -> Language:
    """What is known of the language of a locale; nothing where there is no file for it.

    Args:
        locale: In any spelling.
        folder: Where the files are.

    Raises:
        LanguageError: The language's file cannot be used.
    """
    known = parse(locale) or Locale(UNKNOWN)
    path = folder / f"{known.language}.toml"
    if path.is_file():
        return _read(path, known)
    return Language(
        known,
        known.script,
        notation=partial(notation, str(known)),
        is_foreign=partial(is_foreign, known.language),
        is_foreign_name=partial(is_foreign_name, known.language),
    )


def load_pair(source: str, target: str) -> tuple[Language, Language]:
    """What is known of the languages of two locales; see `load_language`."""
    return load_language(source), load_language(target)


@lru_cache(maxsize=4)
def load_languages(folder: Path = FOLDER) -> tuple[Language, ...]:
    """What is known of every language that has a file, in the order of their codes.

    A file that cannot be used is left out: `load_language` tells whoever needs that language.
    """
    known = []
    for path in sorted(folder.glob("*.toml")):
        with contextlib.suppress(LanguageError):
            known.append(load_language(path.stem, folder))
    return tuple(known)


def _read(path: Path, locale: Locale) -> Language:
    shown = path.as_posix()
    try:
        text = path.read_text("utf-8-sig")
        file = _Table(toml.read(text), text, shown)
    except toml.NoTomlError as error:
        raise LanguageError(str(error), path=shown, line=error.line) from error
    except UnicodeDecodeError as error:
        raise LanguageError("is not UTF-8; save it as UTF-8", path=shown) from error
    except OSError as error:
        raise LanguageError(f"cannot be read: {error.strerror}", path=shown) from error
    file.refuse_others(_KEYS)
    governing, argos, stand_ins = (file.table(name) for name in ("governing", "argos", "stand_ins"))
    governing.refuse_others({"before", "behind"})
    words = _words(stand_ins)
    endings = path.with_suffix(".endings.txt")
    writes = partial(notation, str(locale), _own_words(file.table("quantities")))
    return Language(
        locale,
        script=_script(file, locale),
        question_marks=file.text("question_marks"),
        dense=file.get("dense", bool, default=False),
        compounding=_compounding(words.values()) if file.get("compounds", bool, default=False) else None,
        inflection=_inflection(file, words.values()),
        function_words=file.list("function_words"),
        shared_words=file.list("shared_words"),
        credit_labels=file.list("credit_labels"),
        bylines=file.list("bylines"),
        governing_before=governing.list("before"),
        governing_behind=governing.list("behind"),
        stand_ins=_chosen(stand_ins, "take_the_place", words),
        voters=_chosen(stand_ins, "vote", words),
        endings=load_endings(endings) if endings.is_file() else None,
        articles=file.list("articles"),
        sample=file.text("sample"),
        apertium=file.text("apertium"),
        argos=tuple((name, argos.text(name)) for name in argos.values),
        genders=_genders(file.table("genders")),
        question_words=file.list("question_words"),
        wide_spaces=file.get("wide_spaces", bool, default=False),
        syllables=file.get("syllables", bool, default=False),
        closes_once=file.get("closes_once", bool, default=False),
        small_in_titles=file.list("small_in_titles"),
        title_words=file.list("title_words"),
        peoples=file.list("peoples"),
        personal_titles=file.list("personal_titles"),
        possessives=file.list("possessives"),
        linking_in_names=file.list("linking_in_names"),
        capital_nouns=file.get("capital_nouns", bool, default=False),
        notation=writes,
        typography=_typography(file, locale, writes),
        is_foreign=partial(is_foreign, locale.language),
        is_foreign_name=partial(is_foreign_name, locale.language),
    )


def _typography(file: _Table, locale: Locale, writes: Callable[[], Notation]) -> Callable[[], Typography]:
    """How the language is set."""
    table = file.table("typography")
    table.refuse_others({"inverted", "small_words", "quote_space", "spaced", "comma_behind", "dates"})
    told = Typography(
        quotes=file.list("quotes"),
        quote_space=table.text("quote_space"),
        spaced=table.text("spaced"),
        comma_behind=table.get("comma_behind", bool, default=False),
        inverted=table.list("inverted"),
        small_words=frozenset(table.list("small_words")),
    )
    return partial(typography, str(locale), told, writes, dates=table.get("dates", bool, default=False))


def _genders(table: _Table) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The endings by the gender that they tell."""
    for name in table.values:
        if read_gender(name) != name:
            raise table.fault(name, fault_of_gender(name))
    found = tuple((name, table.list(name)) for name in table.values)
    all_told = [ending for _, own in found for ending in own]
    for name, own in found:
        twice = next((ending for ending in own if all_told.count(ending) > 1), None)
        if twice is not None:
            raise table.fault(name, f"has “{twice}”, which is told twice")
    return found


def _own_words(table: _Table) -> OwnWords:
    """What the file knows of quantities, beside CLDR."""
    ways = {field.name for field in fields(Ways)}
    table.refuse_others({"numbers", "magnitudes", "units", "months", "no_units", *ways})
    numbers, magnitudes, units, months = (table.table(name) for name in ("numbers", "magnitudes", "units", "months"))
    for name in months.values:
        if not re.fullmatch("[1-9]|1[0-2]", name):
            raise months.fault(name, "is no month; write a number from 1 to 12")
    for name in magnitudes.values:
        if not re.fullmatch("10+", name):
            raise magnitudes.fault(name, "is no power of ten; write it in digits, such as 1000000")
    return OwnWords(
        tuple((name, numbers.list(name)) for name in numbers.values),
        tuple((len(name) - 1, magnitudes.list(name)) for name in magnitudes.values),
        tuple((name, units.list(name)) for name in units.values),
        tuple((int(name), months.list(name)) for name in months.values),
        table.list("no_units"),
        _ways(table),
    )


def _ways(table: _Table) -> Ways:
    """What the language tells in numbers of its own."""
    return Ways(
        next_half=table.get("next_half", bool, default=False),
        hundreds=table.get("hundreds", bool, default=False),
        decades=table.get("decades", bool, default=False),
        fahrenheit=table.get("fahrenheit", bool, default=False),
        linking=table.list("linking"),
        losing=table.list("losing"),
        afternoon=table.list("afternoon"),
    )


def _script(file: _Table, locale: Locale) -> str:
    """The script that a locale is written in; that of the language, where the locale says nothing else."""
    script = file.text("script")
    if script and not _SCRIPT.fullmatch(script):
        raise file.fault("script", "is no script; write its four letters of ISO 15924, such as Latn or Cyrl")
    return locale.script or ((likely_script(locale) or script) if script and locale.region else script)


def _words(stand_ins: _Table) -> dict[str, Term]:
    """The stand-in words by their English."""
    stand_ins.refuse_others({"take_the_place", "vote", "words"})
    table = stand_ins.table("words")
    return {english: _word(table.table(english), english) for english in table.values}


def _word(table: _Table, english: str) -> Term:
    table.refuse_others({"plural", "forms"})
    try:
        forms = tuple(parse_form(text) for text in parse_list(table.text("forms")))
    except ValueError as error:
        raise table.fault("forms", f"cannot be used: {error}") from error
    labels = {form.label for form in forms}
    unknown = next((label for label in sorted(labels) if fault_of_label(label)), None)
    if unknown is not None:
        raise table.fault("forms", f"has the label “{unknown}”, which {fault_of_label(unknown)}")
    if not {"nom", "pl nom"} <= labels or forms[0].label != "nom":
        raise table.fault("forms", "must begin with the base form (nom=…) and have that of the plural (pl nom=…)")
    plural = table.text("plural")
    if not plural:
        raise table.fault("plural", "is missing; write the plural of the English word")
    return Term(english, forms[0].text, variants=(plural,), forms=forms)


def _compounding(words: Iterable[Term]) -> Compounding:
    """How the language makes compounds; its endings are learnt from the stand-in words."""
    return Compounding(endings(word.accepted for word in words))


def _inflection(file: _Table, words: Iterable[Term]) -> Inflection:
    """How the nouns of the language change; their endings are learnt from the stand-in words."""
    cases = file.get("cases", bool, default=False)
    gradation = file.get("gradation", bool, default=False)
    endings = endings_of(word.accepted for word in words) if cases else ()
    spaces = file.get("spaces", bool, default=True)
    joining = Joining(file.list("prefixes"), file.list("particles"), spaces, file.list("changing"))
    return Inflection(cases, gradation, endings, joining)


def _chosen(stand_ins: _Table, name: str, words: Mapping[str, Term]) -> tuple[Term, ...]:
    chosen = stand_ins.list(name)
    unknown = next((word for word in chosen if word not in words), None)
    if unknown is not None:
        raise stand_ins.fault(name, f"names “{unknown}”, which has no table [stand_ins.words.{unknown}]")
    return tuple(words[word] for word in chosen)
